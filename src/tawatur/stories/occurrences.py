"""What tells apart two happenings of one kind that are told in one formula: receptions, relief flights, markets, ceremonies.

Another weekday, the sixth flight and not the fifth, nobody and nothing in common: weak signs, since two reports of one happening name
other officials too. They count in full only where so many articles are read that happenings of one kind are among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import chain

from tawatur.stories.profile import Profile

# set by hand and not fitted. With the rule on numbers in `alike`, the false joins of 106 doubtful pairs of six corpus days go from 10 to 8
# and the right ones stay 18; of 60 pairs of three other days the false ones go from 9 to 7, the right ones from 24 to 23
_OTHER_WEEKDAY = -0.1
_OTHER_ORDINAL = -0.2
_OTHER_NAMES = -0.2
_LEAST_NAMES = 2
_OTHER_PEOPLE = -0.15
# names in more of the articles than this share, and in more than so many of them (the country, its rulers), tell nothing apart
_COMMON = 0.02
_MANY = 30
_FULL = 1000  # articles from which on the signs count in full: a day of a dozen outlets


class Occurrences:
    """Tells how far the days, ordinals and names of two articles speak for two happenings of one kind."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        named = Counter(chain.from_iterable(one.names for one in profiles.values()))
        self._everywhere = frozenset(name for name, count in named.items() if count > max(_MANY, _COMMON * len(profiles)))
        self._weight = min(1.0, len(profiles) / _FULL)

    def apart(self, one: Profile, other: Profile) -> float:
        """Give what is taken from the likeness of two articles: 0 or less."""
        score = 0.0
        if one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
            score += _OTHER_WEEKDAY
        if one.ordinals and other.ordinals and not one.ordinals & other.ordinals:
            score += _OTHER_ORDINAL
        mine, yours = one.names - self._everywhere, other.names - self._everywhere
        if min(len(mine), len(yours)) >= _LEAST_NAMES and not mine & yours:
            score += _OTHER_NAMES
        mine, yours = one.people - self._everywhere, other.people - self._everywhere
        if mine and yours and not mine & yours:
            score += _OTHER_PEOPLE
        return score * self._weight
