"""Articles read from the beginning to the end, for the tests of comparing: what is found in a few of our own."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.records.finding import Finding
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


class Piece(NamedTuple):
    """An article to be read."""

    text: str
    published: str | None = "2022-03-04"
    title: str = "انهيار جسر الصفصاف في مدينة تالمين"
    outlet: str | None = None
    fetched: str | None = None


def found(folder: Path, pieces: Iterable[Piece | str]) -> list[Finding]:
    """Read articles, each of an outlet of its own unless it names one, and give all findings."""
    rows = []
    for number, one in enumerate(pieces):
        piece = one if isinstance(one, Piece) else Piece(one)
        row = {
            "key": str(number),
            "title": piece.title,
            "text": piece.text,
            "outlet": piece.outlet or f"منبر{number}",
            "published": piece.published,
            "fetched": piece.fetched,
        }
        rows.append(json.dumps({name: value for name, value in row.items() if value}, ensure_ascii=False))
    source = folder / "articles.jsonl"
    source.write_text("\n".join(rows), encoding="utf-8")
    with Store(folder / "s.sqlite") as store:
        read(store, [str(source)], Options())
        return list(StoreLibrary(store).findings())


def grave(folder: Path, pieces: Iterable[Piece | str]) -> list[tuple[str, str | None, bool, set[str | None]]]:
    """Read articles and give the conflicts and updates, each with its aspect, softness and values."""
    return [
        (one.kind, one.aspect, one.soft, {side.value for side in one.sides})
        for one in found(folder, pieces)
        if one.kind in ("conflict", "update")
    ]
