"""A store in a database of a PostgreSQL server, which several people and machines share."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count, islice
from typing import TYPE_CHECKING, Any

from tawatur.records.errors import StoreError
from tawatur.store.address import Server
from tawatur.store.database import Dialect
from tawatur.store.postgresql_engine import taken, translated
from tawatur.store.postgresql_schema import JUDGING, WRITING, bring_up
from tawatur.store.statements import Insert, Values, for_psycopg, insertion

if TYPE_CHECKING:
    from psycopg import Connection
    from sqlalchemy.pool import PoolProxiedConnection

_ROWS = 5_000  # sent at a time
_FETCHED = 500  # given at a time: rows of whole articles may be some 50 kB each
_TOGETHER = 20  # rows from which on they are sent faster together than each in a statement
_POLL = 0.2  # seconds between two tries for the lock of readers
_STEP = 0.25  # seconds by which a statement may outlast its time at most
_SWEEP_WAIT = "5s"  # for which a table is waited for before it is written anew: readers wait behind

_numbers = count()


class PostgresDatabase:
    """A `database.Database` over a server. Readers see what is committed and wait for nobody."""

    dialect: Dialect = "postgresql"

    def __init__(self, server: Server, *, create: bool = True, reading: bool = False) -> None:
        self._server = server
        self._reading = reading
        self._held: PoolProxiedConnection | None = None
        self._bound = False  # what goes on would be half done on another connection
        self._until = self._told = float("inf")
        self._columns: dict[str, dict[str, str]] = {}
        try:
            with self._using() as connection:
                bring_up(connection, server, create=create)
        except BaseException:
            self.close()
            raise

    # asking and writing

    def query(self, sql: str, values: Values = ()) -> list[Any]:
        """Run a query and give its rows."""
        with self._using() as connection:
            self._in_time(connection)
            cursor = connection.execute(for_psycopg(sql).encode(), values)
            return cursor.fetchall() if cursor.description else []

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Run a query and give its rows one by one; the server keeps the others."""
        if self._in_transaction():
            with self._using() as connection:
                yield from _streamed(connection, sql, values)
            return
        other = taken(self._server, reading=self._reading)
        try:
            with translated(self._server), _driver(other).transaction():
                yield from _streamed(_driver(other), sql, values)
        finally:
            other.close()

    def write(self, sql: str, rows: Iterable[Values]) -> int:
        """Run a statement for each row of values; give how many rows of the table it changed."""
        waiting, changed = iter(rows), 0
        batch = list(islice(waiting, _ROWS))
        if len(batch) > 1:
            with self.transaction():
                while batch:
                    changed += self._put(sql, batch)
                    batch = list(islice(waiting, _ROWS))
        elif batch:
            changed = self._put(sql, batch)
        return changed

    def _put(self, sql: str, batch: Sequence[Any]) -> int:
        """Run a statement for each row of a batch, in the fastest way."""
        into = insertion(sql) if len(batch) >= _TOGETHER else None
        with self._using() as connection:
            self._in_time(connection)
            if into and not into.ignore:
                return _copied(connection, into, batch)
            if into and (types := self._types(connection, into)):
                return _unnested(connection, into, types, batch)
            cursor = connection.cursor()
            if len(batch) == 1:
                cursor.execute(for_psycopg(sql).encode(), batch[0])
            else:
                cursor.executemany(for_psycopg(sql).encode(), batch)
            return max(cursor.rowcount, 0)

    def _types(self, connection: Connection[Any], into: Insert) -> list[str]:
        """The types of the columns that are written, none where one of them is an array itself."""
        if into.table not in self._columns:
            self._columns[into.table] = dict(connection.execute(_COLUMNS, (into.table,)).fetchall())
        known = self._columns[into.table]
        types = [known[name.strip()] for name in into.columns.split(",")] if into.columns else list(known.values())
        return types if all(kind in _SCALAR for kind in types) else []

    # transactions and locks

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or none of it; one inside another is part of it."""
        if self._in_transaction():
            yield
            return
        with self._begun("BEGIN"):
            yield

    @contextmanager
    def judging(self) -> Iterator[None]:
        """A transaction in which nobody else judges."""
        with self.transaction():
            self.query("SELECT pg_advisory_xact_lock(?, hashtext(current_schema()))", (JUDGING,))
            yield

    @contextmanager
    def writing(self, patience: float) -> Iterator[None]:
        """Be the one process that reads articles into the store; the server ends that when the connection ends."""
        until = time.monotonic() + patience
        while not self.query("SELECT pg_try_advisory_lock(?, hashtext(current_schema()))", (WRITING,))[0][0]:
            if time.monotonic() >= until:
                raise StoreError("store_locked", path=self._server)
            time.sleep(_POLL)
        self._bound = True
        try:
            yield
        finally:
            self._bound = False
            self._give_turn_on()

    def _give_turn_on(self) -> None:
        """Release the lock of readers; where that cannot be done, end the connection that holds it."""
        if self._held is None:
            return
        try:
            self.query("SELECT pg_advisory_unlock(?, hashtext(current_schema()))", (WRITING,))
        except StoreError:
            held, self._held = self._held, None
            if held is not None:
                held.invalidate()

    @contextmanager
    def snapshot(self, until: float) -> Iterator[None]:
        """All that is asked inside is answered from one state of the store, whatever is written meanwhile."""
        self._until = until
        try:
            with self._begun("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
                yield
        finally:
            self._until = self._told = float("inf")

    @contextmanager
    def _begun(self, sql: str) -> Iterator[None]:
        """A transaction; its end is not bound by the time that what is asked inside may take."""
        try:
            self._tell(sql)
        except StoreError as error:  # a connection that was not used for long may have ended since: nothing is lost with it
            if error.code != "store_lost" or self._bound:
                raise
            self._tell(sql)
        bound, self._bound = self._bound, True
        try:
            yield
            self._tell("COMMIT")
        except BaseException:
            if self._held is not None:
                with suppress(StoreError):
                    self._tell("ROLLBACK")
            raise
        finally:
            self._bound = bound

    def number_on(self, table: str, column: str) -> None:
        """Let the next number that a table gives out follow the last that is in it."""
        last = f"(SELECT coalesce(max({column}), 0) + 1 FROM {table})"  # noqa: S608 (names of our own)
        self.query(f"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), {last}, false)")

    def sweep(self) -> bool:
        """Write every table anew, so that nothing that was deleted is left in it; False where one was in use for too long."""
        tables = [name for (name,) in self.query(_TABLES)]
        self.query(f"SET lock_timeout = '{_SWEEP_WAIT}'")
        try:
            for name in tables:
                self.query(f'VACUUM (FULL, ANALYZE) "{name}"')
        except StoreError as error:
            if error.code != "store_busy":
                raise
            return False
        finally:
            if self._held is not None:
                self.query("SET lock_timeout = '120s'")
        return True

    def close(self) -> None:
        """Give the connection back to the pool."""
        held, self._held = self._held, None
        if held is not None:
            held.close()

    # the connection

    @contextmanager
    def _using(self) -> Iterator[Connection[Any]]:
        """The connection; one that broke is given up, and the next question takes another, unless something would be half done."""
        if self._held is None:
            if self._bound:
                raise StoreError("store_lost", path=self._server, error="-")
            self._held = taken(self._server, reading=self._reading)
        connection = _driver(self._held)
        try:
            with translated(self._server):
                yield connection
        finally:
            if self._held is not None and connection.closed:
                self._held.invalidate()
                self._held = None

    def _tell(self, sql: str) -> None:
        with self._using() as connection:
            connection.execute(sql.encode())

    def _in_transaction(self) -> bool:
        return self._held is not None and _driver(self._held).info.transaction_status != 0

    def _in_time(self, connection: Connection[Any]) -> None:
        """Let the next statement take no longer than is left."""
        if self._until == float("inf"):
            return
        left = self._until - time.monotonic()
        if left <= 0:
            raise StoreError("store_slow", path=self._server)
        if self._told - left > _STEP:
            connection.execute(f"SET LOCAL statement_timeout = {max(1, int(left * 1000))}".encode())
            self._told = left


_SCALAR = ("text", "bigint", "integer", "bytea")
_COLUMNS = b"""SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_catalog.pg_attribute
               WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped ORDER BY attnum"""
_TABLES = "SELECT tablename::text FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tableowner = current_user ORDER BY 1"


def _driver(held: PoolProxiedConnection) -> Connection[Any]:
    connection: Any = held.driver_connection
    return connection  # type: ignore[no-any-return]


def _streamed(connection: Connection[Any], sql: str, values: Values) -> Iterator[Any]:
    with connection.cursor(name=f"each_{next(_numbers)}") as cursor:
        cursor.itersize = _FETCHED
        cursor.execute(for_psycopg(sql).encode(), values)
        yield from cursor


def _copied(connection: Connection[Any], into: Insert, rows: Iterable[Sequence[object]]) -> int:
    """Insert rows by COPY."""
    cursor = connection.cursor()
    columns = f" ({into.columns})" if into.columns else ""
    with cursor.copy(f"COPY {into.table}{columns} FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row(row)
    return max(cursor.rowcount, 0)


def _unnested(connection: Connection[Any], into: Insert, types: Sequence[str], rows: Sequence[Sequence[object]]) -> int:
    """Insert rows as one array for each column; those that are there already are left as they are."""
    columns = f" ({into.columns})" if into.columns else ""
    arrays = ", ".join(f"%s::{kind}[]" for kind in types)
    sql = f"INSERT INTO {into.table}{columns} SELECT * FROM unnest({arrays}) ON CONFLICT DO NOTHING"  # noqa: S608 (names of our own)
    return connection.execute(sql.encode(), [list(column) for column in zip(*rows, strict=True)]).rowcount
