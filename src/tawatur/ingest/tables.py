"""Tables in text: CSV and its like, with commas, semicolons, tabs or bars. The first row names the fields."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from tawatur.ingest.decode import encoding_of, is_text
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.rows import rows
from tawatur.ingest.source import HEAD, Context, Found, Reader, Source

_SEPARATORS = ",\t;|"


def looks_like_table(head: bytes) -> bool:
    """Whether the first line holds two fields or more."""
    first = head.replace(b"\x00", b"").split(b"\n", 1)[0]
    return is_text(head) and any(sign.encode() in first for sign in _SEPARATORS)


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give a document for each row. Rows stream; a mark never closed swallows no more than the bound for one document."""
    limit = context.options.bounds.document
    csv.field_size_limit(limit)  # the module has one limit for all
    encoding = encoding_of(stream.peek(HEAD)[:HEAD])
    with io.TextIOWrapper(stream, encoding, errors="replace", newline="") as text:
        first = text.readline(limit)
        separator = max(_SEPARATORS, key=first.count)
        fields = [name.strip() for name in next(csv.reader([first], delimiter=separator), [])]
        yield from rows(_numbered(csv.reader(_lines(text, limit), delimiter=separator), fields), source, context)


def _numbered(table: Iterator[list[str]], fields: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    number = 0
    try:
        for number, cells in enumerate(table, 1):
            if cells:
                yield number, dict(zip(fields, cells, strict=False))
    except csv.Error as problem:
        detail = f"row {number + 1}: {problem}; a quotation mark that is never closed? The rows before it were read"
        raise Refused(Reason.MALFORMED, detail) from None


def _lines(text: io.TextIOWrapper, limit: int) -> Iterator[str]:
    while line := text.readline(limit + 1):
        if len(line) > limit:
            raise Refused(Reason.TOO_LARGE, f"a line is longer than {limit:,} letters; split it")
        yield line


READER = Reader("table", (".csv", ".tsv", ".tab"), ("text/csv", "text/tab-separated-values"), looks_like_table, read)
