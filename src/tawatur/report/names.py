"""An entity and why its forms are one: for the terminal and for programs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tawatur.records.base import to_dict
from tawatur.records.name import Decision, Entity, Feature
from tawatur.report.clean_text import isolated, one_line
from tawatur.report.messages import Lang, messages

if TYPE_CHECKING:
    from rich.console import RenderableType

_MOST_ROLES = 8


def entity_data(entity: Entity, mentions: int) -> dict[str, Any]:
    """Give an entity with the number of its mentions as plain data."""
    return {**to_dict(entity), "mentions": mentions}


def entity_report(entity: Entity, mentions: int, lang: Lang) -> Iterator["RenderableType"]:
    """Give the parts of an entity to print: what it is called, what it is, and a line for each feature of each decision."""
    from rich.text import Text
    from rich.tree import Tree

    m = messages("names", lang)
    yield Text(one_line(entity.name), style="bold")
    facts = [m(f"type_{entity.type}"), entity.name_en or "", *entity.same_as, m.count("mentions", mentions), isolated(entity.id)]
    yield Text(one_line(" · ".join(filter(None, facts))), style="dim")
    for key, lines in (("forms", entity.forms), ("roles", [role.text for role in entity.roles[:_MOST_ROLES]])):
        if lines:
            yield Text(one_line(f"{m(key)}: " + m("comma").join(map(isolated, lines))))
    if entity.joined:
        tree = Tree(Text(m("why"), style="bold"))
        for decision in entity.joined:
            node = tree.add(Text(one_line(_decision(decision, lang))))
            for feature in decision.features:
                node.add(Text(one_line(_feature(feature, lang))))
        yield tree


def _decision(decision: Decision, lang: Lang) -> str:
    form, to = isolated(decision.form), isolated(decision.to)
    return messages("names", lang)("decision", form=form, to=to, score=f"{decision.score:.1f}")


def _feature(feature: Feature, lang: Lang) -> str:
    reason = feature.reason.ar if lang == "ar" else feature.reason.en
    return f"{isolated(f'{feature.weight:+.1f}')}  {reason}"
