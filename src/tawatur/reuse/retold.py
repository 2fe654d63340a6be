"""Sentences told again in other words by articles of which no days are known, or days further apart than a report is carried.

Precision comes first: a retelling is only looked for where two sentences share several words that are rare in all that is known, and only
kept where most of what both say is shared. What is told again within a few days, `nearby` finds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tawatur.records.passage import Contents, Match, Pair, Scarce
from tawatur.reuse.nearby import are_near
from tawatur.reuse.scarce import MOST
from tawatur.reuse.weights import Told, Weights, matched, told

RARE = MOST  # sentences that a word may stand in to propose a pair
LEAST_RARE = 3  # such words that two sentences share
# a document and a sentence of it as one number, the sentence in the last bits: half as long to count as tuples
_BITS = 32
_AT = (1 << _BITS) - 1


def retold(contents: Mapping[str, Contents], scarce: Scarce, days: Mapping[str, int]) -> dict[Pair, tuple[Match, ...]]:
    """Give the sentences that two documents tell in other words, or copy, by the documents' ids in order.

    `scarce` was counted of all of them; `days` has the days of those of which they are known: what is told within few of these is not
    looked for here.
    """
    weights = Weights(scarce.frequency, sum(len(words.sentences) for words in contents.values()))
    return matched(proposed(contents, scarce, days), weights)


def proposed(contents: Mapping[str, Contents], scarce: Scarce, days: Mapping[str, int]) -> Iterator[tuple[Told, Told]]:
    """Give the pairs of sentences of two documents that share several rare words, the one of the smaller id first."""
    documents = sorted(scarce.places)
    met: Counter[tuple[int, int]] = Counter()
    for having in _having(documents, scarce).values():
        met.update(combinations(having, 2))
    for (one, other), count in met.items():
        a, b = documents[one >> _BITS], documents[other >> _BITS]
        if count >= LEAST_RARE and a != b and not are_near(days, a, b):
            yield told(a, contents[a], one & _AT), told(b, contents[b], other & _AT)


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
