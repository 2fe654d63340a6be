"""An invented newsroom as files, and what two stores hold, for comparison."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.newsroom import newsroom

from tawatur.export import FILES, write
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


def archive(folder: Path, size: int, first: int = 0) -> Path:
    """Write articles into tables of fifty, and give their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, rows in enumerate(_parts(size, first)):
        (folder / f"{first:05}-{number:03}.jsonl").write_text("".join(rows), encoding="utf-8")
    return folder


def _parts(size: int, first: int) -> Iterator[list[str]]:
    pieces = islice(newsroom(size), first, None)
    while part := list(islice(pieces, 50)):
        yield [
            json.dumps(
                {
                    "text": "\n".join(filter(None, (piece.credit, piece.text))),
                    "published": piece.day.isoformat(),
                    "outlet": piece.outlet,
                    "url": f"https://{piece.outlet}.example/{piece.key}",
                },
                ensure_ascii=False,
            )
            + "\n"
            for piece in part
        ]


def exported(store: Path, out: Path) -> dict[str, bytes]:
    """The files of a store's export."""
    with Store(store) as opened:
        write(StoreLibrary(opened), out)
    return {name: (out / f"{name}.jsonl").read_bytes() for name in FILES}


def rows(store: Path) -> dict[str, list[str]]:
    """All that stands in the tables of a store, but the numbers by which SQLite orders its search."""
    connection = sqlite3.connect(store)
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if not name.startswith(("sqlite_", "search"))]
        return {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in kept}  # noqa: S608
    finally:
        connection.close()
