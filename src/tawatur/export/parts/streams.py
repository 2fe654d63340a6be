"""Writing row by row, so that memory does not grow with what is written."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import msgspec

# in JSON these can stand in strings only: so written they end no <script> and no line, wherever the file is put
_ESCAPED = ((b"<", b"\\u003c"), ("\u2028".encode(), b"\\u2028"), ("\u2029".encode(), b"\\u2029"), ("\x85".encode(), b"\\u0085"))


def to_line(data: Any) -> bytes:
    """Give plain data as one line of JSON in UTF-8, which is harmless inside a page too. A lone surrogate becomes U+FFFD."""
    try:
        line = msgspec.json.encode(data)
    except UnicodeEncodeError:
        line = json.dumps(data, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    for plain, escaped in _ESCAPED:
        line = line.replace(plain, escaped)
    return line


@contextmanager
def lines(path: Path) -> Iterator[Callable[[bytes], None]]:
    """Open a new file and give what writes a line to it."""
    with path.open("wb") as out:

        def line(content: bytes) -> None:
            out.write(content + b"\n")

        yield line


def write_lines(path: Path, rows: Iterable[Any]) -> int:
    """Write plain data as JSON Lines and give their number."""
    count = 0
    with lines(path) as line:
        for row in rows:
            line(to_line(row))
            count += 1
    return count


def write_list(path: Path, rows: Iterable[Any], before: bytes = b"[", after: bytes = b"]") -> int:
    """Write plain data as a JSON array, a row a line, between `before` and `after`; give the number of rows."""
    with path.open("wb") as out:
        out.write(before)
        count = append_list(out, rows)
        out.write(b"\n" + after + b"\n")
    return count


def append_list(out: IO[bytes], rows: Iterable[Any]) -> int:
    """Write rows, a line each, with commas between them."""
    count = 0
    for row in rows:
        out.write((b",\n" if count else b"\n") + to_line(row))
        count += 1
    return count


def write_object(path: Path, head: dict[str, Any], name: str, rows: Iterable[Any]) -> int:
    """Write a JSON object: the members of `head`, and a last one called `name` with the rows in a list; give their number."""
    opening = to_line(head)[:-1] + (b"," if head else b"") + to_line(name) + b":["
    return write_list(path, rows, opening, b"]}")
