"""Whether two sentences tell the same: by what their words weigh, the rarer the more."""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum, log
from typing import NamedTuple

from tawatur.records.passage import Contents, Match, Region
from tawatur.reuse.contents import LEAST

_CONTAINED = 0.58  # share of the weight of the lighter sentence
_COVERED = 0.34  # share of the weight of both
_DIGITS = 2  # of the score: one article more changes the weights of all words a little, and retellings that stand stay as they were told
# sentences that are thought of as standing beside these: among a few of one matter its words would else seem common. The decision hangs little
# on it: of 225 labelled pairs, 108 of them retellings, it keeps 56 right and 6 wrong by the weights of 4,248 articles and by those of 150
_OTHERS = 1000


class Told(NamedTuple):
    """A sentence as the set of its content words."""

    document: str
    number: int
    words: frozenset[int]


class Weights(dict[int, float]):
    """The weight of a word by how many of the sentences have it, worked out when it is first asked for."""

    def __init__(self, frequency: Mapping[int, int], sentences: int) -> None:
        super().__init__()
        self._frequency, self._sentences = frequency, sentences

    def __missing__(self, word: int) -> float:
        self[word] = value = log(1 + (self._sentences + _OTHERS) / (self._frequency[word] + 1))
        return value


def told(contents: Mapping[str, Contents], document: str, at: int) -> Told:
    """Give a sentence of a document: the one of number `at` among those that have enough content words."""
    one = contents[document]
    start = one.ends[at - 1] if at else 0
    return Told(document, one.sentences[at], frozenset(one.words[start : one.ends[at]]))


def match_of(one: Told, other: Told, weights: Mapping[int, float]) -> Match | None:
    """Give what two sentences tell alike, if it is enough for a retelling; `weights` has those of all their words."""
    common = one.words & other.words
    if len(common) < LEAST:
        return None
    # fsum gives the same in whatever order a set gives its words
    weight, mine, yours = (fsum(weights[word] for word in words) for words in (common, one.words, other.words))
    if weight < _CONTAINED * min(mine, yours) or weight < _COVERED * (mine + yours - weight):
        return None
    score = round(weight / min(mine, yours), _DIGITS)
    return Match(one.number, other.number, len(common), score, Region(), retold=True)
