"""Words that nobody copies from anybody: titles, blessings, lines of descent, and what stands in very many articles."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from itertools import chain

from tawatur.arabic.fold import fold
from tawatur.resources import load
from tawatur.reuse.pages import Keys
from tawatur.reuse.prints import grams


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
    """Tells which words of a run are common property; `standing` are the fingerprints that stand in very many texts."""

    def __init__(self, standing: frozenset[int]) -> None:
        self._standing = standing

    def solid(self, runs: Sequence[array[int]]) -> int:
        """How many of the words are somebody's own. A standing phrase is looked for inside each run, not from one to the next."""
        every, lines, _ = _words()
        keys = list(chain.from_iterable(runs))
        common = [key in every for key in keys]
        for at, key in enumerate(keys):
            if key in lines:
                common[max(0, at - 1) : at + 2] = [True] * (min(len(keys), at + 2) - max(0, at - 1))
        start = 0
        for run in runs if self._standing else ():
            for at, value in enumerate(grams(run), start):
                if value in self._standing:
                    common[at : at + 5] = [True] * 5
            start += len(run)
        return common.count(False)

    def joints(self, keys: array[int]) -> int:
        """How many of the words join others to a sentence (prepositions, pronouns, particles): a list of titles has none."""
        joints = _words()[2]
        return sum(key in joints for key in keys)
