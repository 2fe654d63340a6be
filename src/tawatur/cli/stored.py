"""Opening the store that a command names, with the registers that its articles were read with."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.records.errors import FailedError
from tawatur.resources import ENVIRONMENT, own_entries

if TYPE_CHECKING:
    from tawatur.store.address import Place
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

_REGISTERS = "registers"


@contextmanager
def library(path: "Place | None") -> Iterator["StoreLibrary"]:
    """The library over the store at `path`, else over the default store. Raises StoreError where there is none."""
    from tawatur.store.address import default_place
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

    with Store(path or default_place(), create=False) as store:
        use_registers(store, ())
        yield StoreLibrary(store)


def beside(place: "Place") -> Path:
    """The file beside which this machine keeps what belongs to a store: the store's own, or one of the user's data for a store on a server."""
    if isinstance(place, Path):
        return place
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".local" / "share"
    folder = Path(base) / "tawatur"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FailedError("access_unusable", path=folder, error=error) from error
    return folder / "-".join(re.sub(r"[^\w.]", "_", str(part)) for part in (place.host or "local", place.port, place.database))


def use_registers(store: "Store", paths: Sequence[Path]) -> None:
    """Use the registers at `paths`, and those that the store remembers; remember the new ones.

    Raises UsageError where one of `paths` is not of the form. A remembered file that is gone is left out.
    """
    for path in paths:
        own_entries(path)
    remembered = [Path(part) for part in (store.state(_REGISTERS) or "").split(os.pathsep) if part]
    together = dict.fromkeys([*(path.resolve() for path in paths), *(path for path in remembered if path.exists())])
    if together:
        named = os.pathsep.join(map(str, together))
        os.environ[ENVIRONMENT] = named
        if paths:
            store.remember(_REGISTERS, named)
