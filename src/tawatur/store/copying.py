"""Moving a whole store into another, of whatever kind: every row, in its order, and read back before it counts."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from typing import Any

import msgspec

from tawatur.records.errors import FailedError, StoreError, UsageError
from tawatur.records.search import Unit
from tawatur.store import search_index
from tawatur.store.address import Place
from tawatur.store.reading import ReadStore
from tawatur.store.sqlite import Store

# every table by what its rows are told apart by and sorted by, but the index of search, which is made anew of what it was made of
TABLES = {
    "documents": "seq",
    "inputs": "digest",
    "line_keys": "outlet, key, document",
    "dropped": "stage, source, reason",
    "forgotten": "document",
    "articles": "document",
    "told": "document",
    "contents": "document",
    "document_texts": "document",
    "texts": "text",
    "prints": "value, text",
    "standing_prints": "value",
    "text_pairs": "a, b",
    "told_pairs": "a, b",
    "ties": "a, b",
    "reuse": "n",
    "families": "id",
    "family_documents": "document, family",
    "printings": "document",
    "carried": "document, kind, source",
    "settled": "document",
    "entities": "id",
    "stories": "id",
    "story_documents": "document",
    "story_aliases": "alias",
    "kept": "stage, key",
    "threads": "id",
    "back_references": "n",
    "findings": "id",
    "events": "id",
    "commitments": "id",
    "commitment_stories": "story, commitment",
    "name_judgements": "n",
    "name_outcomes": "judgement",
    "story_judgements": "n",
    "finding_judgements": "n",
    "corrections": "n",
    "alerts": "n",
    "deliveries": "alert, way",
    "state": "name",
}
FOLLOWING = {"document_entities": "entity, document"}  # the databases make these rows themselves, of those of `settled`
_EVERY = TABLES | FOLLOWING
_NUMBERED = {table: key for table, key in TABLES.items() if key in ("n", "seq")}
_STEP = 10_000  # rows between two words on how far it is
_TEXTS = 64  # articles whose text is held: units of one article come one after another

_unit = msgspec.msgpack.Decoder(Unit).decode

Told = Callable[[int, int], None]  # rows that are done, and of how many


def copy(source: Place, target: Place, told: Told = lambda done, of: None) -> dict[str, int]:
    """Copy the store at `source` to `target`, which must be empty; give the rows by table. All or nothing.

    The copy is of one moment, whatever is written meanwhile. Raises UsageError where something is in the target, StoreError where one of
    them cannot be used, FailedError where the copy does not read back as the source.
    """
    if source == target:
        raise UsageError("copy_same", path=source)
    with ReadStore(source) as mine, mine.snapshot(), Store(target) as other, other.writing():
        if any(other.query(f"SELECT 1 FROM {table} LIMIT 1") for table in TABLES):  # noqa: S608 (names of our own)
            raise UsageError("store_taken", path=target)
        return fill(other, mine, told)


def replace(target: Store, source: Store, told: Told = lambda done, of: None) -> dict[str, int]:
    """Put all of one store in place of all of another; give the rows by table. All or nothing: until it is done, readers see what was there."""
    with target.judging():
        search_index.forget(target)
        for table in _EVERY:
            target.write(f"DELETE FROM {table}", [()])  # noqa: S608 (names of our own)
        return fill(target, source, told)


def fill(target: Store, source: Store, told: Told = lambda done, of: None) -> dict[str, int]:
    """Copy every row into a store that has none. Raises FailedError where what is read back is not what was written."""
    of = sum(int(source.query(f"SELECT count(*) FROM {table}")[0][0]) for table in TABLES)  # noqa: S608 (names of our own)
    done, sums = 0, {}
    with target.judging():
        for table, key in TABLES.items():
            sums[table] = mine = _Sum()
            _put(target, table, mine.of(source.each(_all(table, key)), partial(_tell, told, done, of)))
            done += mine.rows
        sums |= {table: _Sum().whole(source.each(_all(table, key))) for table, key in FOLLOWING.items()}
        back = {table: _Sum().whole(target.each(_all(table, key))) for table, key in _EVERY.items()}
        wrong = ", ".join(table for table, mine in sums.items() if back[table].told != mine.told)
        if wrong:
            raise FailedError("copy_differs", path=target.path, tables=wrong)
        for table, key in _NUMBERED.items():
            target.number_on(table, key)
        _index(target, source)
    return {table: mine.rows for table, mine in sums.items()}


def _put(target: Store, table: str, rows: Iterator[Any]) -> None:
    first = next(rows, None)
    if first is not None:
        target.write(f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})", chain([first], rows))  # noqa: S608 (names of our own)


def _tell(told: Told, before: int, of: int, rows: int) -> None:
    told(before + rows, of)


def _all(table: str, key: str) -> str:
    return f"SELECT * FROM {table} ORDER BY {key}"  # noqa: S608 (names of our own)


class _Sum:
    """How many rows there were, and a SHA-256 of them in their order."""

    def __init__(self) -> None:
        self.rows = 0
        self._digest = hashlib.sha256()

    @property
    def told(self) -> tuple[int, str]:
        return self.rows, self._digest.hexdigest()

    def of(self, rows: Iterable[Any], told: Callable[[int], None] = lambda rows: None) -> Iterator[Any]:
        """Give the rows on, each added up."""
        for row in rows:
            self.rows += 1
            self._digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
            if self.rows % _STEP == 0:
                told(self.rows)
            yield row
        told(self.rows)

    def whole(self, rows: Iterable[Any]) -> "_Sum":
        """Add up all rows."""
        for _ in self.of(rows):
            pass
        return self


def _index(target: Store, source: Store) -> None:
    """Make the index of search of the very units that the source's was made of."""
    before = search_index.known(source)
    target.write("DELETE FROM state WHERE name = 'search'", [()])
    if not before.by:
        return
    sql = "SELECT b.body FROM search_bodies b JOIN search_units u ON u.n = b.n ORDER BY u.kind <> 'name', u.n"
    search_index.renew(target, (_unit(body) for (body,) in source.each(sql)), _Texts(target))
    after = search_index.known(target)  # the units may be those of another version, which the next reading makes anew
    target.remember("search", msgspec.json.encode(msgspec.structs.replace(after, by=before.by)).decode())


class _Texts(dict[str, str]):
    """The texts of a store's documents, by id, each read when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._text = lru_cache(maxsize=_TEXTS)(lambda document: self._read(store, document))

    def __contains__(self, document: object) -> bool:
        return True

    def get(self, document: str, default: Any = "") -> Any:
        """The text of a document; `default` where there is none."""
        found = self._text(document)
        return default if found is None else found

    @staticmethod
    def _read(store: Store, document: str) -> str | None:
        rows = store.query("SELECT body FROM documents WHERE id = ?", (document,))
        return str(msgspec.json.decode(rows[0][0])["text"]) if rows else None


def holds(place: Place) -> bool:
    """Whether a store is there already, in a file or on a server. Raises StoreError where that cannot be told."""
    try:
        Store(place, create=False).close()
    except StoreError as error:
        if error.code != "store_missing":
            raise
        return False
    return True
