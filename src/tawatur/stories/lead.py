"""An article's lead, and the days that headline and lead give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tawatur.records.collection import Collection
from tawatur.records.time import Date
from tawatur.stories.told import told

_DAYS_BEFORE = 3  # a day of the lead so many days before publication may be the happening's
_DAYS_READ = 7  # the same where only the day of reading is known, some days after that of publication
_PLANNED = (
    7  # a day of the lead so many days after publication may be that of a planned happening; a film's release next year is none
)


def lead(collection: Collection, document: str) -> Sequence[tuple[int, int]]:
    """Give the places of the sentences of the lead."""
    return told(collection, document).lead


def days(collection: Collection, name: str) -> Iterator[date]:
    """Give the single days that headline and lead name, in the order of their places."""
    title = collection.articles[name].title
    places = lead(collection, name)
    if title and title.start is not None and title.end is not None:
        places = [(title.start, title.end), *places]
    for one in collection.settled[name].dates:
        if _is_day(one) and any(start <= one.start < end for start, end in places):
            yield date.fromisoformat(str(one.earliest)[:10])


def past_day(collection: Collection, name: str) -> date | None:
    """Give the first day shortly before publication that headline or lead name."""
    first, written, _ = window(collection, name)
    return next((day for day in days(collection, name) if written and first <= day <= written), None)


def planned_day(collection: Collection, name: str) -> date | None:
    """Give the first day that headline or lead name, where it comes shortly after publication."""
    _, written, last = window(collection, name)
    day = next(days(collection, name), None)
    return day if day and written and written < day <= last else None


def window(collection: Collection, name: str) -> tuple[date, date | None, date]:
    """Give the first day that counts as shortly before, the day of publication (else of reading), and the last that counts as planned."""
    publication = collection.settled[name].publication
    moment = publication.published or publication.latest
    if not moment:
        return date.min, None, date.min
    day = date.fromisoformat(moment[:10])
    if publication.published:
        return day - timedelta(days=_DAYS_BEFORE), day, day + timedelta(days=_PLANNED)
    return day - timedelta(days=_DAYS_READ), day, day  # an article may be older than its reading: nothing is planned from it


def _is_day(one: Date) -> bool:
    single = one.earliest and one.latest and one.earliest[:10] == one.latest[:10]
    return bool(single) and one.type in ("date", "time")
