"""The day of one happening in two leads: the same toll, told in words of their own, on another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.compare.clash import Clash, End, reason
from tawatur.compare.tolled import Told, given, one_matter
from tawatur.records.collection import Collection
from tawatur.records.story import Story
from tawatur.records.time import Date
from tawatur.resources import load

_DAYS = 7  # two days farther apart are of two happenings with one toll
_LEAST = 2  # dead: one dead is told of too many happenings


class Dated(NamedTuple):
    """A toll of a lead with the only day that its sentence names."""

    told: Told
    day: Date


def days(collection: Collection, story: Story) -> Iterator[Clash]:
    """Give the days that differ where two leads tell the same toll; soft where one is counted from the day of writing («أمس»)."""
    dated = [one for document in story.documents for one in _dated(collection, document)]
    for one, other in combinations(dated, 2):
        if one.told.value == other.told.value and _apart(one.day, other.day) and one_matter(collection, one.told, other.told):
            values = {"a": str(one.day.value), "b": str(other.day.value)}
            soft = not (_named(one.day) and _named(other.day))
            ends = [End(side.told.toll.sentence, value) for side, value in zip((one, other), values.values(), strict=True)]
            yield Clash("conflict", "date", soft, ends[0], ends[1], reason("date", **values))


def _dated(collection: Collection, document: str) -> Iterator[Dated]:
    for (kind, whom), told in given(collection, document).items():
        span = told.toll.sentence
        inside = [one for one in collection.settled[document].dates if span.start <= one.start and one.end <= span.end]
        found = [one for one in inside if one.type in ("date", "time") and _of_what_is_told(collection, told, one)]
        if kind == "killed" and not whom and told.value >= _LEAST and len(found) == 1 and _is_day(found[0]):
            yield Dated(told, found[0])


def _of_what_is_told(collection: Collection, told: Told, day: Date) -> bool:
    """Whether the day may be that of the happening: where somebody says the toll, a day beside his words is that of the saying."""
    figure = told.toll.figure
    said = next((one for one in collection.settled[told.document].quotes if one.id == figure.said_by), None)
    return said is None or (said.start <= day.start and day.end <= said.end)


def _is_day(found: Date) -> bool:
    return bool(found.earliest and found.latest and found.earliest[:10] == found.latest[:10])


def _apart(one: Date, other: Date) -> bool:
    first, second = (date.fromisoformat(str(found.earliest)[:10]) for found in (one, other))
    return 0 < abs((first - second).days) <= _DAYS


def _named(found: Date) -> bool:
    """Whether a day is told by its own name or number, and not from the day of writing alone."""
    told = {word.text for word in words(found.text)}
    return bool(told & _weekdays()) or any(word.isdecimal() for word in told)


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(fold(word) for word in load("comparing")["weekdays"]["of"])
