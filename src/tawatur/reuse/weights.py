"""Whether two sentences tell the same: by what their words weigh, the rarer the more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat
from math import fsum, log
from typing import NamedTuple

from tawatur.records.passage import Contents, Match, Pair, Region
from tawatur.reuse.contents import LEAST, occasions
from tawatur.reuse.values import at_odds

_CONTAINED = 0.58  # share of the weight of the lighter sentence
_COVERED = 0.34  # share of the weight of both
# words in common that are not those of telegrams, receptions and condolences. Of 97 pairs of sentences that otherwise agree
# (bench/gold/retold_seen.jsonl) this refuses 6 of the 37 that tell of two things, and one of the 60 that tell of one
_OWN = 4
_DIGITS = 2  # of the score: one article more changes the weights of all words a little, and retellings that stand stay as they were told
# sentences that are thought of as standing beside these: among a few of one matter its words would else seem common. The decision hangs little
# on it: of 225 labelled pairs, 108 of them retellings, it keeps 56 right and 6 wrong by the weights of 4,248 articles and by those of 150
_OTHERS = 1000


class Told(NamedTuple):
    """A sentence as its content words."""

    document: str
    number: int
    words: frozenset[int]


class Weights(dict[int, float]):
    """The weight of a word by how many of the sentences have it, worked out when it is first asked for, as those of sentences are.

    What is written in digits weighs nothing: it tells two things of one form from one another.
    """

    def __init__(self, frequency: Mapping[int, int], sentences: int) -> None:
        super().__init__()
        self._frequency, self._sentences = frequency, sentences
        self._of: dict[tuple[str, int], float] = {}

    def __missing__(self, word: int) -> float:
        self[word] = value = 0.0 if word < 0 else log(1 + (self._sentences + _OTHERS) / (self._frequency[word] + 1))
        return value

    def together(self, words: Iterable[int]) -> float:
        """The weight of some words, the same in whatever order they come."""
        return fsum(map(self.__getitem__, words))

    def of(self, one: Told) -> float:
        """The weight of all words of a sentence."""
        place = one.document, one.number
        if place not in self._of:
            self._of[place] = self.together(one.words)
        return self._of[place]


def told_by(document: str, one: Contents) -> Iterator[Told]:
    """Give the sentences of a document that have enough content words."""
    return map(Told, repeat(document), one.sentences, map(frozenset, one.each()))


def told(document: str, one: Contents, at: int) -> Told:
    """Give the sentence of a document that has the number `at` among these."""
    start = one.ends[at - 1] if at else 0
    return Told(document, one.sentences[at], frozenset(one.words[start : one.ends[at]]))


def matched(pairs: Iterable[tuple[Told, Told]], weights: Weights) -> dict[Pair, tuple[Match, ...]]:
    """Give what pairs of sentences tell alike, where it is enough, by the pairs of their documents, in order."""
    found: dict[Pair, list[Match]] = defaultdict(list)
    for one, other in pairs:
        match = match_of(one, other, weights)
        if match is not None:
            found[one.document, other.document].append(match)
    return {pair: tuple(sorted(matches)) for pair, matches in sorted(found.items())}


def match_of(one: Told, other: Told, weights: Weights) -> Match | None:
    """Give what two sentences tell alike, if it is enough for a retelling; `weights` has those of all their words."""
    common = {word for word in one.words & other.words if word >= 0}
    if len(common) < LEAST:
        return None
    weight, mine, yours = weights.together(common), weights.of(one), weights.of(other)
    if weight < _CONTAINED * min(mine, yours) or weight < _COVERED * (mine + yours - weight):
        return None
    if len(common - occasions()) < _OWN or at_odds(one.words, other.words):
        return None
    score = round(weight / min(mine, yours), _DIGITS)
    return Match(one.number, other.number, len(common), score, Region(), retold=True)
