"""CSV: one table a kind of record, for Excel and its like: UTF-8 with a mark of its order, CRLF, no cell that is a formula."""

import csv
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from typing import Any

import msgspec

from tawatur.export.folder import FILES, rows
from tawatur.export.job import Format, Job
from tawatur.export.parts.cells import fitting, guarded
from tawatur.export.parts.columns import columns, value
from tawatur.export.parts.streams import to_line
from tawatur.records.base import Record

BETWEEN = " | "  # between the words of a list


def write(job: Job) -> Mapping[str, int]:
    """Write the tables. What is longer than a cell can hold is cut."""
    counts = dict.fromkeys(FILES, 0)
    with ExitStack() as stack:
        tables = {}
        for name, kind in FILES.items():
            out = stack.enter_context((job.folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline=""))
            tables[name] = csv.writer(out, lineterminator="\r\n")
            tables[name].writerow(_head(kind))
        for name, records in rows(job.source):
            for record in records:
                tables[name].writerow(cells(record))
                counts[name] += 1
    return {f"{name}.csv": count for name, count in counts.items()}


def _head(kind: type[Record]) -> list[str]:
    return [column.name for column in columns(kind)]


def cells(record: Record) -> Iterable[str | int | float]:
    """Give the cells of a record, in the order of its columns."""
    return (cell(value(record, column.path)) for column in columns(type(record)))


def cell(found: Any) -> str | int | float:
    """Give a value for a cell: words guarded, a list of words with bars between them, a list of records as JSON, None as nothing."""
    match found:
        case None:
            return ""
        case bool():
            return "true" if found else "false"
        case int() | float():
            return found
        case str():
            return fitting(guarded(found))
        case tuple() if all(isinstance(one, str) for one in found):
            return fitting(guarded(BETWEEN.join(found)))
        case _:
            return fitting(guarded(to_line(msgspec.to_builtins(found)).decode()))


FORMAT = Format(name="csv", files=tuple(f"{name}.csv" for name in FILES), write=write)
