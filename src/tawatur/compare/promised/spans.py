"""The end of a span of time that begins with an undertaking: «خلال عشرة أيام»."""

import calendar
import re
from datetime import date, timedelta

_SPAN = re.compile(r"P(\d{1,4})([DWMY])")


def after(day: str | None, span: str | None) -> str | None:
    """Give the ISO day that lies `span` (ISO 8601, one unit: P10D, P2W, P3M, P1Y) after the ISO day; None where either is none."""
    found = _SPAN.fullmatch(span or "")
    if not day or not found:
        return None
    try:
        start = date.fromisoformat(day[:10])
        return _moved(start, int(found[1]), found[2]).isoformat()
    except (ValueError, OverflowError):  # a month alone, or a year beyond the calendar
        return None


def _moved(start: date, count: int, unit: str) -> date:
    if unit in "DW":
        return start + timedelta(days=count * (7 if unit == "W" else 1))
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
