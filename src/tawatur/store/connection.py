"""Opening the store's file: WAL mode, migrations, and errors of SQLite turned into messages."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from tawatur.records.errors import StoreError

# a writer waits this long for another before it gives up: what follows from new articles among 20,000 is made in one transaction of some 40 s
_BUSY_SECONDS = 120.0
_FIRST_BYTES = b"SQLite format 3\x00"


def connect(path: Path, *, create: bool = True) -> sqlite3.Connection:
    """Open the store at `path` and bring it to this version.

    Raises StoreError where the file is none of ours, of a newer version, damaged, or cannot be written.
    """
    _look(path, create)
    with translated(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _look(path: Path, create: bool) -> None:
    """Raise StoreError where what is at `path` cannot be a store of ours."""
    try:
        there = path.exists()
        ours = not there or (path.is_file() and _is_sqlite(path))
    except OSError as error:  # a folder on the way gives no right to look
        raise StoreError("store_unwritable", path=path, error=error.strerror or error) from error
    if not there and not create:
        raise StoreError("store_missing", path=path)
    if not ours:
        raise StoreError("store_not_ours", path=path)


def check_version(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError where the store was written by a newer version of the program."""
    have, known = _version(connection), len(_scripts())
    if have > known:
        raise StoreError("store_newer", path=path, version=have, known=known)


def _scripts() -> list[Traversable]:
    found = files(__package__).joinpath("migrations").iterdir()
    return sorted((f for f in found if f.name.endswith(".sql")), key=lambda f: f.name)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    scripts = _scripts()
    have = _version(connection)
    check_version(connection, path)
    if have == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise StoreError("store_not_ours", path=path)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if have == len(scripts):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(_version(connection), len(scripts)):  # read again: another process may have been faster
            for statement in scripts[number].read_text(encoding="utf-8").split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _is_sqlite(path: Path) -> bool:
    """Whether the file is empty (a new store) or begins as SQLite's files do."""
    with path.open("rb") as file:
        return file.read(len(_FIRST_BYTES)) in (b"", _FIRST_BYTES)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about `path` into StoreErrors that say what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(_code(error), path=path, error=error) from error
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # a broken constraint is a fault of ours, not of the file
            raise
        raise StoreError("store_damaged", path=path, error=error) from error


def _code(error: sqlite3.OperationalError) -> str:
    name = error.sqlite_errorname or ""
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE")):
        return "store_full"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return "store_busy"
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
        return "store_unwritable"
    return "store_failed"


@contextmanager
def writer(path: Path, *, patience: float = 0.0) -> Iterator[None]:
    """Be the one process that reads articles into the store: others are told so, after `patience` seconds.

    The lock is the operating system's, so it goes with the process, however that ends.
    Raises StoreError where another process holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}-lock", timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise StoreError("store_locked", path=path) from error
    except OSError as error:
        raise StoreError("store_unwritable", path=path, error=error) from error
    try:
        yield
    finally:
        lock.release()
