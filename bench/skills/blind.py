"""Statements in sixteen articles of the corpus, labelled blind and by another than those whose errors were read.

These errors are not looked at: the figures are what a reader may expect on articles of this kind. The names of the same
articles are measured in names.py.
"""

from pathlib import Path

from bench.skills.figure import Figure
from bench.statements import figures

GOLD = Path(__file__).resolve().parents[1] / "gold" / "quotes_blind.jsonl"


def measure(shared: Path) -> list[Figure]:
    """F1 of statements, and of statements with the right speaker."""
    return figures(shared, GOLD)
