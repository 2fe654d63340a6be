"""A small logistic regression over named features, in plain Python: fitted the same way on every machine."""

import math
from collections.abc import Collection, Sequence
from typing import NamedTuple

_STEPS = 150
_RATE = 0.2
_PENALTY = 3.0  # of the sum of squares, against the weighted loss: of 0.3, 1, 3 and 6 the best in ten folds on both types, by 0.02 at most
_GRID, _AROUND = 50, 2  # thresholds that are tried are 1/50 apart; two neighbours on each side count with each
_LEAST = 3  # sentences in which a feature must stand


class Sentence(NamedTuple):
    """The features of a sentence, and whether it is labelled yes."""

    features: frozenset[str]
    yes: bool


def fit(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Give the weights, with `bias`; both classes count alike. Features of fewer than three sentences are left out."""
    names = _features(sentences)
    number = {name: k for k, name in enumerate(names)}
    rows = [[number[name] for name in sorted(one.features) if name in number] for one in sentences]
    yes = sum(one.yes for one in sentences)
    shares = [0.5 / max(1, yes) if one.yes else 0.5 / max(1, len(sentences) - yes) for one in sentences]
    weights, bias = [0.0] * len(names), 0.0
    seen, seen_bias = [1e-8] * len(names), 1e-8
    scale = len(sentences)
    for _ in range(_STEPS):
        slope, slope_bias = [_PENALTY * w / scale for w in weights], 0.0
        for row, one, share in zip(rows, sentences, shares, strict=True):
            error = share * (_sigmoid(bias + sum(weights[k] for k in row)) - one.yes)
            slope_bias += error
            for k in row:
                slope[k] += error
        for k, value in enumerate(slope):
            seen[k] += value * value
            weights[k] -= _RATE * value / math.sqrt(seen[k])
        seen_bias += slope_bias * slope_bias
        bias -= _RATE * slope_bias / math.sqrt(seen_bias)
    return {"bias": bias} | {name: weights[k] for k, name in enumerate(names)}


def _features(sentences: Sequence[Sentence]) -> list[str]:
    counts: dict[str, int] = {}
    for one in sentences:
        for name in one.features:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= _LEAST)


def score(weights: dict[str, float], features: Collection[str]) -> float:
    """The probability, 0 to 1, that a sentence with these features is a yes."""
    return _sigmoid(weights["bias"] + sum(weights.get(name, 0.0) for name in sorted(features)))


def _sigmoid(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))


def threshold(sentences: Sequence[Sentence], folds: int = 5) -> float:
    """The probability from which a sentence counts as a yes: the best F1 over inner folds of these sentences alone.

    Of F1 at a threshold and at its neighbours the mean is taken: with few yeses a single best one is chance.
    """
    scored: list[tuple[float, bool]] = []
    for k in range(folds):
        weights = fit([one for n, one in enumerate(sentences) if n % folds != k])
        scored += [(score(weights, one.features), one.yes) for n, one in enumerate(sentences) if n % folds == k]
    reached = [_f1(scored, step / _GRID) for step in range(1, _GRID)]
    around = [reached[max(0, k - _AROUND) : k + _AROUND + 1] for k in range(len(reached))]
    return (max(range(len(around)), key=lambda k: sum(around[k]) / len(around[k])) + 1) / _GRID


def _f1(scored: Sequence[tuple[float, bool]], least: float) -> float:
    hit = sum(yes for value, yes in scored if value >= least)
    given, wanted = sum(value >= least for value, _ in scored), sum(yes for _, yes in scored)
    return 2 * hit / (given + wanted) if given + wanted else 0.0
