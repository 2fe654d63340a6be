"""Measures of one thing in two articles' own words: the same long unit, the same bound, another value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.compare.clash import Clash, End, number, reason
from tawatur.compare.tolls import Toll, sentenced
from tawatur.records.collection import Collection
from tawatur.records.story import Story
from tawatur.resources import load

_THING = 3  # words that say what is measured: «متر مكعب في الثانية»; by fewer it may be of anything


def measured(collection: Collection, story: Story) -> Iterator[Clash]:
    """Give the measures of a thing that two articles of a story put at two values.

    Only a unit of three words that each of them uses for one value alone, with the same bound, is known to be of one thing.
    """
    told: dict[str, dict[str, list[Toll]]] = defaultdict(lambda: defaultdict(list))
    for document in story.documents:
        for one in sentenced(collection.figures.get(document, ()), collection.sentences.get(document, ())):
            figure = one.figure
            if figure.kind == "unit" and figure.told and _long_unit(figure.thing or "") and not figure.part:
                told[str(figure.thing)][document].append(one)
    for thing, by_document in sorted(told.items()):
        single = [rows[0] for _, rows in sorted(by_document.items()) if len({row.figure.least for row in rows}) == 1]
        for one, other in combinations(single, 2):
            if one.figure.bound and one.figure.bound == other.figure.bound and one.figure.least != other.figure.least:
                yield _clash(thing, one, other)


def _long_unit(thing: str) -> bool:
    """Whether all three words belong to the unit."""
    words = thing.split()
    return len(words) == _THING and all(word in _unit_words() for word in words)


@cache
def _unit_words() -> frozenset[str]:
    """The stems of units and of what stands in longer ones."""
    words = [*load("figures")["units"]["of"], *load("comparing")["of_units"]["of"]]
    return frozenset(form for word in words for form in (stem(fold(word)), stem(fold(word)).removesuffix("ا")))


def _clash(thing: str, one: Toll, other: Toll) -> Clash:
    values = [number(row.figure.least) for row in (one, other)]
    return Clash(
        kind="conflict",
        aspect="number",
        soft=False,
        a=End(one.sentence, values[0]),
        b=End(other.sentence, values[1]),
        reason=reason("measure", thing=thing, a=values[0], b=values[1]),
    )
