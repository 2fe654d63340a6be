"""Writing a file whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole(path: Path, mode: int = 0o600) -> Iterator[BinaryIO]:
    """Give a file beside `path` that takes its place at the end of the block; where that fails, what was there stays.

    `mode` says who may read it: its writer alone, unless told otherwise. Raises OSError.
    """
    handle, made = tempfile.mkstemp(prefix=".tawatur-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(made).chmod(mode)
        Path(made).replace(path)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise
