"""Files that are all there or as they were: written beside their place, then put in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tawatur.files import beside
from tawatur.records.errors import FailedError

_LAST = (
    "meta.json"  # counts the rows of the others: until it is written, those who compare see that the others are of two exports
)


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a folder to write in; its files take their places in `folder` (which is made) once the block is done.

    Where the block fails or the program is ended, what was in `folder` stays. Raises FailedError where it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with beside(folder) as workplace:
            workplace.mkdir(mode=0o700)
            yield workplace
            for path in sorted(workplace.iterdir(), key=lambda path: (path.name == _LAST, path.name)):
                path.replace(folder / path.name)
    except OSError as error:
        raise FailedError("export_unwritable", path=folder, error=error.strerror or error) from error
