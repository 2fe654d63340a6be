"""Times as sources write them in their own fields, to ISO 8601."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d:?\d\d)?")  # NITF, WARC, agencies
_SCRIPT = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4}).*"
)  # JavaScript's Date, in words
_FIRST, _LAST = 315532800, 4102444800  # seconds of 1980 and 2100: a number outside is no time


def iso(value: Any) -> str | None:
    """Give an ISO date or time for a field's value (ISO, RFC 822, `20200305T1200Z`, seconds since 1970), or None."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _seconds(float(value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    text = str(value).strip()
    return _standard(text) or _basic(text) or _mail(text) or (_seconds(float(text)) if re.fullmatch(r"\d{10,13}", text) else None)


def _standard(text: str) -> str | None:
    if not re.match(r"\d{4}-\d", text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if len(text) == 10 else moment.isoformat()


def _basic(text: str) -> str | None:
    match = _BASIC.fullmatch(text)
    if not match:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    date = f"{year}-{month}-{day}"
    return _standard(f"{date}T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else date)


def _mail(text: str) -> str | None:
    script = _SCRIPT.fullmatch(text)
    if script:
        month, day, year, clock, zone = script.groups()
        text = f"{day} {month} {year} {clock} {zone}"
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _seconds(value: float) -> str | None:
    value = value / 1000 if value > 1e11 else value
    return datetime.fromtimestamp(value, UTC).isoformat() if _FIRST <= value <= _LAST else None


def given_time(value: Any) -> str | None:
    """Like `iso`, but words that are no time in a known form are kept as they are: a later stage may read them."""
    text = None if value is None else str(value).strip()
    return iso(value) or text or None
