"""Tawatur (تواتر): what Arabic news reports establish, by how many independent origins, in whose words.

`tawatur.open(path)` opens a store for programs: docs/python.md.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from tawatur.desk import Desk

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: "str | PathLike[str]", *, create: bool = True) -> "Desk":
    """Open the store at `path`, a file or the address of a PostgreSQL database; it is made where there is none, unless `create` is False.

    Raises tawatur.records.errors.StoreError where it cannot be used.
    """
    from tawatur.desk import Desk  # here, so that the command's help need not wait for it

    return Desk(path, create=create)
