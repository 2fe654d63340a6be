"""Plain text: one file, one document."""

import io
from collections.abc import Iterator

from tawatur.ingest.decode import is_text
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.source import Context, Found, Reader, Source, all_of


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the file as one document."""
    data = all_of(stream, context.options.bounds.document)
    if not data.strip():
        raise Refused(Reason.EMPTY, "the file is empty; remove it or give it its text")
    yield source.whole("text", data)


READER = Reader("text", (".txt", ".text"), ("text/plain",), is_text, read)
