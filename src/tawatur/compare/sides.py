"""The sides of a finding: where each stands, its words, and the origin that it goes back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.compare.kept import Place
from tawatur.records.base import content_id
from tawatur.records.collection import Collection
from tawatur.records.finding import Side
from tawatur.records.span import Span
from tawatur.records.story import Origin


def place(span: Span) -> Place:
    """Give the place of a span: what it is told from others by, and put in order by."""
    return span.document, span.start, span.end


def side(collection: Collection, at: Place, origins: Sequence[Origin], value: str | None = None) -> Side:
    """Give the side that stands at a place; `origins` are those of the finding."""
    document, start, end = at
    name = next((origin.name for origin in origins if document in origin.documents), None)
    return Side(document=document, start=start, end=end, text=collection.texts[document][start:end], value=value, origin=name)


def finding_id(*what: object, places: Iterable[Place]) -> str:
    """Give the id of a finding: of what it is and of the places of its sides."""
    return content_id("n", *what, *places)
