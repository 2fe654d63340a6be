"""Events on the gold standard records of the Open Event Data Alliance: sentences of PROTEST and ASSAULT, and their spans.

Detection: a sentence is given as a yes where its deeds of the type weigh enough. The lexicon is closed and not taken out of these
data; weights and threshold of a fold are fitted without its test part, ten folds pooled (by the order of the file, each label apart).
Spans: words in common of those in either (intersection over union), the mean over all sentences whose gold has the span; of
several deeds of a sentence, the first of those that say most.
"""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.plain import all_body
from bench.skills.figure import Figure, gold_hash
from bench.weighing import Sentence, fit, score, threshold
from tawatur.annotate import dates, events, names, quotes, sentences
from tawatur.arabic.words import words
from tawatur.records.event import EventMention

FOLDS = 10
TYPES = ("assault", "protest")
AGAINST = {"easy no": ("yes", "easy no"), "every no": ("yes", "easy no", "difficult no")}


def measure(shared: Path) -> list[Figure]:
    """F1 of detection for both types, and the mean overlap of verb, source and target."""
    found: list[Figure] = []
    for kind in TYPES:
        path = shared / "gold" / "events" / f"{kind}_gsr.csv"
        every = labelled(path, kind)
        for name, labels in AGAINST.items():
            found.append(_detected(kind, name, [one for label, one in every if label in labels], gold_hash(path)))
        found.extend(_spans(kind, shared / "gold" / "events" / f"{kind}_spans.json"))
    return found


def labelled(path: Path, kind: str) -> list[tuple[str, Sentence]]:
    """The sentences of a file with their labels, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["label"], _sentence(row["text"], kind, row["label"] == "yes")) for row in csv.DictReader(file)]


def _sentence(text: str, kind: str, yes: bool) -> Sentence:
    deeds = [one.features for one in _read(text) if one.mention.type == kind.upper() and one.features]
    several = ["several"] if len(deeds) > 1 else [] if deeds else ["none"]
    return Sentence(frozenset([*several, *(name for features in deeds for name in features)]), yes)


def _read(text: str) -> list[events.Reading]:
    article = all_body(text)
    cut = sentences.split(text, article)
    named = names.annotate(text, article, cut)
    return events.readings(text, article, cut, named, dates.find(text), quotes.annotate(text, article, cut, named))


def _detected(kind: str, name: str, rows: Sequence[Sentence], gold: str) -> Figure:
    hit = given = 0
    places = folds([one.yes for one in rows])
    for k in range(FOLDS):
        train = [one for one, fold in zip(rows, places, strict=True) if fold != k]
        weights, least = fit(train), threshold(train)
        for one, fold in zip(rows, places, strict=True):
            if fold == k and score(weights, one.features) >= least:
                given, hit = given + 1, hit + one.yes
    wanted = sum(one.yes for one in rows)
    note = f"P {hit / max(1, given):.3f}, R {hit / wanted:.3f}; {len(rows)} sentences"
    return Figure(f"{kind.upper()}, yes against {name}, F1", 2 * hit / (given + wanted), gold, note)


def folds(yes: Sequence[bool]) -> list[int]:
    """The fold of each sentence, by the order of the file, each label apart."""
    counts = {True: 0, False: 0}
    found = []
    for one in yes:
        found.append(counts[one] % FOLDS)
        counts[one] += 1
    return found


def _spans(kind: str, path: Path) -> list[Figure]:
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    shares: dict[str, list[float]] = {"verb": [], "source": [], "target": []}
    for row in rows:
        told = [one.mention for one in _read(row["text"]) if one.mention.type == kind.upper() and not one.accident]
        best = max(told, key=lambda one: (bool(one.actors) + bool(one.recipients), -one.start), default=None)
        for part, listed in shares.items():
            if row[f"{part}_gold"]:
                listed.append(_overlap(row[f"{part}_gold"], _given(best, part)))
    gold = gold_hash(path)
    return [
        Figure(f"{kind.upper()}, {part}, mean overlap", sum(listed) / len(listed), gold, f"{len(listed)} spans")
        for part, listed in shares.items()
    ]


def _given(mention: EventMention | None, part: str) -> str:
    if mention is None:
        return ""
    if part == "verb":
        return mention.text
    parties = mention.actors if part == "source" else mention.recipients
    return " ".join(one.text for one in parties)


def _overlap(one: str, other: str) -> float:
    a, b = ({word.text.removeprefix("و") for word in words(text)} for text in (one, other))
    return len(a & b) / len(a | b) if a | b else 0.0
