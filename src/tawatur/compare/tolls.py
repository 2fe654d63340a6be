"""Tolls: sentences that say how many people died or were hurt, found by closed lists of words and the number beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.words import Word, words
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.resources import load

Kind = Literal["killed", "hurt"]
_NEAR = 3  # words between the verb or noun and its number («مقتل ما لا يقل عن 33» is beyond it on purpose: it is a bound)


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
def _kinds() -> dict[str, Kind]:
    table = load("tolls")
    kinds: dict[str, Kind] = {fold(word): "hurt" for word in table["hurt"]["of"]}
    return kinds | {fold(word): "killed" for word in table["killed"]["of"]}


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
            span = Span(document=sentence.document, start=sentence.start, end=sentence.end)
            every = list(words(text, sentence.start, sentence.end))
            found.extend(dict.fromkeys(Toll(kind, least, most, span) for kind, (least, most) in _counted(every)))
    return found


def _counted(every: Sequence[Word]) -> Iterator[tuple[Kind, tuple[int, int]]]:
    for at, word in enumerate(every):
        kind = _kinds().get(word.text) or _kinds().get(word.text.removeprefix("و"))
        if kind is None:
            continue
        places = sorted(
            range(max(0, at - _NEAR), min(len(every), at + _NEAR + 1)), key=lambda place: (abs(place - at), place < at)
        )
        number = next((value for place in places if (value := _number(every[place].text))), None)
        if number:
            yield kind, number


def _number(word: str) -> tuple[int, int] | None:
    if word.isdigit() and len(word) < 5:
        return int(word), int(word)
    return _numbers().get(word) or _numbers().get(word.removeprefix("و"))
