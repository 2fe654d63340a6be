"""Functions of Python over tables of Spark: rows in, rows out, a batch at a time (the part that runs on the workers)."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.workers import batches

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

Row = Sequence[Any]
Rows = list[dict[str, Any]]

_OURS = "TAWATUR_"  # the variables of the environment that tell what to read with
_OUT = 200  # rows that a worker gives at a time

pack = msgspec.msgpack.Encoder().encode


def spark_type(schema: pa.Schema) -> "StructType":
    """The type of a table as Spark spells it."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(schema)


def packed(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    """Give rows as a table of Arrow."""
    return pa.Table.from_batches([_batch(rows, schema)])


def over(frame: "DataFrame", function: Callable[..., Iterable[Row]], schema: pa.Schema, *fixed: Any) -> "DataFrame":
    """Give what `function` makes of the rows of each batch of `frame`. It must be importable; `fixed` goes to it as well."""
    work = partial(_mapped, function=function, schema=schema, environment=environment(), fixed=fixed)
    return frame.mapInArrow(work, spark_type(schema))


def over_packs(
    spark: "SparkSession", folder: Path, packs: int, function: Callable[..., Iterable[Row]], schema: pa.Schema, *fixed: Any
) -> "DataFrame":
    """Give what `function` makes of the rows of each pack in a folder, the n-th by the n-th task."""
    if not packs:
        return spark.createDataFrame([], spark_type(schema))
    work = partial(_unpacked, folder=folder, function=function, schema=schema, environment=environment(), fixed=fixed)
    return spark.range(0, packs, 1, packs).mapInArrow(work, spark_type(schema))


def environment() -> dict[str, str]:
    """What the environment tells us: registers and a recogniser of the user's own."""
    return {name: value for name, value in os.environ.items() if name.startswith(_OURS)}


def _mapped(
    found: Iterator[pa.RecordBatch],
    function: Callable[..., Iterable[Row]],
    schema: pa.Schema,
    environment: dict[str, str],
    fixed: tuple[Any, ...],
) -> Iterator[pa.RecordBatch]:
    yield from _made((batch.to_pylist() for batch in found), function, schema, environment, fixed)


def _unpacked(
    numbers: Iterator[pa.RecordBatch],
    folder: Path,
    function: Callable[..., Iterable[Row]],
    schema: pa.Schema,
    environment: dict[str, str],
    fixed: tuple[Any, ...],
) -> Iterator[pa.RecordBatch]:
    every = (number for batch in numbers for number in batch.column(0).to_pylist())
    packs = (pq.read_table(folder / f"{number:09}.parquet").to_pylist() for number in every)
    yield from _made(packs, function, schema, environment, fixed)


def _made(
    every: Iterable[Rows],
    function: Callable[..., Iterable[Row]],
    schema: pa.Schema,
    environment: dict[str, str],
    fixed: tuple[Any, ...],
) -> Iterator[pa.RecordBatch]:
    os.environ.update(environment)
    for rows in every:
        for made in batches(function(rows, *fixed), _OUT):
            yield _batch(made, schema)


def _batch(rows: Sequence[Row], schema: pa.Schema) -> pa.RecordBatch:
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
