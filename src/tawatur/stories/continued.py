"""A story that goes on with an earlier one, without pointing back: the same rare actors stand in both, on the same matter.

Actors are the people, bodies, events, products and laws that half of a story's headlines and leads name; the matter are the rare words that both stories share, of which
two must stand in the headlines of both. Who only speaks for every happening of a kind (a spokesman, an agency) goes on with
nothing by that. A story goes on with the one earlier story that it has most in common with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.records.collection import Collection
from tawatur.records.story import Story
from tawatur.resources import load
from tawatur.stories.profile import names_told
from tawatur.stories.rarity import Around
from tawatur.stories.told import stems, told

_APART = 2  # days between two stories, below which they would be one or none of each other's business
_COMMON = 0.02  # an actor or a word in more of the stories than this, and in more than a few, says nothing
_FEW = 5
# One actor is enough that no more of the stories have, else two are wanted.
_RARE = 0.0025
# Least numbers of words, and the least weight (minus the logarithm of the share of stories) of those in both headlines. Of 40 links drawn from 122 of the
# 20,000 corpus articles about ten were wrong where one word of the headlines was enough; of the 17 among them with two such words two were wrong.
_MATTER = 3
_HEADLINE = 2
_HEADLINE_WEIGHT = 10.0
_ACTING = frozenset({"person", "organization", "event", "product", "law"})


class Continuation(NamedTuple):
    """A story, the earlier one that it goes on with, and the actors and words that both have, as written."""

    story: str
    earlier: str
    actors: tuple[str, ...]
    words: tuple[str, ...]


class _About(NamedTuple):
    actors: frozenset[str]
    stems: frozenset[str]
    title: frozenset[str]
    named: frozenset[str]  # the stems of its actors' names


def continued(collection: Collection, stories: Sequence[Story]) -> Iterator[Continuation]:
    """Give of each story that goes on with an earlier one that story. Cost: stories that share an actor, no others."""
    forms = _forms(collection, stories)
    about = {one.id: _about(collection, one, forms) for one in stories}
    dated = {one.id: one for one in stories if one.date}
    limit = max(_FEW, int(_COMMON * len(stories)))
    weigh = _Weights(about.values(), len(stories), limit)
    by_actor: dict[str, list[str]] = defaultdict(list)
    for name in dated:
        for actor in about[name].actors:
            by_actor[actor].append(name)
    for one in dated.values():
        met = {other for actor in about[one.id].actors if weigh.rare_actor(actor) for other in by_actor[actor]}
        found = [
            (weight, other) for other in met if _apart(one, dated[other]) and (weight := weigh.of(about[one.id], about[other]))
        ]
        if found:
            earlier = min(found, key=lambda row: (-row[0], row[1]))[1]
            actors = sorted(forms[actor] for actor in about[one.id].actors & about[earlier].actors)
            yield Continuation(one.id, earlier, tuple(actors), tuple(sorted(weigh.matter(about[one.id], about[earlier]))))


class _Weights:
    """How much two stories have in common."""

    def __init__(self, about: Iterable[_About], stories: int, limit: int) -> None:
        rows = list(about)
        self._limit = limit
        self._rare = max(_FEW, int(_RARE * stories))
        self._actors = Counter(actor for one in rows for actor in one.actors)
        self._stems = Counter(word for one in rows for word in one.stems)
        self._of_words = Around(self._stems, stories, stories)
        self._of_actors = Around(self._actors, stories, stories)

    def rare_actor(self, actor: str) -> bool:
        return self._actors[actor] <= self._limit

    def matter(self, one: _About, other: _About) -> frozenset[str]:
        """The rare stems of both that are not of their actors' names."""
        shared = (one.stems & other.stems) - one.named - other.named
        return frozenset(word for word in shared if not word.isdigit() and self._stems[word] <= self._limit)

    def of(self, one: _About, other: _About) -> float:
        """The weight of what both have, 0 where it is too little."""
        shared = one.actors & other.actors
        if sum(2 if self._actors[actor] <= self._rare else self.rare_actor(actor) for actor in shared) < 2:
            return 0.0
        matter = self.matter(one, other)
        heading = matter & one.title & other.title
        if len(matter) < _MATTER or len(heading) < _HEADLINE or sum(map(self._of_words.of, heading)) < _HEADLINE_WEIGHT:
            return 0.0
        return sum(self._of_actors.of(actor, 0.0) for actor in shared) + sum(map(self._of_words.of, matter))


def _about(collection: Collection, story: Story, forms: Mapping[str, str]) -> _About:
    words = [told(collection, document) for document in story.documents]
    named = [frozenset(str(one.entity) for one in names_told(collection, document)) for document in story.documents]
    actors = frozenset(actor for actor in _of_half(named) if actor in forms)
    return _About(
        actors=actors,
        stems=_of_half([one.stems for one in words]),
        title=_of_half([one.title for one in words]),
        named=frozenset[str]().union(*(stems(forms[actor]) for actor in actors)),
    )


def _of_half(terms: Sequence[frozenset[str]]) -> frozenset[str]:
    """The terms of half of a story's articles."""
    counts = Counter(term for one in terms for term in one)
    return frozenset(term for term, count in counts.items() if 2 * count >= len(terms))


def _forms(collection: Collection, stories: Sequence[Story]) -> dict[str, str]:
    """The entities that act and are not of the press, each with its longest form."""
    found: dict[str, str] = {}
    for story in stories:
        for document in story.documents:
            for name in collection.settled[document].names:
                if name.entity and name.type in _ACTING:
                    longest, text = found.get(name.entity, ""), name.text
                    if text != longest and (len(text), text) > (len(longest), longest):
                        found[name.entity] = text
    return {entity: form for entity, form in found.items() if fold(form) not in _press()}


@cache
def _press() -> frozenset[str]:
    outlets = [name for row in load("outlets")["outlets"] for name in row["ar"]]
    agencies = [form for row in load("agencies")["agencies"] for kind in ("sure", "form") for form in row.get(kind, ())]
    return frozenset(map(fold, [*outlets, *agencies]))


def _apart(story: Story, earlier: Story) -> bool:
    return (date.fromisoformat(str(story.date)) - date.fromisoformat(str(earlier.date))).days > _APART
