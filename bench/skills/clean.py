"""Cleaning measured on the real pages: publication dates, and the text that a body must and must not hold."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.skills.figure import Figure, gold_hash
from tawatur import clean, ingest
from tawatur.annotate import dates
from tawatur.records.article import Article
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.records.time import Date


def _read(text: str, published: str | None) -> Sequence[Date]:
    return dates.read(text, published)


def _cleaned(page: Path) -> tuple[Document, Article]:
    for raw in ingest.raws(str(page), ingest.Options()):
        document = raw if isinstance(raw, Dropped) else ingest.document(raw)
        if isinstance(document, Document):
            return document, clean.article(document, _read)
    raise ValueError(f"{page} was not read")


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _body(page: Path) -> str:
    document, article = _cleaned(page)
    return _squeeze(" ".join(document.text[line.start : line.end] for line in article.lines if line.kind == "body"))


def _segments(pages: Path) -> list[tuple[Path, list[str], list[str]]]:
    """The pages with what their bodies must hold and must not."""
    rows: list[dict[str, Any]] = list(json.loads((pages / "assabah.json").read_text(encoding="utf-8")).values())
    found = [(pages / row["file"], row["with"], row["without"]) for row in rows]
    paragraphs = json.loads((pages / "arabic_article.json").read_text(encoding="utf-8"))["text"].split("\n")
    return [*found, (pages / "arabic_article.html", [p for p in paragraphs if p.strip()], [])]


def measure(shared: Path) -> list[Figure]:
    """Measure on `gold/pages`: the dates that are known, and segments of the body."""
    pages = shared / "gold" / "pages"
    gold = json.loads((pages / "dates.json").read_text(encoding="utf-8"))
    told = {row["file"]: _cleaned(pages / row["file"])[1].publication for row in gold}
    right = sum((told[row["file"]].published or "")[:10] == row["gold_date"] for row in gold)
    segments = _segments(pages)
    bodies = {page: _body(page) for page, _, _ in segments}
    wanted = [_squeeze(text) in bodies[page] for page, held, _ in segments for text in held]
    unwanted = [_squeeze(text) not in bodies[page] for page, _, absent in segments for text in absent]
    files = gold_hash(pages / "dates.json", pages / "assabah.json", pages / "arabic_article.json")
    return [
        Figure("pages.published", right / len(gold), files, f"{right} of {len(gold)} pages"),
        Figure("pages.body_holds", sum(wanted) / len(wanted), files, f"{sum(wanted)} of {len(wanted)} segments"),
        Figure("pages.body_leaves_out", sum(unwanted) / len(unwanted), files, f"{sum(unwanted)} of {len(unwanted)} segments"),
    ]
