"""A Hit: something that a search found, with its words in context, and the Results that hold it."""

from tawatur.records.base import Record
from tawatur.records.search import Sorting, UnitKind


class HitMark(Record, frozen=True, kw_only=True):
    """Words that were asked for: `start` and `end` are places in the `text` of the context."""

    start: int
    end: int


class Context(Record, frozen=True, kw_only=True):
    """A piece of what was found, with the words that were asked for.

    `offset` is where `text` begins in the document's text, None where it stands in no document (a name, a story's title).
    """

    text: str
    offset: int | None = None
    marks: tuple[HitMark, ...] = ()
    cut_before: bool = False
    cut_after: bool = False


class Hit(Record, frozen=True, kw_only=True):
    """One thing found. `start` and `end` are the words that it leads to in `document`, the first that were asked for where they stand in it."""

    kind: UnitKind
    id: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
    title: Context
    context: Context
    date: str | None = None
    outlet: str | None = None
    origin: str | None = None
    speaker: str | None = None
    score: float
    reasons: tuple[str, ...]  # the forms that stand in it, or the name that is mentioned


class FacetValue(Record, frozen=True, kw_only=True):
    """A value and how many of the results have it."""

    value: str
    count: int


class Facets(Record, frozen=True, kw_only=True):
    """How the results are spread: kinds in a fixed order, outlets by count, months from the newest."""

    kinds: tuple[FacetValue, ...] = ()
    outlets: tuple[FacetValue, ...] = ()
    months: tuple[FacetValue, ...] = ()


class Searched(Record, frozen=True, kw_only=True):
    """A word of the query and the forms of it that the store holds."""

    word: str
    forms: tuple[str, ...]


class Results(Record, frozen=True, kw_only=True):
    """What a query found: one page of hits, and the count of all."""

    query: str
    total: int
    offset: int
    limit: int
    sorting: Sorting
    hits: tuple[Hit, ...]
    facets: Facets
    words: tuple[Searched, ...]
