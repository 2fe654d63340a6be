"""The features by which two articles are compared: each has a name, and a value that depends on these two articles alone.

Values lie between 0 and 1 unless their docstring says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import fsum, log

from tawatur.records.grouped import SharedText
from tawatur.stories.shared import NOTHING
from tawatur.stories.weighed import TELLING, Weighed, cosine

_RARE = 4.0  # rarer than one in e^4 = 55 articles
_ENOUGH = 20.0  # rarity beyond _RARE, of all common words, from which on more tells no more
CROWD = 100


class Pair:
    """Two articles and the text that they share.

    `common` are the words that both have; `told` are the shares of their headlines that stand in the other's headline or lead, the smaller
    first; `few` tells how few articles were read of the days around.
    """

    __slots__ = ("a", "b", "common", "few", "one", "other", "shared", "told")

    def __init__(self, one: Weighed, other: Weighed, shared: SharedText = NOTHING) -> None:
        self.one, self.other, self.shared = one, other, shared
        self.a, self.b = one.profile, other.profile
        self.common = self.a.stems & self.b.stems
        self.told = sorted((_told(one, self.common), _told(other, self.common)))
        self.few = _few(max(2, one.among, other.among))


def words(pair: Pair) -> float:
    """The cosine of headline and lead, words weighed by rarity."""
    return cosine(pair.one.words, pair.other.words, pair.common, pair.one.length * pair.other.length) if pair.common else 0.0


def roots(pair: Pair) -> float:
    """The cosine of the rough roots of headline and lead."""
    one, other = pair.one.roots, pair.other.roots
    common = one.keys() & other.keys()
    return cosine(one, other, common, pair.one.deep * pair.other.deep) if common else 0.0


def opening(pair: Pair) -> float:
    """The cosine of the first words of the prose."""
    common = pair.a.opening & pair.b.opening
    return cosine(pair.one.opening, pair.other.opening, common, pair.one.first * pair.other.first) if common else 0.0


def title(pair: Pair) -> float:
    """The cosine of the headlines."""
    common = pair.a.title & pair.b.title
    return cosine(pair.one.title, pair.other.title, common, pair.one.heading * pair.other.heading) if common else 0.0


def told(pair: Pair) -> float:
    """The share of a headline that stands in the other's headline or lead, of the two the smaller."""
    return pair.told[0]


def told_by_one(pair: Pair) -> float:
    """The same, of the two the greater."""
    return pair.told[1]


def _told(one: Weighed, common: frozenset[str]) -> float:
    found = one.profile.title & common
    return fsum(map(one.title.__getitem__, found)) / one.headline if found and one.headline else 0.0


def rare(pair: Pair) -> float:
    """How much rarity the common words have together: ten common words are none, four that nobody else writes are much."""
    lesser = map(min, map(pair.one.words.__getitem__, pair.common), map(pair.other.words.__getitem__, pair.common))
    found = fsum(weight - _RARE for weight in lesser if weight > _RARE)
    return min(1.0, found / _ENOUGH)


def names(pair: Pair) -> float:
    """The cosine of the names in headline and lead."""
    common = pair.a.names & pair.b.names
    return cosine(pair.one.names, pair.other.names, common, pair.one.called * pair.other.called) if common else 0.0


def other_names(pair: Pair) -> float:
    """Both give two rare names at least, and none is the same. Of a few chosen articles it says less: two reports name other officials too."""
    mine, yours = pair.one.telling, pair.other.telling
    return (1 - pair.few) * (len(mine) >= 2 and len(yours) >= 2 and mine.isdisjoint(yours))


def other_people(pair: Pair) -> float:
    """Both name people who are not named everywhere, and none is the same; of a few chosen articles it says less."""
    return (1 - pair.few) * _apart(pair.one.people, pair.other.people)


def other_places(pair: Pair) -> float:
    """Both name places that are not named everywhere, and none is the same; of a few chosen articles it says less."""
    return (1 - pair.few) * _apart(pair.one.places, pair.other.places)


def _apart(
    one: frozenset[object] | frozenset[str] | frozenset[int], other: frozenset[object] | frozenset[str] | frozenset[int]
) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def same_scene(pair: Pair) -> float:
    """Both say that it happened at one place, of which not everybody writes."""
    return float(pair.a.scene is not None and pair.a.scene == pair.b.scene and pair.one.names.get(pair.a.scene, 0.0) >= TELLING)


def other_scene(pair: Pair) -> float:
    """They say that it happened at two places."""
    return float(pair.a.scene is not None and pair.b.scene is not None and pair.a.scene != pair.b.scene)


def same_numbers(pair: Pair) -> float:
    """Numbers of two digits and more that both give: 1 for three of them."""
    return min(1.0, len(pair.a.numbers & pair.b.numbers) / 3)


def other_numbers(pair: Pair) -> float:
    """Both give two numbers or more, and hardly one is the same: another day of a market, another match."""
    fewer = min(len(pair.a.numbers), len(pair.b.numbers))
    return float(fewer >= 2 and len(pair.a.numbers & pair.b.numbers) <= 0.2 * fewer)


def next_count(pair: Pair) -> float:
    """Three numbers and more on two days, and hardly one the same: the market's next day, the next count. The words are a form that is filled."""
    fewer = min(len(pair.a.numbers), len(pair.b.numbers))
    return float(fewer >= 3 and len(pair.a.numbers & pair.b.numbers) <= 0.2 * fewer and pair.a.day != pair.b.day)


def same_day(pair: Pair) -> float:
    """Headline or lead give one day on which it happened."""
    return float(pair.a.happened is not None and pair.a.happened == pair.b.happened)


def other_day(pair: Pair) -> float:
    """They give two days, or name other weekdays."""
    if pair.a.happened and pair.b.happened:
        return float(pair.a.happened != pair.b.happened)
    return float(_apart(pair.a.weekdays, pair.b.weekdays))


def other_ordinal(pair: Pair) -> float:
    """Both give ordinals, and none is the same: the fifth flight and the sixth."""
    return float(_apart(pair.a.ordinals, pair.b.ordinals))


def same_kind(pair: Pair) -> float:
    """Both headlines tell of a happening of one kind."""
    return float(bool(pair.a.kinds & pair.b.kinds))


def other_kind(pair: Pair) -> float:
    """The headlines tell of happenings of two kinds."""
    return float(_apart(pair.a.kinds, pair.b.kinds))


def other_reaction(pair: Pair) -> float:
    """Two bodies react, each in its own words."""
    return float(pair.a.reacting is not None and pair.b.reacting is not None and not pair.a.reacting & pair.b.reacting)


def one_reaction(pair: Pair) -> float:
    """One tells of a reaction to what the other tells."""
    return float((pair.a.reacting is None) != (pair.b.reacting is None))


def column(pair: Pair) -> float:
    """One argues or remembers in its own person, the other reports."""
    return float(pair.a.argues != pair.b.argues)


def copied(pair: Pair) -> float:
    """The share of the shorter article that stands in the other."""
    return pair.shared.copied


def copied_lead(pair: Pair) -> float:
    """The share of the shorter lead that stands in the other's lead."""
    return pair.shared.lead


def retold(pair: Pair) -> float:
    """Sentences that are told again in other words: 1 for three of them."""
    return min(1.0, pair.shared.retold / 3)


def days_apart(pair: Pair) -> float:
    """Days between the two, 0 to 3; 1 where one of them has none."""
    return float(min(3, abs((pair.a.day - pair.b.day).days))) if pair.a.day and pair.b.day else 1.0


def few(pair: Pair) -> float:
    """How few articles were read of the days around: 1 for these two alone, 0 for CROWD and more.

    Of whole days of many outlets two articles seldom tell one happening; whoever reads five articles has chosen them.
    """
    return pair.few


@lru_cache(maxsize=1 << 12)
def _few(among: int) -> float:
    return max(0.0, 1 - log(among / 2) / log(CROWD / 2))


def same_outlet(pair: Pair) -> float:
    """One outlet, which seldom tells one happening twice in these days."""
    return float(pair.a.outlet is not None and pair.a.outlet == pair.b.outlet)


FEATURES: Mapping[str, Callable[[Pair], float]] = {
    one.__name__: one
    for one in (
        words, roots, opening, title, told, told_by_one, rare, names, same_scene, same_numbers, same_day, same_kind, copied, copied_lead, retold,
        other_names, other_people, other_places, other_scene, other_numbers, next_count, other_day, other_ordinal, other_kind,
        other_reaction, one_reaction, column, days_apart, same_outlet, few,
    )
}  # fmt: skip
