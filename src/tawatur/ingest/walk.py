"""What the user names, to sources: a folder, a file, a glob, standard input."""

import errno
import glob
import os
import stat
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from tawatur.ingest.options import Options
from tawatur.ingest.reasons import Reason, dropped
from tawatur.ingest.source import Source
from tawatur.records.dropped import Dropped

STDIN = "-"


def sources(where: str, options: Options) -> Iterator[Source | Dropped]:
    """Give the sources that `where` names, in the order of their paths."""
    if where == STDIN:
        yield Source(STDIN, "", lambda: sys.stdin.buffer, asked=True)
        return
    path = Path(where).expanduser()
    if where and _is_folder(path):
        yield from _Walk(path, options).folder(path)
    elif where and _lies_at(path):
        yield _file(path, path.name, asked=True)
    elif glob.has_magic(where):
        yield from _matches(where, options)
    else:
        yield dropped(where, Reason.NOT_FOUND, f"there is no file or folder {where}")


def is_there(where: str) -> bool:
    """Whether there is something at `where`; an address and standard input are taken to be, until they are read."""
    if where == STDIN or where.startswith(("http://", "https://")):
        return True
    if where and _lies_at(Path(where).expanduser()):
        return True
    return glob.has_magic(where) and next(glob.iglob(where, recursive=True), None) is not None  # noqa: PTH207


def _lies_at(path: Path) -> bool:
    """Whether there is something at the path, or something may be where there is no right to look."""
    try:
        path.lstat()
    except PermissionError:
        return True
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False
    return True


def _is_folder(path: Path) -> bool:
    """Whether the path is a folder that may be looked up; `Path.is_dir` raises where its own folder gives no right to."""
    return os.path.isdir(path)  # noqa: PTH112


def _matches(where: str, options: Options) -> Iterator[Source | Dropped]:
    """The files and folders that a glob matches; paths are relative to the part of it without wildcards."""
    base = Path(where)
    while glob.has_magic(str(base)):
        base = base.parent
    walk = _Walk(base, options)
    found = sorted(glob.glob(where, recursive=True))  # noqa: PTH207 (`where` may begin anywhere)
    files = [path for path in found if not _is_folder(Path(path))]
    for path in map(Path, files or found):
        yield from walk.folder(path) if _is_folder(path) else iter([_file(path, _shown(path, base), asked=True)])
    if not found:
        yield dropped(where, Reason.NOT_FOUND, f"nothing matches {where}")


def _shown(path: Path, base: Path) -> str:
    """The path relative to what is read, with / between, fit to be stored even where its bytes are no UTF-8."""
    relative = path.relative_to(base).as_posix()
    named = str(path) if relative == "." else relative  # the folder itself
    # not "replace": two names that differ in such bytes only would become one, and their articles versions of each other
    return named.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _file(path: Path, shown: str, asked: bool) -> Source | Dropped:
    """A file as a source; what would block or never end (a pipe, a device) is refused unless the user named it."""
    try:
        mode = path.stat().st_mode
    except OSError as problem:
        return _refused(path, shown, problem)
    if not (stat.S_ISREG(mode) or (asked and stat.S_ISFIFO(mode))):
        return dropped(shown, Reason.NOT_A_FILE, "a device, socket or pipe is not read from a folder; name it to read it")
    if not os.access(path, os.R_OK):
        return dropped(shown, Reason.NO_PERMISSION, "no right to read the file; change its rights (chmod u+r)")
    return Source(shown, path.name, lambda: path.open("rb"), asked=asked, file=path if stat.S_ISREG(mode) else None)


def _refused(path: Path, shown: str, problem: OSError) -> Dropped:
    """Say why a file cannot even be looked up."""
    if isinstance(problem, PermissionError):
        return dropped(shown, Reason.NO_PERMISSION, "no right to look into its folder; change its rights (chmod u+x)")
    if not os.path.islink(path):  # noqa: PTH114
        return dropped(shown, Reason.UNREADABLE, f"{problem.strerror or problem}: {shown}; check the disk or the network")
    loops = problem.errno == errno.ELOOP
    what = "the link leads back to itself" if loops else "the link leads to nothing"
    return dropped(shown, Reason.LINK_LOOP if loops else Reason.NOT_FOUND, f"{what}; remove it or set it right")


class _Walk:
    """One walk over a folder: every folder in it once."""

    def __init__(self, base: Path, options: Options) -> None:
        self._base = base
        self._options = options
        self._seen: set[tuple[int, int]] = set()

    def folder(self, folder: Path) -> Iterator[Source | Dropped]:
        """Give what is in a folder, sorted by name."""
        # a list of iterators in place of recursion: folders may be nested deeper than Python calls
        open_folders = [self._entries(folder)]
        while open_folders:
            entry = next(open_folders[-1], None)
            if entry is None:
                open_folders.pop()
            elif isinstance(entry, Path):
                open_folders.append(self._entries(entry))
            else:
                yield entry

    def _entries(self, folder: Path) -> Iterator[Source | Dropped | Path]:
        shown = _shown(folder, self._base)
        try:
            status = folder.stat()
            names = sorted(entry.name for entry in folder.iterdir())
        except PermissionError:
            yield dropped(shown, Reason.NO_PERMISSION, "no right to read the folder; change its rights (chmod u+rx)")
            return
        except OSError as problem:
            yield dropped(shown, Reason.UNREADABLE, f"{problem.strerror or problem}: {shown}")
            return
        if (status.st_dev, status.st_ino) in self._seen:
            yield dropped(shown, Reason.LINK_LOOP, "the link leads to a folder that was already read; remove the link")
            return
        self._seen.add((status.st_dev, status.st_ino))
        for name in names:
            yield from self._entry(folder / name)

    def _entry(self, path: Path) -> Iterator[Source | Dropped | Path]:
        shown = _shown(path, self._base)
        if any(_fits(shown, pattern) for pattern in self._options.exclude):
            return
        if path.name.startswith("."):
            yield dropped(shown, Reason.HIDDEN, "names that begin with a dot are not read; name it to read it")
        elif _is_folder(path):
            yield path
        elif not self._options.include or any(_fits(shown, pattern) for pattern in self._options.include):
            yield _file(path, shown, asked=False)


def _fits(shown: str, pattern: str) -> bool:
    """Whether a path fits a glob, as a whole or by its last name; `**/` stands for any folders or none."""
    name = shown.rpartition("/")[2]
    return fnmatchcase(shown, pattern) or fnmatchcase(name, pattern) or fnmatchcase(shown, pattern.removeprefix("**/"))
