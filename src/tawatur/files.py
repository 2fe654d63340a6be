"""Writing a file or a folder whole or not at all, and clearing away what writers left behind that were killed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from filelock import BaseFileLock

_PREFIX, _LOCK = ".tawatur-", ".lock"


@contextmanager
def whole(path: Path, mode: int = 0o600) -> Iterator[BinaryIO]:
    """Give a file beside `path` that takes its place at the end of the block; where that fails, what was there stays.

    `mode` says who may read it: its writer alone, unless told otherwise. Raises OSError.
    """
    with beside(path.parent) as made:
        with os.fdopen(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # else a power failure could leave an empty file in the place of a good one
        made.chmod(mode)
        made.replace(path)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """Give a path in `folder` at which a file or a folder can be made; what is there at the end of the block is removed.

    A lock file stands beside it meanwhile, by which the next writer knows whether this one lives: what one left behind that was killed is
    removed. Raises OSError.
    """
    _clear(folder)
    lock, name = _locked(folder)
    path = name.with_suffix("")
    try:
        yield path
    finally:
        _remove(path)
        if os.name == "nt":  # which removes no file that is open
            lock.release()
        name.unlink(missing_ok=True)
        lock.release()


def _locked(folder: Path) -> "tuple[BaseFileLock, Path]":
    """Make a lock file of a new name, and hold it."""
    while True:
        handle, made = tempfile.mkstemp(prefix=_PREFIX, suffix=_LOCK, dir=folder)
        os.close(handle)
        lock, name = _lock(Path(made)), Path(made)
        if lock and name.exists():
            return lock, name
        if lock:  # somebody took it for one that was left behind, before it was held
            lock.release()


def _lock(path: Path) -> "BaseFileLock | None":
    """Hold a lock file; None where another process does."""
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        return None
    return lock


def _clear(folder: Path) -> None:
    """Remove what is left in a folder of writers that are gone; what cannot be removed is left to the next."""
    for name in sorted(folder.glob(f"{_PREFIX}*{_LOCK}")):
        with suppress(OSError):
            lock = _lock(name)
            if lock:
                _remove(name.with_suffix(""))
                name.unlink(missing_ok=True)
                lock.release()


def _remove(path: Path) -> None:
    """Remove a file or a folder, where there is one, and what SQLite keeps beside a file."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        for one in (path, *path.parent.glob(f"{path.name}-*")):
            one.unlink(missing_ok=True)
