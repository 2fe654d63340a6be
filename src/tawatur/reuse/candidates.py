"""Which pairs of texts may share a passage: those that meet in a rare fingerprint, or in two.

Whether two texts meet depends on the fingerprints that they share and on how many texts have each, so that
texts that are added make new pairs with those that they meet, and unmake or make others only where a fingerprint becomes common.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import NamedTuple

from tawatur.records.passage import Texts
from tawatur.reuse.index import Index

# a fingerprint of more texts than this is a standing phrase, and compared only along a chain: 154 of the corpus's 1.9 million;
# the most copied text of the corpus that is news stands in 24
MANY = 30
# a fingerprint of no more texts than this is enough for a pair; of more, two are wanted: a copied passage of twelve words has two
FEW = 6
CHAIN = 3  # how many neighbours in the order of their numbers a text meets in a chain

Prints = Mapping[int, "array[int]"]


class Met(NamedTuple):
    """What becomes of pairs once texts have come and gone."""

    found: set[Texts]  # pairs with a text that came
    doubtful: set[Texts]  # pairs of texts that were there before, of which it must be decided anew
    standing: frozenset[int]  # the fingerprints that stand in very many texts now


def meet(index: Index, come: Prints, gone: Prints) -> Met:
    """Give the pairs that the texts which came make with any, and those between others that may have changed by their coming
    and going. The index holds those that came, and no longer those that went.
    """
    went: dict[int, list[int]] = defaultdict(list)
    for text, values in gone.items():
        for value in values:
            went[value].append(text)
    touched = {value for values in come.values() for value in values} | went.keys()
    found: set[Texts] = set()
    once: set[Texts] = set()  # pairs that share one fingerprint of a phrase that many texts have
    doubtful: set[Texts] = set()
    standing: set[int] = set()
    for value, now in index.holders(touched):
        pairs = {pair for pair in _pairs(now) if pair[0] in come or pair[1] in come}
        found |= pairs if len(now) <= FEW else pairs & once
        once |= pairs
        if len(now) > MANY:
            standing.add(value)
        before = sorted([*(text for text in now if text not in come), *went.get(value, ())])
        doubtful.update(pair for pair in _changed(before, now) if not any(text in come or text in gone for text in pair))
    return Met(found, doubtful, (index.standing() - touched) | standing)


def _kind(holders: list[int]) -> int:
    return (len(holders) > FEW) + (len(holders) > MANY)


def _changed(before: list[int], now: list[int]) -> set[Texts]:
    """The pairs for which a fingerprint does not mean what it meant before."""
    if len(before) < 2 or (_kind(before) == _kind(now) and len(now) <= MANY):
        return set()
    mine, yours = set(_pairs(before)), set(_pairs(now))
    return mine ^ yours if _kind(before) == _kind(now) else mine | yours


def _pairs(shared: list[int]) -> Iterator[Texts]:
    if len(shared) <= MANY:
        yield from combinations(shared, 2)
        return
    for at, one in enumerate(shared):
        yield from ((one, other) for other in shared[at + 1 : at + 1 + CHAIN])


def meeting(index: Index, pairs: Iterable[Texts], prints: Mapping[int, AbstractSet[int]]) -> set[Texts]:
    """Give those of `pairs` that share a rare fingerprint, or two of any; `prints` has the fingerprints of all their texts."""
    common = {(a, b): prints[a] & prints[b] for a, b in pairs}
    wanted = frozenset[int]().union(*common.values())
    holders = dict(index.holders(wanted))
    return {pair for pair, values in common.items() if _meet(pair, [holders[value] for value in values])}


def _meet(pair: Texts, shared: Iterable[list[int]]) -> bool:
    links = 0
    for holders in shared:
        if len(holders) <= FEW:
            return True
        links += len(holders) <= MANY or abs(holders.index(pair[0]) - holders.index(pair[1])) <= CHAIN
    return links > 1
