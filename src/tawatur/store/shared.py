"""Writing what articles share, in place of what was told of the same articles before, and saying of which articles that is another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

import msgspec

from tawatur.records.base import from_json, to_json
from tawatur.records.passage import Pair
from tawatur.records.reuse import Family, Reuse
from tawatur.store.sqlite import Store

_MANY = 2000  # documents of which one would rather go through all rows than look up theirs

_row = msgspec.json.Decoder(Reuse).decode


def renew_shared(
    store: Store, pairs: Iterable[Pair], rows: Iterable[Reuse], documents: AbstractSet[str], families: Iterable[Family]
) -> set[str]:
    """Put `rows` in place of those of `pairs`, and `families` in place of those in which `documents` stand; what is as it was is not written.

    Gives the documents of which a row or a family is another now, or is gone. What is looked for anew next time is what changes from now on.
    """
    with store.transaction():
        touched = _renew_rows(store, set(pairs), rows) | _renew_families(store, documents, families)
        store.write("DELETE FROM document_texts WHERE document NOT IN (SELECT document FROM articles)", [()])
        sql = """SELECT a.state, a.document FROM articles a JOIN document_texts t ON t.document = a.document
                 WHERE t.state IS DISTINCT FROM a.state"""
        store.write("UPDATE document_texts SET state = ? WHERE document = ?", store.query(sql))
    return touched


class SharedRows:
    """The pairs of sentences that articles share, as they stand in the store: while this is used, nothing may be written to them.

    What a few articles share is asked for again and again by the stages of one run: it is read once.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[int, Reuse] = {}  # by their numbers in the store
        self._of: dict[str, list[int]] = {}

    def of(self, documents: AbstractSet[str]) -> list[Reuse]:
        """Give the pairs of sentences of which one stands in one of these documents, in the order of the documents."""
        if len(documents) > _MANY:
            every = self._store.each("SELECT a, b, body FROM reuse ORDER BY a, b, n")
            return [_row(body) for a, b, body in every if a in documents or b in documents]
        self._read(documents - self._of.keys())
        numbers = {number for document in documents for number in self._of[document]}
        placed = sorted((*_pair(self._rows[number]), number) for number in numbers)
        return [self._rows[number] for _, _, number in placed]

    def _read(self, documents: AbstractSet[str]) -> None:
        self._of |= {document: [] for document in documents}
        for side in ("a", "b"):
            sql = f"SELECT n, {side}, body FROM reuse WHERE {side} IN ({{}})"  # noqa: S608 (names of our own)
            for number, document, body in self._store.with_ids(sql, documents):
                self._of[document].append(number)
                if number not in self._rows:
                    self._rows[number] = _row(body)


def _pair(row: Reuse) -> Pair:
    return row.a.document, row.b.document


def _renew_rows(store: Store, pairs: set[Pair], rows: Iterable[Reuse]) -> set[str]:
    """Put rows in place of those of pairs; give the documents of which one is another."""
    touched: set[str] = set()
    again: dict[Pair, list[str]] = defaultdict(list)

    def written() -> Iterator[tuple[str, str, str]]:
        for row in rows:
            a, b, body = row.a.document, row.b.document, to_json(row).decode()
            if (a, b) in pairs:
                again[a, b].append(body)
            else:
                touched.update((a, b))
                yield a, b, body

    insert = "INSERT INTO reuse (a, b, body) VALUES (?, ?, ?)"
    store.write(insert, written())
    before = _bodies(store, pairs)
    other = [pair for pair in sorted(pairs) if before.get(pair, []) != again.get(pair, [])]
    store.write("DELETE FROM reuse WHERE a = ? AND b = ?", other)
    store.write(insert, ((*pair, body) for pair in other for body in again.get(pair, ())))
    return touched.union(*other)


def _bodies(store: Store, pairs: set[Pair]) -> dict[Pair, list[str]]:
    """The rows of pairs in their order."""
    found: dict[Pair, list[str]] = defaultdict(list)
    sql = "SELECT a, b, body FROM reuse WHERE a IN ({}) ORDER BY a, b, n"
    for a, b, body in store.with_ids(sql, {a for a, _ in pairs}):
        if (a, b) in pairs:
            found[a, b].append(body)
    return found


def _renew_families(store: Store, documents: AbstractSet[str], families: Iterable[Family]) -> set[str]:
    """Put families in place of those in which documents stand; give the documents of those that are others."""
    sql = "SELECT DISTINCT family FROM family_documents WHERE document IN ({})"
    ids = {family for (family,) in store.with_ids(sql, documents)}
    rows = store.with_ids("SELECT body FROM families WHERE id IN ({})", ids)
    before = {one.id: one for one in (from_json(body, Family) for (body,) in rows)}
    now = {one.id: one for one in families}
    gone = [one for name, one in before.items() if now.get(name) != one]
    come = [one for name, one in now.items() if before.get(name) != one]
    store.write("DELETE FROM families WHERE id = ?", ((one.id,) for one in gone))
    store.write("DELETE FROM family_documents WHERE document = ? AND family = ?", _members(gone))
    store.write("INSERT INTO families VALUES (?, ?)", ((one.id, to_json(one).decode()) for one in come))
    store.write("INSERT INTO family_documents VALUES (?, ?)", _members(come))
    return {document for one in (*gone, *come) for document in one.documents}


def _members(families: Iterable[Family]) -> Iterator[tuple[str, str]]:
    return ((document, one.id) for one in families for document in one.documents)
