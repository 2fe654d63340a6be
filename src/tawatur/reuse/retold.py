"""Sentences told again in other words: rare content words in common, weighted by how rare they are.

Precision comes first: a retelling is only looked for where two sentences share several rare words, and only kept where
most of what both say is shared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from math import fsum, log
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.records.passage import Match, Region
from tawatur.resources import load
from tawatur.reuse.pages import Page
from tawatur.reuse.passages import Shared

_RARE = 15  # sentences that a word may stand in to propose a pair
_LEAST_RARE = 3  # such words that two sentences share
_LEAST_WORDS = 8
_LEAST_SHARED = 9  # content stems in common
_CONTAINED = 0.58  # share of the weight of the lighter sentence
_COVERED = 0.34  # share of the weight of both
# sentences that are thought of as standing beside these: among a few of one matter its words would else seem common
_OTHERS = 1000
_LETTERS = 3  # a stem shorter than this says little


_NONE: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


class Told(NamedTuple):
    """A sentence as the set of its stems."""

    document: str
    number: int
    stems: frozenset[str]


def retold(pages: Mapping[str, Page], texts: Mapping[str, str], copied: Iterable[Shared]) -> Iterator[Shared]:
    """Give the sentences that two documents tell in other words; a sentence that is `copied` between them is not told again."""
    told = list(_told(pages, texts))
    weights = _weights(told)
    known = _known(copied)
    found: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for one, other in _proposed(told):
        match = _match(one, other, weights)
        if match is None:
            continue
        pair = (one.document, other.document)
        mine, yours = known.get(pair, _NONE)
        if match.a not in mine and match.b not in yours:
            found[pair].append(match)
    for (a, b), matches in sorted(found.items()):
        yield Shared(a, b, tuple((match,) for match in sorted(matches)))


def _known(copied: Iterable[Shared]) -> dict[tuple[str, str], tuple[frozenset[int], frozenset[int]]]:
    """The sentences of each pair of documents that were found copied."""
    return {
        (one.a, one.b): (
            frozenset(match.a for passage in one.passages for match in passage),
            frozenset(match.b for passage in one.passages for match in passage),
        )
        for one in copied
    }


def _told(pages: Mapping[str, Page], texts: Mapping[str, str]) -> Iterator[Told]:
    stems: dict[str, str] = {}
    empty = _empty()
    for document, page in pages.items():
        for number, sentence in enumerate(page.sentences):
            if page.length(number) < _LEAST_WORDS:
                continue
            kept = set()
            for word in WORD.findall(fold(texts[document][sentence.start : sentence.end])):
                kept.add(stems.get(word) or stems.setdefault(word, stem(word)))
            content = frozenset(one for one in kept if len(one) >= _LETTERS) - empty
            if len(content) >= _LEAST_SHARED:
                yield Told(document, number, content)


@cache
def _empty() -> frozenset[str]:
    """The stems that say nothing of what happened: particles, words of newspapers, titles."""
    words = [*load("empty_words")["of"], *(word for group in load("formulae")["words"] for word in group["of"])]
    return frozenset(stem(fold(word)) for word in words)


def _weights(told: list[Told]) -> dict[str, float]:
    frequency = Counter(chain.from_iterable(one.stems for one in told))
    return {word: log(1 + (len(told) + _OTHERS) / (count + 1)) for word, count in frequency.items()}


def _proposed(told: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of sentences of two documents that share several rare stems, the one of the smaller id first."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for word in one.stems:
            if len(places[word]) <= _RARE:
                places[word].append(number)
    for number, one in enumerate(told):
        met = Counter(
            other
            for word in one.stems
            if len(places[word]) <= _RARE
            for other in places[word]
            if other > number and told[other].document != one.document
        )
        for other, count in sorted(met.items()):
            if count >= _LEAST_RARE:
                yield one, told[other]


def _match(one: Told, other: Told, weights: Mapping[str, float]) -> Match | None:
    common = one.stems & other.stems
    if len(common) < _LEAST_SHARED:
        return None
    # fsum gives the same in whatever order a set gives its words
    weight, mine, yours = (fsum(weights[word] for word in words) for words in (common, one.stems, other.stems))
    if weight < _CONTAINED * min(mine, yours) or weight < _COVERED * (mine + yours - weight):
        return None
    return Match(one.number, other.number, len(common), weight / min(mine, yours), Region(), retold=True)
