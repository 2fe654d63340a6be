"""Copies of the whole store: made while it is used, checked by reading them back, and put in its place again."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from tawatur.files import beside
from tawatur.records.changes import differing
from tawatur.records.errors import FailedError, StoreError
from tawatur.store import copying, sqlite_letters
from tawatur.store.address import Place, Server
from tawatur.store.connection import check_version, connect, translated
from tawatur.store.reading import ReadStore
from tawatur.store.sqlite import Store

_PAGES = 4096  # copied at a time: a `tawatur read` goes on between
_SUMS = "backup_sums"  # a table of the copy alone, by which damage is found that came later
_ELSEWHERE = (
    "SQLITE_CANTOPEN",
    "SQLITE_READONLY",
    "SQLITE_PERM",
    "SQLITE_IOERR",
    "SQLITE_BUSY",
)  # errors that are not of what the file holds


class Copied(NamedTuple):
    """What a copy holds: rows by table, and the bytes of its file."""

    rows: dict[str, int]
    bytes: int


def backup(store: Store, path: Path) -> Copied:
    """Write a copy of the store to `path`, in place of what was there, once it was read back and found the same; whole or not at all.

    The copy is of one moment, whatever is written meanwhile, and one file without others beside it. Raises FailedError where it cannot be
    written, or does not read back as the store.
    """
    try:
        with beside(path.parent) as temporary:
            copied = _copied(store.path, temporary) if isinstance(store.path, Path) else _written(store.path, temporary)
            _flush(temporary)
            temporary.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise FailedError("backup_unwritable", path=path, error=getattr(error, "strerror", None) or error) from error
    except sqlite3.DatabaseError as error:  # what is copied is damaged
        raise StoreError("store_damaged", path=store.path, error=error) from error
    return copied


def _written(server: Server, path: Path) -> Copied:
    """Write the store of a server as it is now to a file of SQLite, row by row compared with it, and note what the file holds."""
    with Store(path) as copy, ReadStore(server) as source, source.snapshot():
        copying.fill(copy, source)
    with closing(sqlite3.connect(path, isolation_level=None)) as copied:
        copied.execute("PRAGMA journal_mode = DELETE")
        mine = contents(copied)
        _note(copied, mine)
    return _read_back(path, mine)


def _copied(store: Path, path: Path) -> Copied:
    """Copy the store's file as it is now, and compare the copy with it, row by row, before it moves on."""
    with _moment(store) as source, closing(sqlite3.connect(path, isolation_level=None)) as copy:
        source.backup(copy, pages=_PAGES)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, which can be read where nothing may be written
        mine = contents(source)
        _note(copy, mine)
    return _read_back(path, mine)


def _note(copy: sqlite3.Connection, held: Mapping[str, tuple[int, str]]) -> None:
    """Write into a copy what each of its tables holds."""
    copy.execute(f"CREATE TABLE {_SUMS} (name TEXT PRIMARY KEY, sum TEXT NOT NULL)")
    copy.executemany(f"INSERT INTO {_SUMS} VALUES (?, ?)", ((name, digest) for name, (_, digest) in held.items()))  # noqa: S608


def _read_back(path: Path, mine: Mapping[str, tuple[int, str]]) -> Copied:
    """Read a copy anew. Raises FailedError where it is not what it should be."""
    with opened(path) as copy:
        read_back = contents(copy)
    if read_back != mine:
        wrong = ", ".join(sorted(differing(mine, read_back)))
        raise FailedError("backup_differs", path=path, tables=wrong)
    return Copied({name: rows for name, (rows, _) in mine.items()}, path.stat().st_size)


def scratch(store: Store, path: Path) -> None:
    """Write the store as it is now to `path`, to try things on. Raises StoreError where that cannot be."""
    if isinstance(store.path, Server):
        copying.copy(store.path, path)
        return
    with _moment(store.path) as source, translated(path), closing(sqlite3.connect(path, isolation_level=None)) as copy:
        source.backup(copy, pages=_PAGES)


@contextmanager
def _moment(path: Path) -> Iterator[sqlite3.Connection]:
    """The store as it is now, for as long as one looks at it."""
    with closing(connect(path, create=False)) as source:
        with translated(path):
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # from here on it is of this moment
        yield source


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy, to be read and not written. Raises StoreError where it is missing, damaged, or none of ours."""
    if not path.is_file():
        raise StoreError("backup_missing", path=path)
    with (
        translated(path),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)) as copy,
    ):
        yield copy


def check(path: Path) -> Copied:
    """Read a copy from beginning to end, and compare it with what was written. Raises StoreError where it is damaged, or none of ours.

    The file of a store that somebody copied by hand is taken too; there damage within a text cannot be seen.
    """
    with opened(path) as copy:
        try:
            told = str(copy.execute("PRAGMA integrity_check(1)").fetchone()[0])
            held = contents(copy) if told == "ok" else {}
            fault = _altered(copy, held) if told == "ok" else told
        except sqlite3.DatabaseError as error:
            if (getattr(error, "sqlite_errorname", None) or "").startswith(_ELSEWHERE):
                raise
            raise StoreError("backup_damaged", path=path, error=error) from error
        if fault:
            raise StoreError("backup_damaged", path=path, error=fault)
        if "documents" not in held:
            raise StoreError("store_not_ours", path=path)
        check_version(copy, path)
    return Copied({name: rows for name, (rows, _) in held.items()}, path.stat().st_size)


def _altered(copy: sqlite3.Connection, held: dict[str, tuple[int, str]]) -> str | None:
    """The tables that are not as they were written, None where all are, or where that was not written down."""
    if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (_SUMS,)).fetchone():
        return None
    written = dict(copy.execute(f"SELECT name, sum FROM {_SUMS}"))  # noqa: S608 (a name of our own)
    now = {name: digest for name, (_, digest) in held.items()}
    return ", ".join(sorted(differing(written, now))) or None


def contents(db: sqlite3.Connection) -> dict[str, tuple[int, str]]:
    """The number of rows of each table, and a SHA-256 of them in their order."""
    db.text_factory = sqlite_letters.read
    every = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    names = [name for (name,) in every if name != _SUMS]
    found = {}
    for name in names:
        rows, digest = 0, hashlib.sha256()
        for row in db.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 (names of the file's own tables)
            rows += 1
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
        found[name] = rows, digest.hexdigest()
    return found


def put_back(path: Path, target: Place) -> None:
    """Make the store at `target` what the copy at `path` is; those who have it open see that at their next look.

    All or nothing. Raises StoreError where the target cannot be written.
    """
    if isinstance(target, Server):
        _put_on(path, target)
        return
    with opened(path) as copy, translated(target), closing(sqlite3.connect(target, timeout=120.0, isolation_level=None)) as store:
        copy.backup(store)
        store.execute(f"DROP TABLE IF EXISTS {_SUMS}")


def _put_on(path: Path, target: Server) -> None:
    """Write all of a copy to a server, by way of a file of this version."""
    with tempfile.TemporaryDirectory(prefix="tawatur-") as folder:
        brought_up = Path(folder) / "copy.sqlite"
        put_back(path, brought_up)
        with Store(brought_up) as source, Store(target) as store:
            copying.replace(store, source)


def set_aside(target: Path) -> Path:
    """Move a damaged store, and what SQLite keeps beside it, out of the way; give where it is now."""
    number = next(n for n in range(1, 10_000) if not target.with_name(f"{target.name}.damaged-{n}").exists())
    aside = target.with_name(f"{target.name}.damaged-{number}")
    for ending in ("-wal", "-shm", ""):
        old = target.with_name(target.name + ending)
        if old.exists():
            old.replace(aside.with_name(aside.name + ending))
    return aside


def _flush(path: Path) -> None:
    """Have the system write the file to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
