"""Sentences told again in other words within the days for which a report is carried.

What is rare is told there by the sentences of these days alone: words that few of them have propose a pair, and weigh much, however large
the collection grows; and an article that is added touches what is told of its own days, and nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from tawatur.records.passage import Contents, Match, Pair
from tawatur.reuse.contents import LEAST
from tawatur.reuse.days import APART
from tawatur.reuse.weights import Weights, match_of, sentences, told

# sentences of the days around that a word may stand in to propose a pair, and such words in common. bench/retelling.py measures them: of 319
# pairs of sentences of three days that are kept once they are looked at, words that are rare in all that is known propose 58, these 263
RARE = 30
LEAST_RARE = 2


def by_day(days: Mapping[str, int]) -> dict[int, list[str]]:
    """Give the documents of each day, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    for document in sorted(days):
        found[days[document]].append(document)
    return dict(found)


def are_near(days: Mapping[str, int], a: str, b: str) -> bool:
    """Whether two documents are of days no further apart than a report is carried."""
    return a in days and b in days and abs(days[a] - days[b]) <= APART


def retold_on(day: int, dated: Mapping[int, Sequence[str]], contents: Mapping[str, Contents]) -> dict[Pair, tuple[Match, ...]]:
    """Give the sentences that documents of a day and those of the same and of the days before tell in other words, or copy.

    `dated` has the documents of each day. Pairs of documents are by their ids in order.
    """
    before = [document for earlier in range(day - APART, day) for document in dated.get(earlier, ())]
    window = [*before, *dated[day]]
    often = Counter(chain.from_iterable(contents[document].words for document in window))
    weights = Weights(often, sum(len(contents[document].sentences) for document in window))
    found: dict[Pair, list[Match]] = defaultdict(list)
    for one, other in _proposed(before, dated[day], contents, often):
        first, second = (told(contents, *place) for place in sorted((one, other)))
        match = match_of(first, second, weights)
        if match is not None:
            found[first.document, second.document].append(match)
    return {pair: tuple(sorted(matches)) for pair, matches in sorted(found.items())}


_Place = tuple[str, int]  # a document, and which of its sentences that have enough content words


def _proposed(
    before: Sequence[str], today: Sequence[str], contents: Mapping[str, Contents], often: Mapping[int, int]
) -> Iterator[tuple[_Place, _Place]]:
    """Pairs of sentences of two documents, one of them of today, that share several rare words and enough words at all."""
    rare = frozenset(word for word, count in often.items() if 1 < count <= RARE)
    places: dict[int, list[int]] = defaultdict(list)
    every: list[tuple[_Place, Sequence[int]]] = []
    for number, document in enumerate(chain(before, today)):
        having: list[tuple[int, frozenset[int]]] = []
        for at, words in enumerate(sentences(contents[document])):
            few = rare.intersection(words)
            if len(few) < LEAST_RARE:
                continue
            if number >= len(before):
                for other in _sharing(few, places):
                    if len(frozenset(words).intersection(every[other][1])) >= LEAST:
                        yield every[other][0], (document, at)
            having.append((len(every), few))
            every.append(((document, at), words))
        for at, few in having:  # only now: a document is not compared with itself
            for word in few:
                places[word].append(at)


def _sharing(words: Iterable[int], places: Mapping[int, list[int]]) -> list[int]:
    """The sentences that have several of these words."""
    having = [places[word] for word in words if word in places]
    if len(having) < LEAST_RARE:
        return []
    return [other for other, count in Counter(chain.from_iterable(having)).items() if count >= LEAST_RARE]
