"""Tolls: the figures of a text that say how many people died, were hurt, are missing or were held, each with its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.records.figure import Figure, FigureKind
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span

KINDS: frozenset[FigureKind] = frozenset({"killed", "hurt", "missing", "held", "displaced", "rescued"})
_DIGITS = 100_000  # so many people are no toll of one happening, but for those who fled


class Toll(NamedTuple):
    """A figure of people, and the sentence that it stands in; `order` counts the prose sentences from 0, a headline is -1."""

    figure: Figure
    sentence: Span
    order: int


def tolls(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> list[Toll]:
    """Give the tolls among the figures of a text, in order."""
    return [one for one in sentenced(figures, sentences) if one.figure.kind in KINDS and (one.figure.least < _DIGITS)]


def sentenced(figures: Sequence[Figure], sentences: Sequence[Sentence]) -> Iterator[Toll]:
    """Give each figure with its sentence. Both are in the order of their places."""
    starts = [one.start for one in sentences]
    orders: list[int] = []
    prose = 0
    for one in sentences:
        orders.append(prose if one.kind == "body" else -1)
        prose += one.kind == "body"
    for figure in figures:
        at = bisect_right(starts, figure.start) - 1
        if at >= 0:
            place = sentences[at]
            yield Toll(figure, Span(document=place.document, start=place.start, end=place.end), orders[at])
