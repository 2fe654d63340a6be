"""Statements measured on labels of our own: 175 articles of the corpus in twelve parts, kept by place and hash, without their text.

Each part was labelled before the annotator was first run on it, and its errors were then mended. What each gave on the
first run stands in docs/statements.md: the figures here are a floor, not a claim of quality.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.plain import annotated
from bench.scorer import score
from bench.skills.figure import Figure, gold_hash

GOLD = Path(__file__).resolve().parents[1] / "gold" / "quotes.jsonl"
_LEAST = 0.8  # share of words that two spans have in common, as the contract's scorer asks


def measure(shared: Path) -> list[Figure]:
    """Give F1 of statements, and of statements with the right speaker, on all parts together."""
    hit = speaker = kind = asked = given = 0
    for text, gold in articles(shared / "corpus" / "saudinewsnet"):
        found = _annotated(text)
        pairs, wanted, got = score.pair_up(text, gold, found, _LEAST)
        hit, asked, given = hit + len(pairs), asked + len(wanted), given + len(got)
        speaker += sum(score.same_speaker(g["speakers"], [h["speaker_name"] or ""]) for g, h in pairs)
        kind += sum(g["kind"] == h["kind"] for g, h in pairs)
    digest, note = gold_hash(GOLD), f"{hit} of {asked} found, {given} given"
    return [
        Figure("corpus.quotes, F1", 2 * hit / (asked + given), digest, note),
        Figure("corpus.quotes with speaker, F1", 2 * speaker / (asked + given), digest, f"{speaker} right"),
        Figure("corpus.kinds", kind / hit, digest, f"{kind} of {hit}"),
    ]


def articles(corpus: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Give the labelled articles of the corpus: text, and rows with the forms of the speaker.

    Raises ValueError where an article is not the one that was labelled.
    """
    days: dict[str, list[dict[str, Any]]] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day, index = row["key"].split("#")
        if day not in days:
            with zipfile.ZipFile(corpus / f"{day}.zip") as packed:
                days[day] = [
                    item for name in sorted(packed.namelist()) if not name.endswith("/") for item in json.loads(packed.read(name))
                ]
        text: str = days[day][int(index)]["content"]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['key']} is not the article that was labelled")
        forms = ("speaker", "speaker_text")
        yield (
            text,
            [quote | {"speakers": [text[slice(*quote[form])] for form in forms if form in quote]} for quote in row["quotes"]],
        )


def _annotated(text: str) -> list[dict[str, Any]]:
    return [{"start": q.start, "end": q.end, "kind": q.kind, "speaker_name": q.speaker_name} for q in annotated(text).quotes]
