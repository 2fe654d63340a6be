"""A story that goes on with an earlier one, without pointing back: the same rare actors stand in both, on the same matter.

Actors are the people, bodies, events, products and laws that half of a story's headlines and leads name; the matter are the rare words that both stories share, of which
two must stand in the headlines of both. Who only speaks for every happening of a kind (a spokesman, an agency) goes on with
nothing by that. A story goes on with the one earlier story that it has most in common with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from math import fsum
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.records.name import Entity
from tawatur.resources import load
from tawatur.stories.numbered import Words
from tawatur.stories.rarity import Around
from tawatur.stories.tellings import FEW, Tellings
from tawatur.stories.terms import Terms
from tawatur.stories.told import stems

_APART = 2  # days between two stories, below which they would be one or none of each other's business
# One actor is enough that no more of the stories have, else two are wanted.
_RARE = 0.0025
# Least numbers of words, and the least weight (minus the logarithm of the share of stories) of those in both headlines. Of 40 links drawn from 122 of the
# 20,000 corpus articles about ten were wrong where one word of the headlines was enough; of the 17 among them with two such words two were wrong.
_MATTER = 3
_HEADLINE = 2
_HEADLINE_WEIGHT = 10.0

Pair = tuple[str, str]  # a story and an earlier one
Longest = Callable[[str], str]  # the longest form of an entity


class Continuation(NamedTuple):
    """A story, the earlier one that it goes on with, and the actors and words that both have, as written."""

    story: str
    earlier: str
    actors: tuple[str, ...]
    words: tuple[str, ...]


def longest(entities: Mapping[str, Entity]) -> Longest:
    """Give the function that gives the longest form of each of `entities`, which are by id."""
    return lambda entity: max(entities[entity].forms, key=lambda form: (len(form), form))


def likely(tellings: Tellings, new: AbstractSet[str], rarer: AbstractSet[str]) -> set[Pair]:
    """Give the pairs of stories that have an actor that is not common, and words enough, were no word common.

    Those are given of which one is `new`, or both have an actor of `rarer`. Cost: stories that share an actor, no others.
    """
    told, actors, limit = tellings.stories, tellings.actors, tellings.limit
    wanted = {actor for name in new for actor in told[name].actors if actors[actor] <= limit} | rarer
    by_actor: dict[str, list[str]] = defaultdict(list)
    for name, one in told.items():
        if one.day is not None:
            for actor in wanted.intersection(one.actors):
                by_actor[actor].append(name)
    found = {
        (name, other) if _days(told, name, other) > 0 else (other, name)
        for actor, names in by_actor.items()
        for name in (names if actor in rarer else filter(new.__contains__, names))
        for other in names
        if abs(_days(told, name, other)) > _APART
    }
    return {(later, earlier) for later, earlier in found if _alike(tellings, told[later], told[earlier])}


def _days(told: Mapping[str, Terms], one: str, other: str) -> int:
    """How many days a story is after another."""
    return (told[one].day or 0) - (told[other].day or 0)


def _alike(tellings: Tellings, one: Terms, other: Terms) -> bool:
    """Whether two stories share words enough, in headlines too."""
    heading = tellings.set(one.title) & tellings.set(other.title)
    if len(heading) < _HEADLINE:
        return False
    matter = tellings.set(one.half) & tellings.set(other.half)
    return len(matter) >= _MATTER and len(matter & heading) >= _HEADLINE


def continued(pairs: Iterable[Pair], tellings: Tellings, words: Words, form: Longest) -> Iterator[Continuation]:
    """Give of each story that goes on with an earlier one that story, by the `likely` pairs."""
    weigh = _Weights(tellings, words, form)
    best: dict[str, tuple[float, str]] = {}
    for later, earlier in pairs:
        weight = weigh.of(later, earlier)
        if weight:
            best[later] = min((-weight, earlier), best.get(later, (0.0, "")))
    for later, (_, earlier) in best.items():
        actors = sorted(form(actor) for actor in weigh.actors(later) & weigh.actors(earlier))
        yield Continuation(later, earlier, tuple(actors), tuple(sorted(weigh.matter(later, earlier))))


class _Weights:
    """How much two stories have in common."""

    def __init__(self, tellings: Tellings, words: Words, form: Longest) -> None:
        stories = len(tellings.stories)
        self._tellings = tellings
        self._words = words
        self._form = form
        self._rare = max(FEW, int(_RARE * stories))
        self._counts: dict[str, int] = {}  # of the words that were asked for
        self._of_words = Around(self._counts, stories, stories)
        self._of_actors = Around(tellings.actors, stories, stories)
        self._acting: dict[str, frozenset[str]] = {}

    def actors(self, story: str) -> frozenset[str]:
        """Who acts in a story and is not of the press."""
        if story not in self._acting:
            told = self._tellings.stories[story].actors
            self._acting[story] = frozenset(actor for actor in told if fold(self._form(actor)) not in _press())
        return self._acting[story]

    def matter(self, one: str, other: str) -> frozenset[str]:
        """The rare stems of both that are not of their actors' names."""
        told, halves = self._tellings, self._tellings.halves
        shared = told.set(told.stories[one].half) & told.set(told.stories[other].half)
        rare = {self._words.word(number): halves[number] for number in shared if halves[number] <= told.limit}
        self._counts.update(rare)
        names = (self._form(actor) for actor in self.actors(one) | self.actors(other))
        return frozenset(rare).difference(*map(stems, names))

    def _enough(self, shared: AbstractSet[str]) -> bool:
        """Whether these actors are enough for two stories to have in common."""
        counts, limit = self._tellings.actors, self._tellings.limit
        return sum(2 if counts[actor] <= self._rare else counts[actor] <= limit for actor in shared) > 1

    def of(self, one: str, other: str) -> float:
        """The weight of what both have, 0 where it is too little."""
        told = self._tellings
        if not self._enough(frozenset(told.stories[one].actors).intersection(told.stories[other].actors)):
            return 0.0  # most are, and need not be known by name
        shared = self.actors(one) & self.actors(other)
        if not self._enough(shared):
            return 0.0
        matter = self.matter(one, other)
        titles = told.set(told.stories[one].title) & told.set(told.stories[other].title)
        heading = matter.intersection(map(self._words.word, titles))
        if len(matter) < _MATTER or len(heading) < _HEADLINE or fsum(map(self._of_words.of, heading)) < _HEADLINE_WEIGHT:
            return 0.0
        return fsum([*(self._of_actors.of(actor, 0.0) for actor in shared), *map(self._of_words.of, matter)])


@cache
def _press() -> frozenset[str]:
    outlets = [name for row in load("outlets")["outlets"] for name in row["ar"]]
    agencies = [form for row in load("agencies")["agencies"] for kind in ("sure", "form") for form in row.get(kind, ())]
    return frozenset(map(fold, [*outlets, *agencies]))
