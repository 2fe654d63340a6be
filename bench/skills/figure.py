"""One measured figure of a skill."""

import hashlib
from pathlib import Path
from typing import NamedTuple


class Figure(NamedTuple):
    """`value` (0 to 1, or a count) of the measure `name`, on the gold of hash `gold`; `note` says of how many."""

    name: str
    value: float
    gold: str
    note: str = ""


def gold_hash(*paths: Path) -> str:
    """Give the first 12 hexadecimal digits of the SHA-256 of the files' contents, in order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
