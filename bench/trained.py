"""Trains the tagger of names as it ships: genscripts/train_names.py and bench/names_folds.py have one recipe."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pycrfsuite  # type: ignore[import-untyped]

from bench.tagged import Tagged, contexts
from tawatur.annotate.names.features import features
from tawatur.annotate.names.lexicon import lexicon

# The averaged perceptron is four times quicker to train and as good alone, but the rules lost up to three points by its guesses.
_ALGORITHM = "lbfgs"
_SETTINGS = {"c1": 0.05, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True}


class Row(NamedTuple):
    """A sentence as the trainer takes it: the features of each word, and its tag."""

    features: list[list[str]]
    tags: list[str]


def rows(sentences: list[Tagged]) -> list[Row]:
    """Give the sentences of one corpus with their features."""
    words = lexicon()
    return [
        Row(features(sentence.words, words, context), sentence.tags)
        for sentence, context in zip(sentences, contexts(sentences), strict=True)
    ]


def train(rows: Iterable[Row], out: Path) -> None:
    """Train, and write the model to `out`. The same rows in the same order give the same file."""
    trainer = pycrfsuite.Trainer(algorithm=_ALGORITHM, verbose=False)
    for row in rows:
        trainer.append(row.features, row.tags)
    trainer.set_params(_SETTINGS)
    trainer.train(str(out))
