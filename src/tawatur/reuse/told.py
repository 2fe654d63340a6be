"""What documents tell in other words, brought up to date with those that are new, changed or gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tawatur.records.passage import Match, Near, Pair, Passages
from tawatur.reuse.copied import pairs_between
from tawatur.reuse.index import Index
from tawatur.reuse.nearby import are_near
from tawatur.reuse.retold import retold
from tawatur.reuse.windows import Nearby
from tawatur.reuse.words import Words


class Retold(NamedTuple):
    """What pairs tell in other words, and the pairs of which that has changed."""

    now: dict[Pair, Passages]
    other: set[Pair]


def renew_told(index: Index, words: Words, days: Mapping[str, int], nearby: Nearby, moved: AbstractSet[Pair]) -> Retold:
    """Bring `index` up to date, and say what pairs tell now.

    `days` has the documents of which the day is known, `nearby` what is told within few days, where that was looked for again; `moved` are
    the pairs that copy something else than before. What is told over more days is looked for in all documents.
    """
    told_before = index.told()
    far = retold(words.contents, words.scarce, days)
    now_near = nearby.now()
    found = far | _asked(index, nearby.earlier, now_near, words.changed, days, moved)
    copied = pairs_between(index, found)
    now = {pair: told for pair, matches in found.items() if (told := uncopied(matches, copied.get(pair, ())))}
    standing = [pair for pair in told_before.keys() - found.keys() if are_near(days, *pair)]
    now |= {
        pair: told_before[pair]
        for pair in standing
        if (day := _day(days, pair)) not in nearby.again or pair in now_near.get(day, ())
    }
    others = {pair: told for pair, told in now.items() if told_before.get(pair) != told}
    gone = told_before.keys() - now.keys()
    index.set_told(gone, others)
    index.set_days(days)
    index.set_near({day: now_near.get(day) for day in nearby.again})
    return Retold(now, {*gone, *others})


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
