"""Who carries whose text over a period: agencies and other publishers, and how an outlet words what it takes over."""

from typing import Literal

from tawatur.records.base import Record

SourceKind = Literal["agency", "publisher"]
Manner = Literal["credited", "named", "silent"]


class Carried(Record, frozen=True, kw_only=True):
    """An article carries `letters` of a source's text: it credits it, names it for a fact (or credits «وكالات»), or does neither."""

    kind: SourceKind
    source: str
    letters: int
    manner: Manner


class Printing(Record, frozen=True, kw_only=True):
    """What one article prints: `letters` of its own prose, and what of them is whose. `day` is an ISO date."""

    document: str
    day: str | None
    publisher: str | None
    outlet: str | None
    letters: int
    carried: tuple[Carried, ...] = ()


class Wire(Record, frozen=True, kw_only=True):
    """A publisher carries text of a source.

    `letters` of its prose are the source's: a `share` (0 to 1) of all its prose in the period, in so many `articles`. Of an agency's,
    `credited` say so, `named` name it for a fact or credit «وكالات», `silent` do neither; of another publisher's that is not told.
    """

    source: str
    kind: SourceKind
    publisher: str | None
    outlets: tuple[str, ...] = ()
    articles: int
    letters: int
    share: float
    credited: int | None = None
    named: int | None = None
    silent: int | None = None


class Publisher(Record, frozen=True, kw_only=True):
    """What one owner's outlets published in the period; None where the outlet is not known."""

    publisher: str | None
    outlets: tuple[str, ...]
    articles: int
    letters: int


class Wires(Record, frozen=True, kw_only=True):
    """The graph of who carries whom, the strongest first. `undated` articles were left out of a period that has an end."""

    since: str | None = None  # ISO date, inclusive
    until: str | None = None
    articles: int
    undated: int
    publishers: tuple[Publisher, ...]
    wires: tuple[Wire, ...]
