"""How rare a word or a name is at a time: by what was written in the days around, and by a fixed table of running text beneath it.

The table alone would take the words of one country's papers for rare; the days alone would, in a folder on one matter, take the words of the
matter for common and all others for equally rare. So the table counts as so many articles that stand beside those of the days.
Nothing depends on articles of other days.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import expm1, log
from typing import NamedTuple

from tawatur.arabic.stems import stem
from tawatur.resources import lines

WINDOW = 3  # days to either side that are counted: reports of one happening are so far apart at the most
# the table counts as so many articles: with 100 or 1,000, F1 on the fitted half of bench/gold/story_pools.jsonl moves by less than 0.01
_BESIDE = 300
_LENGTH = 60  # words of a headline and a lead
_UNHEARD = 1e-7  # the share of running text that a word has which is not in the table: its last band is 3 in ten million


class Rarity:
    """The rarity of terms on each day: minus the logarithm of the share of articles that are thought to have the term."""

    def __init__(self, terms: Iterable[tuple[int | None, Iterable[str]]]) -> None:
        """Count `terms`: of each article its day (ordinal; None where it has none) and its terms, each once."""
        self._daily: dict[int, Counter[str]] = defaultdict(Counter)
        self._articles: Counter[int | None] = Counter()
        for day, found in terms:
            self._articles[day] += 1
            if day is not None:
                self._daily[day].update(found)

    def around(self, day: int | None) -> Around:
        """Give the counts of the days around `day`; without a day no term is counted, and the articles are those without one."""
        if day is None:
            return Around({}, 0, self._articles[None])
        days = [near for near in range(day - WINDOW, day + WINDOW + 1) if near in self._daily]
        counts: Counter[str] = Counter()
        for near in days:
            counts.update(self._daily[near])
        articles = sum(self._articles[near] for near in days)
        return Around(counts, articles, articles)


class Around(NamedTuple):
    """What was written in the days around one day: the `articles` with each term, of how many, and how many there are to compare with."""

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
