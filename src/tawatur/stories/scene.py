"""When and where a story happened, as far as the leads of its articles say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.arabic.words import WORD
from tawatur.records.collection import Collection
from tawatur.records.name import Name
from tawatur.resources import load
from tawatur.stories.lead import lead, past_day, planned_day

_BEFORE = 40  # letters before a name in which they are looked for


def happened(collection: Collection, members: Sequence[str]) -> str | None:
    """The day of the happening.

    It is the day shortly before publication that most leads give; where none gives one, the day shortly after it that most
    leads give of something planned; else the earliest day of publication.
    """
    past = Counter(before.isoformat() for name in members if (before := past_day(collection, name)))
    planned = Counter(
        after.isoformat() for name in members if not past_day(collection, name) and (after := planned_day(collection, name))
    )
    published = [day[:10] for name in members if (day := collection.settled[name].publication.published)]
    return _most(past) or _most(planned) or min(published, default=None)


def _most(votes: Counter[str]) -> str | None:
    """What most say; of as many, the first in order."""
    return min(votes.items(), key=lambda row: (-row[1], row[0]))[0] if votes else None


def place(collection: Collection, members: Sequence[str]) -> str | None:
    """The place of the dateline, else that in which the lead says that it happened; None where fewer than half agree on it."""
    votes = Counter(found for name in members if (found := scene(collection, name)))
    best = _most(votes)
    return best if best and votes[best] * 2 >= votes.total() else None


def scene(collection: Collection, name: str) -> str | None:
    """The place of an article's dateline, else that in which its lead says that it happened."""
    return _dateline(collection, name) or _in_lead(collection, name)


def _dateline(collection: Collection, name: str) -> str | None:
    dateline = collection.articles[name].dateline_place
    if dateline is None:
        return None
    return next(
        (one.entity for one in _places(collection, name) if dateline.start <= one.start and one.end <= dateline.end), None
    )


def _in_lead(collection: Collection, name: str) -> str | None:
    """The first place that the lead names after «في» or «بـ»: the nearest to its verb, which stands first."""
    text = collection.texts[name]
    places = lead(collection, name)
    for one in _places(collection, name):
        if any(start <= one.start < end for start, end in places) and _is_scene(text, one.start):
            return one.entity
    return None


def _places(collection: Collection, name: str) -> Iterator[Name]:
    return (one for one in collection.settled[name].names if one.entity and one.type in ("place", "country"))


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Prepositions of place, and the words that may stand between one and the name."""
    table = load("scenes")
    return frozenset(map(fold, table["prepositions"]["of"])), frozenset(map(fold, table["between"]["of"]))


def _is_scene(text: str, start: int) -> bool:
    """Whether what stands before a name says that something happened there."""
    prepositions, between = _words()
    before = text[max(0, start - _BEFORE) : start]
    found = [fold(word) for word in WORD.findall(before)]
    if before and not before[-1].isspace():  # a clitic: «بالقاهرة» and not «للقاهرة»
        return bool(found) and found[-1] in ("ب", "وب")
    while found and found[-1] in between:
        found.pop()
    return bool(found) and (found[-1] in prepositions or (found[-1].startswith("ب") and found[-1][1:] in between))
