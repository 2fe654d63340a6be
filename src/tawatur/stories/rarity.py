"""How rare a word or a name is at a time: by what was written in the days around, and by a fixed table of running text beneath it.

The table alone would take the words of one country's papers for rare; the days alone would, in a folder on one matter, take the words of the
matter for common and all others for equally rare. So the table counts as so many articles that stand beside those of the days.

Of many articles only those of the week before count: what comes in today changes no weight of today's articles, and they need not be compared
again. On bench/gold/story_pools.jsonl and story_pools_unseen.jsonl, among 20,000 articles, the week before does as well as three days to either
side (F1 by pairs 0.851 and 0.885 against 0.853 and 0.875). Of few articles those of all near days count: a folder has no week before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from math import expm1, log

from tawatur.resources import lines

_WEEK = 7  # days before that are counted
_NEAR = 3  # days to either side that are counted of few articles: reports of one happening are so far apart at the most
MANY = 5000  # articles of near days: so many are all compared anew in some seconds
# the table counts as so many articles: with 100 or 1,000, F1 on the fitted half of bench/gold/story_pools.jsonl moves by less than 0.01
_BESIDE = 300
# To what logarithms are rounded among many articles, of how many have a term: from the first number on, to so much. Articles whose words weigh as they did
# are not compared again, and each new word moves the weight of few where the many that have it weigh by coarse steps. With 100 articles added to
# 20,000, 170 others weigh otherwise, where quarters throughout moved 380 (had the steps begun elsewhere, 210 and 620 on average). F1 by pairs and B-cubed
# on the unseen pools are 0.887 and 0.962 (quarters throughout: 0.890 and 0.962), on the even and odd ones 0.866, 0.941 and 0.841, 0.929 (0.863, 0.940
# and 0.841, 0.929); halves throughout give 0.886, 0.853 and 0.832 by pairs
_COARSE = ((5.0, 2.0), (3.0, 1.0), (1.0, 0.5))
_FINE = 0.25  # of fewer, and of how many articles there are
_LENGTH = 60  # words of a headline and a lead
_KEPT = 1 << 16  # words whose shares are remembered: headlines and leads of 20,000 articles have 50,000
_UNHEARD = 1e-7  # the share of running text that a word has which is not in the table: its last band is 3 in ten million


class Rarity:
    """The rarity of terms on each day: minus the logarithm of the share of articles that are thought to have the term."""

    def __init__(self, numbers: Mapping[int | None, int], of_day: Callable[[int], Mapping[str, int]]) -> None:
        """`numbers` tells how many articles are of each day (an ordinal; None where they have none), `of_day` how many of a day have each term."""
        self._numbers = numbers
        self._of_day = of_day
        self._among: dict[int | None, int] = {}
        self._around: dict[int | None, Around] = {}

    def around(self, day: int | None) -> Around:
        """Give what counts on `day`; without a day no term is counted, and the articles are those without one."""
        if day not in self._around:
            days = self._basis(day)
            counts = _Summed([self._of_day(one) for one in days if one in self._numbers])
            self._around[day] = Around(counts, self._articles(days), self.among(day))
        return self._around[day]

    def scale(self, day: int | None) -> tuple[range, float]:
        """Give what rarities on `day` depend on beside the term: the days whose articles count, and how many these are, where there are many as a logarithm."""
        days = self._basis(day)
        articles = self._articles(days)
        return days, _scale(articles) if self.among(day) > MANY else articles

    def among(self, day: int | None) -> int:
        """Give how many articles there are to compare with: those of near days, or without a day those without one."""
        if day not in self._among:
            near = (None,) if day is None else range(day - _NEAR, day + _NEAR + 1)
            self._among[day] = sum(self._numbers.get(one, 0) for one in near)
        return self._among[day]

    def _basis(self, day: int | None) -> range:
        """The days whose articles count on `day`."""
        if day is None:
            return range(0)
        return range(day - _WEEK, day) if self.among(day) > MANY else range(day - _NEAR, day + _NEAR + 1)

    def _articles(self, days: range) -> int:
        return sum(self._numbers.get(one, 0) for one in days)


class _Summed(dict[str, int]):
    """The sum of the counts of several days, each term's made when it is first asked for."""

    def __init__(self, days: Sequence[Mapping[str, int]]) -> None:
        super().__init__()
        self._days = days

    def __missing__(self, term: str) -> int:
        self[term] = found = sum([day[term] for day in self._days if term in day])
        return found


class Around:
    """What was written in the days that count on one day."""

    def __init__(self, counts: Mapping[str, int], articles: int, among: int) -> None:
        """`counts` tells how many of `articles` have each term (0 with another); there are `among` articles to compare with."""
        self.counts = counts
        self.among = among
        self._every = articles + _BESIDE
        self._scale = _scale(articles)

    def of(self, term: str, expected: float | None = None) -> float:
        """Give a term's rarity, 0 for what stands everywhere. `expected` is its share of articles beneath the counts; else the table's."""
        return -log((self.counts[term] + _beneath(term, expected)) / self._every)

    def of_many(self, term: str, expected: float | None = None) -> float:
        """Give the same rounded, where there are many articles: one more or less changes few rarities."""
        return self._rarity(self.counts[term] + _beneath(term, expected))

    def moved(self, term: str, more: int, expected: float | None = None) -> bool:
        """Whether a term's rarity is another than when `more` fewer articles had it, on the same scale."""
        count, beneath = self.counts[term], _beneath(term, expected)
        return self._rarity(count + beneath) != self._rarity(count - more + beneath)

    def _rarity(self, having: float) -> float:
        return max(0.0, self._scale - _rounded(log(having))) if self.among > MANY else -log(having / self._every)


def _scale(articles: int) -> float:
    return _stepped(log(articles + _BESIDE), 0.0, _FINE)


def _beneath(term: str, expected: float | None) -> float:
    """How many of the articles that stand beside those of the days have a term."""
    return _BESIDE * (share(term) if expected is None else expected)


def _rounded(value: float) -> float:
    for least, step in _COARSE:
        if value >= least:
            return _stepped(value, least, step)
    return _stepped(value, 0.0, _FINE)


def _stepped(value: float, start: float, step: float) -> float:
    """The nearest of the values that are so many steps from a start."""
    return start + step * round((value - start) / step)


@lru_cache(maxsize=_KEPT)
def share(word: str) -> float:
    """Give the share of articles that have a stem in headline or lead, by the table alone."""
    return -expm1(-_LENGTH * _table().get(word, _UNHEARD))


@cache
def _table() -> dict[str, float]:
    """Light stems → their share of running text."""
    found: dict[str, float] = defaultdict(float)
    for line in lines("names/frequent_stems"):
        band, *stems = line.split()
        each = 10 ** (-int(band) / 2)  # bands of five decibels
        for one in stems:
            found[one] += each
    return dict(found)
