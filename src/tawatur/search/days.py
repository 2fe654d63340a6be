"""Days of a query: `2015-07-21`, `21/7/2015`, `٢١ يوليو ٢٠١٥`, a month or a year."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from tawatur.arabic.calendars import month_end
from tawatur.arabic.fold import fold
from tawatur.resources import load

_ISO = re.compile(r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?")
_TURNED = re.compile(r"(?:(?P<d>\d{1,2})[-/.])?(?P<m>\d{1,2})[-/.](?P<y>\d{4})")
_WORDS = re.compile(r"(?:(?P<d>\d{1,2})[\s_-]+)?(?P<name>[^\W\d_]+(?:[\s_-]+[^\W\d_]+)?)[\s_-]+(?P<y>\d{4})")
_ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


class Days(NamedTuple):
    """The first and the last day meant, ISO; `is_month` where a whole month was named."""

    first: str
    last: str
    is_month: bool = False


def days(text: str) -> Days | None:
    """Read a day, a month or a year (with digits of both kinds); None where it is none."""
    folded = fold(text.strip())
    found = _ISO.fullmatch(folded) or _TURNED.fullmatch(folded) or _WORDS.fullmatch(folded)
    if not found:
        return None
    parts = found.groupdict()
    month = _months().get(re.sub(r"[\s_-]+", " ", parts["name"])) if parts.get("name") else parts.get("m")
    if parts.get("name") and month is None:
        return None
    try:
        return _span(int(parts["y"]), int(month or 0), int(parts.get("d") or 0))
    except ValueError:
        return None


def _span(year: int, month: int, day: int) -> Days:
    """Raises ValueError where there is no such day."""
    if day:
        one = date(year, month, day).isoformat()
        return Days(one, one)
    if month:
        return Days(date(year, month, 1).isoformat(), month_end(year, month).isoformat(), is_month=True)
    return Days(date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat())


@cache
def _months() -> dict[str, int]:
    """The names of Gregorian months, folded, with their numbers."""
    named = {name: at for at, name in enumerate(_ENGLISH, 1)}
    for number, forms in load("time/months")["gregorian"].items():
        named |= {fold(form): int(number) for form in (*forms.get("forms", ()), *forms.get("weak", ()))}
    return named
