import pytest

from tawatur.export.parts.places import Point, point
from tawatur.records.name import Entity
from tawatur.resources import lines


def _entity(*same: str) -> Entity:
    return Entity(id="e-1", type="place", name="الرياض", forms=("الرياض",), same_as=same)


def test_a_town_lies_where_geonames_has_it() -> None:
    assert point(_entity("geonames:108410")) == Point(24.69, 46.72, "town")


def test_a_country_is_shown_at_its_capital_and_says_so() -> None:
    found = point(_entity("iso:SA", "geonames:102358"))
    assert found == Point(24.69, 46.72, "capital")


@pytest.mark.parametrize("same", [(), ("iso:SA",), ("geonames:1",)])
def test_what_is_on_no_map_has_no_point(same: tuple[str, ...]) -> None:
    assert point(_entity(*same)) is None


def test_every_point_is_of_a_row_of_the_gazetteer_and_on_the_globe() -> None:
    known = {line.split("|")[0] for line in lines("names/gazetteer")}
    rows = [line.split("|") for line in lines("names/coordinates")]
    assert {row[0] for row in rows} <= known
    assert all(-90 <= float(row[1]) <= 90 and -180 <= float(row[2]) <= 180 for row in rows)
    assert len(rows) > 10_000
