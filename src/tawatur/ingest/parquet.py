"""Parquet, by pyarrow (`pip install 'tawatur[parquet]'`)."""

import io
from collections.abc import Iterator
from typing import Any

from tawatur.ingest.optional import optional
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.rows import rows
from tawatur.ingest.source import Context, Found, Reader, Source, seekable

_BATCH = 256  # rows held at a time


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give a document for each row."""
    arrow = optional("pyarrow", "parquet", "Parquet")
    parquet = optional("pyarrow.parquet", "parquet", "Parquet")
    try:
        with seekable(stream) as file:
            yield from rows(enumerate(_rows(parquet.ParquetFile(file)), 1), source, context)
    except arrow.ArrowException as problem:
        raise Refused(Reason.MALFORMED, f"the Parquet file is broken: {problem}") from None


def _rows(table: Any) -> Iterator[dict[str, Any]]:
    for batch in table.iter_batches(batch_size=_BATCH):
        yield from batch.to_pylist()


READER = Reader("parquet", (".parquet", ".pq"), ("application/vnd.apache.parquet",), lambda head: head.startswith(b"PAR1"), read)
