"""What a user would try first, beside our figures for events and for pairs of headlines: plain learners of scikit-learn, on the same data.

Usage: python -m bench.baselines

Events: TF-IDF of words with logistic regression (both classes count alike), the ten folds of bench/skills/events.py, pooled. Pairs of headlines: gradient
boosting over overlap (words and letters in common, lengths, numbers), learned on the train part, counted on the development part.
"""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from bench.score import SHARED
from bench.skills.events import AGAINST, FOLDS, TYPES, folds
from tawatur.arabic.fold import fold
from tawatur.arabic.words import WORD


def main() -> int:
    """Print the F1 of both."""
    for kind in TYPES:
        with (SHARED / "gold" / "events" / f"{kind}_gsr.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for name, labels in AGAINST.items():
            chosen = [row for row in rows if row["label"] in labels]
            value = detection([row["text"] for row in chosen], [row["label"] == "yes" for row in chosen])
            print(f"{kind.upper()}, yes against {name}: TF-IDF and logistic regression F1 {value:.3f}")
    agree, disagree = headlines(SHARED / "gold" / "agreement")
    print(
        f"headlines: overlap and gradient boosting F1 agree {agree:.3f}, disagree {disagree:.3f}, mean {(agree + disagree) / 2:.3f}"
    )
    return 0


def detection(texts: Sequence[str], yes: Sequence[bool]) -> float:
    """F1 of the yes over ten folds pooled."""
    wanted, place = np.array(yes), np.array(folds(yes))
    folded = np.array([fold(text) for text in texts], dtype=object)
    given = np.zeros(len(texts), bool)
    for k in range(FOLDS):
        model = make_pipeline(TfidfVectorizer(token_pattern=WORD.pattern), LogisticRegression(class_weight="balanced"))
        model.fit(folded[place != k], wanted[place != k])
        given[place == k] = model.predict(folded[place == k])
    return float(2 * (given & wanted).sum() / (given.sum() + wanted.sum()))


def headlines(folder: Path) -> tuple[float, float]:
    """F1 of `agree` and of `disagree` on the development part; `other` is never given."""
    train, dev = (_rows(folder / f"headlines_{part}.csv") for part in ("train", "dev"))
    train = [row for row in train if row["stance"] != "other"]
    model = GradientBoostingClassifier(random_state=0).fit([_overlap(row) for row in train], [row["stance"] for row in train])
    given, stance = model.predict([_overlap(row) for row in dev]), np.array([row["stance"] for row in dev])
    agree, disagree = (
        2 * ((given == name) & (stance == name)).sum() / ((given == name).sum() + (stance == name).sum())
        for name in ("agree", "disagree")
    )
    return float(agree), float(disagree)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _overlap(row: dict[str, str]) -> list[float]:
    one, other = fold(row["s1"]), fold(row["s2"])
    first, second = set(WORD.findall(one)), set(WORD.findall(other))
    shared = len(first & second)
    numbers = [{word for word in words if word.isdigit()} for words in (first, second)]
    return [
        shared / max(1, len(first | second)),
        shared / max(1, len(first)),
        shared / max(1, len(second)),
        len(first) - len(second),
        fuzz.ratio(one, other),
        fuzz.token_set_ratio(one, other),
        len(numbers[0] & numbers[1]),
        len(numbers[0] ^ numbers[1]),
    ]


if __name__ == "__main__":
    sys.exit(main())
