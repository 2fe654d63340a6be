"""What tests of joining share: names at their places in invented texts, and the entity of a mention."""

from collections.abc import Mapping

from tawatur.records.name import Entity, Name, NameType
from tawatur.settle.entities import Joined, join

Call = tuple[str, str, NameType]


def named(texts: Mapping[str, str], *names: Call) -> dict[str, list[Name]]:
    """Names by document: each where its words stand first after the one before."""
    found: dict[str, list[Name]] = {d: [] for d in texts}
    for document, words, kind in names:
        start = texts[document].index(words, found[document][-1].end if found[document] else 0)
        found[document].append(Name(document=document, start=start, end=start + len(words), text=words, type=kind))
    return found


def joined(texts: Mapping[str, str], *names: Call) -> Joined:
    """The names of these texts, joined."""
    return join(texts, named(texts, *names))


def entity(joined: Joined, document: str, at: int) -> Entity:
    """The entity of a document's mention."""
    by_id = {e.id: e for e in joined.entities}
    return by_id[joined.names[document][at].entity or ""]


def why(found: Entity, form: str) -> list[str]:
    """The names of the features by which a form was joined."""
    return [feature.name for decision in found.joined if decision.form == form for feature in decision.features]
