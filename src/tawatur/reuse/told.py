"""What documents tell in other words, brought up to date with those that are new, changed or gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tawatur.records.changes import differing
from tawatur.records.passage import Contents, Match, Near, Pair, Passages, Scarce
from tawatur.reuse.copied import pairs_between
from tawatur.reuse.days import APART
from tawatur.reuse.index import Index
from tawatur.reuse.nearby import Window, are_near, by_day, retold_in, window_of
from tawatur.reuse.retold import retold


class Retold(NamedTuple):
    """What pairs tell in other words, and the pairs of which that has changed."""

    now: dict[Pair, Passages]
    other: set[Pair]


def renew_told(
    index: Index,
    contents: Mapping[str, Contents],
    changed: AbstractSet[str],
    scarce: Scarce,
    days: Mapping[str, int],
    moved: AbstractSet[Pair],
) -> Retold:
    """Bring `index` up to date, and say what pairs tell now.

    `contents` has all documents, `days` those of which the day is known; `changed` are those that are new or have other content words, `scarce` was counted of all, `moved`
    the pairs that copy something else than before. What is told within few days is looked for again where a document of these days has
    changed; the rest, in all documents.
    """
    was = index.days()
    dated_before, dated = by_day(was), by_day(days)
    again = _again(was, days, changed)
    earlier = index.near(again)
    windows = ((day, window_of(day, dated_before), window_of(day, dated)) for day in sorted(again & dated.keys()))
    nearby = {day: _renewed(before, now, earlier.get(day), contents, changed) for day, before, now in windows}
    near = _asked(index, earlier, nearby, changed, days, moved)
    told_before = index.told()
    found = retold(contents, scarce, days) | near
    copied = pairs_between(index, found)
    now = {pair: told for pair, matches in found.items() if (told := uncopied(matches, copied.get(pair, ())))}
    standing = [pair for pair in told_before.keys() - found.keys() if are_near(days, *pair)]
    now |= {pair: told_before[pair] for pair in standing if (day := _day(days, pair)) not in again or pair in nearby.get(day, ())}
    others = {pair: told for pair, told in now.items() if told_before.get(pair) != told}
    gone = told_before.keys() - now.keys()
    index.set_told(gone, others)
    index.set_days(days)
    index.set_near({day: nearby.get(day) for day in again})
    return Retold(now, {*gone, *others})


def _again(before: Mapping[str, int], days: Mapping[str, int], changed: AbstractSet[str]) -> set[int]:
    """The days of which it is looked again what is told on them: a document of theirs, or of few days before, is another."""
    other = {*differing(before, days), *changed}
    of = {known[document] for document in other for known in (before, days) if document in known}
    return {day + later for day in of for later in range(APART + 1)}


def _renewed(
    before: Window, now: Window, earlier: Near | None, contents: Mapping[str, Contents], changed: AbstractSet[str]
) -> Near:
    """What is told in a window: by the documents that are others alone, where the same ones as before say what is rare."""
    if earlier is None or before.telling != now.telling or not changed.isdisjoint(now.telling):
        return retold_in(now, contents)
    sides = ((before.before, now.before), (before.today, now.today))
    other = {document for one, two in sides for document in {*one} ^ {*two}} | (changed & {*now.before, *now.today})
    kept = {pair: told for pair, told in earlier.items() if other.isdisjoint(pair)}
    return dict(sorted((kept | dict(retold_in(now, contents, other & {*now.before, *now.today}))).items()))


def _asked(
    index: Index,
    earlier: Mapping[int, Near],
    nearby: Mapping[int, Near],
    changed: AbstractSet[str],
    days: Mapping[str, int],
    moved: AbstractSet[Pair],
) -> dict[Pair, tuple[Match, ...]]:
    """What is told within few days by pairs of which that may be another now, or that copy something else."""
    here = {pair for pair in moved if are_near(days, *pair)}
    before = index.near({_day(days, pair) for pair in here} - nearby.keys())
    standing = {pair: told for found in before.values() for pair, told in found.items() if pair in here}
    return standing | {
        pair: told
        for day, found in nearby.items()
        for pair, told in found.items()
        if pair in here or not changed.isdisjoint(pair) or earlier.get(day, {}).get(pair) != told
    }


def _day(days: Mapping[str, int], pair: Pair) -> int:
    """The day on which what a pair tells within few days is looked for: that of the later one."""
    return max(days[document] for document in pair)


def uncopied(matches: Iterable[Match], copied: Passages) -> Passages:
    """Give the matches of sentences of which neither is copied between the two documents, each a passage of its own."""
    mine = {match.a for passage in copied for match in passage}
    yours = {match.b for passage in copied for match in passage}
    return tuple((match,) for match in matches if match.a not in mine and match.b not in yours)
