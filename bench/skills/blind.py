"""Statements in sixteen articles of the corpus, labelled blind and by another than those whose errors were read.

Their errors were not looked at until thirty others were labelled (sixty.py), of which only figures are taken now. The names of the same articles are measured
in names.py; their errors are not looked at.
"""

from pathlib import Path

from bench.skills.figure import Figure
from bench.statements import figures

GOLD = Path(__file__).resolve().parents[1] / "gold" / "quotes_blind.jsonl"


def measure(shared: Path) -> list[Figure]:
    """F1 of statements, and of statements with the right speaker."""
    return figures(shared, GOLD)
