"""Broken plurals: how many of a list of pairs the shapes propose, the list of words has, and another lemmatiser knows.

Usage: python -m bench.search.plurals    (simplemma is asked where it is installed: pip install simplemma)
"""

import sys
from importlib import import_module
from pathlib import Path

from tawatur.arabic import plurals
from tawatur.arabic.fold import fold

PAIRS = Path(__file__).with_name("plurals.txt")


def pairs() -> list[tuple[str, str]]:
    """The pairs, folded."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [(fold(one), fold(other)) for one, other in (line.split() for line in lines if not line.startswith("#"))]


def main() -> int:
    every = pairs()
    both = sum(plural in plurals.plurals(singular) for singular, plural in every)
    shapes = sum(plural in plurals.by_shape(singular) for singular, plural in every)
    proposed = sum(len(plurals.by_shape(singular)) for singular, _ in every) / len(every)
    print(f"{len(every)} pairs: shapes {shapes} ({proposed:.1f} words proposed for each), shapes and list {both}")
    try:
        simplemma = import_module("simplemma")
    except ImportError:
        return 0
    lines = PAIRS.read_text(encoding="utf-8").splitlines()[1:]
    known = sum(fold(simplemma.lemmatize(plural, lang="ar")) == fold(one) for one, plural in map(str.split, lines))
    print(f"simplemma {known}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
