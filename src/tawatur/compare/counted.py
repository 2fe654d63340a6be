"""What several articles say of a toll, each in its own words: one number, told by how many independent origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tawatur.compare.kept import Place
from tawatur.compare.named import Name
from tawatur.compare.sides import finding_id, place, side
from tawatur.compare.tolls import Toll, tolls
from tawatur.compare.words import toll
from tawatur.records.collection import Collection
from tawatur.records.figure import FigureKind
from tawatur.records.finding import Finding
from tawatur.records.story import Origin, Story

_Key = tuple[FigureKind, int, str]
_SAID: tuple[FigureKind, ...] = ("killed", "hurt")  # of the others the same number is too often another matter's


class Told(NamedTuple):
    """A toll of a story that two articles or more tell: its kind, number and group, and the sentences that tell it, in order."""

    story: str
    key: _Key
    places: tuple[Place, ...]


def told_of(collection: Collection, stories: Iterable[Story]) -> Iterator[Told]:
    """Give the tolls of stories that two articles or more tell."""
    for story in stories:
        if len(story.documents) < 2:
            continue
        found = [
            one
            for document in story.documents
            for one in tolls(collection.figures.get(document, ()), collection.sentences.get(document, ()))
            if one.figure.kind in _SAID
        ]
        for key, rows in sorted(_by_number(found).items()):
            places = tuple(sorted({place(one.sentence) for one in rows}))
            if len({document for document, _, _ in places}) > 1:
                yield Told(story.id, key, places)


def counted(collection: Collection, told: Told, text_of: Mapping[Place, int], name: Name) -> Finding | None:
    """Give the finding of a toll; None where all have it from one sentence.

    `text_of` numbers the texts that sentences were copied from; `name` names an origin.
    """
    if len({text_of.get(one, -1 - at) for at, one in enumerate(told.places)}) < 2:
        return None
    kind, number, _ = told.key
    documents = {document for document, _, _ in told.places}
    origins = _origins(collection, told.places, text_of)
    return Finding(
        id=finding_id(kind, number, places=told.places),
        kind="corroborated" if len(origins) > 1 else "single_origin",
        aspect="number",
        story=told.story,
        about=f"{_NAMES[kind]}: {number}",
        sides=tuple(side(collection, one, origins, str(number)) for one in told.places),
        documents=len(documents),
        origins=origins,
        reason=toll(kind, number, len(documents), origins, name),
    )


def _by_number(found: Sequence[Toll]) -> dict[_Key, list[Toll]]:
    """The tolls by kind, number and group; one of a group that is not told joins the only group of its number, and «عشرات» the only
    number that it can mean.
    """
    groups: dict[_Key, list[Toll]] = defaultdict(list)
    for one in found:
        if one.figure.told:
            groups[one.figure.kind, int(one.figure.least), one.figure.whom or ""].append(one)
    for kind, number, whom in sorted(groups):
        others = [key for key in groups if key[:2] == (kind, number) and key[2]]
        if not whom and len(others) == 1:
            groups[others[0]].extend(groups.pop((kind, number, whom)))
    for one in found:
        figure = one.figure
        fitting = [
            key
            for key in groups
            if key[0] == figure.kind and figure.least <= key[1] <= figure.most and figure.whom in (None, key[2])
        ]
        if not figure.told and len(fitting) == 1:
            groups[fitting[0]].append(one)
    return groups


_NAMES: dict[FigureKind, str] = {"killed": "القتلى", "hurt": "الجرحى"}


def _origins(collection: Collection, places: Sequence[Place], text_of: Mapping[Place, int]) -> tuple[Origin, ...]:
    """The origins of sentences: of one text, of one agency that is credited or cited for it, of one article."""
    home: dict[str, str] = {}
    for at in places:
        text = text_of.get(at)
        name = _agency(collection, at)
        mine = {key for key in (f"text {text}" if text is not None else None, f"agency {name}" if name else None) if key}
        mine.add(f"article {at[0]}")
        joined = {home.get(key, key) for key in mine}
        first = min(joined)
        for key, known in list(home.items()):
            if known in joined:
                home[key] = first
        home |= dict.fromkeys(mine, first)
    groups: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for key, known in home.items():
        kind, _, rest = key.partition(" ")
        (groups if kind == "article" else names if kind == "agency" else defaultdict(set))[known].add(rest)
    made = [
        Origin(name=min(names[at]) if names[at] else None, documents=tuple(sorted(members))) for at, members in groups.items()
    ]
    return tuple(sorted(made, key=lambda one: (one.name is None, one.name or "", one.documents)))


def _agency(collection: Collection, at: Place) -> str | None:
    """The agency that the article is of, or that the sentence cites."""
    document, start, end = at
    cited = [
        one.agency
        for one in collection.articles[document].agencies
        if one.agency and one.span and start <= one.span.start and one.span.end <= end
    ]
    return collection.settled[document].origin or (cited[0] if cited else None)
