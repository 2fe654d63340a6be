"""Words that nobody copies from anybody: titles, blessings, lines of descent, and what stands in very many articles."""

from __future__ import annotations

from array import array
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.resources import load
from tawatur.reuse.candidates import grams
from tawatur.reuse.pages import Keys

# a run of five words in more articles than this is a standing phrase: the most copied text of the corpus that is news stands in 24
_STANDING = 30


@cache
def _words() -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The keys of words of protocol, of those that join a name to its father's, and of those that join words to a sentence."""
    keys = Keys()
    groups = load("formulae")["words"]
    every = frozenset(keys[fold(word)] for group in groups for word in group["of"])
    lines = frozenset(keys[fold(word)] for group in groups if group["kind"] == "line of a family" for word in group["of"])
    joints = frozenset(keys[fold(word)] for word in load("formulae")["joints"]["of"])
    return every, lines, joints


def formulae() -> frozenset[int]:
    """The keys of words of rank, protocol and blessing."""
    return _words()[0]


class Protocol:
    """Tells which words of a run are common property. `frequencies` says in how many articles a fingerprint stands."""

    def __init__(self, standing: frozenset[int]) -> None:
        self._standing = standing

    def solid(self, keys: array[int]) -> int:
        """How many of the words are somebody's own."""
        every, lines, _ = _words()
        common = [key in every for key in keys]
        for at, key in enumerate(keys):
            if key in lines:
                common[max(0, at - 1) : at + 2] = [True] * (min(len(keys), at + 2) - max(0, at - 1))
        if self._standing:
            for at, value in enumerate(grams(keys)):
                if value in self._standing:
                    common[at : at + 5] = [True] * 5
        return common.count(False)

    def joints(self, keys: array[int]) -> int:
        """How many of the words join others to a sentence (prepositions, pronouns, particles): a list of titles has none."""
        joints = _words()[2]
        return sum(key in joints for key in keys)


def standing(frequencies: dict[int, int]) -> frozenset[int]:
    """Give the fingerprints that stand in very many articles."""
    return frozenset(value for value, count in frequencies.items() if count > _STANDING)
