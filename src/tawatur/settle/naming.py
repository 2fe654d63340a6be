"""Naming: whom the names and the statements of all articles speak of, made anew only where it may be another than the last time."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from tawatur.records.judgement import Judgement
from tawatur.records.name import Name
from tawatur.records.quote import Quote
from tawatur.settle.joined import Joined
from tawatur.settle.joining.join import Anew, join
from tawatur.settle.seats import by_use
from tawatur.settle.speakers import speakers


class Named(NamedTuple):
    """What may be another than it was the last time: the names and entities as joining gives them, and the statements of the same articles."""

    anew: Anew
    quotes: dict[str, tuple[Quote, ...]]


def named(
    texts: Mapping[str, str],
    names: Mapping[str, Sequence[Name]],
    quotes: Mapping[str, Sequence[Quote]],
    judgements: Sequence[Judgement] = (),
    changed: Set[str] = frozenset(),
    kept: Mapping[str, bytes] | None = None,
) -> Named:
    """Join the names of all articles and give their statements the entities of who spoke.

    `texts`, `names` and `quotes` are as they were found, by document; they are asked only for what must be read. `kept` is what the last
    naming kept (`Anew.kept`), `changed` are the articles that were others then. Without it all are made.
    """

    def source(document: str) -> tuple[str, Sequence[Name]]:
        return texts[document], by_use({document: names[document]}, {document: quotes[document]})[document]

    anew = join(names.keys(), changed, source, judgements, kept or {})
    said = {document: quotes[document] for document in anew.names}
    return Named(anew, speakers(said, Joined(anew.names, tuple(anew.entities.values()))))
