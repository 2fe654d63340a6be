"""Expressions of time in articles of the corpus, labelled before the annotator had seen them: 50, then 42 and 30 more."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.corpus import Row, labelled, texts
from bench.scorer.score import pair_up
from bench.skills.figure import Figure, gold_hash

_FOLDER = Path(__file__).resolve().parents[1] / "gold"
GOLD, MORE = _FOLDER / "dates.jsonl", _FOLDER / "dates_2.jsonl"


def measure(shared: Path) -> list[Figure]:
    """F1 of the span alone (half of the words in common) and of span and value, for each of the two golds."""
    return [figure for path, name in ((GOLD, "own labels"), (MORE, "own labels 2")) for figure in _figures(shared, path, name)]


def _figures(shared: Path, path: Path, name: str) -> list[Figure]:
    span, value, note = compared(shared, ours, path)
    gold = gold_hash(path)
    return [Figure(f"{name}, span, F1", span, gold, note), Figure(f"{name}, span and value, F1", value, gold, note)]


def compared(shared: Path, read: Callable[[str, str], list[Row]], path: Path = GOLD) -> tuple[float, float, str]:
    """Give F1 of the span, F1 of span and value, and the counts, of what `read` gives for a text and its day of publication."""
    rows = labelled(path)
    found = texts(shared, {row["sha256"] for row in rows})
    total = [0, 0, 0, 0]
    for row in rows:
        if row["sha256"] in found:
            text = found[row["sha256"]]
            pairs, asked, given = paired(row, text, read(text, row["published_for_values"]))
            counts = (len(pairs), sum(right(want, have) for want, have in pairs), len(asked), len(given))
            total = [one + more for one, more in zip(total, counts, strict=True)]
    hit, correct, wanted, given_count = total
    both = wanted + given_count
    return 2 * hit / both, 2 * correct / both, f"{wanted} expressions asked, {given_count} given"


def ours(text: str, published: str) -> list[Row]:
    """What our annotator reads."""
    from tawatur.annotate import dates

    return [{"start": one.start, "end": one.end, "value": one.value} for one in dates.read(text, published)]


def paired(row: Row, text: str, have: list[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Pair the labels of an article with what is found in it, as the scorer of the contract does."""
    want = [label | {"spans": [(one["start"], one["end"]) for one in (label, *label.get("or", []))]} for label in row["dates"]]
    pairs, asked, given = pair_up(text, want, have, 0.5)
    return pairs, asked, given


def right(want: Row, have: Row) -> bool:
    """Whether the value is the label's, or that of an alternative that is as good."""
    values: list[Any] = [one.get("value", want["value"]) for one in (want, *want.get("or", []))]
    return str(have["value"]) in map(str, values)
