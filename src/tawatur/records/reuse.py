"""Reuse: two sentences that come from one text, what was changed on the way, and the articles of one text."""

from typing import Literal

from tawatur.records.base import Record, content_id
from tawatur.records.span import Span

Degree = Literal["same", "edited", "rewritten"]
Direction = Literal["a_from_b", "b_from_a", "common"]
DriftKind = Literal["quoted", "unquoted", "cut", "added", "word", "number", "date", "name", "speaker", "negation", "attribution"]
FamilyDegree = Literal["near_copy", "partial", "passage"]


class Drift(Record, frozen=True, kw_only=True):
    """An edit that changes what a reader believes or whose words they are; a side is None where it has no words."""

    kind: DriftKind
    a: Span | None = None
    b: Span | None = None
    reason: str


class Reuse(Record, frozen=True, kw_only=True):
    """Sentence `a` and sentence `b` of two documents come from one text. `a` is the one with the smaller id."""

    a: Span
    b: Span
    score: float  # share of the shorter sentence's words found in the other, in order; 0 to 1
    degree: Degree
    run: int  # consecutive pairs of one passage have one number, from 1 in every pair of documents
    template: bool = False
    direction: Direction | None = None
    drift: tuple[Drift, ...] = ()


class Family(Record, frozen=True, kw_only=True):
    """Articles that carry one text, or parts of it."""

    id: str
    documents: tuple[str, ...]
    degree: FamilyDegree


def family_id(documents: tuple[str, ...]) -> str:
    """Give the id of a family: of its members."""
    return content_id("f", *sorted(documents))
