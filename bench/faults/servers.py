"""Stores that are databases of a PostgreSQL server of our own, killed over as those in files are."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.postgresql import Running, programs, running

from bench.faults.stores import DERIVED, MADE, MARKS, NOTHING, SENDING, Seen
from tawatur.store.address import Server


class PostgresStores:
    """Databases of one server."""

    name = "postgresql"

    def __init__(self, server: Running) -> None:
        self._server = server
        self._made: dict[str, Server] = {}

    def fresh(self) -> str:
        """The address of an empty database."""
        return self._known(self._server.fresh())

    def copied(self, address: str) -> str:
        """The address of a copy of a database that nobody uses; who was killed while he did is ended on the server's side too."""
        before, copy = self._made[address], self._server.fresh()
        self._server.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{before.database}'")  # noqa: S608
        self._server.execute(f"DROP DATABASE {copy.database}")
        self._server.execute(f"CREATE DATABASE {copy.database} OWNER {copy.user} TEMPLATE {before.database}")
        return self._known(copy)

    def seen(self, address: str) -> Seen:
        """What is committed now; nothing where the tables are not made yet."""
        database = self._made[address].database
        if not self._server.execute("SELECT 1 FROM pg_tables WHERE tablename = 'deliveries'", database):
            return NOTHING
        queries = [*MARKS.values(), MADE, SENDING]
        rows = [frozenset(str(key) for (key,) in self._server.execute(sql, database)) for sql in queries]
        derived = " ".join(str(value) for (value,) in self._server.execute(DERIVED, database))
        marks = dict(zip(MARKS, rows, strict=False))
        return Seen(marks, rows[-2], derived or None, rows[-1])

    def sound(self, address: str) -> bool:
        """The server looks after that itself."""
        return True

    def remove(self, address: str) -> None:
        """Take the database away."""
        self._server.drop(self._made.pop(address))

    def _known(self, server: Server) -> str:
        self._made[str(server)] = server
        return str(server)


@contextmanager
def servers() -> Iterator[PostgresStores]:
    """Give the stores of a server that runs meanwhile. Raises SystemExit where none is installed."""
    found = programs()
    if found is None:
        raise SystemExit("there is no PostgreSQL server on this machine")
    with running(found) as server:
        yield PostgresStores(server)
