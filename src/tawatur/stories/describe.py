"""A story's title, date, place, outlets and origins, from its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tawatur.records.collection import Collection
from tawatur.records.story import Origin, Story, story_id
from tawatur.records.time import Date
from tawatur.stories.profile import lead

_DAYS_BEFORE = 3  # a date of the lead so many days before publication may be the happening's


def story(collection: Collection, members: Sequence[str], independent: Callable[[Iterable[str]], tuple[Origin, ...]]) -> Story:
    """Make the story of these articles."""
    order = sorted(members, key=lambda name: (_moment(collection, name), name))
    titles = [article.title.text for name in order if (article := collection.articles[name]).title]
    outlets = {outlet for name in order if (outlet := collection.articles[name].outlet)}
    return Story(
        id=story_id(order[0]),
        title=titles[0] if titles else _beginning(collection, order[0]),
        documents=tuple(order),
        date=happened(collection, order),
        place=_place(collection, order),
        outlets=tuple(sorted(outlets)),
        origins=independent(order),
    )


def _moment(collection: Collection, name: str) -> str:
    """When an article was published, to the day, for ordering; those that do not say come last."""
    publication = collection.settled[name].publication
    return (publication.published or publication.latest or "9999")[:10]


def _beginning(collection: Collection, name: str) -> str | None:
    """The first words of the lead, where no article has a title."""
    places = lead(collection, name)
    if not places:
        return None
    words = collection.texts[name][places[0][0] : places[0][1]].split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def happened(collection: Collection, members: Sequence[str]) -> str | None:
    """The day of the happening: the day that most leads give, else the earliest day of publication."""
    votes: Counter[str] = Counter()
    published = sorted(day[:10] for name in members if (day := collection.settled[name].publication.published))
    for name in members:
        votes.update({day for one in _of_lead(collection, name) if (day := _day(one, published))})
    if votes:
        return min(votes.items(), key=lambda row: (-row[1], row[0]))[0]
    return published[0] if published else None


def _of_lead(collection: Collection, name: str) -> list[Date]:
    places = lead(collection, name)
    return [one for one in collection.settled[name].dates if any(start <= one.start < end for start, end in places)][:1]


def _day(one: Date, published: Sequence[str]) -> str | None:
    """The single day that an expression means, where it lies shortly before publication."""
    from datetime import date, timedelta

    if not one.earliest or not one.latest or one.earliest[:10] != one.latest[:10] or one.type not in ("date", "time"):
        return None
    if not published:
        return one.earliest[:10]
    day = date.fromisoformat(one.earliest[:10])
    first, last = date.fromisoformat(published[0]), date.fromisoformat(published[-1])
    return day.isoformat() if first - timedelta(days=_DAYS_BEFORE) <= day <= last else None


def _place(collection: Collection, members: Sequence[str]) -> str | None:
    """The place that most articles name first: in the dateline, else in the lead."""
    votes: Counter[str] = Counter()
    for name in members:
        found = _place_of(collection, name)
        if found:
            votes[found] += 1
    return min(votes.items(), key=lambda row: (-row[1], row[0]))[0] if votes else None


def _place_of(collection: Collection, name: str) -> str | None:
    names = [one for one in collection.settled[name].names if one.entity and one.type == "place"]
    dateline = collection.articles[name].dateline_place
    for one in names:
        if dateline and dateline.start <= one.start and one.end <= dateline.end:
            return one.entity
    places = lead(collection, name)
    for one in names:
        if any(start <= one.start < end for start, end in places):
            return one.entity
    return None
