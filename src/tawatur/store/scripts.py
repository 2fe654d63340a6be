"""The scripts that make a store's tables, and bring those of a former version to this one: the same rules for both kinds of store."""

from importlib.resources import files
from importlib.resources.abc import Traversable

from tawatur.records.errors import StoreError
from tawatur.store.address import Place


def scripts(*folder: str) -> list[Traversable]:
    """Give the scripts of the folder of migrations, or of one in it, in their order."""
    found = files(__package__).joinpath("migrations", *folder).iterdir()
    return sorted((f for f in found if f.name.endswith(".sql")), key=lambda f: f.name)


def check_known(place: Place, have: int, known: int) -> None:
    """Raise StoreError where the store was written by a newer version of the program."""
    if have > known:
        raise StoreError("store_newer", path=place, version=have, known=known)
