"""Decisions: a score is the sum of small named features, each with its reason in words (names/joining.yaml).

The way of scoring is nomenklatura's (`matching/logic_v2`): what was weighed can be read, one line a feature.
"""

from collections.abc import Sequence
from functools import lru_cache

from tawatur.records.finding import Reason
from tawatur.records.name import Feature
from tawatur.resources import load

# the sum of weights from which two names are one
THRESHOLD = 1.0
# the best of several full names must lead the next one by this: the weight of one feature of the article's
LEAD = 0.2
_ROUNDING = 1e-9  # sums of tenths are not exact


@lru_cache(maxsize=1 << 14)
def feature(name: str, what: str = "") -> Feature:
    """Give the feature of this name, `what` in the place of {what}. Raises KeyError where the table has none."""
    row = load("names/joining")[name]
    reason = Reason(ar=row["ar"].replace("{what}", what), en=row["en"].replace("{what}", what))
    return Feature(name=name, weight=float(row["weight"]), reason=reason)


def score(features: Sequence[Feature]) -> float:
    """The sum of the weights, rounded to hundredths."""
    return round(sum(f.weight for f in features), 2)


def enough(features: Sequence[Feature]) -> bool:
    """Whether the features are enough to join two names; none are not."""
    return bool(features) and score(features) >= THRESHOLD - _ROUNDING


def leads(best: float, next_best: float) -> bool:
    """Whether one score leads another by enough to choose."""
    return best - next_best >= LEAD - _ROUNDING
