"""Whether two headlines agree, by the rules and word lists of comparing as features of a logistic regression, learned on the train part.

Features: words in common by light stems (verbs of one meaning are one), numbers, states and peoples that differ, negations and denials on one
side; and the words that only one side has, alone and in pairs, since «ارتفاع» beside «انخفاض» tells more than any rule. `other` (16 pairs) is never given.
"""

import csv
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from bench.skills.figure import Figure, gold_hash
from tawatur.annotate.figures.numbers import numbers
from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import Word, words
from tawatur.resources import load

_HASHED = 1 << 13
_SAME = 75  # letters in common, of a hundred, of two forms of one word
_PAIRS = 40  # of words that only one side has
_PENALTY = 1.0  # scikit-learn's usual one; not chosen on dev
_WEAK = 0.1  # of the penalty, for the features that are no words

Row = dict[str, str]
Features = tuple[list[float], list[int]]


def measure(shared: Path) -> list[Figure]:
    """F1 of `agree` and of `disagree` on dev, and their mean."""
    folder = shared / "gold" / "agreement"
    train, dev = (_rows(folder / f"headlines_{part}.csv") for part in ("train", "dev"))
    weights = _fitted(_matrix(train), np.array([row["stance"] == "agree" for row in train], float))
    agree = _matrix(dev) @ weights > 0
    stance = np.array([row["stance"] for row in dev])
    scores = {"agree": _f1(agree, stance == "agree"), "disagree": _f1(~agree, stance == "disagree")}
    digest = gold_hash(folder / "headlines_dev.csv")
    others = int((stance == "other").sum())
    return [
        *(
            Figure(f"{name}, F1", round(value, 3), digest, f"{int((stance == name).sum())} pairs")
            for name, value in scores.items()
        ),
        Figure(
            "mean of both", round(sum(scores.values()) / 2, 3), digest, f"{len(dev)} pairs, {others} of them `other`, never given"
        ),
    ]


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _f1(given: Any, wanted: Any) -> float:
    return float(2 * (given & wanted).sum() / max(1, given.sum() + wanted.sum()))


def _fitted(found: Any, wanted: Any) -> Any:
    """The weights of a logistic regression, by L-BFGS; deterministic."""
    scale = np.ones(found.shape[1])
    scale[: found.shape[1] - _HASHED] = _WEAK

    def loss(weights: Any) -> tuple[float, Any]:
        chance = 1 / (1 + np.exp(-(found @ weights)))
        right = wanted * np.log(chance + 1e-12) + (1 - wanted) * np.log(1 - chance + 1e-12)
        penalty = _PENALTY * scale * weights
        return -right.sum() + (penalty * weights).sum() / 2, found.T @ (chance - wanted) + penalty

    return minimize(loss, np.zeros(found.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def _matrix(rows: Sequence[Row]) -> Any:
    made = [_features(row["s1"], row["s2"]) for row in rows]
    starts = np.cumsum([0, *(len(hashed) for _, hashed in made)])
    places = np.concatenate([np.array(hashed, int) for _, hashed in made])
    sparse = csr_matrix((np.full(len(places), 0.5), places, starts), shape=(len(made), _HASHED))
    return hstack([csr_matrix(np.array([dense for dense, _ in made])), sparse]).tocsr()


def _features(a: str, b: str) -> Features:
    one, other = list(words(a)), list(words(b))
    first, second = _senses(one), _senses(other)
    only_first, only_second = _only(first, second), _only(second, first)
    shares = [1 - len(only_first) / max(1, len(first)), 1 - len(only_second) / max(1, len(second))]
    ratios = [
        measure(fold(a), fold(b)) / 100
        for measure in (fuzz.token_sort_ratio, fuzz.token_set_ratio, fuzz.partial_ratio, fuzz.ratio)
    ]
    dense = [
        1.0,
        *shares,
        len(set(first) & set(second)) / max(1, len({*first, *second})),
        min(len(only_first), 6) / 6,
        min(len(only_second), 6) / 6,
        *ratios,
        len(one) / 12,
        len(other) / 12,
        abs(len(one) - len(other)) / 8,
        first[:1] == second[:1],
        *_sets({value.least for value in numbers(a, one)}, {value.least for value in numbers(b, other)}),
        *_sets(_states(one), _states(other)),
        _denies(one) != _denies(other),
        _denies(one) and _denies(other),
        ("؟" in a) != ("؟" in b),
    ]
    bins = [f"share {int(4 * shares[0])} {int(4 * shares[1])}", f"ratio {int(5 * ratios[0])}"]
    pairs = ["|".join(sorted((x, y))) for x in only_first for y in only_second][:_PAIRS]
    lone = {*only_first, *only_second}
    named = [*bins, *(f"only {x}" for x in lone), *(f"begins {x[:4]}" for x in lone), *(f"pair {x}" for x in pairs)]
    named += [f"both {x}" for x in set(first) & set(second)]
    return [float(value) for value in dense], sorted({zlib.crc32(name.encode()) % _HASHED for name in named})


def _sets(a: set[Any], b: set[Any]) -> list[bool]:
    """Two sets of numbers or of states: one in common, none in common, one side alone, each its own."""
    return [bool(a & b), bool(a and b and not a & b), bool(a) != bool(b), bool(a - b) and bool(b - a)]


def _only(one: Sequence[str], other: Sequence[str]) -> list[str]:
    return [x for x in one if max((fuzz.ratio(x, y) for y in other), default=0) < _SAME]


def _senses(found: Sequence[Word]) -> list[str]:
    return [_predicates().get(word.text) or stem(word.text) for word in found if word.text not in _closed("light")]


def _states(found: Sequence[Word]) -> set[str]:
    return {code for word in found if (code := _peoples().get(stem(word.text)))}


def _denies(found: Sequence[Word]) -> bool:
    negations = _closed("doubts") | _closed("denials") | _closed("negations")
    return any(word.text in negations or word.text.removeprefix("و") in negations for word in found)


@cache
def _closed(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("comparing")[name]["of"])


@cache
def _predicates() -> dict[str, str]:
    return {fold(word): f"={number}" for number, row in enumerate(load("comparing")["predicates"]["of"]) for word in row}


@cache
def _peoples() -> dict[str, str]:
    rows = load("names/countries").items()
    return {
        stem(fold(form.lstrip("+"))): code for code, row in rows for form in [*row["adjective"], *row["forms"]] if " " not in form
    }
