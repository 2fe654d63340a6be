"""A store in a file of SQLite."""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any

from tawatur.records.errors import StoreError
from tawatur.store import sqlite_letters
from tawatur.store.connection import connect, translated, writer
from tawatur.store.database import Dialect
from tawatur.store.statements import Values, for_sqlite

# steps of SQLite's machine between two looks at the clock: some 5 ms of work
_STEPS = 100_000


class SqliteDatabase:
    """A `database.Database` over a file. In WAL mode readers neither wait for a writer nor hold it up."""

    dialect: Dialect = "sqlite"

    def __init__(self, path: Path, *, create: bool = True, reading: bool = False) -> None:
        self._path = path
        self._until = float("inf")
        self._db = connect(path, create=create)
        if reading:
            self._db.execute("PRAGMA query_only = ON")
            self._db.set_progress_handler(self._late, _STEPS)

    def query(self, sql: str, values: Values = ()) -> list[Any]:
        """Run a query and give its rows."""
        self._in_time()
        try:
            with translated(self._path):
                try:
                    return self._run(sql, values).fetchall()
                except sqlite3.OperationalError as error:
                    self._met_halves(error)
                    return self._run(sql, values).fetchall()
        except StoreError:
            self._in_time()
            raise

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Run a query and give its rows one by one."""
        given = 0
        with translated(self._path):
            try:
                for row in self._run(sql, values):
                    yield row
                    given += 1
            except sqlite3.OperationalError as error:
                self._met_halves(error)
                yield from islice(self._run(sql, values), given, None)

    def write(self, sql: str, rows: Iterable[Values]) -> int:
        """Run a statement for each row of values; give how many rows of the table it changed."""
        waiting = iter(rows)
        first = next(waiting, None)
        if first is None:
            return 0
        waiting = chain([first], waiting)
        with translated(self._path):
            if any(isinstance(value, str) for value in (first.values() if isinstance(first, Mapping) else first)):
                return self._write_texts(sql, waiting)
            return self._db.executemany(for_sqlite(sql), waiting).rowcount

    def _write_texts(self, sql: str, rows: Iterator[Values]) -> int:
        last, before, halves = _Last(), self._db.total_changes, False
        while True:
            try:
                changed = self._db.executemany(for_sqlite(sql), last.of(rows)).rowcount
                return self._db.total_changes - before if halves else changed  # the former with what triggers changed
            except UnicodeEncodeError:  # in the row that was taken last; the others follow
                halves = True
                self._run(sql, last.row)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or none of it; nobody else writes meanwhile."""
        if self._db.in_transaction:
            yield
            return
        with translated(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    judging = transaction

    @contextmanager
    def writing(self, patience: float) -> Iterator[None]:
        """Be the one process that reads articles into the store."""
        with writer(self._path, patience=patience):
            yield

    @contextmanager
    def snapshot(self, until: float) -> Iterator[None]:
        """All that is asked inside is answered from one state of the store, whatever is written meanwhile."""
        self._until = until
        with translated(self._path):
            self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._until = float("inf")
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")

    def number_on(self, table: str, column: str) -> None:
        """SQLite counts on from the last number by itself."""

    def sweep(self) -> bool:
        """Write the file anew, so that nothing that was taken out is left in its free pages; needs as much room again as the store takes."""
        self.query("VACUUM")
        self.query("PRAGMA wal_checkpoint(TRUNCATE)")
        return True

    def _met_halves(self, error: sqlite3.OperationalError) -> None:
        """Read texts with lone surrogates from now on, where one of them was what is wrong; it is slower."""
        if self._db.text_factory is sqlite_letters.read or "decode" not in str(error):
            raise error
        self._db.text_factory = sqlite_letters.read

    def _run(self, sql: str, values: Values) -> sqlite3.Cursor:
        try:
            return self._db.execute(for_sqlite(sql), values)
        except UnicodeEncodeError:
            return self._db.execute(*sqlite_letters.written(for_sqlite(sql), values))

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _in_time(self) -> None:
        if self._late():
            raise StoreError("store_slow", path=self._path)

    def _late(self) -> bool:
        return time.monotonic() > self._until


class _Last:
    """The row that was given on last."""

    row: Values = ()

    def of(self, rows: Iterator[Values]) -> Iterator[Values]:
        """Give the rows on."""
        for self.row in rows:
            yield self.row
