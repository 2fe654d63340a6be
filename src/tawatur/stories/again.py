"""Which articles must be compared anew: those whose comparisons depend on something that is another than the last time."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from tawatur.records.grouped import Grouped, Likened, SharedText
from tawatur.stories.candidates import CHOSEN, COMMON, WINDOW, Day, Places
from tawatur.stories.features import CROWD
from tawatur.stories.profiles import Profiles
from tawatur.stories.rarity import Rarity
from tawatur.stories.shared import NOTHING

Pair = tuple[str, str]  # ids in order
Texts = Mapping[Pair, SharedText]


def digest(parts: Iterable[str]) -> str:
    """Give a digest of parts in their order."""
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def nearness(heads: Collection[str], profiles: Profiles, rarity: Rarity) -> dict[str, str]:
    """Give of each head how few articles are near, as far as comparisons depend on it."""
    among = {name: rarity.among(profiles.days[name]) for name in heads}
    few_dated = sum(count <= CHOSEN and profiles.days[name] is not None for name, count in among.items())
    return {name: f"{min(count, CROWD)} {count <= CHOSEN and few_dated <= CHOSEN}" for name, count in among.items()}


def changed(before: Grouped, near: Mapping[str, str], texts: Texts) -> set[str]:
    """Give the heads that are new, to which more or fewer are `near`, or that share other text with one."""
    found = {name for name, said in near.items() if name not in before.heads or before.heads[name].near != said}
    for pair, text in texts.items():
        if text_of(before.pairs.get(pair)) != text:
            found.update(pair)
    for pair, likened in before.pairs.items():
        if text_of(likened) != NOTHING and pair not in texts:
            found.update(name for name in pair if name in near)
    return found


def text_of(likened: Likened | None) -> SharedText:
    """Give the text that two heads shared when they were compared."""
    return SharedText(likened.copied, likened.lead, likened.retold) if likened else NOTHING


def proposing_otherwise(before: Grouped, words: Mapping[str, Sequence[str]], profiles: Profiles, new: set[str]) -> set[str]:
    """Give the heads with a word that has become too common on their day to propose others, or is so no more.

    `words` are the rarest of all heads; `new` are those that have changed: only their words can have.
    """
    mine = {word for name in new for word in words[name]}
    gone = before.heads.keys() - words.keys()
    mine.update(word for name in (new & before.heads.keys()) | gone for word in before.heads[name].words)
    counts = Counter(chain.from_iterable(one.words for one in before.heads.values()))
    counts.update(chain.from_iterable(words[name] for name in new))
    mine = {word for word in mine if counts[word] > COMMON}  # of the others there are too few then and now, whatever the day
    then = Places(((name, one.day, one.words) for name, one in before.heads.items()), mine)
    now = Places(((name, profiles.days[name], found) for name, found in words.items()), mine)
    otherwise = {word: days for word in mine if (days := _common_otherwise(word, then, now, profiles.numbers))}
    days = {day for every in otherwise.values() for day in every}
    return {
        name
        for name in words
        if (day := profiles.days[name]) in days
        and any(day in otherwise[word] for word in otherwise.keys() & profiles.words(name).stems)
    }


def _common_otherwise(word: str, then: Places, now: Places, every: Collection[Day]) -> set[Day]:
    """The days on which a word is too common to propose articles, and was not, or the other way round; `every` day there is."""
    without_day = then.common(word, None)[1] != now.common(word, None)[1]
    near = {day for written in then.days(word) | now.days(word) for day in _around(written)}
    return {day for day in (every if without_day else near) if then.common(word, day) != now.common(word, day)}


def _around(day: Day) -> Iterable[Day]:
    """The days on which an article of `day` counts; on none, all do."""
    return (None,) if day is None else (None, *range(day - WINDOW, day + WINDOW + 1))
