"""An entity and why its forms are one, and the judgements of names: for the terminal and for programs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.base import to_dict
from tawatur.records.judgement import Judgement, Outcome
from tawatur.records.name import Decision, Entity, Feature
from tawatur.report.clean_text import isolated, named, one_line
from tawatur.report.messages import Lang, messages

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

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


def judgements_data(judgements: Sequence[Judgement], outcomes: Mapping[str, Outcome]) -> list[dict[str, Any]]:
    """Give judgements as plain data, each with what became of it."""
    return [{**to_dict(told), "status": status(told, outcomes), "outcome": to_dict(outcomes.get(told.id))} for told in judgements]


def status(told: Judgement, outcomes: Mapping[str, Outcome]) -> str:
    """What became of a judgement: `applied`, `held`, `lost`, `undone`, or `waiting` where no run has seen it yet."""
    if told.undone:
        return "undone"
    return outcomes[told.id].status if told.id in outcomes else "waiting"


def judgements_table(judgements: Sequence[Judgement], outcomes: Mapping[str, Outcome], lang: Lang) -> "Table":
    """Give a table of judgements, in the order given."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    m = messages("names", lang)
    table = Table(box=SIMPLE_HEAD, title=m("judgements"), title_justify="left", pad_edge=False)
    for column in ("col_what", "col_who", "col_when", "col_status"):
        table.add_column(m(column), overflow="fold")
    table.add_column(m("col_id"), style="dim", no_wrap=True)
    for told in judgements:
        row = (_what(told, lang), named(told.who), told.when[:16].replace("T", " "), _became(told, outcomes, lang), told.id)
        table.add_row(*(Text(one_line(cell)) for cell in row))
    return table


def _what(told: Judgement, lang: Lang) -> str:
    m = messages("names", lang)
    subjects = [isolated(subject.name) for subject in told.subjects]
    parts = m("comma").join(map(isolated, (*told.forms, *told.documents)))
    return m(f"did_{told.kind}", subject=m("joint").join(subjects), parts=parts, name=_isolated(told.name))


def _became(told: Judgement, outcomes: Mapping[str, Outcome], lang: Lang) -> str:
    m, state = messages("names", lang), status(told, outcomes)
    return m(f"status_{state}", missing=_isolated(outcomes[told.id].missing if told.id in outcomes else None))


def _isolated(text: str | None) -> str:
    return isolated(text) if text else ""


def lost(judgements: Sequence[Judgement], outcomes: Mapping[str, Outcome]) -> list[Judgement]:
    """The judgements that no longer find what they spoke of."""
    return [told for told in judgements if status(told, outcomes) == "lost"]
