"""The index of words of an SQLite store: a table of FTS5 without texts of its own, and its vocabularies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tawatur.records.search import Column, Term
from tawatur.store.pieces import Piece, listed
from tawatur.store.sqlite import Store
from tawatur.store.word_index import HEAD, Words

_MOST = 500  # values in one query
_PUT = "INSERT INTO search_index (rowid, words, head, speaker) VALUES (?, ?, ?, ?)"
_TAKE_OUT = "INSERT INTO search_index (search_index, rowid, words, head, speaker) VALUES ('delete', ?, ?, ?, ?)"
_HOLDING = "SELECT rowid AS n FROM search_index WHERE search_index MATCH ?"


class Fts5:
    """A `WordIndex` in SQLite."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, rows: Sequence[Words]) -> None:
        """Take in the words of units that are not in it."""
        self._store.write(_PUT, rows)

    def take_out(self, numbers: Sequence[int], told: Callable[[], Iterable[Words]]) -> frozenset[int]:
        """Take units away. What the index holds of those whose very words are not known any more stays."""
        staying = set(numbers)

        def known() -> Iterator[Words]:
            for row in told():
                staying.discard(row.n)
                yield row

        self._store.write(_TAKE_OUT, known())
        return frozenset(staying)

    def clear(self) -> None:
        """Take all units away. What is only deleted stays in the file until it is swept."""
        self._store.write("INSERT INTO search_index (search_index) VALUES ('delete-all')", [()])

    def last_number(self) -> int:
        """The highest number that a unit ever had, 0 before the first."""
        rows = self._store.query("SELECT seq FROM sqlite_sequence WHERE name = 'search_units'")
        return int(rows[0][0]) if rows else 0

    def units_with(self, words: Iterable[str]) -> dict[str, int]:
        """How many units hold each of the words; those that none holds are left out."""
        every = sorted(set(words))
        found: dict[str, int] = {}
        for at in range(0, len(every), _MOST):
            marks, values = listed(every[at : at + _MOST])
            found.update(self._store.query(f"SELECT term, doc FROM search_terms WHERE term IN ({marks})", values))  # noqa: S608
        return found

    def holding(self, terms: Sequence[Term], *, any_of: bool = False, columns: Sequence[Column] = ()) -> Piece:
        """A query of the numbers of units that hold all the terms (or one of them), in one of `columns`, or anywhere."""
        where = f"{{{' '.join(columns)}}} : " if columns else ""
        return Piece(_HOLDING, (where + _match(terms, " OR " if any_of else " AND "),))

    def held(self, forms: Sequence[str], among: str) -> Piece:
        """A query (n, held) of how often any of the words stands in the units of a table `among`, HEAD times for a title's."""
        marks, values = listed(forms)
        # the units are chosen after they are counted: so SQLite looks each up once, not once for each place
        sql = f"""SELECT n, held FROM (
                      SELECT doc AS n, sum(CASE col WHEN 'head' THEN {HEAD} ELSE 1.0 END) AS held
                      FROM search_places WHERE term IN ({marks}) GROUP BY doc
                  ) WHERE n IN (SELECT n FROM {among})"""  # noqa: S608 (names of our own)
        return Piece(sql, values)

    def days_before(self, day: str | None) -> Piece:
        """How many days the date of `u` is before a day (ISO), as a number; NULL where either has none."""
        return Piece("(julianday(?) - julianday(u.date))", (day,))

    def whole(self, sql: str) -> str:
        """A number of 0 or more as the nearest integer, the greater of two."""
        return f"CAST({sql} + 0.5 AS INTEGER)"


def _match(terms: Sequence[Term], between: str) -> str:
    """The terms in the language of FTS5: every word a string in quotation marks, so that none is taken for an operator."""
    return "(" + between.join(f"({_one(term)})" for term in terms) + ")"


def _one(term: Term) -> str:
    column = f"{term.column} : " if term.column else ""
    if term.phrase:
        return column + _quoted(" ".join(term.forms))
    return column + "(" + " OR ".join(map(_quoted, term.forms)) + ")"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
