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
from itertools import combinations

from tawatur.reuse.pages import Page

_GRAM = 5  # words of a fingerprint
_WINDOW = 4
# the memory is that of one part's index: 20,000 articles have 2.3 million fingerprints, 0.28 million a part
_PARTS = 8
# a fingerprint of more pages than this is compared only along a chain: 154 of the corpus's 1.9 million
_MANY = 30
_CHAIN = 3  # how many neighbours in the order of ids a page meets in a chain


def grams(keys: array[int], size: int = _GRAM) -> list[int]:
    """Give the hashes of all runs of `size` words."""
    return list(map(hash, zip(*(keys[at:] for at in range(size)), strict=False)))


def fingerprints(keys: array[int]) -> set[int]:
    """Give the winnowed fingerprints of a page; none where it has fewer than five words."""
    hashes = grams(keys)
    if len(hashes) < _WINDOW:
        return set(hashes)
    return set(map(min, *(hashes[at:] for at in range(_WINDOW))))


def identical(pages: Mapping[str, Page]) -> list[list[str]]:
    """Give the documents by their sentences, those with the very same words together; each group and the groups in order."""
    groups: dict[tuple[bytes, bytes], list[str]] = defaultdict(list)
    for document, page in pages.items():
        if page.keys:
            groups[page.keys.tobytes(), page.starts.tobytes()].append(document)
    return sorted(sorted(group) for group in groups.values())


def candidates(pages: Mapping[str, Page], documents: Iterable[str]) -> list[tuple[str, str]]:
    """Give the pairs of `documents` that share a fingerprint, in order, each with the smaller id first."""
    prints = {document: array("q", fingerprints(pages[document].keys)) for document in sorted(documents)}
    names = list(prints)
    met: set[int] = set()
    for part in range(_PARTS):
        index: dict[int, list[int]] = defaultdict(list)
        for number, document in enumerate(names):
            for value in prints[document]:
                if value % _PARTS == part:
                    index[value].append(number)
        for shared in index.values():
            if len(shared) > 1:
                met.update(a * len(names) + b for a, b in _pairs(shared))
    return [(names[pair // len(names)], names[pair % len(names)]) for pair in sorted(met)]


def _pairs(shared: list[int]) -> Iterator[tuple[int, int]]:
    if len(shared) <= _MANY:
        yield from combinations(shared, 2)
        return
    for at, one in enumerate(shared):
        yield from ((one, other) for other in shared[at + 1 : at + 1 + _CHAIN])


def frequencies(pages: Mapping[str, Page], documents: Iterable[str]) -> Counter[int]:
    """Give in how many of `documents` each fingerprint stands, where that is more than once."""
    seen: Counter[int] = Counter()
    for document in documents:
        seen.update(fingerprints(pages[document].keys))
    return seen
