"""Statements and names in sixteen articles of the corpus, labelled blind and by another than those whose errors were read.

These errors are not looked at: the figures are what a reader may expect on articles of this kind.
"""

from pathlib import Path

from bench.corpus import Row, labelled, texts
from bench.plain import annotated
from bench.scorer.score import pair_up, same_speaker
from bench.skills.figure import Figure, gold_hash

_GOLD = Path(__file__).resolve().parents[1] / "gold"
QUOTES, NAMES = _GOLD / "quotes_blind.jsonl", _GOLD / "names_blind.jsonl"


def measure(shared: Path) -> list[Figure]:
    """F1 of statements, of statements with the right speaker, of names, and of names with the right type."""
    return [*_measured("statements", QUOTES, shared), *_measured("names", NAMES, shared)]


def _measured(what: str, gold: Path, shared: Path) -> list[Figure]:
    rows = labelled(gold)
    found = texts(shared, {row["sha256"] for row in rows})
    count = _statements if what == "statements" else _names
    each = [count(row, found[row["sha256"]]) for row in rows if row["sha256"] in found]
    hit, right, asked, given = (sum(column) for column in zip(*each, strict=True))
    note = f"{asked} asked, {given} given"
    more = "with speaker" if what == "statements" else "with type"
    return [
        Figure(f"{what}, F1", 2 * hit / (asked + given), gold_hash(gold), note),
        Figure(f"{what} {more}, F1", 2 * right / (asked + given), gold_hash(gold), note),
    ]


def _statements(row: Row, text: str) -> tuple[int, int, int, int]:
    have = [{"start": q.start, "end": q.end, "who": q.speaker_name or ""} for q in annotated(text).quotes]
    pairs, asked, given = pair_up(text, row["quotes"], have, 0.8)
    right = sum(same_speaker(_called(want, text), [got["who"]]) for want, got in pairs)
    return len(pairs), right, len(asked), len(given)


def _called(row: Row, text: str) -> list[str]:
    """The forms of the speaker that the labels give: the fullest one, and the words at the cue."""
    places = ((row.get("speaker_start"), row.get("speaker_end")), (row.get("speaker_text_start"), row.get("speaker_text_end")))
    return [text[start:end] for start, end in places if start is not None]


def _names(row: Row, text: str) -> tuple[int, int, int, int]:
    have = [{"start": n.start, "end": n.end, "type": n.type} for n in annotated(text).names]
    pairs, asked, given = pair_up(text, row["names"], have, 1.0)
    return len(pairs), sum(want["type"] == got["type"] for want, got in pairs), len(asked), len(given)
