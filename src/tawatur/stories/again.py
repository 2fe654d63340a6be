"""Which articles must be compared anew: those whose comparisons depend on something that is another than the last time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from tawatur.records.grouped import Grouped, Likened
from tawatur.stories.candidates import CHOSEN, Places
from tawatur.stories.features import CROWD
from tawatur.stories.profile import Profile
from tawatur.stories.shared import NOTHING, SharedText
from tawatur.stories.weighed import Weighing

Pair = tuple[str, str]  # ids in order
Texts = Mapping[Pair, SharedText]


def digest(parts: Iterable[str]) -> str:
    """Give a digest of parts in their order."""
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def marks(
    heads: Iterable[str], profiles: Mapping[str, Profile], weighing: Weighing, made_of: Mapping[str, str]
) -> dict[str, str]:
    """Give of each head a digest of what its profile is made of, of what its words weigh, and of how few articles are near.

    `made_of` holds a digest of what each article's profile is made of.
    """
    among = {name: weighing.among(name) for name in heads}
    few_dated = sum(count <= CHOSEN and profiles[name].day is not None for name, count in among.items())
    found: dict[str, str] = {}
    for name, count in among.items():
        near = f"{made_of[name]} {min(count, CROWD)} {count <= CHOSEN and few_dated <= CHOSEN}"
        found[name] = hashlib.blake2b(near.encode() + weighing.weights(name), digest_size=8).hexdigest()
    return found


def changed(before: Grouped, now: Mapping[str, str], texts: Texts) -> set[str]:
    """Give the heads that are new, whose marks are others, or that share other text with one; `now` are the marks."""
    found = {name for name, mark in now.items() if name not in before.heads or before.heads[name].mark != mark}
    for pair, text in texts.items():
        if text_of(before.pairs.get(pair)) != text:
            found.update(pair)
    for pair, likened in before.pairs.items():
        if text_of(likened) != NOTHING and pair not in texts:
            found.update(name for name in pair if name in now)
    return found


def text_of(likened: Likened | None) -> SharedText:
    """Give the text that two heads shared when they were compared."""
    return SharedText(likened.copied, likened.lead, likened.retold) if likened else NOTHING


def proposing_otherwise(
    before: Grouped, words: Mapping[str, Sequence[str]], profiles: Mapping[str, Profile], new: set[str]
) -> set[str]:
    """Give the heads with a word that has become too common on their day to propose others, or is so no more.

    `words` are the rarest of all heads; `new` are those that have changed: only their words can have.
    """
    mine = {word for name in new for word in words[name]}
    gone = before.heads.keys() - words.keys()
    mine.update(word for name in (new & before.heads.keys()) | gone for word in before.heads[name].words)
    then = Places(((name, one.day, one.words) for name, one in before.heads.items()), mine)
    now = Places(((name, profiles[name].ordinal, found) for name, found in words.items()), mine)
    written = Places(((name, profiles[name].ordinal, profiles[name].stems) for name in words), mine)
    found: set[str] = set()
    for word in mine:
        days = {day for day in written.days(word) if then.common(word, day) != now.common(word, day)}
        found.update(written.of_days(word, days))
    return found
