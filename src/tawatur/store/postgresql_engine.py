"""Connections to PostgreSQL: one pool for each address in a process, and what goes wrong as StoreErrors that hide the password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tawatur.records.errors import StoreError, UsageError
from tawatur.store.address import Server

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.pool import PoolProxiedConnection

# as long as for SQLite, see connection.py: what another writes is waited for so long
_SESSION = "SET lock_timeout = '120s'; SET jit = off; SET standard_conforming_strings = on"
# a server that is gone without a word is noticed within 10 s when a connection is made, and a minute or two after
_SETTINGS = {
    "connect_timeout": "10",
    "keepalives_idle": "60",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "90000",
    "application_name": "tawatur",
}

_CODES = {
    "53100": "store_full",
    "55P03": "store_busy",  # a lock was waited for too long
    "40P01": "store_busy",
    "40001": "store_busy",
    "57014": "store_slow",  # the statement took longer than it was given
    "42501": "store_no_right",
    "25006": "store_no_right",
}
_LOST = ("08", "57P")  # connections that broke, and servers that end
# libpq gives no code of what is wrong before a connection stands; its words depend on the server's language, and then the general message tells
_REFUSED = (
    (re.compile(r'database ".*" does not exist'), "store_no_database"),
    (
        re.compile(r"password|no pg_hba.conf entry|authentication failed|role \".*\" does not exist|not permitted to log in"),
        "store_password",
    ),
)


@lru_cache(maxsize=16)
def engine(server: Server, *, reading: bool = False) -> Engine:
    """Give the pool of connections to a database, in which nothing can be written where they are for `reading`.

    Raises UsageError where what speaks to PostgreSQL is not installed.
    """
    try:
        from psycopg import Connection
        from sqlalchemy import URL, create_engine, event
    except ImportError as error:
        raise UsageError("postgresql_missing", error=error) from error
    from tawatur.store.postgresql_letters import teach

    url = URL.create(
        "postgresql+psycopg",
        username=server.user,
        password=server.password,
        host=server.host,
        port=server.port if server.host else None,
        database=server.database,
    )
    settings: dict[str, Any] = _SETTINGS | dict(server.settings) | {"client_encoding": "utf8", "autocommit": True}
    if not server.host:
        settings.setdefault("port", str(server.port))
    made = create_engine(url, connect_args=settings, pool_size=5, max_overflow=-1, pool_pre_ping=True, hide_parameters=True)

    @event.listens_for(made, "connect")
    def _begin(connection: Connection[Any], _: object) -> None:
        teach(connection)
        connection.execute(_SESSION)
        if reading:
            connection.execute("SET default_transaction_read_only = on")

    return made


def taken(server: Server, *, reading: bool = False) -> PoolProxiedConnection:
    """Take a connection from the pool. Raises StoreError where there is none to be had."""
    pool = engine(server, reading=reading)
    import psycopg
    from sqlalchemy.exc import DBAPIError, SQLAlchemyError

    try:
        return pool.raw_connection()
    except (psycopg.Error, SQLAlchemyError, OSError, UnicodeError) as error:
        raise _refused(server, (error.orig or error) if isinstance(error, DBAPIError) else error) from error


def _refused(server: Server, error: BaseException) -> StoreError:
    import psycopg

    if not isinstance(error, psycopg.Error):
        return StoreError("store_unreachable", path=server, error=server.hidden(str(error)))
    told = " ".join(str(error).split())
    code = next((code for pattern, code in _REFUSED if pattern.search(told)), "store_unreachable")
    return StoreError(code, path=server, database=server.database, error=server.hidden(told))


@contextmanager
def translated(server: Server) -> Iterator[None]:
    """Turn PostgreSQL's errors into StoreErrors that say what to do."""
    import psycopg

    try:
        yield
    except psycopg.IntegrityError:  # a broken constraint is a fault of ours, not of the store
        raise
    except psycopg.Error as error:
        raise StoreError(_code(error), path=server, error=server.hidden(_told(error))) from error


def _code(error: Any) -> str:
    state = error.sqlstate or ""
    if state.startswith(_LOST) or (not state and type(error).__name__ == "OperationalError"):
        return "store_lost"
    return _CODES.get(state, "store_failed")


def _told(error: Any) -> str:
    return " ".join((error.diag.message_primary or str(error)).split())


def let_go(server: Server) -> None:
    """Close the connections to a database that nothing uses any more."""
    for reading in (False, True):
        engine(server, reading=reading).dispose()
