"""The pairs of articles that are alike enough to be worth looking at: compared anew only where something has changed in the days around.

A pair's likeness follows from its two articles and from how often their words stand in the days around each, so that what is read
of one day changes nothing among articles further away than `_REACH`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, MutableMapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from typing import Any

import msgspec

from tawatur.records.likely import Likely
from tawatur.stories.alike import Likeness
from tawatur.stories.candidates import UNSURE, candidates
from tawatur.stories.profile import Profile
from tawatur.stories.rarity import WINDOW
from tawatur.stories.shared import SharedText
from tawatur.stories.weighed import Weighing

_REACH = UNSURE + WINDOW  # days from an article to the one it is compared with, and on to those by which that one is weighed

_encode = msgspec.msgpack.Encoder(order="deterministic").encode
Worth = dict[tuple[str, str], float]
Texts = Mapping[tuple[str, str], SharedText]


def worth(
    profiles: Mapping[str, Profile],
    heads: AbstractSet[str],
    weighing: Weighing,
    texts: Texts,
    least: float,
    kept: MutableMapping[int, Likely],
) -> Worth:
    """Give the pairs of `heads` whose likeness is `least` at least.

    `kept` holds what was found before, by day (ordinal), and what is found now afterwards. Where an article has no day, it is near to all others, and
    all are compared.
    """
    states = _states(profiles, texts) if all(one.day for one in profiles.values()) else {}
    for day in kept.keys() - states.keys():
        del kept[day]
    same = {day for day, state in states.items() if day in kept and kept[day].state == state}
    found = {(a, b): value for day in same for a, b, value in kept[day].pairs}
    fresh = _compared(profiles, heads, weighing, texts, least, same)
    rows: dict[int, list[tuple[str, str, float]]] = defaultdict(list)
    for (a, b), value in fresh.items() if states else ():
        rows[_day(profiles[a])].append((a, b, value))
    kept.update({day: Likely(state=states[day], pairs=tuple(rows[day])) for day in states.keys() - same})
    return found | fresh


def _compared(
    profiles: Mapping[str, Profile],
    heads: AbstractSet[str],
    weighing: Weighing,
    texts: Texts,
    least: float,
    same: AbstractSet[int],
) -> Worth:
    """The pairs whose first article is of none of the days that are the `same`."""
    first = {name for name in heads if not same or _day(profiles[name]) not in same}
    days = (
        {day + off for day in {_day(profiles[name]) for name in first} for off in range(-UNSURE, UNSURE + 1)} if same else set()
    )
    articles = {name: weighing[name] for name in sorted(heads) if not same or _day(profiles[name]) in days}
    sharing = [pair for pair in texts if pair[0] in first and pair[1] in articles]
    likeness = Likeness(articles, texts)
    # in order, those of one article together: what is read of it stays at hand
    pairs = sorted(pair for pair in candidates(articles, sharing, first) if pair[0] in first)
    return {pair: value for pair in pairs if (value := likeness.from_least(*pair, least)) is not None}


def _states(profiles: Mapping[str, Profile], texts: Texts) -> dict[int, str]:
    """Of each day what the pairs follow from whose first article is of that day: all articles of the days around, and what they share."""
    digests = {day: blake2b(digest_size=16) for day in sorted({_day(one) for one in profiles.values()})}
    for _, one in sorted(profiles.items()):
        digests[_day(one)].update(_encode(_plain(one)))
    for (a, b), shared in sorted(texts.items()):
        for day in {_day(profiles[a]), _day(profiles[b])}:
            digests[day].update(_encode((a, b, *shared)))
    found = {day: one.digest() for day, one in digests.items()}
    around = {day: [(near, found[near]) for near in range(day - _REACH, day + _REACH + 1) if near in found] for day in found}
    return {day: blake2b(_encode(rows), digest_size=16).hexdigest() for day, rows in around.items()}


def _plain(one: Profile) -> tuple[Any, ...]:
    return (*one[:-1], dict(one.named))


def _day(one: Profile) -> int:
    return one.day.toordinal() if one.day else 0
