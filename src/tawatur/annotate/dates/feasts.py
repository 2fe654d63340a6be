"""The days of feasts."""

from datetime import date, timedelta
from typing import Any

from tawatur.annotate.dates import periods
from tawatur.annotate.dates.calendar_dates import nearest
from tawatur.annotate.dates.periods import Period
from tawatur.annotate.dates.reference import Meaning, Reference, year_of
from tawatur.arabic import calendars
from tawatur.resources import load


def feast(meaning: Meaning, reference: Reference) -> Period:
    """Give the day of a meaning of kind `holiday`, or the `nth` day from it."""
    first = _feast(meaning, reference)
    if "nth" not in meaning:
        return first
    return periods.day(first.first + timedelta(days=meaning["nth"] - 1))._replace(calendar=first.calendar)


def _feast(meaning: Meaning, reference: Reference) -> Period:
    row = next(row for row in load("time/holidays") if row["key"] == meaning["key"])
    if "either" in row:
        both = [_feast(meaning | {"key": key}, reference) for key in row["either"]]
        return nearest(sorted(both, key=lambda period: period.first), reference, meaning.get("dir"))
    if "y" in meaning or "yrel" in meaning:
        return _holiday_of(row, year_of(meaning, reference))
    at = reference.day()
    return nearest([_holiday_of(row, at.year + shift) for shift in (-1, 0, 1)], reference, meaning.get("dir"))


def _holiday_of(row: dict[str, Any], year: int) -> Period:
    if "gregorian" in row:
        return periods.gregorian(year, *row["gregorian"])
    if row.get("rule") == "easter":
        return periods.day(calendars.easter(year))
    if "nth" in row:
        month, weekday, which = row["nth"]
        first = date(year, month, 1)
        return periods.day(first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1)))
    start = calendars.to_hijri(date(year, 1, 1))[0]
    options = [periods.hijri(hijri, *row["hijri"]) for hijri in (start, start + 1)]
    return next((o for o in options if o.first.year == year), options[0])
