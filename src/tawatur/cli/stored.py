"""Opening the store that a command names."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.store.library import StoreLibrary


@contextmanager
def library(path: Path | None) -> Iterator["StoreLibrary"]:
    """The library over the store at `path`, else over the default store. Raises StoreError where there is none."""
    from tawatur.store.connection import default_path
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

    with Store(path or default_path(), create=False) as store:
        yield StoreLibrary(store)
