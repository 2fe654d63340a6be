"""Dates and counts as people read them. A value that is not understood is shown as it is."""

import re
from datetime import date

from tawatur.report.messages import Lang, messages

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_CLOCK = re.compile(r"(\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_QUARTER = re.compile(r"(\d{4})-([QH])([1-4])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_YEARS = re.compile(r"(\d{2,3})(X{1,2})")
_PART = re.compile(r"(?:(\d{2}:\d{2}))?(MO|AF|EV|NI)")
# what `datetime` of HTML's <time> takes: a year, a month, a day, or a day with a clock time
_MACHINE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")


def machine_time(value: str | None) -> str | None:
    """Give `value` where HTML's <time datetime> can take it, else None."""
    return value if value and _MACHINE.fullmatch(value) else None


def when(value: str | None, lang: Lang, *, weekday: bool = True) -> str:
    """Give a value of time (ISO 8601 with TIMEX's extensions) in words; empty for None.

    `weekday`: whether a full day is told with its day of the week.
    """
    if not value:
        return ""
    if "/" in value:
        first, last = value.split("/", 1)
        m = messages("report", lang)
        return m("range", first=when(first, lang, weekday=False), last=when(last, lang, weekday=False))
    return _point(value, lang, weekday=weekday)


def _point(value: str, lang: Lang, *, weekday: bool) -> str:
    day, mark, clock = value.partition("T")
    words = _day(day, lang, weekday=weekday)
    if words is None:
        return value
    if not mark:
        return words
    told = _clock(clock, lang)
    return f"{words}{messages('report', lang)('comma')}{told}" if told else value


def _day(value: str, lang: Lang, *, weekday: bool) -> str | None:
    months = messages("report", lang).list("months")
    if found := _DAY.fullmatch(value):
        return _full_day(*map(int, found.groups()), lang=lang, weekday=weekday)
    if found := _MONTH.fullmatch(value):
        year, month = map(int, found.groups())
        return f"{months[month - 1]} {year}" if 1 <= month <= 12 else None
    return value if re.fullmatch(r"\d{4}", value) else _period(value, lang)


def _period(value: str, lang: Lang) -> str | None:
    """A week, quarter, half or season of a year, a decade or a century."""
    m = messages("report", lang)
    if found := _WEEK.fullmatch(value):
        return m("week", year=found[1], number=int(found[2]))
    if (found := _QUARTER.fullmatch(value)) and f"{found[2]}{found[3]}" in m:
        return m(f"{found[2]}{found[3]}", year=found[1])
    if found := _SEASON.fullmatch(value):
        return m(found[2], year=found[1])
    if (found := _YEARS.fullmatch(value)) and len(value) == 4:
        low, high = (value.replace("X", digit) for digit in "09")
        return m("range", first=low, last=high)
    return None


def _full_day(year: int, month: int, day: int, *, lang: Lang, weekday: bool) -> str | None:
    try:
        real = date(year, month, day)
    except ValueError:
        return None
    m = messages("report", lang)
    words = f"{day} {m.list('months')[month - 1]} {year}"
    return m("weekday_day", weekday=m.list("weekdays")[real.weekday()], day=words) if weekday else words


def _clock(value: str, lang: Lang) -> str | None:
    m = messages("report", lang)
    if found := _PART.fullmatch(value):
        return m(f"part_{found.group(2)}")
    found = _CLOCK.fullmatch(value)
    if not found:
        return None
    time, zone = found.groups()
    return f"{time} (UTC{'' if zone == 'Z' else zone})" if zone else time


def day_value(text: str) -> str:
    """Give a day (ISO, `2021-09-29`) as it is. Raises ValueError where `text` is none."""
    return date.fromisoformat(text).isoformat()
