"""How rare a word or a name is at a time: by what was written in the days around, and by a fixed table of running text beneath it.

The table alone would take the words of one country's papers for rare; the days alone would, in a folder on one matter, take the words of the
matter for common and all others for equally rare. So the table counts as so many articles that stand beside those of the days.

Of many articles only those of the week before count: what comes in today changes no weight of today's articles, and they need not be compared
again. On bench/gold/story_pools.jsonl and story_pools_unseen.jsonl, among 20,000 articles, the week before does as well as three days to either
side (F1 by pairs 0.851 and 0.885 against 0.853 and 0.875). Of few articles those of all near days count: a folder has no week before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from math import expm1, log
from typing import NamedTuple

from tawatur.arabic.stems import stem
from tawatur.resources import lines

_WEEK = 7  # days before that are counted
_NEAR = 3  # days to either side that are counted of few articles: reports of one happening are so far apart at the most
MANY = 5000  # articles of near days: so many are all compared anew in some seconds
# the table counts as so many articles: with 100 or 1,000, F1 on the fitted half of bench/gold/story_pools.jsonl moves by less than 0.01
_BESIDE = 300
_LENGTH = 60  # words of a headline and a lead
_UNHEARD = 1e-7  # the share of running text that a word has which is not in the table: its last band is 3 in ten million


class Rarity:
    """The rarity of terms on each day: minus the logarithm of the share of articles that are thought to have the term."""

    def __init__(self, days: Mapping[str, int | None], terms: Callable[[str], Iterable[str]]) -> None:
        """Count the `terms` of articles, each once, when they are asked for; `days` are their days (ordinals; None where they have none)."""
        self._articles: dict[int | None, list[str]] = defaultdict(list)
        for name, day in days.items():
            self._articles[day].append(name)
        self._terms = terms
        self._daily: dict[int, Counter[str]] = {}

    def around(self, day: int | None) -> Around:
        """Give what counts on `day`; without a day no term is counted, and the articles are those without one."""
        counts: Counter[str] = Counter()
        for one in self.counted(day):
            counts.update(self._of(one))
        if day is None:
            return Around(counts, 0, self.among(None))
        return Around(counts, sum(len(self._articles[one]) for one in self.counted(day)), self.among(day))

    def counted(self, day: int | None) -> list[int]:
        """Give the days whose articles count on `day`."""
        if day is None:
            return []
        days = range(day - _WEEK, day) if self.among(day) > MANY else range(day - _NEAR, day + _NEAR + 1)
        return [one for one in days if one in self._articles]

    def among(self, day: int | None) -> int:
        """Give how many articles there are to compare with: those of near days, or without a day those without one."""
        if day is None:
            return len(self._articles.get(None, ()))
        return sum(len(self._articles.get(near, ())) for near in range(day - _NEAR, day + _NEAR + 1))

    def _of(self, day: int) -> Counter[str]:
        if day not in self._daily:
            self._daily[day] = Counter(term for name in self._articles[day] for term in self._terms(name))
        return self._daily[day]


class Around(NamedTuple):
    """What was written in the days that count on one day: the `articles` with each term, of how many, and how many there are to compare with."""

    counts: Mapping[str, int]
    articles: int
    among: int

    def of(self, term: str, expected: float | None = None) -> float:
        """Give a term's rarity, 0 for what stands everywhere. `expected` is its share of articles beneath the counts; else the table's."""
        beneath = share(term) if expected is None else expected
        return -log((self.counts.get(term, 0) + _BESIDE * beneath) / (self.articles + _BESIDE))


def share(word: str) -> float:
    """Give the share of articles that have a stem in headline or lead, by the table alone."""
    return -expm1(-_LENGTH * _table().get(word, _UNHEARD))


@cache
def _table() -> dict[str, float]:
    """Light stems → their share of running text."""
    found: dict[str, float] = defaultdict(float)
    for line in lines("names/frequent"):
        band, *words = line.split()
        each = 10 ** (-int(band) / 2)  # bands of five decibels
        for word in words:
            found[stem(word)] += each
    return dict(found)
