"""The profiles of all articles, those that are as they were as they were kept: each is decoded when it is first asked for."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

import msgspec

from tawatur.records.collection import Collection
from tawatur.records.grouped import Profiled
from tawatur.stories.profile import Profile, profile

_encode = msgspec.msgpack.Encoder(
    order="deterministic"
).encode  # sets and tables in one order, so that equal profiles are equal bytes
_decode = msgspec.msgpack.Decoder(Profile).decode


class Words(NamedTuple):
    """The stems of a profile, each once, and its names with the shares of articles in which their words are expected."""

    stems: tuple[str, ...]
    named: Mapping[str, float]


# a profile of which all else is left unread: that takes less than half of the time
_PART = {"stems": tuple[str, ...], "named": Mapping[str, float]}
_Part = NamedTuple("_Part", [(name, _PART.get(name, msgspec.Raw)) for name in Profile._fields])  # type: ignore[misc]
_decode_part = msgspec.msgpack.Decoder(_Part).decode


class Profiles(Mapping[str, Profile]):
    """Profiles by document id, in the order of ids. `rows` are what is kept of them, `days` their ordinals, None where there is none."""

    def __init__(self, rows: Mapping[str, Profiled]) -> None:
        self.rows = rows
        self.days = {name: row.day for name, row in rows.items()}
        self.numbers = Counter(self.days.values())  # how many articles are of each day
        self._decoded: dict[str, Profile] = {}

    def __getitem__(self, name: str) -> Profile:
        found = self._decoded.get(name)
        if found is None:
            found = self._decoded[name] = _decode(self.rows[name].body)
        return found

    def words(self, name: str) -> Words:
        """Give the words and names of an article of which nothing else is asked; they are not held in memory."""
        part: Any = _decode_part(self.rows[name].body)
        return Words(part.stems, part.named)

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, name: object) -> bool:
        return name in self.rows

    def others(self, than: Profiles) -> set[str]:
        """Give the articles whose profiles are not in `than`, or others there."""
        return {name for name, row in self.rows.items() if row != than.rows.get(name)}


def profiles(collection: Collection, before: Mapping[str, Profiled], touched: AbstractSet[str] | None) -> Profiles:
    """Give the profile of every article. `before` are those of an earlier time, which hold for all that are not `touched`; None: for none."""
    kept = before if touched is not None else {}
    return Profiles(
        {
            name: kept[name] if name in kept and touched is not None and name not in touched else _row(profile(collection, name))
            for name in sorted(collection.texts)
        }
    )


def _row(one: Profile) -> Profiled:
    same = one._replace(document=one.document if not one.stems else "", outlet=None, named={})
    digest = hashlib.blake2b(_encode(same), digest_size=8).digest()
    return Profiled(day=one.ordinal, same=digest, body=_encode(one))
