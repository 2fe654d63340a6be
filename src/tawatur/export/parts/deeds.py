"""What event tables say of an event beside its own fields: where it was, who tells it, how many it cost."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tawatur.export.parts.places import Point, point
from tawatur.export.parts.shelf import Shelved
from tawatur.export.source import Source
from tawatur.records.event import Event
from tawatur.resources import load


class Place(NamedTuple):
    """A place or country by its English name where it has one, else the Arabic; its ISO code, GeoNames id and point, where known."""

    name: str
    country: str | None
    geonames: str | None
    point: Point | None


class Told(NamedTuple):
    """How many articles and outlets tell it, and the first article: the earliest, of one day the first by id."""

    articles: int
    outlets: int
    first: str | None


def places(source: Source) -> dict[str, Place]:
    """Give the places and countries by the id of their entity."""
    found = {}
    for entity in source.entities():
        if entity.type in ("place", "country"):
            codes = {kind: number for kind, _, number in (same.partition(":") for same in entity.same_as)}
            place = Place(entity.name_en or entity.name, codes.get("iso"), codes.get("geonames"), point(entity))
            found[entity.id] = place
    return found


def told(event: Event, shelf: Mapping[str, Shelved]) -> Told:
    """Give who tells an event."""
    documents = dict.fromkeys(place.document for place in event.evidence)
    outlets = {shelf[one].outlet for one in documents if one in shelf and shelf[one].outlet}
    first = min((one for one in documents if one in shelf), key=lambda one: (shelf[one].published or "~", one), default=None)
    return Told(len(documents), len(outlets), first)


def magnitude(event: Event, kind: str) -> int | float | None:
    """Give the largest count of a kind (`killed`, `hurt`) that an article gives of an event; None where none does."""
    counts = [figure.least for figure in event.figures if figure.kind == kind and not figure.part]
    largest = max(counts, default=None)
    return int(largest) if largest is not None and largest.is_integer() else largest


def split(code: str | None) -> tuple[str | None, str | None]:
    """Give the state and the part that is played of a code as CAMEO writes it («TURMIL»: TUR, MIL)."""
    if code and code[:3] in _states():
        return code[:3], code[3:6] or None
    return None, code[:3] if code else None


@cache
def _states() -> frozenset[str]:
    return frozenset(load("events/alpha3")["of"].values())
