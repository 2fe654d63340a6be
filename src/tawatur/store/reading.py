"""A store that is only read: in snapshots, each with a time by which it must be done."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tawatur.records.errors import StoreError
from tawatur.store.connection import connect, translated
from tawatur.store.sqlite import Store

# steps of SQLite's machine between two looks at the clock: some 5 ms of work
_STEPS = 100_000


class ReadStore(Store):
    """A connection that cannot write, for one thread at a time.

    In WAL mode it neither waits for a running `tawatur read` nor holds it up.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._until = float("inf")
        self._db = connect(path, create=False)
        self._db.execute("PRAGMA query_only = ON")
        self._db.set_progress_handler(self._late, _STEPS)

    @contextmanager
    def snapshot(self, until: float = float("inf")) -> Iterator[None]:
        """All that is asked inside is answered from one state of the store, whatever is written meanwhile.

        `until` is a time of `time.monotonic`; past it, every query raises StoreError "store_slow".
        """
        self._until = until
        with translated(self.path):
            self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._until = float("inf")
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")

    def query(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Run a query of this package and give its rows. Raises StoreError where the time is over."""
        if self._late():
            raise StoreError("store_slow", path=self.path)
        try:
            return super().query(sql, values)
        except StoreError as error:
            if self._late():
                raise StoreError("store_slow", path=self.path) from error
            raise

    def _late(self) -> bool:
        return time.monotonic() > self._until
