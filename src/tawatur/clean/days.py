"""Days written in numbers: the dates of fields and of addresses, to ISO 8601. What does not exist is None."""

import re
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import unquote

from tawatur.arabic.fold import fold

FIRST_YEAR = 1990  # before the web: a page's field that says so is wrong
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*([Zz]|[+-]\d{2}:?\d{2})?)?")
_YEAR_FIRST = re.compile(r"\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)")
_BASIC = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:[Tt]?(\d{2})(\d{2})(?:\d{2})?)?(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
ENGLISH = re.compile(
    rf"\b(?:{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})|(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(\d{{4}}))\b",
    re.I,
)
FULL = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:[+-]\d{2}:\d{2})?$")
_Y, _M, _D = r"((?:19|20)\d{2})", r"(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
# the shapes of addresses, the plainest first; each gives year, month, day in `order`
_IN_ADDRESS: tuple[tuple[re.Pattern[str], tuple[int, int, int]], ...] = (
    (re.compile(rf"(?<!\d){_Y}/{_M}/{_D}(?=[/_.\-?#]|$)"), (1, 2, 3)),
    (re.compile(rf"(?<!\d){_Y}[-_]{_M}[-_]{_D}(?!\d)"), (1, 2, 3)),
    (re.compile(rf"(?<![\d]){_D}[-_/]{_M}[-_/]{_Y}(?!\d)"), (3, 2, 1)),
    (re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)"), (1, 2, 3)),
    # a day and a running number joined (Con20150720784687): the letters before it make sure that it begins there
    (re.compile(r"(?<=[A-Za-z/=_-])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\d{3,8}(?!\d))"), (1, 2, 3)),
)


def day(year: int, month: int, number: int) -> str | None:
    """Give the ISO date, or None where there is no such day or its year is before the web."""
    try:
        return date(year, month, number).isoformat() if year >= FIRST_YEAR else None
    except ValueError:
        return None


def parse(value: str) -> str | None:
    """Read a field's date or time in numbers: ISO, `2020/8/24`, `24/8/2020`, `20200824`, RFC 822; None else.

    A time keeps its hour and zone. Of `3/4/2020` the first number is the day: pages in Arabic write it so.
    """
    text = fold(value).strip()
    match = _ISO.match(text)
    if match:
        found = day(int(match[1]), int(match[2]), int(match[3]))
        return found and found + _clock(match[4], match[5])
    for pattern, order in ((_YEAR_FIRST, (1, 2, 3)), (_BASIC, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1))):
        match = pattern.match(text)
        if match:
            return day(*(int(match[i]) for i in order))
    return _mail(value) or _english(text)


def _english(text: str) -> str | None:
    match = ENGLISH.match(text)
    if match is None:
        return None
    month, number, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    return day(int(year), _MONTHS.index(month.lower()) + 1, int(number))


def _clock(clock: str | None, zone: str | None) -> str:
    if not clock:
        return ""
    hour, _, rest = clock.partition(":")
    if int(hour) > 23 or int(rest[:2]) > 59:
        return ""
    zone = (zone or "").upper().replace("Z", "+00:00")
    return f"T{int(hour):02}:{rest}{zone if ':' in zone or not zone else zone[:3] + ':' + zone[3:]}"


def _mail(value: str) -> str | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="minutes") if moment.year >= FIRST_YEAR else None


def in_address(address: str) -> str | None:
    """Give the day that an address tells (`/2020/8/24/`, `2020-06-03-1.38`, `/20200824/`), or None.

    The scheme, the host and the fragment are not looked at; an address that tells two days tells none.
    """
    path = unquote(address.split("://", 1)[-1].partition("/")[2]).split("#", 1)[0]
    for pattern, order in _IN_ADDRESS:
        days = {day(*(int(match[i]) for i in order)) for match in pattern.finditer(path)} - {None}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def shifted(value: str, by: int) -> str | None:
    """Give the ISO date `by` days after an ISO date, None beyond the calendar's ends."""
    try:
        return (date.fromisoformat(value[:10]) + timedelta(days=by)).isoformat()
    except (ValueError, OverflowError):
        return None


def weekday(value: str) -> int:
    """Give the weekday of an ISO date, Monday as 0."""
    return date.fromisoformat(value[:10]).weekday()


def apart(one: str, two: str) -> int:
    """Give how many days lie between two ISO dates or times."""
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(two[:10])).days)
