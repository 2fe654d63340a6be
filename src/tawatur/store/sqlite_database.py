"""A store in a file of SQLite."""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tawatur.records.errors import StoreError
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
                return self._db.execute(for_sqlite(sql), values).fetchall()
        except StoreError:
            self._in_time()
            raise

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Run a query and give its rows one by one."""
        with translated(self._path):
            yield from self._db.execute(for_sqlite(sql), values)

    def write(self, sql: str, rows: Iterable[Values]) -> int:
        """Run a statement for each row of values; give how many rows of the table it changed."""
        with translated(self._path):
            return self._db.executemany(for_sqlite(sql), rows).rowcount

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

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _in_time(self) -> None:
        if self._late():
            raise StoreError("store_slow", path=self._path)

    def _late(self) -> bool:
        return time.monotonic() > self._until
