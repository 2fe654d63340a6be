"""The index of words of a PostgreSQL store: which units hold a word, by blocks of units, and where in them, as vectors.

A vector (`tsvector`) finds phrases and the words of one column; how often a word of a hundred forms stands in ten thousand units is counted a
hundred times faster from rows of our own. docs/search.md has the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from tawatur.records.search import Column, Term
from tawatur.store.pieces import Piece, filled, joined, listed
from tawatur.store.sqlite import Store
from tawatur.store.word_index import GAP, HEAD, Words

_BLOCK = 65_536  # units of one row of a word: with 16,384 of them the rows of 20,000 articles take half as much room again
_MOST = 500  # values in one query
_COLUMNS: tuple[Column, ...] = ("words", "head", "speaker")
_WEIGHTS: dict[Column, str] = {"head": "A", "speaker": "B", "words": "D"}
# what a vector holds: positions up to 16,383, of one word up to 255, all words together up to a megabyte of bytes (of 4 bytes a letter)
_PLACES, _OF_ONE, _LETTERS = 16_383, 255, 200_000

_COMING = "CREATE TEMPORARY TABLE IF NOT EXISTS search_coming (LIKE search_words) ON COMMIT DROP"
_ADD = """INSERT INTO search_words SELECT * FROM search_coming ORDER BY word, block ON CONFLICT (word, block) DO UPDATE SET
          units = search_words.units + excluded.units, ns = search_words.ns || excluded.ns, held = search_words.held || excluded.held"""
_TAKE_OUT = f"""
    WITH gone AS (SELECT CAST(unnest(string_to_array(?, ' ')) AS bigint) AS n),
    going AS (
        SELECT DISTINCT word, n / {_BLOCK} AS block FROM (
            SELECT v.n, t.lexeme AS word FROM search_vectors v, unnest(v.words) AS t WHERE v.n IN (SELECT n FROM gone)
            UNION ALL SELECT l.n, t.word FROM search_long l, unnest(string_to_array(concat_ws(' ', l.words, l.head, l.speaker), ' ')) AS t (word)
            WHERE l.n IN (SELECT n FROM gone)
        ) AS every
    )
    UPDATE search_words w SET (units, ns, held) = (
        SELECT count(*), coalesce(array_agg(x.n), '{{}}'), coalesce(array_agg(x.held), '{{}}')
        FROM unnest(w.ns, w.held) AS x (n, held) WHERE x.n NOT IN (SELECT n FROM gone)
    ) FROM going g WHERE w.word = g.word AND w.block = g.block"""  # noqa: S608 (a number of our own)


class Tsvectors:
    """A `WordIndex` in PostgreSQL."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, rows: Sequence[Words]) -> None:
        """Take in the words of units that are not in it."""
        short = [row for row in rows if _fits(row)]
        self._store.write("INSERT INTO search_vectors VALUES (?, ?)", ((row.n, _vector(row)) for row in short))
        kept = {row.n for row in short}
        self._store.write("INSERT INTO search_long VALUES (?, ?, ?, ?)", (row for row in rows if row.n not in kept))
        self._store.query(_COMING)
        self._store.write("INSERT INTO search_coming VALUES (?, ?, ?, ?, ?)", _by_words(rows))
        self._store.query(_ADD)
        self._store.query("TRUNCATE search_coming")

    def take_out(self, numbers: Sequence[int], told: Callable[[], Iterable[Words]]) -> frozenset[int]:
        """Take units away, of which nothing stays: their words are known here."""
        gone = " ".join(map(str, numbers))
        self._store.query(_TAKE_OUT, (gone,))
        self._store.query("DELETE FROM search_words WHERE units = 0")
        for table in ("vectors", "long"):
            sql = f"DELETE FROM search_{table} WHERE n IN (SELECT CAST(unnest(string_to_array(?, ' ')) AS bigint))"  # noqa: S608
            self._store.query(sql, (gone,))
        return frozenset()

    def clear(self) -> None:
        """Take all units away."""
        self._store.query("TRUNCATE search_words, search_vectors, search_long")

    def last_number(self) -> int:
        """The highest number of a unit: of those that are gone nothing is left that their numbers could lead to."""
        return int(self._store.query("SELECT coalesce(max(n), 0) FROM search_units")[0][0])

    def units_with(self, words: Iterable[str]) -> dict[str, int]:
        """How many units hold each of the words; those that none holds are left out."""
        every = sorted(set(words))
        found: dict[str, int] = {}
        for at in range(0, len(every), _MOST):
            sql = "SELECT word, CAST(sum(units) AS bigint) FROM search_words WHERE word IN ({}) GROUP BY word"
            found.update(self._store.query(*filled(sql, listed(every[at : at + _MOST]))))
        return found

    def holding(self, terms: Sequence[Term], *, any_of: bool = False, columns: Sequence[Column] = ()) -> Piece:
        """A query of the numbers of units that hold all the terms (or one of them), in one of `columns`, or anywhere."""
        every = [filled("SELECT n FROM ({}) AS one", _holding(term, columns)) for term in terms]
        return filled("SELECT DISTINCT n FROM ({}) AS every", joined(" UNION " if any_of else " INTERSECT ", every))

    def held(self, forms: Sequence[str], among: str) -> Piece:
        """A query (n, held) of how often any of the words stands in the units of a table `among`, HEAD times for a title's."""
        sql = f"""SELECT x.n, CAST(sum(x.held) AS DOUBLE PRECISION) AS held FROM search_words w, unnest(w.ns, w.held) AS x (n, held)
                  WHERE w.word IN ({{}}) AND x.n IN (SELECT n FROM {among}) GROUP BY x.n"""  # noqa: S608 (names of our own)
        return filled(sql, listed(forms))

    def days_before(self, day: str | None) -> Piece:
        """How many days the date of `u` is before a day (ISO), as a number; NULL where either has none."""
        return Piece("CAST(CAST(? AS date) - CAST(u.date AS date) AS DOUBLE PRECISION)", (day,))

    def whole(self, sql: str) -> str:
        """A number of 0 or more as the nearest integer, the greater of two."""
        return f"CAST(floor({sql} + 0.5) AS bigint)"


def _fits(row: Words) -> bool:
    """Whether a vector can tell all places of a unit's words."""
    letters = len(row.words) + len(row.head) + len(row.speaker)
    if letters < _OF_ONE:
        return True
    counts: dict[str, int] = {}
    every = [word for column in row[1:] for word in column.split()]
    for word in every:
        counts[word] = counts.get(word, 0) + 1
    counts.pop(GAP, None)
    return letters <= _LETTERS and len(every) + len(_COLUMNS) <= _PLACES and max(counts.values(), default=0) <= _OF_ONE


def _vector(row: Words) -> str:
    """The words of a unit with their places, as PostgreSQL writes a vector; a place is left free between stretches and columns."""
    places: dict[str, list[str]] = {}
    at = 0
    for column in _COLUMNS:
        for word in getattr(row, column).split():
            at += 1
            if word != GAP:
                places.setdefault(word, []).append(f"{at}{_WEIGHTS[column]}")
        at += 1
    return " ".join(f"{_quoted(word)}:{','.join(found)}" for word, found in places.items())


def _by_words(rows: Iterable[Words]) -> Iterator[tuple[str, int, int, list[int], list[int]]]:
    """The rows of words that units add: the word, the block, and of each unit its number and how often it holds the word."""
    found: dict[tuple[str, int], tuple[list[int], list[int]]] = {}
    for row in rows:
        counts: dict[str, int] = {}
        for column in _COLUMNS:
            weight = int(HEAD) if column == "head" else 1
            for word in getattr(row, column).split():
                counts[word] = counts.get(word, 0) + weight
        counts.pop(GAP, None)
        for word, count in counts.items():
            ns, held = found.setdefault((word, row.n // _BLOCK), ([], []))
            ns.append(row.n)
            held.append(count)
    for (word, block), (ns, held) in found.items():
        yield word, block, len(ns), ns, held


def _holding(term: Term, columns: Sequence[Column]) -> Piece:
    """A query of the numbers of units that hold a term, some of them maybe twice."""
    within = [term.column] if term.column else columns
    if within or (term.phrase and len(term.forms) > 1):
        return _standing(term, within or _COLUMNS)
    return filled("SELECT x.n FROM search_words w, unnest(w.ns) AS x (n) WHERE w.word IN ({})", listed(term.forms))


def _standing(term: Term, columns: Sequence[Column]) -> Piece:
    """A query of the units that hold a term in its order, or in one of some columns."""
    weights = "" if len(columns) == len(_COLUMNS) else ":" + "".join(_WEIGHTS[one] for one in columns)
    asked = (" <-> " if term.phrase else " | ").join(_quoted(word) + weights for word in term.forms)
    runs = [" ".join(term.forms)] if term.phrase else term.forms
    # a text is only read where the words stand in it
    some = listed([max(term.forms, key=len)] if term.phrase else term.forms)
    stands = joined(
        " OR ", [Piece(f"strpos(' ' || l.{column} || ' ', ?) > 0", (f" {run} ",)) for column in columns for run in runs]
    )
    return joined(
        " UNION ALL ",
        [
            Piece("SELECT v.n FROM search_vectors v WHERE v.words @@ CAST(? AS tsquery)", (asked,)),
            filled(
                """SELECT l.n FROM search_long l WHERE ({}) AND
                   l.n IN (SELECT x.n FROM search_words w, unnest(w.ns) AS x (n) WHERE w.word IN ({}))""",
                stands,
                some,
            ),
        ],
    )


def _quoted(word: str) -> str:
    """A word as vectors and queries of vectors are written: none is taken for an operator."""
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
