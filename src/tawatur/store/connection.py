"""Opening the store's file: WAL mode, migrations, and errors of SQLite turned into messages.

A file that may not be written is opened to be read (`create=False`); one that is taken away or replaced while it is open is noticed.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tawatur.records.errors import StoreError
from tawatur.store.scripts import check_known, scripts
from tawatur.write_ahead import is_busy, write_ahead

# a writer waits this long for another before it gives up: what follows from new articles among 20,000 is made in one transaction of some 40 s
_BUSY_SECONDS = 120.0
# one statement, so that both are of one state of a file that another process may be making
_FOREIGN = "SELECT (SELECT user_version FROM pragma_user_version) = 0 AND EXISTS (SELECT 1 FROM sqlite_master)"
_FIRST_BYTES = b"SQLite format 3\x00"


def connect(path: Path, *, create: bool = True) -> sqlite3.Connection:
    """Open the store at `path` and bring it to this version.

    Raises StoreError where the file is none of ours, of a newer version, damaged, or cannot be written.
    """
    _look(path, create)
    with translated(path):
        try:
            return _opened(path, path)
        except sqlite3.OperationalError as error:
            if create or not _unwritable(error):
                raise
        return _to_read(path)


def _opened(path: Path, where: Path | str) -> sqlite3.Connection:
    """Open `where`: the store at `path`, or an address by which it can only be read."""
    reading = isinstance(where, str)
    connection = sqlite3.connect(
        where,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
        uri=reading,
    )
    try:
        connection.stands_at(path, fixed=reading and "immutable=1" in str(where))
        if reading:
            _check_now(connection, path)
        else:
            _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _to_read(path: Path) -> sqlite3.Connection:
    """Open a store whose file or folder may not be written, as on a medium that can only be read.

    Where nothing waits beside the file to be brought into it, it is taken to be as it is, since SQLite could not keep its own files there.
    """
    address = path.absolute().as_uri()
    try:
        return _opened(path, f"{address}?mode=ro")
    except sqlite3.OperationalError as error:
        if not _unwritable(error):
            raise
        waiting = path.with_name(f"{path.name}-wal")
        if waiting.exists() and waiting.stat().st_size:
            raise StoreError("store_unmerged", path=path, waiting=waiting.name) from error
    return _opened(path, f"{address}?immutable=1")


def _unwritable(error: sqlite3.OperationalError) -> bool:
    return _code(error) == "store_unwritable"


class _Connection(sqlite3.Connection):
    """A connection that notices, with each transaction, when its file is no more the one at its path: what is written would be lost.

    SQLite itself goes on with a file that has no name any more.
    """

    _path: Path | None = None
    _file: tuple[int, ...] | None = None
    _fixed = False

    def stands_at(self, path: Path, *, fixed: bool) -> None:
        """Take the file that is at `path` for the one that is open; `fixed`: SQLite takes for granted that nobody writes to it."""
        self._path, self._file, self._fixed = path, _identity(path, fixed=fixed), fixed

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:  # type: ignore[override]
        """Run a statement. Raises StoreError where a transaction begins or ends in a file that is not there any more."""
        if self._path is not None and sql.startswith(("BEGIN", "COMMIT", "ROLLBACK") if self._fixed else ("BEGIN", "COMMIT")):
            self._still_there(self._path)
        return super().execute(sql, values)

    def _still_there(self, path: Path) -> None:
        """Raise StoreError where the file was deleted, moved or replaced, or one written to that is taken to be fixed."""
        now = _identity(path, fixed=self._fixed)
        if now != self._file:
            same = self._fixed and now is not None and now[:2] == (self._file or ())[:2]
            raise StoreError("store_changed" if same else "store_gone", path=path)


def _identity(path: Path, *, fixed: bool) -> tuple[int, ...] | None:
    """What a file is known by whatever it is called, None where there is none; with `fixed` also by when it was written to."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino, *((found.st_mtime_ns, found.st_size) if fixed else ()))


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
    check_known(path, _version(connection), len(scripts()))


def _check_now(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreError where a store that can only be read is not of this version."""
    check_version(connection, path)
    have = _version(connection)
    if have == 0:
        raise StoreError("store_not_ours", path=path)
    if have < len(scripts()):
        raise StoreError("store_older", path=path)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    check_version(connection, path)
    if connection.execute(_FOREIGN).fetchone()[0]:
        raise StoreError("store_not_ours", path=path)
    write_ahead(connection, _BUSY_SECONDS)
    connection.execute("PRAGMA synchronous = FULL")  # what is committed is on the disk, also where the power goes
    every = scripts()
    if _version(connection) == len(every):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(_version(connection), len(every)):  # read again: another process may have been faster
            for statement in every[number].read_text(encoding="utf-8").split(";\n"):
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
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE")):
        return "store_full"
    if is_busy(error):
        return "store_busy"
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
        return "store_unwritable"
    return "store_disk" if name.startswith("SQLITE_IOERR") else "store_failed"


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
