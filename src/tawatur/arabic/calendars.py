"""Calendars: the Hijri calendar of Umm al-Qura, Easter, and the lengths of Gregorian months."""

from calendar import monthrange
from datetime import date, timedelta

# the tables of Umm al-Qura that hijridate holds; outside of them the arithmetical (civil) calendar is used
_TABLES = range(1343, 1501)
_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 in the proleptic Gregorian calendar


def _civil(year: int, month: int) -> date:
    """The first day of a month in the arithmetical calendar, with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    return date.fromordinal(_EPOCH + days)


def hijri_month(year: int, month: int) -> tuple[date, date]:
    """Give the first and the last Gregorian day of a Hijri month (Umm al-Qura from 1343 to 1500).

    Raises ValueError where the year is not in 1 to 9000 or the month not in 1 to 12.
    """
    if not (1 <= month <= 12 and 1 <= year <= 9000):
        raise ValueError(f"no such Hijri month: {year}-{month}")
    if year in _TABLES:
        from hijridate import Hijri

        first = Hijri(year, month, 1)
        start: date = first.to_gregorian()
        return start, start + timedelta(days=first.month_length() - 1)
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    return _civil(year, month), _civil(*after) - timedelta(days=1)


def hijri_day(year: int, month: int, day: int) -> date:
    """Give the Gregorian day of a Hijri date. Raises ValueError where there is no such day."""
    start, end = hijri_month(year, month)
    if not 1 <= day <= (end - start).days + 1:
        raise ValueError(f"no such Hijri day: {year}-{month}-{day}")
    return start + timedelta(days=day - 1)


def to_hijri(day: date) -> tuple[int, int, int]:
    """Give the Hijri year, month and day of a Gregorian day from 622-07-19 on; earlier ones raise ValueError."""
    year = max(1, (day.toordinal() - _EPOCH) * 30 // 10631 + 1)
    for candidate in (year - 1, year, year + 1):
        for month in range(1, 13):
            if candidate < 1:
                continue
            start, end = hijri_month(candidate, month)
            if start <= day <= end:
                return candidate, month, (day - start).days + 1
    raise ValueError(f"before the Hijri era: {day}")


def easter(year: int) -> date:
    """Give the Sunday of Easter of the western churches (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def month_end(year: int, month: int) -> date:
    """Give the last day of a Gregorian month. Raises ValueError where there is no such month."""
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {month}")
    return date(year, month, monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """Give the day that many months later (or earlier), cut to the month's length."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
