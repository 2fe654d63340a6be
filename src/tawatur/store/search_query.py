"""What is wanted of the index as one statement, built from fixed pieces: what the user typed is in the bound values alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from tawatur.records.search import Term, Wanted
from tawatur.store.pieces import Piece, filled, joined, listed
from tawatur.store.word_index import WordIndex

# BM25 as SQLite's own: how soon more of the same word counts no more, and how much length counts
_K1, _B = 1.2, 0.75
_RECENT = 0.25  # what newest adds to the score of the same words, halved with every further month
# words in so many units say nothing of which is better, and counting them takes long: their score is left out beside others
_COMMON = 30_000

_NAMES = "SELECT n FROM search_units WHERE kind = 'name' AND id IN ({})"
# scores are added up as millionths, so that they are the same in whatever order they are added
_PARTS = 1_000_000.0

_COUNTS = """SELECT 'kind', kind, CAST(count(*) AS DOUBLE PRECISION) FROM matching GROUP BY kind
             UNION ALL SELECT 'outlet', outlet, count(*) FROM matching GROUP BY outlet
             UNION ALL SELECT 'month', substr(date, 1, 7), count(*) FROM matching GROUP BY substr(date, 1, 7)"""


class Sizes(NamedTuple):
    """How many units there are, how many words one of each kind has on average, and the newest day of any."""

    units: int
    words: Mapping[str, float]
    newest: str | None


class Finding:
    """One query of what is wanted."""

    def __init__(self, wanted: Wanted, index: WordIndex, sizes: Sizes) -> None:
        self._wanted = wanted
        self._index = index
        self._sizes = sizes

    def statement(self) -> Piece:
        """Give the statement. Its rows are (what, key, number): counts, and the rows of the page, in no order."""
        parts = joined(", ", [*self._candidates(), self._matching(), *self._scored()])
        by = "score DESC, date DESC NULLS LAST" if self._wanted.sorting == "score" else "date DESC NULLS LAST, score DESC"
        page = Piece(
            f"SELECT n, score FROM scored ORDER BY {by}, kind, id LIMIT ? OFFSET ?",  # noqa: S608
            (self._wanted.limit, self._wanted.offset),
        )
        sql = f"WITH {{}} {_COUNTS} UNION ALL SELECT 'row', CAST(n AS TEXT), score FROM ({{}}) AS page"  # noqa: S608
        return filled(sql, parts, page)

    def _scored_terms(self) -> list[Term]:
        rare = [term for term in self._wanted.terms if term.units <= _COMMON]
        return rare if self._wanted.sorting == "score" else []

    def _candidates(self) -> Iterator[Piece]:
        """The units that hold all terms, or mention a name that stands for them."""
        if self._wanted.terms:
            every = [self._index.holding(self._wanted.terms)]
            if self._wanted.or_named:
                every.append(_mentioning(self._wanted.or_named))
            yield filled("candidates (n) AS ({})", joined(" UNION ", every))

    def _matching(self) -> Piece:
        """The units that hold all terms and pass every filter."""
        source = "candidates c JOIN search_units u ON u.n = c.n" if self._wanted.terms else "search_units u"
        where = joined(" AND ", [Piece("u.n > 0"), *self._filters()])
        columns = "u.n, u.kind, u.id, u.date, u.outlet, u.size"
        return filled(f"matching AS MATERIALIZED (SELECT {columns} FROM {source} WHERE {{}})", where)  # noqa: S608

    def _filters(self) -> Iterator[Piece]:
        wanted = self._wanted
        if wanted.without:
            yield filled("u.n NOT IN ({})", self._index.holding(wanted.without, any_of=True))
        if wanted.named is not None:
            yield filled("u.n IN ({})", _mentioning(wanted.named))
        if wanted.speakers is not None:
            # with something written to it the column is not looked up, which would read all statements
            yield filled("u.kind || '' = 'statement' AND u.n IN ({})", self._speaking(wanted.speakers))
        for column, values in (("kind", wanted.kinds), ("outlet", wanted.outlets), ("origin", wanted.origins)):
            if values is not None:
                yield filled(f"u.{column} IN ({{}})", listed(values))
        if wanted.first:
            yield Piece("u.date >= ?", (wanted.first,))
        if wanted.last:
            yield Piece("u.date <= ?", (wanted.last,))

    def _speaking(self, speakers: Sequence[str]) -> Piece:
        ways = [filled(f"SELECT n FROM search_units WHERE speaker IN ({_NAMES})", listed(speakers))]  # noqa: S608
        if self._wanted.speaker_terms:
            ways.append(self._index.holding(self._wanted.speaker_terms, columns=("speaker",)))
        return joined(" UNION ", ways)

    def _scored(self) -> Iterator[Piece]:
        """The units that match with their scores: what each term gives them, more for the newest."""
        terms = self._scored_terms()
        if not terms:
            yield Piece("scored AS (SELECT n, kind, id, date, CAST(0.0 AS DOUBLE PRECISION) AS score FROM matching)")
            return
        none = Piece("SELECT n, 0 AS part FROM matching")
        yield filled("given AS ({})", joined(" UNION ALL ", [none, *map(self._given, terms)]))
        yield Piece("summed AS (SELECT n, sum(part) AS parts FROM given GROUP BY n)")
        newness = f"(1.0 + coalesce({_RECENT} / (1.0 + {{}} / 30.0), 0.0))"
        parts = self._index.whole(f"(CAST(s.parts AS DOUBLE PRECISION) * {newness})")
        yield filled(
            f"""scored AS (SELECT u.n, u.kind, u.id, u.date, CAST({parts} AS DOUBLE PRECISION) / {_PARTS} AS score
                FROM summed s CROSS JOIN matching u WHERE u.n = s.n)""",  # noqa: S608
            self._index.days_before(self._sizes.newest),
        )

    def _given(self, term: Term) -> Piece:
        """What a term gives to each unit that matches: BM25 of how often it stands there, more for its title."""
        cases = " ".join(f"WHEN '{kind}' THEN {float(size) or 1.0}" for kind, size in sorted(self._sizes.words.items()))
        share = f"CAST(u.size AS DOUBLE PRECISION) / CASE u.kind {cases} ELSE 1.0 END" if cases else "1.0"
        length = f"({_K1} * ({1 - _B} + {_B} * ({share})))"
        rarity = _rarity(term.units, self._sizes.units)
        part = self._index.whole(f"(t.held * {rarity} * {_K1 + 1} / (t.held + {length}) * {_PARTS})")
        return filled(
            f"SELECT t.n, {part} FROM ({{}}) t CROSS JOIN matching u WHERE u.n = t.n",  # noqa: S608
            self._index.held(term.forms, "matching"),
        )


def _mentioning(names: Sequence[str]) -> Piece:
    """A query of the units that mention one of the names, or are one."""
    sql = f"SELECT n FROM search_named WHERE name IN ({_NAMES}) UNION {_NAMES}"  # noqa: S608
    return filled(sql, listed(names), listed(names))


def _rarity(units: int, of: int) -> float:
    """How much a word says, by how many of all units hold it (the inverse document frequency of BM25, never below 0)."""
    return round(log(1 + max(of - units + 0.5, 0) / (units + 0.5)), 6)
