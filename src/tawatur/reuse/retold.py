"""Sentences told again in other words: rare content words in common, weighted by how rare they are.

Precision comes first: a retelling is only looked for where two sentences share several rare words, and only kept where
most of what both say is shared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum, log
from typing import NamedTuple

from tawatur.records.passage import Contents, Match, Pair, Region, Scarce
from tawatur.reuse.contents import LEAST
from tawatur.reuse.scarce import MOST

RARE = MOST  # sentences that a word may stand in to propose a pair
LEAST_RARE = 3  # such words that two sentences share
_CONTAINED = 0.58  # share of the weight of the lighter sentence
_COVERED = 0.34  # share of the weight of both
# a document and a sentence of it as one number, the sentence in the last bits: half as long to count as tuples
_BITS = 32
_AT = (1 << _BITS) - 1
_DIGITS = 2  # of the score: one article more changes the weights of all words a little, and retellings that stand stay as they were told
# sentences that are thought of as standing beside these: among a few of one matter its words would else seem common
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


def retold(contents: Mapping[str, Contents], scarce: Scarce) -> dict[Pair, list[Match]]:
    """Give the sentences that two documents tell in other words, or copy, by the documents' ids in order. `scarce` was counted of all of them."""
    weights = Weights(scarce.frequency, sum(len(words.sentences) for words in contents.values()))
    found: dict[Pair, list[Match]] = defaultdict(list)
    for one, other in _proposed(contents, scarce):
        match = match_of(one, other, weights)
        if match is not None:
            found[one.document, other.document].append(match)
    return {pair: sorted(matches) for pair, matches in sorted(found.items())}


def _proposed(contents: Mapping[str, Contents], scarce: Scarce) -> Iterator[tuple[Told, Told]]:
    """Pairs of sentences of two documents that share several rare words, the one of the smaller id first."""
    documents = sorted(scarce.places)
    met: Counter[tuple[int, int]] = Counter()
    for having in _having(documents, scarce).values():
        met.update(combinations(having, 2))
    for (one, other), count in met.items():
        if count >= LEAST_RARE and one >> _BITS != other >> _BITS:
            a, b = (_told(contents, documents[place >> _BITS], place & _AT) for place in (one, other))
            yield a, b


def _having(documents: Sequence[str], scarce: Scarce) -> dict[int, list[int]]:
    """The sentences of each rare word, in order, that have several such words: number of the document and, in the last bits, of the sentence."""
    rare = {word for word, count in scarce.frequency.items() if 1 < count <= RARE}
    standing = [
        (word, number << _BITS | at)
        for number, document in enumerate(documents)
        for word, at in zip(*scarce.places[document], strict=True)
        if word in rare
    ]
    many = Counter(place for _, place in standing)
    found: dict[int, list[int]] = defaultdict(list)
    for word, place in standing:
        if many[place] >= LEAST_RARE:
            found[word].append(place)
    return found


def _told(contents: Mapping[str, Contents], document: str, at: int) -> Told:
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
