"""A profile with the rarity of its words and names on its day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from math import fsum, sqrt
from operator import mul

from tawatur.stories.daily import NAME
from tawatur.stories.profile import Profile
from tawatur.stories.profiles import Profiles
from tawatur.stories.rarity import Around, Rarity
from tawatur.stories.roots import root

TELLING = 3.0  # a name rarer than one in e^3 = 20 articles tells happenings apart


class Weighed:
    """`words` is the rarity of every word on its day, and `among` how many articles of near days there are to compare with. All else is worked out when it
    is first asked for: most pairs are told apart by few of their words.
    """

    def __init__(self, profile: Profile, words: Weights) -> None:
        self.profile = profile
        self.words = words
        self.among = words.around.among

    @cached_property
    def names(self) -> dict[str, float]:
        """The names with their rarity."""
        return {name: self.words.of_name(name, expected) for name, expected in self.profile.named.items()}

    @cached_property
    def roots(self) -> dict[str, float]:
        """What is left of the words beneath their patterns, with the rarity of the commonest word of each."""
        found: dict[str, float] = {}
        for word in self.profile.stems:
            bare, weight = root(word), self.words[word]
            if weight <= found.get(bare, weight):
                found[bare] = weight
        return found

    @cached_property
    def length(self) -> float:
        """The length, as a vector, of the words."""
        return _norm([self.words[word] for word in self.profile.stems])

    @cached_property
    def title(self) -> dict[str, float]:
        """The words of the headline with their rarity."""
        return {word: self.words[word] for word in self.profile.title}

    @cached_property
    def opening(self) -> dict[str, float]:
        """The words of the opening with their rarity."""
        return {word: self.words[word] for word in self.profile.opening}

    @cached_property
    def heading(self) -> float:
        """The length of the headline's words."""
        return _norm(self.title.values())

    @cached_property
    def first(self) -> float:
        """The length of the opening's words."""
        return _norm(self.opening.values())

    @cached_property
    def deep(self) -> float:
        """The length of the roots."""
        return _norm(self.roots.values())

    @cached_property
    def called(self) -> float:
        """The length of the names."""
        return _norm(self.names.values())

    @cached_property
    def headline(self) -> float:
        """The rarity of the words of the headline together."""
        return fsum(self.title.values())

    @cached_property
    def telling(self) -> frozenset[str]:
        """The names that tell happenings apart."""
        return frozenset(name for name, weight in self.names.items() if weight >= TELLING)

    @cached_property
    def people(self) -> frozenset[str]:
        """Those of them that are people."""
        return self.telling & self.profile.people

    @cached_property
    def places(self) -> frozenset[str]:
        """Those of them that are places."""
        return self.telling & self.profile.places


class Weighing(Mapping[str, Weighed]):
    """The profiles with their weights, each weighed when it is first asked for; those of one day by the same counts."""

    def __init__(self, profiles: Profiles, rarity: Rarity) -> None:
        self._profiles = profiles
        self._rarity = rarity
        self._around: dict[int | None, Weights] = {}
        self._found: dict[str, Weighed] = {}

    def __getitem__(self, name: str) -> Weighed:
        found = self._found.get(name)
        if found is None:
            one = self._profiles[name]
            found = self._found[name] = Weighed(one, self._weights(one))
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._profiles)

    def __len__(self) -> int:
        return len(self._profiles)

    def among(self, name: str) -> int:
        """Give how many articles there are to compare with one, it too."""
        return self._rarity.among(self._profiles.days[name])

    def _weights(self, one: Profile) -> Weights:
        if one.ordinal not in self._around:
            self._around[one.ordinal] = Weights(self._rarity.around(one.ordinal))
        return self._around[one.ordinal]


class Weights(dict[str, float]):
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


def _norm(weights: Collection[float]) -> float:
    return sqrt(fsum(map(mul, weights, weights)))


def cosine(one: Mapping[str, float], other: Mapping[str, float], common: Collection[str], norms: float) -> float:
    """Give the cosine of two weighed sets by what is common to them; 0 where one of them weighs nothing."""
    return fsum(map(mul, map(one.__getitem__, common), map(other.__getitem__, common))) / norms if norms else 0.0
