"""Expressions of time in fifty articles of the corpus, labelled before the annotator had seen them."""

from pathlib import Path
from typing import Any

from bench.corpus import Row, labelled, texts
from bench.scorer.score import pair_up
from bench.skills.figure import Figure, gold_hash

GOLD = Path(__file__).resolve().parents[1] / "gold" / "dates.jsonl"


def measure(shared: Path) -> list[Figure]:
    """F1 of the span alone (half of the words in common) and of span and value."""
    rows = labelled(GOLD)
    found = texts(shared, {row["sha256"] for row in rows})
    total = [0, 0, 0, 0]
    for row in rows:
        if row["sha256"] in found:
            total = [one + more for one, more in zip(total, _counted(row, found[row["sha256"]]), strict=True)]
    hit, right, asked, given = total
    note = f"{asked} expressions asked, {given} given"
    gold = gold_hash(GOLD)
    return [
        Figure("own labels, span, F1", 2 * hit / (asked + given), gold, note),
        Figure("own labels, span and value, F1", 2 * right / (asked + given), gold, note),
    ]


def _counted(row: Row, text: str) -> tuple[int, int, int, int]:
    pairs, asked, given = paired(row, text)
    return len(pairs), sum(right(want, have) for want, have in pairs), len(asked), len(given)


def paired(row: Row, text: str) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Pair the labels of an article with what is found in it, as the scorer of the contract does."""
    from tawatur.annotate import dates

    want = [label | {"spans": [(one["start"], one["end"]) for one in (label, *label.get("or", []))]} for label in row["dates"]]
    have = [
        {"start": one.start, "end": one.end, "value": one.value, "text": one.text}
        for one in dates.read(text, row["published_for_values"])
    ]
    pairs, asked, given = pair_up(text, want, have, 0.5)
    return pairs, asked, given


def right(want: Row, have: Row) -> bool:
    """Whether the value is the label's, or that of an alternative that is as good."""
    values: list[Any] = [one.get("value", want["value"]) for one in (want, *want.get("or", []))]
    return str(have["value"]) in map(str, values)
