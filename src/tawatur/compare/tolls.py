"""Tolls: sentences that say how many people died or were hurt, found by closed lists of words and the number beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.words import Word, words
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.resources import load

Kind = Literal["killed", "hurt"]
_DIGITS = 5  # a number of so many digits is no toll of one happening
_NEAR = 3  # words from the verb or noun to its number («مقتل ما لا يقل عن 33» is beyond it on purpose: it is a bound)


class Toll(NamedTuple):
    """`least` and `most` are equal where the number is told."""

    kind: Kind
    least: int
    most: int
    sentence: Span

    @property
    def told(self) -> bool:
        """Whether the text gives the number itself."""
        return self.least == self.most


@cache
def _kinds(side: Literal["number_after", "number_before"]) -> dict[str, Kind]:
    """The words of tolls whose number stands on that side of them."""
    table = load("tolls")
    kinds: dict[str, Kind] = {fold(word): "hurt" for word in table["hurt"][side]}
    return kinds | {fold(word): "killed" for word in table["killed"][side]}


@cache
def _kind_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted({*_kinds("number_after"), *_kinds("number_before")})))


@cache
def _numbers() -> dict[str, tuple[int, int]]:
    numbers = {fold(word): (value, value) for word, value in load("drift")["numbers"]["of"].items() if value < 100}
    some = {fold(word): (least, most) for word, (least, most) in load("tolls")["some"]["of"].items()}
    return numbers | some


def tolls(text: str, sentences: Sequence[Sentence]) -> list[Toll]:
    """Give the tolls of a text, at the most one of a kind and number for a sentence."""
    found: list[Toll] = []
    for sentence in sentences:
        if sentence.kind in ("body", "title", "heading"):
            if not _kind_words().search(
                fold(text[sentence.start : sentence.end])
            ):  # most sentences, without looking at each word
                continue
            span = Span(document=sentence.document, start=sentence.start, end=sentence.end)
            every = list(words(text, sentence.start, sentence.end))
            found.extend(dict.fromkeys(Toll(kind, least, most, span) for kind, (least, most) in _counted(every)))
    return found


def _counted(every: Sequence[Word]) -> Iterator[tuple[Kind, tuple[int, int]]]:
    """Give each number with the kind of the word that it belongs to: the nearest, of two equally near the one before it."""
    for at, word in enumerate(every):
        number = _number(word.text)
        kind = _kind(every, at) if number else None
        if number and kind:
            yield kind, number


def _kind(every: Sequence[Word], at: int) -> Kind | None:
    for distance in range(1, _NEAR + 1):
        for place, side in ((at - distance, "number_after"), (at + distance, "number_before")):
            if 0 <= place < len(every):
                kinds = _kinds("number_after" if side == "number_after" else "number_before")
                kind = kinds.get(every[place].text) or kinds.get(every[place].text.removeprefix("و"))
                if kind:
                    return kind
    return None


def _number(word: str) -> tuple[int, int] | None:
    bare = word.removeprefix("و")
    if bare.isdecimal() and len(bare) < _DIGITS:
        return int(bare), int(bare)
    return _numbers().get(word) or _numbers().get(bare)
