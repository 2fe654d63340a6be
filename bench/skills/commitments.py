"""Undertakings of the Saudi corpus judged one by one: whether each is an undertaking, and by the party it is given to.

Four draws of thirty by a fixed seed from all that was found in 20,000 articles. The errors of the first three were read and mended; the
last was drawn after that, and judged once. What each gave when it was judged stands in docs/commitments.md. Here it is counted what is still
found of them: how many of those found are right, and how many of the right ones are found.
"""

from pathlib import Path
from typing import Any

from bench.corpus import Row, labelled, texts
from bench.plain import annotated
from bench.skills.figure import Figure, gold_hash
from tawatur.annotate import commitments, dates
from tawatur.records.commitment import Undertaking

GOLD = Path(__file__).resolve().parents[1] / "gold" / "commitments_judged.jsonl"


def measure(shared: Path) -> list[Figure]:
    """Precision of what is found of the judged ones, and the share of the right ones that is found."""
    rows = labelled(GOLD)
    held = texts(shared, {row["sha256"] for row in rows})
    found = {digest: undertakings(text) for digest, text in held.items()}
    return [
        *_figures("draws whose errors were read", [row for row in rows if row["draw"] != "last"], found),
        *_figures("last draw", [row for row in rows if row["draw"] == "last"], found),
    ]


def undertakings(text: str) -> list[Undertaking]:
    """What a text reports of undertakings, all of its lines taken for prose."""
    known = annotated(text)
    times = dates.find(text, "")
    return commitments.annotate(text, known.sentences, commitments.Found(known.names, known.quotes, times))


def _figures(name: str, rows: list[Row], found: dict[str, list[Undertaking]]) -> list[Figure]:
    held = [row for row in rows if any(_is(row, one) for one in found.get(row["sha256"], ()))]
    right, asked = sum(row["right"] for row in held), sum(row["right"] for row in rows)
    gold = gold_hash(GOLD)
    return [
        Figure(f"{name}, precision", round(right / max(1, len(held)), 3), gold, f"{right} of {len(held)} found"),
        Figure(f"{name}, recall", round(right / max(1, asked), 3), gold, f"{right} of {asked} judged right"),
    ]


def _is(row: dict[str, Any], one: Undertaking) -> bool:
    """Whether an undertaking is the judged one: of the same word, with a party in common."""
    same = tuple(row["cue"]) == one.cue
    return same and any(party.start < end and start < party.end for party in one.by for start, end in row["by"])
