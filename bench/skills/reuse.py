"""Shared passages on pairs of articles of the Saudi corpus that we labelled; the pairs are kept by hash, not by text."""

import hashlib
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.skills.figure import Figure, gold_hash
from tawatur.annotate.sentences import split
from tawatur.records.article import Article, Line, Publication, Title
from tawatur.reuse import Found, find

GOLD = Path(__file__).resolve().parents[1] / "gold"


def measure(shared: Path) -> list[Figure]:
    """Precision, recall and F1 of pairs of articles that share a passage."""
    named = (
        ("shared passages, pairs of articles", "reuse_pairs.json"),
        ("150 pairs, seen half", "pairs_seen.json"),
        ("150 pairs, unseen half", "pairs_unseen.json"),
    )
    return [figure for name, file in named for figure in _pairs(shared, name, GOLD / file)]


def _pairs(shared: Path, name: str, gold: Path) -> list[Figure]:
    data = json.loads(gold.read_text(encoding="utf-8"))
    keys = {pair[side] for pair in data["pairs"] for side in ("a", "b")}
    texts, articles = articles_of(row for row in rows(shared, data["days"]) if key(row) in keys)
    found = found_in(texts, articles)
    return pair_figures(name, {pair_of(row.a.document, row.b.document) for row in found.pairs}, data, gold)


def pair_figures(name: str, given: set[frozenset[str]], data: Any, gold: Path) -> list[Figure]:
    """Give precision, recall and F1 of pairs among those that were judged without doubt."""
    judged = judged_pairs(data)
    right = {pair for pair, yes in judged.items() if yes}
    found = given & set(judged)
    hit, note = len(found & right), f"{len(right)} of {len(judged)} pairs"
    return [
        Figure(f"{name}, precision", round(hit / max(1, len(found)), 3), gold_hash(gold), note),
        Figure(f"{name}, recall", round(hit / max(1, len(right)), 3), gold_hash(gold), note),
        Figure(f"{name}, F1", round(2 * hit / max(1, len(found) + len(right)), 3), gold_hash(gold), note),
    ]


def judged_pairs(data: Any) -> dict[frozenset[str], bool]:
    """The pairs of a gold that were judged without doubt, and whether they share a passage."""
    return {pair_of(row["a"], row["b"]): row["label"] != "none" for row in data["pairs"] if not row.get("doubtful")}


def pair_of(one: str, other: str) -> frozenset[str]:
    """Two articles, in no order."""
    return frozenset((one, other))


def rows(shared: Path, days: Iterable[str]) -> Iterable[dict[str, str]]:
    """Give the rows of the corpus's days."""
    for day in sorted(days):
        with zipfile.ZipFile(shared / "corpus" / "saudinewsnet" / f"{day}.zip") as archive:
            for name in archive.namelist():
                yield from json.loads(archive.read(name))


def every_day(shared: Path) -> list[str]:
    """Give the days of the corpus, in order."""
    return sorted(path.stem for path in (shared / "corpus" / "saudinewsnet").glob("*.zip"))


def key(row: dict[str, str]) -> str:
    """The hash by which a row is known."""
    return hashlib.sha256(row["url"].encode()).hexdigest()[:16]


def articles_of(found: Iterable[dict[str, str]]) -> tuple[dict[str, str], dict[str, Article]]:
    """Give the rows as articles of body lines alone: what is measured here is not the cleaning."""
    texts: dict[str, str] = {}
    articles: dict[str, Article] = {}
    for row in found:
        name, text = key(row), row["content"]
        lines, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                lines.append(Line(start=at, end=at + len(line), kind="body", reason="bench"))
            at += len(line) + 1
        publication = Publication(reason="bench", latest=row["date_extracted"][:10])
        texts[name] = text
        articles[name] = Article(
            document=name, lines=tuple(lines), publication=publication, title=Title(text=row["title"]), outlet=row["source"]
        )
    return texts, articles


def found_in(texts: dict[str, str], articles: dict[str, Article]) -> Found:
    """Give what the articles share."""
    return find(texts, {name: split(text, articles[name]) for name, text in texts.items()}, {}, articles)
