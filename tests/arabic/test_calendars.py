"""Calendars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.calendars import add_months, easter, hijri_day, hijri_month, month_end, to_hijri


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        ((1436, 10, 1), date(2015, 7, 17)),
        ((1441, 9, 1), date(2020, 4, 24)),
        ((1, 1, 1), date(622, 7, 19)),
        ((1343, 1, 1), date(1924, 8, 1)),
    ],
)
def test_a_hijri_day_is_its_gregorian_day(hijri: tuple[int, int, int], gregorian: date) -> None:
    assert hijri_day(*hijri) == gregorian


@given(st.dates(min_value=date(700, 1, 1), max_value=date(2400, 1, 1)))
def test_the_way_to_the_hijri_calendar_leads_back(day: date) -> None:
    year, month, number = to_hijri(day)
    assert abs(hijri_day(year, month, number) - day) == timedelta(0)


def test_a_hijri_month_has_29_or_30_days() -> None:
    lengths = {(last - first).days + 1 for month in range(1, 13) for first, last in [hijri_month(1436, month)]}
    assert lengths == {29, 30}


@pytest.mark.parametrize(("year", "month", "day"), [(1436, 13, 1), (1436, 1, 31), (0, 1, 1), (1436, 1, 0)])
def test_a_hijri_day_that_does_not_exist_is_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="no such Hijri"):
        hijri_day(year, month, day)


@pytest.mark.parametrize(("year", "day"), [(2013, date(2013, 3, 31)), (2016, date(2016, 3, 27)), (2024, date(2024, 3, 31))])
def test_easter_falls_on_its_sunday(year: int, day: date) -> None:
    assert easter(year) == day


def test_a_month_later_is_cut_to_the_month() -> None:
    assert add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)
    assert add_months(date(2020, 3, 31), -13) == date(2019, 2, 28)


def test_a_month_ends_on_its_last_day() -> None:
    assert month_end(2100, 2) == date(2100, 2, 28)
