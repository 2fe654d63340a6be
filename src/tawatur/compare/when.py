"""Which of two articles was published before the other, as far as their days and hours say."""

from __future__ import annotations

from datetime import datetime

from tawatur.records.collection import Collection

_MINUTES = 20  # two outlets print one report within so many minutes of each other: neither is the later


def day(collection: Collection, document: str) -> str | None:
    """The day on which an article was published, None where it does not say."""
    published = collection.settled[document].publication.published
    return published[:10] if published else None


def order(collection: Collection, a: str, b: str) -> int:
    """-1 where `a` was published before `b`, 1 where after, 0 where that is not known.

    An article without a day that was read on the day before another was published is the earlier one.
    """
    one, other = (collection.settled[document].publication for document in (a, b))
    first, second = one.published, other.published
    if first and second:
        return _of_times(first, second)
    if second and one.latest and one.latest[:10] < second[:10]:
        return -1
    return 1 if first and other.latest and other.latest[:10] < first[:10] else 0


def _of_times(first: str, second: str) -> int:
    if first[:10] != second[:10]:
        return -1 if first[:10] < second[:10] else 1
    moments = [_moment(one) for one in (first, second)]
    if moments[0] is None or moments[1] is None:
        return 0
    apart = moments[1] - moments[0]
    return 0 if abs(apart) < _MINUTES * 60 else (-1 if apart > 0 else 1)


def days_apart(collection: Collection, a: str, b: str) -> int | None:
    """How many days lie between two publications, None where one has no day."""
    first, second = day(collection, a), day(collection, b)
    if not first or not second:
        return None
    return abs((datetime.fromisoformat(second) - datetime.fromisoformat(first)).days)


def another_day(collection: Collection, a: str, b: str) -> bool:
    """Whether two articles are known to be of two days: published so, or one of no day was read before the other's day."""
    if None in (day(collection, a), day(collection, b)):
        return order(collection, a, b) != 0
    return bool(days_apart(collection, a, b))


def _moment(published: str) -> float | None:
    """Seconds of a time; None for a day without an hour. A time without a zone is taken for one of the other's zone."""
    if "T" not in published:
        return None
    try:
        made = datetime.fromisoformat(published)
    except ValueError:
        return None
    return made.replace(tzinfo=None).timestamp() if made.tzinfo is None else made.timestamp()
