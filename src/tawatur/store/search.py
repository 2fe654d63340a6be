"""Finding in the index: what `search.find` asks of the store, as queries whose every value is bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import log

import msgspec

from tawatur.records.document import Document
from tawatur.records.search import Found, Row, Term, Unit, Wanted
from tawatur.store import search_index
from tawatur.store.sqlite import Store

_MOST = 500  # values in one query
# BM25 as SQLite's own: how soon more of the same word counts no more, and how much length counts
_K1, _B = 1.2, 0.75
_HEAD = 3.0  # a word in a title counts as so many in the text
_RECENT = 0.25  # what newest adds to the score of the same words, halved with every further month
# words in so many units say nothing of which is better, and counting them takes long: their score is left out beside others
_COMMON = 30_000

_unit = msgspec.msgpack.Decoder(Unit).decode


class StoreSearch:
    """A `search.protocol.Index` over a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # the vocabulary

    def units_with(self, words: Iterable[str]) -> dict[str, int]:
        """How many units hold each of the words; those that none holds are left out."""
        return dict(self._where("SELECT term, doc FROM search_terms WHERE term IN ({})", words))

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
        sql = """SELECT u.id FROM search_units u WHERE u.kind = 'name' AND u.n IN (
                     SELECT rowid FROM search_index WHERE search_index MATCH ?)
                 ORDER BY (SELECT count(*) FROM search_named m WHERE m.name = u.n) DESC, u.id LIMIT ?"""
        return [identity for (identity,) in self._store.query(sql, (_match(terms, "{words head} : "), most))] if terms else []

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
        sql, values = _Query(wanted, search_index.known(self._store), self._newest()).made()
        counts: dict[str, dict[str, int]] = {"kind": {}, "outlet": {}, "month": {}}
        rows: list[tuple[int, float]] = []
        for what, key, number in self._store.query(sql, values):
            if what == "row":
                rows.append((key, number))
            elif key is not None:
                counts[what][key] = number
        units = {
            n: _unit(body) for n, body in self._where("SELECT n, body FROM search_bodies WHERE n IN ({})", [n for n, _ in rows])
        }
        return Found(
            rows=tuple(Row(unit=units[n], score=score) for n, score in rows),
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
            yield from self._store.query(sql.format(",".join("?" * len(part))), part)


class _Query:
    """One query as SQL, built from fixed pieces: what the user typed is in the bound values alone."""

    def __init__(self, wanted: Wanted, known: search_index.Known, newest: str | None) -> None:
        self._wanted = wanted
        self._known = known
        self._newest = newest
        self._values: list[object] = []

    def made(self) -> tuple[str, list[object]]:
        """Give the statement and its values. Its rows are (what, key, number): counts, then the rows of the page in order."""
        parts = [*self._candidates(), self._matching(), *self._scored()]
        order = "score DESC, date DESC" if self._wanted.sorting == "score" else "date DESC, score DESC"
        sql = f"""WITH {", ".join(parts)}
            SELECT 'kind', kind, count(*) FROM matching GROUP BY kind
            UNION ALL SELECT 'outlet', outlet, count(*) FROM matching GROUP BY outlet
            UNION ALL SELECT 'month', substr(date, 1, 7), count(*) FROM matching GROUP BY substr(date, 1, 7)
            UNION ALL SELECT * FROM (SELECT 'row', n, score FROM scored ORDER BY {order}, kind, id LIMIT ? OFFSET ?)"""  # noqa: S608
        return sql, [*self._values, self._wanted.limit, self._wanted.offset]

    def _scored_terms(self) -> list[Term]:
        terms = list(self._wanted.terms)
        rare = [term for term in terms if term.units <= _COMMON]
        return rare if self._wanted.sorting == "score" else []

    def _candidates(self) -> list[str]:
        """The units that hold all terms, or mention a name that stands for them."""
        if not self._wanted.terms:
            return []
        self._values.append(_match(self._wanted.terms))
        sql = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
        if self._wanted.or_named:
            sql += f" UNION {self._mentioning(self._wanted.or_named)}"
        return [f"candidates (n) AS ({sql})"]

    def _mentioning(self, names: Sequence[str]) -> str:
        """A query of the units that mention one of the names, or are one."""
        one = f"SELECT n FROM search_units WHERE kind = 'name' AND id IN ({self._list(names)})"  # noqa: S608
        other = f"SELECT n FROM search_named WHERE name IN (SELECT n FROM search_units WHERE kind = 'name' AND id IN ({self._list(names)}))"  # noqa: S608
        return f"{other} UNION {one}"

    def _list(self, values: Sequence[object]) -> str:
        self._values += values
        return ",".join("?" * len(values)) or "NULL"

    def _matching(self) -> str:
        """The units that hold all terms and pass every filter."""
        source = "candidates c JOIN search_units u ON u.n = c.n" if self._wanted.terms else "search_units u"
        where = " AND ".join(chain(["1"], self._filters()))
        return f"matching AS MATERIALIZED (SELECT u.n, u.kind, u.id, u.date, u.outlet, u.size FROM {source} WHERE {where})"  # noqa: S608

    def _filters(self) -> Iterator[str]:
        wanted = self._wanted
        if wanted.without:
            yield f"u.n NOT IN ({self._holding(wanted.without, ' OR ')})"
        if wanted.named is not None:
            yield f"u.n IN ({self._mentioning(wanted.named)})"
        if wanted.speakers is not None:
            yield f"+u.kind = 'statement' AND u.n IN ({self._speaking()})"  # the + keeps SQLite from reading all statements
        for column, values in (("kind", wanted.kinds), ("outlet", wanted.outlets), ("origin", wanted.origins)):
            if values is not None:
                yield f"u.{column} IN ({self._list(values)})"
        if wanted.first:
            self._values.append(wanted.first)
            yield "u.date >= ?"
        if wanted.last:
            self._values.append(wanted.last)
            yield "u.date <= ?"

    def _speaking(self) -> str:
        names = self._list(self._wanted.speakers or ())
        speakers = f"SELECT n FROM search_units WHERE kind = 'name' AND id IN ({names})"  # noqa: S608
        sql = f"SELECT n FROM search_units WHERE speaker IN ({speakers})"  # noqa: S608
        if self._wanted.speaker_terms:
            self._values.append(_match(self._wanted.speaker_terms, "speaker : "))
            sql += " UNION SELECT rowid FROM search_index WHERE search_index MATCH ?"
        return sql

    def _holding(self, terms: Sequence[Term], between: str) -> str:
        self._values.append(_match(terms, between=between))
        return "SELECT rowid FROM search_index WHERE search_index MATCH ?"

    def _scored(self) -> list[str]:
        """The units that match with their scores: what each term gives them, more for the newest."""
        terms = self._scored_terms()
        if not terms:
            return ["scored AS (SELECT n, kind, id, date, 0.0 AS score FROM matching)"]
        given = " UNION ALL ".join(["SELECT n, 0.0 AS part FROM matching", *map(self._given, terms)])
        age = "(julianday(?) - julianday(u.date)) / 30.0"
        self._values.append(self._newest)
        return [
            f"given AS ({given})",
            "summed AS (SELECT n, sum(part) AS score FROM given GROUP BY n)",
            f"""scored AS (SELECT u.n, u.kind, u.id, u.date,
                round(s.score * (1.0 + coalesce({_RECENT} / (1.0 + {age}), 0.0)), 6) AS score
                FROM summed s CROSS JOIN search_units u ON u.n = s.n)""",  # noqa: S608
        ]

    def _given(self, term: Term) -> str:
        """What a term gives to each unit that matches: BM25 of how often it stands there, more for its title."""
        cases = " ".join(f"WHEN '{kind}' THEN {float(size) or 1.0}" for kind, size in sorted(self._known.sizes.items()))
        length = f"({_K1} * ({1 - _B} + {_B} * u.size / CASE u.kind {cases} ELSE 1.0 END))"
        rarity = _rarity(term.units, self._known.units)
        return (
            f"SELECT t.n, {rarity} * t.held * {_K1 + 1} / (t.held + {length}) FROM ("  # noqa: S608
            f"SELECT doc AS n, sum(CASE col WHEN 'head' THEN {_HEAD} ELSE 1.0 END) AS held "
            f"FROM search_places WHERE term IN ({self._list(term.forms)}) GROUP BY doc) t "
            "CROSS JOIN search_units u ON u.n = t.n WHERE t.n IN (SELECT n FROM matching)"
        )


def _rarity(units: int, of: int) -> float:
    """How much a word says, by how many of all units hold it (the inverse document frequency of BM25, never below 0)."""
    return round(log(1 + max(of - units + 0.5, 0) / (units + 0.5)), 6)


def _match(terms: Sequence[Term], before: str = "", between: str = " AND ") -> str:
    """The terms in the language of FTS5: every word a string in quotation marks, so that none is taken for an operator."""
    return before + "(" + between.join(f"({_one(term)})" for term in terms) + ")"


def _one(term: Term) -> str:
    column = f"{term.column} : " if term.column else ""
    if term.phrase:
        return column + _quoted(" ".join(term.forms))
    return column + "(" + " OR ".join(map(_quoted, term.forms)) + ")"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
