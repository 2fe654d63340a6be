"""Searching: what can be found (a Unit), what is asked of the store (Wanted), and what the store gives back (Found)."""

from typing import Literal

from tawatur.records.base import Record

UnitKind = Literal["article", "statement", "finding", "name", "story", "commitment"]
UNIT_KINDS: tuple[UnitKind, ...] = ("name", "story", "article", "statement", "finding", "commitment")
Column = Literal["words", "head", "speaker"]
Sorting = Literal["score", "date"]


class Unit(Record, frozen=True, kw_only=True):
    """One thing that can be found. Its words are stretches (`spans`) of the text of `document`, and `body`, which stands in no text.

    `head` is its title, `speaker` the words that name who speaks; `speaker_entity` and `entities` are ids of names. `start` and `end` are the
    place that a hit leads to. `date` is an ISO day.
    """

    kind: UnitKind
    id: str
    document: str | None = None
    start: int | None = None
    end: int | None = None
    date: str | None = None
    outlet: str | None = None
    origin: str | None = None
    head: str = ""
    body: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    speaker: str = ""
    speaker_entity: str | None = None
    entities: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()  # of a name alone: every spelling by which it is looked up


class Term(Record, frozen=True, kw_only=True):
    """One thing that must stand in a unit: any of `forms` (folded words), or, for a phrase, these words in this order.

    `word` is what was asked; `units` counts those that hold it (an upper bound where it has several forms).
    """

    word: str
    forms: tuple[str, ...]
    phrase: bool = False
    column: Column | None = None  # None: title or words
    units: int = 0


class Wanted(Record, frozen=True, kw_only=True):
    """What is asked of the store: all of `terms`, none of `without`, and every filter that is not None.

    `named` are names (ids) of which one must be mentioned in the unit; `or_named` are names whose mention stands for all `terms`.
    `speakers` are names of which one speaks, or else `speaker_terms` must all stand among the words that name the speaker. Days are ISO.
    """

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    or_named: tuple[str, ...] = ()
    named: tuple[str, ...] | None = None
    speakers: tuple[str, ...] | None = None
    speaker_terms: tuple[Term, ...] = ()
    kinds: tuple[UnitKind, ...] | None = None
    outlets: tuple[str, ...] | None = None
    origins: tuple[str, ...] | None = None
    first: str | None = None
    last: str | None = None
    sorting: Sorting = "score"
    limit: int = 20
    offset: int = 0


class Row(Record, frozen=True, kw_only=True):
    """A unit that was found, with its score (0 or more)."""

    unit: Unit
    score: float


class Found(Record, frozen=True, kw_only=True):
    """The rows of one page, how many there are in all, and how many of each kind, outlet and month."""

    rows: tuple[Row, ...]
    total: int
    kinds: dict[str, int]
    outlets: dict[str, int]
    months: dict[str, int]
