"""What tests of the command share: an article of our own, and what a command did."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ARTICLE = (
    "ارتفاع منسوب البحيرة\n\nنشر في: 12 أيار 2023\n\n"
    "قالت وزيرة الري نجوى الصيرمي إن منسوب البحيرة ارتفع أربعين سنتيمترا يوم الخميس.\n"
)


@dataclass
class Done:
    """What a command did: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def words(self) -> str:
        """What it printed, without the breaks of a table's cells."""
        return " ".join(self.out.split())


Ask = Callable[..., Done]


def rows(folder: Path, name: str) -> list[Any]:
    """The rows of one file of an export."""
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@dataclass
class Place:
    """A folder with one good article, and the store that it is read into."""

    folder: Path
    store: Path
    ask: Ask

    def put(self, name: str, data: bytes) -> None:
        """Add a file."""
        (self.folder / name).write_bytes(data)

    def read(self, *options: str) -> Done:
        """Read the folder with the command line."""
        return self.ask("--lang", "en", "read", str(self.folder), "--store", str(self.store), "--workers", "1", *options)

    def exported(self, name: str) -> list[Any]:
        """The rows of one file of the store's export."""
        out = self.store.parent / "out"
        assert self.ask("export", str(out), "--store", str(self.store)).code == 0
        return rows(out, name)

    def refused(self) -> list[tuple[str, str, str]]:
        """What was refused, where the good article was read all the same: sources, reasons and details."""
        assert "good.txt" in {row["source"] for row in self.exported("documents")}
        return [(row["source"], row["reason"], row["detail"]) for row in self.exported("dropped") if row["stage"] == "ingest"]
