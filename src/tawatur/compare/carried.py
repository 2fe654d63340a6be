"""Sentences that several articles carry of one text: each has one origin, whoever prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tawatur.compare.clash import Independent
from tawatur.compare.kept import Place
from tawatur.compare.named import Name
from tawatur.compare.sides import finding_id, place, side
from tawatur.compare.words import statement
from tawatur.groups import groups
from tawatur.records.collection import Collection
from tawatur.records.finding import Finding
from tawatur.records.reuse import Reuse
from tawatur.records.story import Origin

_Group = tuple[Place, ...]
Groups = Mapping[str, _Group]  # by the id of the finding


class Carried(NamedTuple):
    """The groups of sentences that go back to one, from two documents or more: all, those made anew, and those that stand no more."""

    every: Groups
    made: Groups
    gone: Sequence[_Group]

    @property
    def otherwise(self) -> set[Place]:
        """The sentences of groups that were made anew or stand no more."""
        return {place for group in (*self.made.values(), *self.gone) for place in group}


def carried(collection: Collection, changed: AbstractSet[str], rows: Iterable[Reuse], before: Groups) -> Carried:
    """Give the groups, anew those that have or had a sentence of a document of `changed`; templates are paragraphs kept for use again, and left out.

    `rows` are the pairs of sentences of which one is of `changed`. Two documents that share another sentence than `before` are both in it, so
    that no other group can have grown.
    """
    gone: list[_Group] = []
    stay: dict[str, _Group] = {}
    for name, group in before.items():
        if changed.isdisjoint([document for document, _, _ in group]):
            stay[name] = group
        else:
            gone.append(group)
    links = list(_links(rows))
    apart = _apart(gone, changed, groups(links))
    # between documents that have not changed there are the pairs of before, each within one group of before
    of_before = collection.reuse_of({document for document, _, _ in apart}) if apart else ()
    links += [(a, b) for a, b in _links(of_before) if a in apart and b in apart]
    made = {finding_id("sentence", places=group): group for group in groups(links)}
    return Carried(stay | made, made, gone)


def _links(rows: Iterable[Reuse]) -> Iterator[tuple[Place, Place]]:
    return ((place(row.a), place(row.b)) for row in rows if not row.template)


def _apart(gone: Iterable[_Group], changed: AbstractSet[str], found: Sequence[_Group]) -> set[Place]:
    """The sentences of documents that have not changed, of those groups of before that `found` does not hold together without them.

    Most are held together: who has changed shares its sentence with all of them.
    """
    home = {one: number for number, group in enumerate(found) for one in group}
    apart: set[Place] = set()
    for group in gone:
        rest = [one for one in group if one[0] not in changed]
        numbers = {home.get(one) for one in rest}
        if len(rest) > 1 and (len(numbers) > 1 or None in numbers):
            apart.update(rest)
    return apart


def statements(
    collection: Collection, found: Groups, home: Mapping[str, str], independent: Independent, name: Name
) -> Iterator[Finding]:
    """Give a finding for each group; `home` is the story of a document."""
    for identity, places in found.items():
        documents = tuple(sorted({document for document, _, _ in places}))
        origins = _one(independent(documents), documents)
        sides = tuple(side(collection, one, origins) for one in places)
        stories = {home.get(document) for document in documents}
        yield Finding(
            id=identity,
            kind="single_origin",
            story=stories.pop() if len(stories) == 1 else None,
            about=_short(sides[0].text),
            sides=sides,
            documents=len(documents),
            origins=origins,
            reason=statement(len(documents), origins, name),
        )


def _one(origins: Sequence[Origin], documents: tuple[str, ...]) -> tuple[Origin, ...]:
    """The single origin of a sentence: the agency where just one is behind its articles, else one without a name."""
    names = {origin.name for origin in origins if origin.name}
    return (Origin(name=names.pop() if len(names) == 1 else None, documents=documents),)


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
