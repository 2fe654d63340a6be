"""How alike two articles are: the sum of the features that speak for one happening or for two, each with its weight.

The weights were fitted by logistic regression (a penalty of 3 on the squares, signs held to what a feature says) on the 2,080 pairs within the even
pools of bench/gold/story_pools.jsonl and of story_pairs.json, and rounded to a tenth. Some features are too seldom there to be fitted: these
were set by hand, and are marked so; the figures stay what they are with and without. On the odd pools the pairs' average precision is 0.94.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum
from types import MappingProxyType
from typing import NamedTuple

from tawatur.records.grouped import SharedText
from tawatur.stories.features import FEATURES, Pair
from tawatur.stories.shared import NOTHING
from tawatur.stories.weighed import Weighed

# in the order in which they rule out most pairs for the least work, found by trying on 18,000 pairs that were compared anew among 20,000 articles
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "told_by_one": 2.0,
        "told": 1.3,
        "few": 2.0,  # by hand: with 13 articles a pool on its own is grouped as well as among 3,900
        "days_apart": -0.3,
        "same_kind": 0.5,
        "title": 0.7,
        "copied": 1.5,
        "copied_lead": 0.4,
        "names": 1.5,
        "retold": 0.5,  # by hand
        "opening": 1.6,
        "same_scene": 0.3,  # by hand
        "same_numbers": 0.4,
        "other_scene": -0.5,
        "same_day": 0.2,
        "rare": 1.0,
        "same_outlet": -1.1,
        "other_kind": -0.6,
        "other_people": -0.6,
        "other_places": -0.3,  # by hand
        "other_ordinal": -1.5,
        "other_day": -0.5,  # by hand
        "next_count": -8.0,  # by hand: it outweighs all that a form has in common
        "other_numbers": -0.6,
        "words": 0.7,
        "roots": 0.8,
        "one_reaction": -0.2,
        "other_names": -0.7,
        "other_reaction": -3.5,  # by hand: each body's reaction is a story of its own
        "column": -0.4,
    }
)
NOTHING_SAID = -3.6  # of two articles of near days that have nothing in common
_MOST = 4.0  # one pair says no more than so much for or against a group
_ROUNDING = 1e-6  # sums that are added up one by one are not exact
_OF_SHARED_TEXT = frozenset({"copied", "copied_lead", "retold"})
_Steps = tuple[tuple[Callable[[Pair], float], float, float], ...]


def _steps(names: Sequence[str]) -> _Steps:
    """Each feature with its weight, and what those after it can add at the most: a feature is 1 at the most."""
    return tuple(
        (FEATURES[name], WEIGHTS[name], sum(max(0.0, WEIGHTS[later]) for later in names[at + 1 :]))
        for at, name in enumerate(names)
    )


_STEPS = _steps(tuple(WEIGHTS))
_WITHOUT_SHARED_TEXT = _steps([name for name in WEIGHTS if name not in _OF_SHARED_TEXT])


class Said(NamedTuple):
    """What one feature says of two articles: its value and what it adds to their likeness."""

    feature: str
    value: float
    adds: float


class Likeness:
    """Compares articles of one collection."""

    def __init__(self, articles: Mapping[str, Weighed], shared: Mapping[tuple[str, str], SharedText]) -> None:
        self._articles = articles
        self._shared = shared

    def of(self, a: str, b: str) -> float:
        """Give the logarithm of the odds that two articles tell one happening: 0 for as likely as not, -4 to 4."""
        pair = self._pair(a, b)
        return _bounded([weight * feature(pair) for feature, weight, _ in _steps_of(pair)])

    def from_least(self, a: str, b: str, least: float) -> float | None:
        """Give the same where it is `least` or more; None where it is not, which for most pairs is seen early."""
        pair = self._pair(a, b)
        found = NOTHING_SAID
        every: list[float] = []
        for feature, weight, rest in _steps_of(pair):
            adds = weight * feature(pair)
            every.append(adds)
            found += adds
            if found + rest < least - _ROUNDING:
                return None
        exact = _bounded(every)
        return exact if exact >= least else None

    def said(self, a: str, b: str) -> list[Said]:
        """Give what each feature says of two articles, those left out that say nothing."""
        pair = self._pair(a, b)
        values = ((name, FEATURES[name](pair)) for name in WEIGHTS)
        return [Said(name, value, WEIGHTS[name] * value) for name, value in values if value]

    def _pair(self, a: str, b: str) -> Pair:
        a, b = min(a, b), max(a, b)
        return Pair(self._articles[a], self._articles[b], self._shared.get((a, b), NOTHING))


def _steps_of(pair: Pair) -> _Steps:
    """The features that may say something of a pair."""
    return _WITHOUT_SHARED_TEXT if pair.shared is NOTHING else _STEPS


def _bounded(adds: Iterable[float]) -> float:
    """The likeness by what all features add; exact, in whatever order they come."""
    return max(-_MOST, min(_MOST, NOTHING_SAID + fsum(adds)))
