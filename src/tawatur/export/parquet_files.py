"""Parquet: one table a kind of record, with the records' own types: for DuckDB, pandas, Polars, Spark, R."""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from importlib import import_module
from typing import Any

import msgspec
from msgspec import inspect

from tawatur.export.folder import FILES, rows
from tawatur.export.job import Format, Job
from tawatur.export.parts.columns import bare
from tawatur.records.base import Record

_GROUP = {"documents": 500}  # rows of a group, which is what memory holds at a time: a document is some 10 kB
_ROWS = 20_000


def write(job: Job) -> Mapping[str, int]:
    """Write the tables by pyarrow, a group of rows at a time."""
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    with ExitStack() as stack:
        tables = {}
        for name, kind in FILES.items():
            schema = pyarrow.schema([pyarrow.field(*one) for one in _fields(pyarrow, kind)])
            path = job.folder / f"{name}.parquet"
            writer = stack.enter_context(parquet.ParquetWriter(path, schema, compression="zstd"))
            tables[name] = _Table(writer, schema, _GROUP.get(name, _ROWS))
        for name, records in rows(job.source):
            tables[name].add(records)
        for table in tables.values():
            table.end()
    return {f"{name}.parquet": table.count for name, table in tables.items()}


class _Table:
    """A table under way, and its rows that are not yet a group."""

    def __init__(self, writer: Any, schema: Any, group: int) -> None:
        self._writer, self._schema, self._group = writer, schema, group
        self._rows: list[dict[str, Any]] = []
        self.count = 0

    def add(self, records: Iterable[Record]) -> None:
        for record in records:
            self._rows.append(msgspec.to_builtins(record))
            self.count += 1
            if len(self._rows) == self._group:
                self.end()

    def end(self) -> None:
        """Write what is held as a group."""
        if self._rows:
            self._writer.write_table(import_module("pyarrow").Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


def _fields(arrow: Any, kind: type[Record]) -> list[tuple[str, Any, bool]]:
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)  # noqa: S101 (a Record is one)
    return _inner(arrow, found)


def _inner(arrow: Any, kind: inspect.StructType) -> list[tuple[str, Any, bool]]:
    """The name, type and nullness of each field."""
    return [(field.name, _type(arrow, bare(field.type)), bare(field.type) is not field.type) for field in kind.fields]


def _type(arrow: Any, kind: inspect.Type) -> Any:
    match kind:
        case inspect.StructType():
            return arrow.struct([arrow.field(*one) for one in _inner(arrow, kind)])
        case inspect.VarTupleType():
            return arrow.list_(arrow.field("element", _type(arrow, bare(kind.item_type)), False))
        case inspect.BoolType():
            return arrow.bool_()
        case inspect.IntType():
            return arrow.int64()
        case inspect.FloatType():
            return arrow.float64()
        case _:
            return arrow.string()


FORMAT = Format(name="parquet", files=tuple(f"{name}.parquet" for name in FILES), write=write, package="pyarrow", extra="parquet")
