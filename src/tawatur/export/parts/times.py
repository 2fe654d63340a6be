"""Values of time as other formats write them. Nothing is made more exact than it is."""

import re
from datetime import UTC, date, datetime

_PREFIX = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?=$|T)")
_YEAR = re.compile(r"(\d{4})-(?:Q[1-4]|SP|SU|FA|WI)")
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")


def prefix(value: str | None) -> str | None:
    """Give the year, month or day (`2021`, `2021-09`, `2021-09-29`) in which a value begins; None for any other value."""
    first = (value or "").split("/")[0]
    found = _PREFIX.match(first) or _YEAR.match(first)
    return found[1] if found else None


def day(value: str | None) -> date | None:
    """Give the day of a value; None where it is less exact than a day."""
    found = prefix(value)
    try:
        return date.fromisoformat(found) if found and len(found) == 10 else None
    except ValueError:  # 30 February
        return None


def moment(value: str | None) -> datetime | None:
    """Give a value as a moment with its zone; None where it has no time of day or no zone."""
    if not value or "T" not in value or not _ZONE.search(value):
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def in_utc(value: str | None) -> str | None:
    """Give a moment in UTC without a zone, to the second (`2021-09-29T11:05:00`), else the value's `prefix`."""
    found = moment(value)
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if found else prefix(value)
