"""Finding in the index: what `search.find` asks of the store, as queries whose every value is bound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from tawatur.records.document import Document
from tawatur.records.search import Found, Row, Sorting, Term, Unit, Wanted
from tawatur.store import search_index
from tawatur.store.pieces import filled, listed
from tawatur.store.search_query import Finding, Sizes
from tawatur.store.sqlite import Store
from tawatur.store.word_index import word_index

_MOST = 500  # values in one query

_unit = msgspec.msgpack.Decoder(Unit).decode


class StoreSearch:
    """A `search.protocol.Index` over a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._words = word_index(store)

    # the vocabulary

    def units_with(self, words: Iterable[str]) -> dict[str, int]:
        """How many units hold each of the words; those that none holds are left out."""
        return self._words.units_with(words)

    def words_of(self, stems: Iterable[str]) -> dict[str, list[str]]:
        """The words that may be each of the stems with something written on to it, the stem itself among them."""
        found: dict[str, list[str]] = {}
        for stem, word in self._where("SELECT stem, word FROM search_readings WHERE stem IN ({}) ORDER BY stem, word", stems):
            found.setdefault(stem, []).append(word)
        return found

    def named(self, spellings: Iterable[str]) -> dict[str, list[str]]:
        """The names (ids) that are spelled so, by spelling."""
        sql = """SELECT s.spelling, u.id FROM search_spellings s JOIN search_units u ON u.n = s.name
                 WHERE s.spelling IN ({}) ORDER BY s.spelling, u.id"""
        found: dict[str, list[str]] = {}
        for spelling, identity in self._where(sql, map(search_index.spelling, spellings)):
            found.setdefault(spelling, []).append(identity)
        return found

    def names_with(self, terms: Sequence[Term], most: int) -> list[str]:
        """Up to `most` names (ids) in whose spellings all terms stand, those mentioned in the most units first."""
        if not terms:
            return []
        sql = """SELECT u.id FROM search_units u WHERE u.kind = 'name' AND u.n IN ({})
                 ORDER BY (SELECT count(*) FROM search_named m WHERE m.name = u.n) DESC, u.id LIMIT ?"""
        asked = filled(sql, self._words.holding(terms, columns=("words", "head")))
        return [identity for (identity,) in self._store.query(asked.sql, (*asked.values, most))]

    def outlets(self) -> list[str]:
        """The outlets of all units."""
        rows = self._store.query(
            "SELECT DISTINCT outlet FROM search_units WHERE outlet IS NOT NULL AND kind = 'article' ORDER BY 1"
        )
        return [outlet for (outlet,) in rows]

    def origins(self) -> list[str]:
        """The agencies from which articles are."""
        rows = self._store.query(
            "SELECT DISTINCT origin FROM search_units WHERE origin IS NOT NULL AND kind = 'article' ORDER BY 1"
        )
        return [origin for (origin,) in rows]

    def texts(self, documents: Iterable[str]) -> dict[str, str]:
        """The texts of documents."""
        rows = self._where("SELECT body FROM documents WHERE id IN ({})", documents)
        return {one.id: one.text for (body,) in rows for one in [msgspec.json.decode(body, type=Document)]}

    # what is found

    def find(self, wanted: Wanted) -> Found:
        """Give one page of what is wanted, the best first, with the counts of all of it."""
        known = search_index.known(self._store)
        asked = Finding(wanted, self._words, Sizes(known.units, known.sizes, self._newest())).statement()
        counts: dict[str, dict[str, int]] = {"kind": {}, "outlet": {}, "month": {}}
        scores: dict[int, float] = {}
        for what, key, number in self._store.query(asked.sql, asked.values):
            if what == "row":
                scores[int(key)] = number
            elif key is not None:
                counts[what][key] = int(number)
        units = {n: _unit(body) for n, body in self._where("SELECT n, body FROM search_bodies WHERE n IN ({})", scores)}
        rows = [Row(unit=units[n], score=score) for n, score in scores.items()]
        return Found(
            rows=tuple(_ordered(rows, wanted.sorting)),
            total=sum(counts["kind"].values()),
            kinds=counts["kind"],
            outlets=counts["outlet"],
            months=counts["month"],
        )

    def _newest(self) -> str | None:
        return self._store.query("SELECT max(date) FROM search_units")[0][0]  # type: ignore[no-any-return]

    def _where(self, sql: str, values: Iterable[object]) -> Iterator[tuple]:  # type: ignore[type-arg]
        """The rows of a query with a list of values at {}, asked for in parts."""
        every = sorted(set(values))  # type: ignore[type-var]
        for at in range(0, len(every), _MOST):
            part = every[at : at + _MOST]
            yield from self._store.query(*filled(sql, listed(part)))


def _ordered(rows: Iterable[Row], sorting: Sorting) -> Iterable[Row]:
    """The rows of a page in their order, which is that of the statement."""
    ordered = sorted(rows, key=lambda row: (row.unit.kind, row.unit.id))
    keys: tuple[Callable[[Row], str | float], ...] = (lambda row: row.unit.date or "", lambda row: row.score)
    for key in keys if sorting == "score" else reversed(keys):
        ordered.sort(key=key, reverse=True)
    return ordered
