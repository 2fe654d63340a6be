"""Statements and names in sixty articles of twelve outlets, drawn by a fixed seed and labelled in two blind passes.

The errors of the seen half were read while the rules were made. The unseen half was labelled and committed before the annotator had run on
it; its first figure, taken once, stands in docs/quality.md, and its errors were read after that and for their analysis alone.
"""

from pathlib import Path

from bench.skills.figure import Figure
from bench.skills.names import own
from bench.statements import figures

GOLD = Path(__file__).resolve().parents[1] / "gold"


def measure(shared: Path) -> list[Figure]:
    """F1 of statements, with speaker too, and of names, with type too, on each half."""
    return [
        figure
        for half in ("seen", "unseen")
        for path in [GOLD / f"sixty_{half}.jsonl"]
        for figure in [*figures(shared, path, f"{half} half, "), *own(shared, path, f"{half} half, names")]
    ]
