"""An Article: what cleaning finds out about one document, without looking at any other."""

from typing import Literal

from tawatur.records.base import Record
from tawatur.records.span import Span

LineKind = Literal["body", "title", "heading", "caption", "byline", "dateline", "credit", "furniture"]
PublishedBasis = Literal["metadata", "address", "text", "linked", "given"]
OriginBasis = Literal["credit", "reuse"]


class Line(Record, frozen=True, kw_only=True):
    """A line of the text that is not empty: its kind, and the rule that said so (a short English code)."""

    start: int
    end: int
    kind: LineKind
    reason: str


class Title(Record, frozen=True, kw_only=True):
    """The article's title; `start` and `end` are None where it does not stand in the text."""

    text: str
    start: int | None = None
    end: int | None = None


class DateCandidate(Record, frozen=True, kw_only=True):
    """A date that might be the publication date (`role` published) or that of the last change (`role` modified).

    `value` is an ISO date or time; `weight` (0 to 1) ranks it; `reason` says in words where it was found.
    """

    role: Literal["published", "modified"]
    value: str
    basis: PublishedBasis
    evidence: Span | None = None
    weight: float
    reason: str


class Publication(Record, frozen=True, kw_only=True):
    """When the article was published, as far as it says so itself, and every candidate that was weighed."""

    published: str | None = None  # ISO date or time
    basis: PublishedBasis | None = None
    evidence: Span | None = None
    reason: str
    modified: str | None = None
    latest: str | None = None  # upper bound, ISO: the article was read then
    candidates: tuple[DateCandidate, ...] = ()


class AgencyMention(Record, frozen=True, kw_only=True):
    """An agency named in the article. `credit`: the text is the agency's; else it is the source of one fact.

    `agency` is the key of the register (`reuters`), or None for «وكالات», which credits nobody by name. `span` is
    None where the agency stands in a field of the source (a row's `author`) and not in the text.
    """

    agency: str | None
    span: Span | None = None
    credit: bool


class Article(Record, frozen=True, kw_only=True):
    """A document after cleaning."""

    document: str
    lines: tuple[Line, ...]
    title: Title | None = None
    outlet: str | None = None  # key of the register, else the name as found, else None
    publisher: str | None = None  # the owner's family
    language: str | None = None  # ISO 639-1; what is not `ar` is kept and marked, and not annotated
    publication: Publication
    bylines: tuple[Span, ...] = ()  # the people's names that the text is signed with
    authors: tuple[str, ...] = ()  # the same names as words, with those of the source's own field
    dateline_place: Span | None = None
    agencies: tuple[AgencyMention, ...] = ()
