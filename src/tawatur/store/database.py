"""What a store needs of a database: a few words that SQLite and PostgreSQL both answer to."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Literal, Protocol

from tawatur.store.address import Place
from tawatur.store.statements import Values

Dialect = Literal["sqlite", "postgresql"]


class Database(Protocol):
    """One connection, for one thread at a time. Every method raises StoreError where the store cannot be read or written."""

    @property
    def dialect(self) -> Dialect:
        """Which SQL it speaks, for the few statements that are not the same."""
        ...

    def query(self, sql: str, values: Values = ()) -> list[Any]:
        """Run a query and give its rows, as tuples."""
        ...

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Run a query and give its rows one by one, without holding them all."""
        ...

    def write(self, sql: str, rows: Iterable[Values]) -> int:
        """Run a statement for each row of values; give how many rows of the table it changed."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept, or none of it; one inside another is part of it."""
        ...

    def judging(self) -> AbstractContextManager[None]:
        """A transaction in which nobody else judges, so that what is read of judgements inside is still so when it is written."""
        ...

    def writing(self, patience: float) -> AbstractContextManager[None]:
        """Be the one process that reads articles into the store; StoreError "store_locked" where another is, `patience` seconds later."""
        ...

    def snapshot(self, until: float) -> AbstractContextManager[None]:
        """All that is asked inside is answered from one state; past `until` (`time.monotonic`), every query is a StoreError "store_slow"."""
        ...

    def number_on(self, table: str, column: str) -> None:
        """Let the next number that a table gives out follow the last that is in it, after rows came with theirs."""
        ...

    def sweep(self) -> bool:
        """Leave nothing in the files of what was deleted, as far as that can be done from here; False where it must be tried again."""
        ...

    def close(self) -> None:
        """Give the connection back. The database cannot be used afterwards."""
        ...


def opened(place: Place, *, create: bool = True, reading: bool = False) -> Database:
    """Open the database at a place and bring it to this version; `reading`: nothing can be written.

    Raises StoreError where it is none of ours, of a newer version, or cannot be used.
    """
    if isinstance(place, Path):
        from tawatur.store.sqlite_database import SqliteDatabase

        return SqliteDatabase(place, create=create, reading=reading)
    from tawatur.store.postgresql import PostgresDatabase

    return PostgresDatabase(place, create=create, reading=reading)
