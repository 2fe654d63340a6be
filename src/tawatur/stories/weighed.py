"""A profile with the rarity of its words and names on its day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import fsum, sqrt
from operator import mul
from typing import NamedTuple

from tawatur.stories.daily import NAME
from tawatur.stories.profile import Profile
from tawatur.stories.profiles import Profiles
from tawatur.stories.rarity import Around, Rarity
from tawatur.stories.roots import root

TELLING = 3.0  # a name rarer than one in e^3 = 20 articles tells happenings apart


class Weighed(NamedTuple):
    """`words`, `roots` and `names` with their rarity and `among` how many articles of near days there are to compare with.

    `length`, `heading`, `first`, `deep` and `called` are the lengths, as vectors, of words, headline, opening, roots and names;
    `headline` is the rarity of the words of the headline together. `telling` are the names that tell happenings apart, `people` and
    `places` those of them that are people and places.
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
    headline: float
    telling: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    among: int


class Weighing(Mapping[str, Weighed]):
    """The profiles with their weights, each weighed when it is first asked for; those of one day by the same counts."""

    def __init__(self, profiles: Profiles, rarity: Rarity) -> None:
        self._profiles = profiles
        self._rarity = rarity
        self._around: dict[int | None, _Weights] = {}
        self._found: dict[str, Weighed] = {}

    def __getitem__(self, name: str) -> Weighed:
        found = self._found.get(name)
        if found is None:
            one = self._profiles[name]
            found = self._found[name] = _weighed(one, self._weights(one))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._profiles)

    def __len__(self) -> int:
        return len(self._profiles)

    def among(self, name: str) -> int:
        """Give how many articles there are to compare with one, it too."""
        return self._rarity.among(self._profiles.days[name])

    def _weights(self, one: Profile) -> _Weights:
        if one.ordinal not in self._around:
            self._around[one.ordinal] = _Weights(self._rarity.around(one.ordinal))
        return self._around[one.ordinal]


class _Weights(dict[str, float]):
    """The rarity of words on one day, each worked out when it is first asked for."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.around = around

    def __missing__(self, word: str) -> float:
        self[word] = value = self.around.of_many(word)
        return value

    def of_name(self, name: str, expected: float) -> float:
        """The rarity of an entity; `expected` is the share of articles in which its words are."""
        return self.around.of_many(NAME + name, expected)


def _weighed(one: Profile, weights: _Weights) -> Weighed:
    around = weights.around
    words = {word: weights[word] for word in one.stems}
    names = {name: weights.of_name(name, expected) for name, expected in one.named.items()}
    telling = frozenset(name for name, weight in names.items() if weight >= TELLING)
    roots: dict[str, float] = {}
    for word, weight in words.items():
        bare = root(word)
        roots[bare] = min(weight, roots.get(bare, weight))
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
        headline=fsum(words[word] for word in one.title),
        telling=telling,
        people=telling & one.people,
        places=telling & one.places,
        among=around.among,
    )


def _norm(weights: Iterable[float]) -> float:
    return sqrt(fsum(weight * weight for weight in weights))


def cosine(one: Mapping[str, float], other: Mapping[str, float], common: Collection[str], norms: float) -> float:
    """Give the cosine of two weighed sets by what is common to them; 0 where one of them is empty."""
    return fsum(map(mul, map(one.__getitem__, common), map(other.__getitem__, common))) / norms if norms else 0.0
