"""Commitments: a report of an undertaking in one article, and the undertaking that reports of many articles speak of."""

from typing import Literal

from tawatur.records.base import Record, content_id
from tawatur.records.span import Span

ReportKind = Literal["made", "intended", "kept", "broken", "prolonged", "denied", "demanded"]
Status = Literal["made", "kept", "broken", "prolonged", "denied", "demanded", "unknown"]
Pact = Literal["truce", "agreement", "promise", "bond"]
Place = tuple[int, int]


class Party(Record, frozen=True, kw_only=True):
    """One who undertakes, or to whom it is undertaken: the name, else the words that name him, and the phrase in which they stand.

    `both` says that the words only point at two or more who were named before («الطرفان»). `of` is the one whose own it is
    («بلاده»: the minister's who speaks).
    """

    start: int
    end: int
    text: str
    phrase: str
    both: bool = False
    of: str | None = None


class Undertaking(Record, frozen=True, kw_only=True):
    """What one clause of an article reports of an undertaking: that it was made, or what became of it.

    Offsets are places in the text of `document`: `start` and `end` of the clause, `cue` of the word that says it. The times are
    places of expressions of time. `pact` tells the noun of agreement that the clause names, if it does.
    """

    document: str
    start: int
    end: int
    cue: Place
    kind: ReportKind
    by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    what: str
    what_start: int
    what_end: int
    condition: str | None = None
    made: Place | None = None
    in_force: Place | None = None
    until: Place | None = None
    pact: Pact | None = None
    quote: str | None = None  # the statement in which the words stand
    said_by: str | None = None  # who says so, where it is not the article


class Later(Span, frozen=True, kw_only=True):
    """What a later report says of an undertaking, and who says it (None: the article does)."""

    status: Status
    said_by: str | None
    quote: str | None = None
    date: str | None = None  # ISO: when the article was published


class Commitment(Record, frozen=True, kw_only=True):
    """An undertaking and what became of it. `status` is that of the newest report; `intended`: it was meant, not yet undertaken.

    `made`, `in_force` and `until` are values of time as in the export of dates, None where no report says.
    """

    id: str
    what: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    made: str | None
    in_force: str | None
    until: str | None
    condition: str | None
    status: Status
    intended: bool = False
    stories: tuple[str, ...] = ()
    evidence: tuple[Span, ...]
    later: tuple[Later, ...] = ()


def commitment_id(document: str, start: int, end: int, cue: int) -> str:
    """Give the id of an undertaking: of the first clause that reports it."""
    return content_id("c", document, start, end, cue)
