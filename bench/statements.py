"""Statements of labelled articles of the corpus: how many are found, and how many with the right speaker."""

from pathlib import Path

from bench.corpus import Row, labelled, texts
from bench.plain import annotated
from bench.scorer.score import pair_up, same_speaker
from bench.skills.figure import Figure, gold_hash

SAME = 0.8  # share of words that two spans have in common, intersection over union, to be one statement


def figures(shared: Path, gold: Path, name: str = "") -> list[Figure]:
    """F1 of statements, and of statements with the right speaker."""
    rows = labelled(gold)
    found = texts(shared, {row["sha256"] for row in rows})
    each = [_counted(row, found[row["sha256"]]) for row in rows if row["sha256"] in found]
    hit, right, asked, given = (sum(column) for column in zip(*each, strict=True))
    note = f"{asked} asked, {given} given"
    return [
        Figure(f"{name}statements, F1", 2 * hit / (asked + given), gold_hash(gold), note),
        Figure(f"{name}statements with speaker, F1", 2 * right / (asked + given), gold_hash(gold), note),
    ]


def _counted(row: Row, text: str) -> tuple[int, int, int, int]:
    have = [{"start": q.start, "end": q.end, "who": q.speaker_name or ""} for q in annotated(text).quotes]
    pairs, asked, given = pair_up(text, row["quotes"], have, SAME)
    right = sum(same_speaker(_called(want, text), [got["who"]]) for want, got in pairs)
    return len(pairs), right, len(asked), len(given)


def _called(row: Row, text: str) -> list[str]:
    """The forms of the speaker that the labels give: the fullest one, and the words at the cue."""
    places = ((row.get("speaker_start"), row.get("speaker_end")), (row.get("speaker_text_start"), row.get("speaker_text_end")))
    return [text[start:end] for start, end in places if start is not None]
