"""Credits told from mentions, on places of the Saudi corpus that we labelled before the program first ran on them.

Each part was drawn by its own seed (bench/gold/README.md) and labelled before the program ran on it; its errors were then mended. What
each gave on the first run stands in docs/reuse.md: the figures here are a floor, not a claim of quality.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.skills.figure import Figure, gold_hash
from tawatur.annotate import dates
from tawatur.clean import article
from tawatur.records.document import Document, Given

GOLD = Path(__file__).resolve().parents[1] / "gold" / "credits.jsonl"
Label = dict[str, Any]


def measure(shared: Path) -> list[Figure]:
    """Give the share of credits and mentions, and of names that are neither, that are judged right, part by part."""
    judged = [(label, said(row, label)) for label, row in labelled(shared)]
    figures = []
    for part in sorted({label["part"] for label, _ in judged}):
        for name, kinds in (("credits and mentions", ("credit", "mention")), ("neither", ("none",))):
            rows = [(label, given) for label, given in judged if label["part"] == part and label["label"] in kinds]
            right = sum(is_right(label, given) for label, given in rows)
            if rows:
                note = f"{right} of {len(rows)}"
                figures.append(Figure(f"part {part}, {name}", right / len(rows), gold_hash(GOLD), note))
    return figures


def is_right(label: Label, given: tuple[str, str | None]) -> bool:
    """Whether what the program says is the label, and of the same agency."""
    return given == (label["label"], label.get("agency"))


def labelled(shared: Path) -> Iterator[tuple[Label, dict[str, Any]]]:
    """Give the labels with their rows of the corpus; of rows with one text, the first."""
    labels = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    wanted = {label["sha256"] for label in labels}
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((shared / "corpus" / "saudinewsnet").glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(name for name in archive.namelist() if not name.endswith("/")):
                for row in json.loads(archive.read(name)):
                    digest = hashlib.sha256(row["content"].encode()).hexdigest()
                    if digest in wanted:
                        found.setdefault(digest, row)
    for label in labels:
        yield label, found[label["sha256"]]


def said(row: dict[str, Any], label: Label) -> tuple[str, str | None]:
    """Give what cleaning says of the place: `credit`, `mention` or `none`, and the agency's key."""
    given = Given(title=row["title"], outlet=row["source"], author=row.get("author") or None)
    document = Document(id="d", source="d", text=row["content"], sha256=label["sha256"], format="row", given=given)
    start, end = label["start"], label["end"]
    for one in article(document, dates.read).agencies:
        here = one.span is None if start is None else one.span is not None and one.span.start < end and start < one.span.end
        if here:
            return "credit" if one.credit else "mention", one.agency
    return "none", None
