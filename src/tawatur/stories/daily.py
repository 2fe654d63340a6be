"""How many articles of each day have each word and name in headline and lead, counted on from what was counted before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from tawatur.stories.profile import Profile
from tawatur.stories.profiles import Profiles

NAME = "="  # before an entity, so that it is no word

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(dict[str, int]).decode


class Daily:
    """The counts of each day (an ordinal), decoded when they are first asked for."""

    def __init__(
        self, kept: Mapping[int, bytes], before: Daily | None = None, counts: Mapping[int, Mapping[str, int]] | None = None
    ) -> None:
        """`counts` are those of days that are known; a day that is as it was `before` is decoded there, once for both."""
        self.kept = kept
        self._before = before
        self._counts = dict(counts or {})

    def of(self, day: int) -> Mapping[str, int]:
        """Give how many articles of a day have each term."""
        if day not in self._counts:
            self._counts[day] = self._decoded(day)
        return self._counts[day]

    def _decoded(self, day: int) -> Mapping[str, int]:
        body = self.kept.get(day)
        if self._before is not None and body is self._before.kept.get(day):
            return self._before.of(day)
        return {} if body is None else _decode(body)


def recount(before: Daily, then: Profiles, now: Profiles, other: Iterable[str]) -> tuple[Daily, dict[int, dict[str, int]]]:
    """Give the counts of `now`, and by day in how many more or fewer articles than before a term is; `other` are the articles whose profiles are new or others.

    A day with more or fewer articles is among the days, whatever their terms are.
    """
    added, gone = _by_day(now, other), _by_day(then, (*(name for name in other if name in then), *(then.keys() - now.keys())))
    kept = dict(before.kept)
    counts: dict[int, dict[str, int]] = {}
    changed: dict[int, dict[str, int]] = {}
    for day in added.keys() | gone.keys():
        every = Counter(added.get(day))
        every.subtract(gone.get(day, {}))
        differences = {term: difference for term, difference in every.items() if difference}
        if differences or then.numbers[day] != now.numbers[day]:
            changed[day] = differences
            counts[day] = _summed(before.of(day), differences)
            kept[day] = _encode(counts[day])
        if not now.numbers[day]:
            del kept[day]
    return Daily(kept, before, counts), changed


def _summed(counts: Mapping[str, int], differences: Mapping[str, int]) -> dict[str, int]:
    """The counts with the differences, in the order of terms, so that equal counts are equal bytes."""
    found = dict(counts)
    for term, difference in differences.items():
        found[term] = found.get(term, 0) + difference
    return {term: count for term, count in sorted(found.items()) if count}


def _by_day(profiles: Profiles, names: Iterable[str]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for name in names:
        day = profiles.days[name]
        if day is not None:
            found.setdefault(day, Counter()).update(_terms(profiles[name]))
    return found


def _terms(one: Profile) -> Iterator[str]:
    yield from one.stems
    for name in one.names:
        yield NAME + name
