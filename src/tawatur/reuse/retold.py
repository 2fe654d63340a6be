"""Sentences told again in other words by articles of which no days are known, or days further apart than a report is carried.

Precision comes first: a retelling is only looked for where two sentences share several words that are rare in all that is known, and only
kept where most of what both say is shared. What is told again within a few days, `nearby` finds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, combinations

from tawatur.records.passage import Contents, Match, Pair
from tawatur.reuse.nearby import are_near
from tawatur.reuse.weights import Told, Weights, match_of, sentences, told

RARE = 15  # sentences that a word may stand in to propose a pair
LEAST_RARE = 3  # such words that two sentences share


def retold(contents: Mapping[str, Contents], days: Mapping[str, int]) -> dict[Pair, tuple[Match, ...]]:
    """Give the sentences that two documents tell in other words, or copy, by the documents' ids in order.

    `days` has the days of the documents of which they are known: what is told within few of them is not looked for here.
    """
    frequency = Counter(chain.from_iterable(words.words for words in contents.values()))
    weights = Weights(frequency, sum(len(words.sentences) for words in contents.values()))
    found: dict[Pair, list[Match]] = defaultdict(list)
    for one, other in _proposed(contents, frequency, days):
        match = match_of(one, other, weights)
        if match is not None:
            found[one.document, other.document].append(match)
    return {pair: tuple(sorted(matches)) for pair, matches in sorted(found.items())}


def _proposed(
    contents: Mapping[str, Contents], frequency: Mapping[int, int], days: Mapping[str, int]
) -> Iterator[tuple[Told, Told]]:
    """Pairs of sentences of two documents that share several rare words, the one of the smaller id first."""
    places: dict[int, list[tuple[str, int]]] = defaultdict(list)
    rare = {word for word, count in frequency.items() if 1 < count <= RARE}
    for document in sorted(contents):
        for at, words in enumerate(sentences(contents[document])):
            few = rare.intersection(words)
            if len(few) >= LEAST_RARE:
                for word in few:
                    places[word].append((document, at))
    met: Counter[tuple[tuple[str, int], tuple[str, int]]] = Counter()
    for having in places.values():
        met.update(combinations(having, 2))
    for (one, other), count in met.items():
        if count >= LEAST_RARE and one[0] != other[0] and not are_near(days, one[0], other[0]):
            yield told(contents, *one), told(contents, *other)
