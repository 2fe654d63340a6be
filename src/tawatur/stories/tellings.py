"""What all stories tell, and in how many of them each word stands and each actor acts."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from tawatur.records.parts import unpacked
from tawatur.stories.terms import Terms

_COMMON = 0.02  # an actor or a word in more of the stories than this, and in more than a few, says nothing
FEW = 5


class Tellings:
    """What all stories tell, with the sets of numbers that were asked for."""

    def __init__(self, stories: Mapping[str, Terms], halves: array[int], every: array[int]) -> None:
        """`halves` and `every` count by number the stories of which half of the articles tell a word, and of which any does."""
        self.stories = stories
        self.halves = halves
        self.every = every
        self._sets: dict[bytes, frozenset[int]] = {}
        self._telling: dict[str, frozenset[int]] = {}

    def set(self, packed: bytes) -> frozenset[int]:
        """Give the numbers of a field of `Terms`."""
        if packed not in self._sets:
            self._sets[packed] = frozenset(unpacked(packed))
        return self._sets[packed]

    def telling(self, story: str) -> frozenset[int]:
        """Give the words that any of a story's articles tells."""
        found = self._telling.get(story)
        if found is None:
            found = self._telling[story] = frozenset(unpacked(self.stories[story].every))
        return found

    @cached_property
    def limit(self) -> int:
        """The most stories that may have what says something."""
        return max(FEW, int(_COMMON * len(self.stories)))

    @cached_property
    def common(self) -> frozenset[int]:
        """The words that stand in too many stories to say anything."""
        return frozenset(number for number, count in enumerate(self.every) if count > self.limit)

    @cached_property
    def actors(self) -> Counter[str]:
        """In how many stories each acts."""
        return Counter(actor for one in self.stories.values() for actor in one.actors)


def counted(before: array[int], gone: Iterable[bytes], come: Iterable[bytes], words: int) -> array[int]:
    """Give how many stories have each of so many words, from how many had it and what they tell no more and now."""
    found = array("I", before)
    found.extend([0] * (words - len(found)))
    for packed in gone:
        for number in unpacked(packed):
            found[number] -= 1
    for packed in come:
        for number in unpacked(packed):
            found[number] += 1
    return found
