"""What an index of words is asked: which units hold which words, how often, and in which order.

Each kind of store has one of its own making (`fts5.py` for SQLite, `tsvectors.py` for PostgreSQL). All else of searching is the same over any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tawatur.records.search import Column, Term
from tawatur.store.pieces import Piece

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store

# stands between stretches of text, so that no phrase reaches from one into the next: it is no letter, and no word is like it
GAP = "¶"
HEAD = 3.0  # a word in a title counts as so many in the text


class Words(NamedTuple):
    """The words of a unit, folded and with a space between: of its text (GAP between stretches), its title, and its speaker."""

    n: int
    words: str
    head: str
    speaker: str


class WordIndex(Protocol):
    """The words of units, by the units' numbers. All that writes must be called within a transaction."""

    def put(self, rows: Sequence[Words]) -> None:
        """Take in the words of units that are not in it."""
        ...

    def take_out(self, numbers: Sequence[int], told: Callable[[], Iterable[Words]]) -> Set[int]:
        """Take units away; `told` gives the words that they were put in with, as far as these are known still.

        Gives the numbers of those of which something stays: these must lead nowhere from now on.
        """
        ...

    def clear(self) -> None:
        """Take all units away, and leave nothing of their words."""
        ...

    def last_number(self) -> int:
        """The highest number that may not be given to another unit, 0 before the first."""
        ...

    def units_with(self, words: Iterable[str]) -> dict[str, int]:
        """How many units hold each of the words; those that none holds are left out."""
        ...

    def holding(self, terms: Sequence[Term], *, any_of: bool = False, columns: Sequence[Column] = ()) -> Piece:
        """A query of the numbers of units that hold all the terms (or one of them), in one of `columns`, or anywhere."""
        ...

    def held(self, forms: Sequence[str], among: str) -> Piece:
        """A query (n, held) of how often any of the words stands in the units of a table `among`, HEAD times for a title's."""
        ...

    def days_before(self, day: str | None) -> Piece:
        """How many days the date of `u` is before a day (ISO), as a number; NULL where either has none."""
        ...

    def whole(self, sql: str) -> str:
        """A number of 0 or more as the nearest integer, the greater of two."""
        ...


def word_index(store: Store) -> WordIndex:
    """Give the index of words of a store."""
    if store.dialect == "sqlite":
        from tawatur.store.fts5 import Fts5

        return Fts5(store)
    from tawatur.store.tsvectors import Tsvectors

    return Tsvectors(store)
