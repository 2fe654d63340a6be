"""Two counts of one form that are of two batches: each was counted in places of its own."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.records.collection import Collection
from tawatur.records.span import Span


def two_batches(collection: Collection, one: Span, other: Span) -> bool:
    """Whether two sentences of one form count two batches: each names a place that the other does not. Linear in both."""
    return _elsewhere(collection, one, other) and _elsewhere(collection, other, one)


def _elsewhere(collection: Collection, one: Span, other: Span) -> bool:
    """Whether `one` names a place no word of which stands in `other`."""
    text = fold(collection.texts[other.document][other.start : other.end])
    return any(not any(word in text for word in place) for place in _places(collection, one))


def _places(collection: Collection, span: Span) -> Iterator[list[str]]:
    for name in collection.settled[span.document].names:
        if name.type == "place" and span.start <= name.start and name.end <= span.end:
            yield [word.text.removeprefix("ال") for word in words(name.text)]
