"""Where a place lies: GeoNames' coordinates (resources/names/coordinates.txt), by the identifiers that settling gave it."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from tawatur.records.name import Entity
from tawatur.resources import lines


class Point(NamedTuple):
    """Degrees of WGS 84, to about a kilometre. `of`: the town itself, or the capital in the place of its country."""

    latitude: float
    longitude: float
    of: Literal["town", "capital"]


def point(entity: Entity) -> Point | None:
    """Give the point of a place or country that GeoNames knows, or None."""
    known = _points()
    return next((known[same] for same in entity.same_as if same in known), None)


@cache
def _points() -> Mapping[str, Point]:
    found = {}
    for line in lines("names/coordinates"):
        number, latitude, longitude, *capital = line.split("|")
        found[f"geonames:{number}"] = Point(float(latitude), float(longitude), "capital" if capital else "town")
    return found
