"""The zone of an hour."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from tawatur.resources import load

Values = Callable[..., list[tuple[str, str | None]]]


@pytest.mark.parametrize(
    ("place", "offset"),
    [
        ("السعودية", "+03:00"),
        ("مكة المكرمة", "+03:00"),
        ("اليمن", "+03:00"),
        ("الإمارات العربية المتحدة", "+04:00"),
        ("القاهرة", "+02:00"),
        ("بيروت", "+03:00"),
        ("عمّان", "+03:00"),
        ("عُمان", "+04:00"),
        ("سلطنة عمان", "+04:00"),
        ("بريطانيا", "+01:00"),
        ("شرق الولايات المتحدة", "-04:00"),
        ("غرينتش", "+00:00"),
    ],
)
def test_a_place_gives_its_offset(values: Values, place: str, offset: str) -> None:
    words = f"الساعة الثامنة مساء بتوقيت {place}"
    assert values(f"تبث الحلقة {words}") == [(words, f"2020-08-12T20:00{offset}")]


@pytest.mark.parametrize(("day", "offset"), [("2020-08-12", "+03:00"), ("2020-01-12", "+02:00")])
def test_summer_time_depends_on_the_day(values: Values, day: str, offset: str) -> None:
    (found,) = values("تبث الحلقة الساعة 9 صباحا بتوقيت دمشق", day)
    assert found[1] == f"{day}T09:00{offset}"


@pytest.mark.parametrize("zone", ["بالتوقيت المحلي", "بالتوقيت الصيفي", "بتوقيت عمان"])
def test_a_time_that_names_no_certain_place_has_no_offset(values: Values, zone: str) -> None:
    assert values(f"تبث الحلقة الساعة 9 صباحا {zone}") == [(f"الساعة 9 صباحا {zone}", "2020-08-12T09:00")]


def test_both_hours_of_a_range_have_the_zone(values: Values) -> None:
    found = values("يفتح المتحف من الساعة 8 إلى 10 صباحا بتوقيت القاهرة")
    assert [value for _, value in found] == ["2020-08-12T08:00+02:00/2020-08-12T10:00+02:00"]


def test_a_zone_in_brackets_belongs_to_the_hour(values: Values) -> None:
    words = "الساعة 9 صباحا (بتوقيت الرياض)"
    assert values(f"تبث الحلقة {words}") == [(words, "2020-08-12T09:00+03:00")]


def test_every_zone_is_known_to_the_database() -> None:
    names = [name for name in load("time/zones") if name[0] not in "+-"]
    assert [ZoneInfo(name).key for name in names] == names
