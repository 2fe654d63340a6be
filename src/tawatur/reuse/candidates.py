"""Which pairs of pages may share a passage: winnowed fingerprints of runs of words.

After Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (2003): of every `_WINDOW`
consecutive hashes of `_GRAM` words the smallest is kept, so that two pages with `_GRAM` + `_WINDOW` - 1 = 8 words in common
always meet. Pages with the very same words are found first, and stand for one another, so that copies of one text
cost their number and not its square.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations

from tawatur.reuse.pages import Page

_GRAM = 5  # words of a fingerprint
_WINDOW = 4
# the memory is that of one part's index: 20,000 articles have 2.3 million fingerprints, 0.28 million a part
_PARTS = 8
# a fingerprint of more pages than this is compared only along a chain: 154 of the corpus's 1.9 million
_MANY = 30
# a fingerprint of no more pages than this is enough for a pair; of more, two are wanted: a copied passage of twelve words has two
_FEW = 6
_CHAIN = 3  # how many neighbours in the order of ids a page meets in a chain


def grams(keys: array[int], size: int = _GRAM) -> list[int]:
    """Give the hashes of all runs of `size` words."""
    return list(map(hash, zip(*(keys[at:] for at in range(size)), strict=False)))


def fingerprints(keys: array[int], formulae: frozenset[int] = frozenset()) -> set[int]:
    """Give the winnowed fingerprints of a page; none where it has fewer than five words.

    One that is nothing but words of `formulae`, or all but one, tells nothing and is left out.
    """
    hashes = grams(keys)
    kept = set(hashes) if len(hashes) < _WINDOW else set(map(min, *(hashes[at:] for at in range(_WINDOW))))
    if formulae:
        common = [key in formulae for key in keys]
        counts = map(sum, zip(*(common[at:] for at in range(_GRAM)), strict=False))
        kept.difference_update([value for value, count in zip(hashes, counts, strict=True) if count >= _GRAM - 1])
    return kept


def identical(pages: Mapping[str, Page]) -> list[list[str]]:
    """Give the documents by their sentences, those with the very same words together; each group and the groups in order."""
    groups: dict[tuple[bytes, bytes], list[str]] = defaultdict(list)
    for document, page in pages.items():
        if page.keys:
            groups[page.keys.tobytes(), page.starts.tobytes()].append(document)
    return sorted(sorted(group) for group in groups.values())


Prints = Mapping[str, "array[int]"]


def prints_of(
    pages: Mapping[str, Page], documents: Iterable[str], formulae: frozenset[int] = frozenset()
) -> dict[str, array[int]]:
    """Give the fingerprints of each of `documents`, in the order of their ids."""
    return {document: array("q", fingerprints(pages[document].keys, formulae)) for document in sorted(documents)}


def candidates(prints: Prints) -> list[tuple[str, str]]:
    """Give the pairs of documents that share a rare fingerprint, or two of any, in order, each with the smaller id first."""
    names = list(prints)
    met: set[int] = set()
    once: set[int] = set()  # pairs that share one fingerprint of a phrase that many pages have
    for part in range(_PARTS):
        index: dict[int, list[int]] = defaultdict(list)
        for number, document in enumerate(names):
            for value in prints[document]:
                if value % _PARTS == part:
                    index[value].append(number)
        for shared in index.values():
            pairs = {a * len(names) + b for a, b in _pairs(shared)} if len(shared) > 1 else set()
            met |= pairs if len(shared) <= _FEW else pairs & once
            once |= pairs
    return [(names[pair // len(names)], names[pair % len(names)]) for pair in sorted(met)]


def _pairs(shared: list[int]) -> Iterator[tuple[int, int]]:
    if len(shared) <= _MANY:
        yield from combinations(shared, 2)
        return
    for at, one in enumerate(shared):
        yield from ((one, other) for other in shared[at + 1 : at + 1 + _CHAIN])


def frequencies(prints: Prints) -> Counter[int]:
    """Give in how many documents each fingerprint stands."""
    return Counter(chain.from_iterable(prints.values()))
