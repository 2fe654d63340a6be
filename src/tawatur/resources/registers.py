"""What the entries of the registers are called: one table for all who name an agency or an outlet to a reader."""

from functools import cache
from typing import Any, NamedTuple

from tawatur.resources import load


class Called(NamedTuple):
    """A name in Arabic and in English."""

    ar: str
    en: str


@cache
def agency_names() -> dict[str, Called]:
    """The names of agencies by key: the first Arabic form that is sure, else the first form; of two entries the first."""
    return _first("agencies")


@cache
def outlet_names() -> dict[str, Called]:
    """The names of outlets by key, the usual ones; of two entries the first."""
    return _first("outlets")


def _first(register: str) -> dict[str, Called]:
    found: dict[str, Called] = {}
    for one in load(register)[register]:
        arabic = _one(one, "ar", "sure", "form")
        english = _one(one, "en", "latin")
        found.setdefault(one["key"], Called(arabic or english or one["key"], english or arabic or one["key"]))
    return found


def _one(entry: dict[str, Any], *fields: str) -> str | None:
    """The first name in the first of the fields that has one."""
    for field in fields:
        name = entry.get(field)
        if isinstance(name, list):
            name = name[0] if name else None
        if name:
            return str(name)
    return None
