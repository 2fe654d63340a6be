"""What is told within few days, looked for again on the days of which, or of few before, a document is another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tawatur.collecting import uncollected
from tawatur.records.changes import differing
from tawatur.records.passage import Contents, Near
from tawatur.reuse.days import APART
from tawatur.reuse.index import Index
from tawatur.reuse.nearby import Window, by_day, retold_in, window_of


class Wanted(NamedTuple):
    """A window in which all is looked for, and the content words of its documents: all that another process must be told."""

    window: Window
    contents: Mapping[str, Contents]


Each = Callable[[Callable[[Wanted], Near], Sequence[Wanted]], Iterator[Near]]  # as `map` is


class Nearby(NamedTuple):
    """The days on which it is looked `again` what is told, what was found on them `earlier`, and what is found `now`, waiting for it."""

    again: set[int]
    earlier: Mapping[int, Near]
    now: Callable[[], dict[int, Near]]


def look_again(
    index: Index, contents: Mapping[str, Contents], changed: AbstractSet[str], days: Mapping[str, int], each: Each
) -> Nearby:
    """Look for what is told within few days where a document is another.

    `contents` has all documents, `days` those of which the day is known; `changed` are those that are new or have other content words. The
    windows in which all is looked for are handed to `each`.
    """
    was = index.days()
    dated_before, dated = by_day(was), by_day(days)
    again = _again(was, days, changed)
    earlier = index.near(again)
    windows = {day: (window_of(day, dated_before), window_of(day, dated)) for day in sorted(again & dated.keys())}
    whole = [day for day, (before, now) in windows.items() if day not in earlier or _weighs_otherwise(before, now, changed)]
    found = each(_in_all, [_wanted(windows[day][1], contents) for day in whole])
    parts = {day: _renewed(*windows[day], earlier[day], contents, changed) for day in windows.keys() - set(whole)}

    def now() -> dict[int, Near]:
        every = parts | dict(zip(whole, found, strict=True))
        return {day: every[day] for day in windows}

    return Nearby(again, earlier, now)


def _again(before: Mapping[str, int], days: Mapping[str, int], changed: AbstractSet[str]) -> set[int]:
    """The days of which it is looked again what is told on them: a document of theirs, or of few days before, is another."""
    other = {*differing(before, days), *changed}
    of = {known[document] for document in other for known in (before, days) if document in known}
    return {day + later for day in of for later in range(APART + 1)}


def _weighs_otherwise(before: Window, now: Window, changed: AbstractSet[str]) -> bool:
    """Whether others than before say what is rare in a window."""
    return (before.telling, before.one_of) != (now.telling, now.one_of) or not changed.isdisjoint(now.telling)


def _wanted(window: Window, contents: Mapping[str, Contents]) -> Wanted:
    return Wanted(window, {document: contents[document] for document in window.documents})


def _in_all(wanted: Wanted) -> Near:
    """What is told in a window (perhaps in a worker process)."""
    with uncollected():
        return retold_in(*wanted)


def _renewed(before: Window, now: Window, earlier: Near, contents: Mapping[str, Contents], changed: AbstractSet[str]) -> Near:
    """What is told in a window in which the same documents as before say what is rare: only those that are others are looked at."""
    moved = ({*before.before} ^ {*now.before}) | ({*before.today} ^ {*now.today})
    kept = {pair: told for pair, told in earlier.items() if moved.isdisjoint(pair) and changed.isdisjoint(pair)}
    return dict(sorted((kept | dict(retold_in(now, contents, moved | changed))).items()))
