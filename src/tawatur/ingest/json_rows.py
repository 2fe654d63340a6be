"""JSON and JSON Lines: a list of objects, an object with a list in it, one object, or one object a line."""

import io
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from tawatur.ingest.decode import decode, encoding_of
from tawatur.ingest.json_stream import items
from tawatur.ingest.mapping import field
from tawatur.ingest.reasons import Reason, Refused
from tawatur.ingest.rows import rows
from tawatur.ingest.source import HEAD, Context, Found, Reader, Source

_DEPTH = 4


def looks_like_json(head: bytes) -> bool:
    """Whether the first letter opens a list or an object."""
    return head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in (b"[", b"{")


def looks_like_lines(head: bytes) -> bool:
    """Whether the first line is an object by itself and another follows, or none."""
    first, _, rest = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not first.startswith(b"{") or not first.rstrip().endswith(b"}") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        return _row(first) is not None
    except Refused:
        return False


def read_lines(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give a document for each line; a line that is broken is dropped alone."""
    limit = context.options.bounds.document
    encoding = encoding_of(stream.peek(HEAD)[:HEAD])
    # where a letter has two bytes or four, the byte of a newline is half a letter
    lines = _recoded(stream, encoding, limit) if encoding.startswith(("utf-16", "utf-32")) else _bounded(stream, limit)
    yield from rows(_numbered(lines), source, context)


def _numbered(lines: Iterator[bytes | None]) -> Iterator[tuple[int, dict[str, Any] | Refused]]:
    for number, line in enumerate(lines, 1):
        try:
            row = _row(line)
        except Refused as refused:
            yield number, refused
        else:
            if row is not None:
                yield number, row


def _recoded(stream: io.BufferedReader, encoding: str, limit: int) -> Iterator[bytes | None]:
    with io.TextIOWrapper(stream, encoding, errors="replace", newline="\n") as text:
        while line := text.readline(limit):
            yield line.encode("utf-8", "replace")


def _bounded(stream: io.BufferedReader, limit: int) -> Iterator[bytes | None]:
    """The lines of the stream; None for one that is too long, whose rest is passed over."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


def _row(line: bytes | None) -> dict[str, Any] | None:
    """The object of a line; None for an empty line. Raises Refused."""
    if line is None:
        raise Refused(Reason.TOO_LARGE, "the line is too long for one article; split it")
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not line:
        return None
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        row = _leniently(line)
    if not isinstance(row, dict):
        raise Refused(Reason.MALFORMED, "the line is no JSON object")
    return row


def _leniently(line: bytes) -> Any:
    """Read what msgspec refuses and others write: other encodings, half characters, control characters."""
    try:
        return json.loads(decode(line).text, strict=False)
    except (ValueError, RecursionError) as problem:
        raise Refused(Reason.MALFORMED, f"the line is no JSON: {problem}") from None


def read_json(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give a document for each object of the list, or for the one object."""
    yield from rows(enumerate(_objects(stream, context), 1), source, context)


def _objects(stream: io.BufferedReader, context: Context) -> Iterator[dict[str, Any]]:
    name = context.options.mapping.text
    members: dict[str, Any] = {}
    any_listed = False
    for item in items(stream, context.options.bounds.document):
        if not item.listed:
            members[str(item.key)] = item.value
        elif isinstance(item.value, dict) and field(members, name) is None:
            any_listed = True
            yield item.value
        elif item.key is None:
            yield {}  # counted among the rows without text
    if field(members, name) is not None:
        yield members
    elif members and not any_listed:
        yield from _inner(members) or [members]


def _inner(value: Any, depth: int = 0) -> list[dict[str, Any]]:
    """The first list of objects inside an object (`response.docs` of a search engine's answer)."""
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict)]
    if isinstance(value, dict) and depth < _DEPTH:
        for inner in value.values():
            found = _inner(inner, depth + 1)
            if found:
                return found
    return []


LINES = Reader("json lines", (".jsonl", ".ndjson"), ("application/x-ndjson", "application/jsonl"), looks_like_json, read_lines)
LINES_AS_JSON = Reader("json lines", (".json",), ("application/json",), looks_like_lines, read_lines)
JSON = Reader("json", (".json",), ("application/json",), looks_like_json, read_json)
