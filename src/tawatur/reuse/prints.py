"""Winnowed fingerprints of runs of words.

After Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (2003): of every `_WINDOW`
consecutive hashes of `_GRAM` words the smallest is kept, so that two pages with `_GRAM` + `_WINDOW` - 1 = 8 words in common
always have one in common.
"""

from __future__ import annotations

from array import array

_GRAM = 5  # words of a fingerprint
_WINDOW = 4


# a multilinear hash of the five keys modulo a prime: the same in every run and version of the interpreter, since the store keeps it
_PRIME = (1 << 61) - 1
_FACTORS = (671928887473181081, 2006370555383223447, 1360357277007433286, 1124317623479648048)


def grams(keys: array[int]) -> list[int]:
    """Give the hashes of all runs of five words: numbers below 2 to the 61st."""
    p, q, r, s = _FACTORS
    runs = zip(*(keys[at:] for at in range(_GRAM)), strict=False)
    return [(p * a + q * b + r * c + s * d + e) % _PRIME for a, b, c, d, e in runs]


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


def runs_of(keys: array[int], values: frozenset[int]) -> list[array[int]]:
    """Give the runs of words of a page that have one of these fingerprints, each once."""
    found = {value: keys[at : at + _GRAM] for at, value in enumerate(grams(keys)) if value in values}
    return list(found.values())
