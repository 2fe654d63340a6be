"""How alike two articles are, as the sum of a few small features, each of which can be read on its own.

The weights were fitted (logistic regression, then rounded) on 106 pairs of articles of six corpus days, drawn where headline and lead
alone do not decide (a cosine of 0.18 to 0.5) and labelled by hand: F1 of the cosine alone 0.57, with these features 0.73.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain
from math import fsum, log, sqrt

from tawatur.records.collection import Collection
from tawatur.stories.occurrences import Occurrences
from tawatur.stories.profile import Profile

_TITLE = 0.2  # the cosine of the two headlines
_TOLD = 0.2  # the share of a headline that stands in the other article's headline and lead, of the two the smaller
_RARE = 0.3  # rare stems in common, as a share of _ENOUGH
_ENOUGH = 6
_OTHER_NUMBERS = -0.2  # both give numbers, and none is the same: another day of a market, another match
_LEAST_NUMBERS = 2
_CHANCE = 0.2  # so many of the numbers of two market reports are the same by chance
_ALL_OTHER_NUMBERS = -1.0  # the same of three numbers and more on two days: the next market day, the next count
_MANY_NUMBERS = 3
_OTHER_REACTION = -0.4  # two bodies react, each in its own words
_ONE_REACTION = -0.15  # one article tells of the happening, the other of a reaction to it
_SAME_OUTLET = -0.1  # an outlet seldom tells one happening twice in these days
_DAY = -0.065  # a day between the two
_NO_DAY = -0.15  # where one of them has none
# articles that are thought of as standing beside the collection: in a few articles of one matter its words would else seem common
_OTHERS = 1000
_SHARED = 0.6  # the share of the shorter article that was copied
_TOLD_AGAIN = 0.05  # a sentence of it that is told again, up to _MOST of them
_MOST = 3
_SELDOM = 0.006  # a stem in no more of the articles than this is rare; in three or fewer always
_FEW = 3


class Likeness:
    """Compares articles by their profiles, with the rarity of stems among all of them and the text that they share."""

    def __init__(self, collection: Collection, profiles: Mapping[str, Profile]) -> None:
        self.count = Counter(chain.from_iterable(one.stems for one in profiles.values()))
        every = len(profiles) + _OTHERS
        self._weight = {word: log(1 + every / (count + 1)) ** 2 for word, count in self.count.items()}
        self._rare = max(_FEW, int(_SELDOM * len(profiles)))
        self._occurrences = Occurrences(profiles)
        self._shared = _shared(collection)
        self._norm = {name: (self._sum(one.stems), self._sum(one.title)) for name, one in profiles.items()}

    def of(self, one: Profile, other: Profile) -> float:
        """How alike two articles are: 0 where they share nothing; about 0.45 where it is more likely than not that they tell one happening."""
        common = one.stems & other.stems
        (mine, my_title), (yours, your_title) = self._norm[one.document], self._norm[other.document]
        score = _part(self._sum(common), sqrt(mine * yours))
        score += _TITLE * _part(self._sum(one.title & other.title), sqrt(my_title * your_title))
        told = _part(self._sum(one.title & other.stems), my_title), _part(self._sum(other.title & one.stems), your_title)
        score += _TOLD * min(told)
        score += _RARE * min(1.0, sum(self.count[word] <= self._rare for word in common) / _ENOUGH)
        score += _reactions(one, other)
        score += _DAY * abs((one.day - other.day).days) if one.day and other.day else _NO_DAY
        if one.outlet and one.outlet == other.outlet:
            score += _SAME_OUTLET
        score += self._occurrences.apart(one, other)
        if numbers := _other_numbers(one, other):
            return score + numbers  # and the text that they share is a template
        return score + self._shared.get((min(one.document, other.document), max(one.document, other.document)), 0.0)

    def _sum(self, words: frozenset[str]) -> float:
        return fsum(self._weight[word] for word in words)  # the same in whatever order a set gives its words


def _part(share: float, whole: float) -> float:
    return share / whole if whole else 0.0


def _other_numbers(one: Profile, other: Profile) -> float:
    fewer = min(len(one.numbers), len(other.numbers))
    if fewer < _LEAST_NUMBERS or len(one.numbers & other.numbers) > _CHANCE * fewer:
        return 0.0
    return _ALL_OTHER_NUMBERS if fewer >= _MANY_NUMBERS and one.day != other.day else _OTHER_NUMBERS


def _reactions(one: Profile, other: Profile) -> float:
    if one.reacting is None or other.reacting is None:
        return 0.0 if one.reacting is other.reacting else _ONE_REACTION
    return 0.0 if one.reacting & other.reacting else _OTHER_REACTION


def _shared(collection: Collection) -> dict[tuple[str, str], float]:
    """What the text that two articles share adds; a template adds nothing."""
    letters: dict[tuple[str, str], float] = defaultdict(float)
    told: Counter[tuple[str, str]] = Counter()
    for row in collection.reuse:
        if row.template:
            continue
        pair = (min(row.a.document, row.b.document), max(row.a.document, row.b.document))
        told[pair] += 1
        if row.degree != "rewritten":
            letters[pair] += row.score * min(row.a.end - row.a.start, row.b.end - row.b.start)
    body = {
        document: sum(line.end - line.start for line in article.lines if line.kind == "body")
        for document, article in collection.articles.items()
    }
    return {
        pair: _SHARED * min(1.0, letters[pair] / max(1, min(body[pair[0]], body[pair[1]]))) + _TOLD_AGAIN * min(_MOST, count)
        for pair, count in told.items()
    }
