"""A profile with the rarity of its words and names in the days around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import fsum, sqrt
from typing import NamedTuple

from tawatur.stories.profile import Profile
from tawatur.stories.rarity import Around, Rarity
from tawatur.stories.roots import root

_NAME = "="  # before an entity, so that it is no word


class Weighed(NamedTuple):
    """`words`, `roots` and `names` with their rarity, and `among` how many articles of the days around they were counted.

    `length`, `heading`, `first`, `deep` and `called` are the lengths, as vectors, of words, headline, opening, roots and names.
    """

    profile: Profile
    words: Mapping[str, float]
    roots: Mapping[str, float]
    names: Mapping[str, float]
    length: float
    heading: float
    first: float
    deep: float
    called: float
    among: int

    def headline(self) -> float:
        """Give the rarity of the words of the headline, together."""
        return fsum(self.words[word] for word in self.profile.title)


def weighed(profiles: Mapping[str, Profile]) -> dict[str, Weighed]:
    """Weigh the profiles; those of one day are weighed by the same counts."""
    rarity = Rarity((_day(one), _terms(one)) for one in profiles.values())
    around: dict[int | None, Around] = {}
    found: dict[str, Weighed] = {}
    for name, one in profiles.items():
        day = _day(one)
        if day not in around:
            around[day] = rarity.around(day)
        found[name] = _weighed(one, around[day])
    return found


def _weighed(one: Profile, around: Around) -> Weighed:
    words = {word: around.of(word) for word in sorted(one.stems)}
    names = {name: around.of(_NAME + name, expected) for name, expected in sorted(one.named.items())}
    roots: dict[str, float] = {}
    for word, weight in words.items():
        roots[root(word)] = min(weight, roots.get(root(word), weight))
    return Weighed(
        profile=one,
        words=words,
        roots=roots,
        names=names,
        length=_norm(words.values()),
        heading=_norm(words[word] for word in one.title),
        first=_norm(words[word] for word in one.opening),
        deep=_norm(roots.values()),
        called=_norm(names.values()),
        among=around.among,
    )


def _norm(weights: Iterable[float]) -> float:
    return sqrt(fsum(weight * weight for weight in weights))


def _day(one: Profile) -> int | None:
    return one.day.toordinal() if one.day else None


def _terms(one: Profile) -> Iterator[str]:
    yield from one.stems
    for name in one.names:
        yield _NAME + name


def cosine(one: Mapping[str, float], other: Mapping[str, float], common: Iterable[str], norms: float) -> float:
    """Give the cosine of two weighed sets by what is common to them; 0 where one of them is empty."""
    return fsum(one[word] * other[word] for word in common) / norms if norms else 0.0
