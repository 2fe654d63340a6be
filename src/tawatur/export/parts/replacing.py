"""Files that are all there or as they were: written beside their place, then put in it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tawatur.records.errors import FailedError


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give a folder to write in; its files take their places in `folder` (which is made) once the block is done.

    Where the block fails or the program is ended, what was in `folder` stays. Raises FailedError where it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".tawatur-", dir=folder) as name:
            workplace = Path(name)
            yield workplace
            for path in sorted(workplace.iterdir()):
                path.replace(folder / path.name)
    except OSError as error:
        raise FailedError("export_unwritable", path=folder, error=error) from error
