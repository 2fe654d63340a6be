"""The texts of the corpus that our own labels speak of. The labels keep hashes; the texts stay in ../shared."""

import hashlib
import json
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def labelled(path: Path) -> list[Row]:
    """Give the rows of a file of labels, an article a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def texts(shared: Path, hashes: Collection[str]) -> dict[str, str]:
    """Give the texts of these SHA-256 sums (hexadecimal, of UTF-8) that the corpus holds."""
    found: dict[str, str] = {}
    for path in sorted((shared / "corpus" / "saudinewsnet").glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                for row in json.loads(archive.read(name)):
                    text = str(row["content"])
                    digest = hashlib.sha256(text.encode()).hexdigest()
                    if digest in hashes:
                        found[digest] = text
    return found
