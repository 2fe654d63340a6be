"""What candidates for the publication date are looked for in, and how a day is read there."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from tawatur.clean import days
from tawatur.clean.credits import Credit
from tawatur.clean.layout import Drawn
from tawatur.clean.rows import Row
from tawatur.records.article import DateCandidate, Line, PublishedBasis
from tawatur.records.document import Document
from tawatur.records.span import Span
from tawatur.records.time import Date

_ZONE = re.compile(r"\s*([+-])(\d{1,2}):?(\d{2})?(?!\d)")
_GMT = re.compile(r"(?:GMT|UTC)\s*$", re.IGNORECASE)
_PM = re.compile(r"\s*p\.?m\b", re.IGNORECASE)
# reads the expressions of time of a text: (text, the day of publication or None), with places in that text
DateReader = Callable[[str, str | None], Sequence[Date]]


class Looked(NamedTuple):
    """What the candidates are looked for in."""

    document: Document
    rows: Sequence[Row]
    lines: Sequence[Line]
    drawn: Sequence[Drawn | None]
    credits: Sequence[Credit]
    dates: DateReader


def candidate(
    role: str, value: str, basis: PublishedBasis, weight: float, reason: str, evidence: Span | None = None
) -> DateCandidate:
    """Make a candidate; `role` is `published` or `modified`."""
    return DateCandidate(
        role="modified" if role == "modified" else "published", value=value, basis=basis, evidence=evidence, weight=weight, reason=reason
    )  # fmt: skip


def read_days(looked: Looked, start: int, end: int) -> list[Date]:
    """The days (not weeks, months or years) that a stretch of the text names in full, with places in the text."""
    dates = [date for date in looked.dates(looked.document.text[start:end], None) if date.mod is None]
    dates = [_clocked(date, looked.document.text[start:end]) for date in dates]
    return [_moved(date, start) for date in dates if days.FULL.match(iso(date)) and int(iso(date)[:4]) >= days.FIRST_YEAR]


def _clocked(date: Date, text: str) -> Date:
    """A time as pages write it: with what follows it in Latin letters («GMT +0400», «09:15 PM»)."""
    value = date.value or ""
    if not days.TIME.match(value):
        return date
    after = text[date.end : date.end + 12]
    zone = _ZONE.match(after)
    if value.endswith("+00:00") and zone is not None and _GMT.search(date.text):
        value = f"{value[:-6]}{zone[1]}{int(zone[2]):02}:{zone[3] or '00'}"
    elif len(value) == 16 and _PM.match(after) and value[11:13] < "12":
        value = f"{value[:11]}{int(value[11:13]) + 12}{value[13:]}"
    return msgspec.structs.replace(date, value=value)


def _moved(date: Date, by: int) -> Date:
    return Date(
        document=date.document, start=date.start + by, end=date.end + by, text=date.text, type=date.type, value=date.value,
        mod=date.mod, earliest=date.earliest, latest=date.latest, calendar=date.calendar, basis=date.basis,
    )  # fmt: skip


def iso(date: Date) -> str:
    """The value as an ISO date or time: without a part of the day, and of a day told in two calendars, that day."""
    value = date.value or ""
    if "/" in value:
        one_day = date.earliest is not None and date.latest is not None and date.earliest[:10] == date.latest[:10]
        return date.earliest[:10] if one_day and date.earliest else ""
    return value if days.TIME.match(value) else value[:10]
