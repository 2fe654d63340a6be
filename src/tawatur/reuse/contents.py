"""The content words of sentences, as numbers: all that the search for sentences told in other words needs of an article.

A word is 63 bits of a hash of its stem; what is written in digits is a number below 0 beside it (`tawatur.reuse.values`).
"""

from __future__ import annotations

import hashlib
from array import array
from functools import cache, lru_cache

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.records.passage import Contents
from tawatur.resources import load
from tawatur.reuse.pages import Page
from tawatur.reuse.values import values

LEAST = 9  # content words of a sentence that can be told again
_LEAST_WORDS = 8
_LETTERS = 3  # a stem shorter than this says little
_KEPT = 1 << 17  # words whose numbers are remembered: 20,000 articles have 211,000, of which half stand once


def contents(page: Page, text: str) -> Contents:
    """Give the content words of the sentences of a page that have enough of them."""
    found = Contents(words=array("q"), sentences=array("I"), ends=array("I"))
    for number, sentence in enumerate(page.sentences):
        if page.length(number) < _LEAST_WORDS:
            continue
        folded = fold(text[sentence.start : sentence.end])
        words = {known for word in WORD.findall(folded) if (known := _number(word)) is not None}
        if len(words) >= LEAST:
            found.words.extend(sorted(words | values(folded)))
            found.sentences.append(number)
            found.ends.append(len(found.words))
    return found


@lru_cache(maxsize=_KEPT)
def _number(word: str) -> int | None:
    """The number of a folded word's stem; None for a word that says nothing of what happened."""
    kept = stem(word)
    if len(kept) < _LETTERS or kept in _empty():
        return None
    return int.from_bytes(hashlib.blake2b(kept.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


@cache
def occasions() -> frozenset[int]:
    """The numbers of the words of telegrams, receptions and condolences, of which whole sentences are made for one occasion after another."""
    words = (word for group in load("formulae")["occasions"] for word in group["of"])
    return frozenset(known for word in words if (known := _number(fold(word))) is not None)


@cache
def _empty() -> frozenset[str]:
    """The stems that say nothing of what happened: particles, words of newspapers, titles."""
    words = [*load("empty_words")["of"], *(word for group in load("formulae")["words"] for word in group["of"])]
    return frozenset(stem(fold(word)) for word in words)
