"""Periods of the calendar: an ISO value with its first and last day."""

from datetime import date, timedelta
from typing import NamedTuple

from tawatur.arabic.calendars import add_months, hijri_day, hijri_month, month_end

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month that each begins in


class Unresolved(Exception):  # noqa: N818 (a reason, not a fault)
    """The words have no value; the message says why."""


class Period(NamedTuple):
    """A value, and the days that it spans (inclusive)."""

    value: str
    first: date
    last: date
    calendar: str = "gregorian"


def day(at: date) -> Period:
    """The period of one day."""
    return Period(at.isoformat(), at, at)


def week(at: date) -> Period:
    """The ISO week of a day."""
    first = at - timedelta(days=at.weekday())
    year, number, _ = at.isocalendar()
    return Period(f"{year:04d}-W{number:02d}", first, first + timedelta(days=6))


def month(year: int, number: int) -> Period:
    """A Gregorian month."""
    try:
        return Period(f"{year:04d}-{number:02d}", date(year, number, 1), month_end(year, number))
    except ValueError as error:
        raise Unresolved(f"no such month: {year}-{number}") from error


def year(number: int) -> Period:
    """A Gregorian year."""
    try:
        return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31))
    except ValueError as error:
        raise Unresolved(f"no such year: {number}") from error


def quarter(number: int, which: int) -> Period:
    """A quarter (1 to 4) of a Gregorian year."""
    return Period(f"{number:04d}-Q{which}", date(number, 3 * which - 2, 1), month_end(number, 3 * which))


def half(number: int, which: int) -> Period:
    """A half (1, 2) of a Gregorian year, written with TIMEX's H."""
    return Period(f"{number:04d}-H{which}", date(number, 6 * which - 5, 1), month_end(number, 6 * which))


def season(number: int, name: str) -> Period:
    """A season (SP, SU, FA, WI) of a Gregorian year; winter begins in it."""
    first = date(number, SEASONS[name], 1)
    return Period(f"{number:04d}-{name}", first, add_months(first, 3) - timedelta(days=1))


def decade(number: int) -> Period:
    """The ten years from a multiple of ten."""
    first = max(number, 1)
    return Period(f"{number // 10:03d}X", date(first, 1, 1), date(number + 9, 12, 31))


def century(number: int) -> Period:
    """The hundred years from a multiple of a hundred."""
    return Period(f"{number // 100:02d}XX", date(max(number, 1), 1, 1), date(number + 99, 12, 31))


def hijri(year_: int, month_: int | None, day_: int | None) -> Period:
    """A Hijri day, month or year, with its Gregorian value: a day, else a range of days."""
    try:
        if month_ and day_:
            return day(hijri_day(year_, month_, day_))._replace(calendar="hijri")
        first, last = hijri_month(year_, month_ or 1)[0], hijri_month(year_, month_ or 12)[1]
    except ValueError as error:
        raise Unresolved(str(error)) from error
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, "hijri")


def gregorian(year_: int, month_: int | None, day_: int | None) -> Period:
    """A Gregorian day, month or year."""
    if not month_:
        return year(year_)
    if not day_:
        return month(year_, month_)
    try:
        return day(date(year_, month_, day_))
    except ValueError as error:
        raise Unresolved(f"no such day: {year_:04d}-{month_:02d}-{day_:02d}") from error


def step(at: date, unit: str, count: int) -> date:
    """Give the day `count` units (D, W, M, Y, DEC, CEN) after `at`."""
    months = {"M": 1, "Q": 3, "Y": 12, "DEC": 120, "CEN": 1200}
    try:
        if unit in months:
            return add_months(at, months[unit] * count)
        return at + timedelta(days={"D": 1, "W": 7}[unit] * count)
    except (OverflowError, ValueError) as error:
        raise Unresolved("outside of the calendar") from error


def around(at: date, unit: str) -> Period:
    """Give the period of a unit (D, W, M, Q, Y, DEC, CEN) that holds a day."""
    if unit == "W":
        return week(at)
    if unit == "M":
        return month(at.year, at.month)
    if unit == "Q":
        return quarter(at.year, (at.month + 2) // 3)
    if unit == "Y":
        return year(at.year)
    if unit == "DEC":
        return decade(at.year // 10 * 10)
    if unit == "CEN":
        return century(at.year // 100 * 100)
    return day(at)


def joined(a: Period, b: Period) -> Period:
    """The range from one period to another."""
    if a.first > b.last:
        raise Unresolved(f"the range ends before it begins: {a.value}, {b.value}")
    return Period(f"{a.value.split('/')[0]}/{b.value.split('/')[-1]}", a.first, b.last, a.calendar)
