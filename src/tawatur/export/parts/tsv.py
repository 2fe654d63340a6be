"""Tab-separated tables with a line of names, which R, pandas and spreadsheets read alike."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tawatur.export.parts.cells import one_line

Cell = str | int | float | None


def write_tsv(path: Path, names: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> int:
    """Write rows, each with the cells that it has by name, and give their number."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write("\t".join(names) + "\n")
        for row in rows:
            out.write("\t".join(_cell(row.get(name)) for name in names) + "\n")
            count += 1
    return count


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return one_line(value) if isinstance(value, str) else str(value)
