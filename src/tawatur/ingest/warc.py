"""WARC, and WACZ: what archives of the web keep. A page's `WARC-Date` says when it was read, never when it was published.

The reader is our own: of the format (ISO 28500) only the records with a page in them are needed.
"""

import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser
from typing import IO, NamedTuple

from tawatur.ingest import zips
from tawatur.ingest.moments import iso
from tawatur.ingest.raw import Raw
from tawatur.ingest.reasons import Reason, Refused, dropped
from tawatur.ingest.source import Context, Found, Reader, Source

_HEADER = 64 * 1024  # bytes of one record's or answer's header
_PAGES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_WITH_PAGES = frozenset({"response", "resource", "conversion"})
_ABOUT = frozenset({"warcinfo", "request", "metadata"})  # about the archive and its other records: nothing is lost with them
_PARSER = BytesParser()


class _Record(NamedTuple):
    number: int
    headers: Message
    body: bytes | None  # None where it is longer than the bound


class _Page(NamedTuple):
    """What is in a record: a page, or (kind None) what it is in place of one."""

    kind: str | None
    what: str
    body: bytes = b""
    charset: str | None = None


def read(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give a document for each page. Pictures, redirects and what else is no page are counted in one record."""
    limit = context.options.bounds.document
    others: Counter[str] = Counter()
    pages = 0
    for record in _records(stream, limit):
        context.budget.member()
        path = f"{source.path}#{record.number}"
        kind = _field(record.headers, "WARC-Type") or "record without a type"
        if kind not in _WITH_PAGES:
            if kind not in _ABOUT:
                others[kind] += 1
            continue
        pages += 1
        if record.body is None:
            yield dropped(path, Reason.TOO_LARGE, f"the record is longer than {limit:,} bytes; split it")
            continue
        page = _page(record, limit)
        if page.kind is None:
            others[page.what] += 1
        else:
            yield _raw(path, record, page)
    if others:
        kinds = ", ".join(f"{kind} {count:,}" for kind, count in sorted(others.items(), key=lambda item: (-item[1], item[0])))
        yield dropped(source.path, Reason.NOT_A_PAGE, f"{sum(others.values()):,} records hold no page: {kinds}")
    elif not pages:
        raise Refused(Reason.EMPTY, "the WARC holds no record with a page")


def _field(headers: Message, name: str) -> str:
    """A field of a header, empty where it is not there; one with bytes outside of ASCII is no string of Python's own."""
    return str(headers[name] or "").strip()


def _raw(path: str, record: _Record, page: _Page) -> Raw:
    address = _field(record.headers, "WARC-Target-URI").strip("<>") or None
    return Raw(
        source=path,
        format="html" if page.kind == "html" else "text",
        data=page.body,
        identity=path,
        address=address,
        fetched=iso(_field(record.headers, "WARC-Date")),
        charset=page.charset,
    )


def _records(stream: io.BufferedReader, limit: int) -> Iterator[_Record]:
    number = 0
    while True:
        line = stream.readline(_HEADER)
        if not line:
            return
        if not line.strip():
            continue
        number += 1
        if not line.startswith(b"WARC/"):
            raise Refused(Reason.MALFORMED, f"WARC: record {number} does not begin as one; those before it were read")
        headers = _PARSER.parsebytes(b"".join(_header_lines(stream)), headersonly=True)
        told = _field(headers, "Content-Length")
        if not re.fullmatch(r"[0-9]{1,18}", told):
            raise Refused(Reason.MALFORMED, f"WARC: record {number} has no length; those before it were read")
        length = int(told)
        wanted = _field(headers, "WARC-Type") in _WITH_PAGES and length <= limit
        if not wanted:
            _pass_over(stream, length)
        body = stream.read(length) if wanted else None
        if body is not None and len(body) < length:
            raise Refused(Reason.MALFORMED, f"WARC: record {number} breaks off; those before it were read")
        yield _Record(number, headers, body)


def _pass_over(stream: io.BufferedReader, length: int) -> None:
    while length > 0:
        chunk = stream.read(min(length, 1 << 20))
        if not chunk:
            return
        length -= len(chunk)


def _header_lines(stream: IO[bytes]) -> Iterator[bytes]:
    size = 0
    while (line := stream.readline(_HEADER)).strip():
        size += len(line)
        if size > _HEADER:
            raise Refused(Reason.MALFORMED, f"a header is longer than {_HEADER:,} bytes")
        yield line


def _page(record: _Record, limit: int) -> _Page:
    """The page in a record's body."""
    body = record.body or b""
    if _field(record.headers, "WARC-Type") != "response":
        return _typed(record.headers, body)
    stream = io.BytesIO(body)
    status = stream.readline(_HEADER).split()
    if len(status) < 2 or not status[0].startswith(b"HTTP/"):
        return _Page(None, "no answer of a web server")
    if status[1] != b"200":
        return _Page(None, f"status {status[1].decode('ascii', 'replace')}")
    headers = _PARSER.parsebytes(b"".join(_header_lines(stream)), headersonly=True)
    page = _typed(headers, stream.read())
    if page.kind is None:
        return page
    try:
        return page._replace(body=_unpacked(_joined(page.body, headers), headers, limit))
    except (ValueError, zlib.error):
        return _Page(None, "broken compression")


def _typed(headers: Message, body: bytes) -> _Page:
    kind = headers.get_content_type() if headers["Content-Type"] else "no content type"
    return _Page(_PAGES.get(kind), kind, body, headers.get_content_charset())


def _joined(body: bytes, headers: Message) -> bytes:
    """The body without the lengths of its chunks; as it is where it was joined when it was archived."""
    if "chunked" not in _field(headers, "Transfer-Encoding").lower():
        return body
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        try:
            size = int(body[at:end].partition(b";")[0], 16) if end > at else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(parts) if parts else body
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def _unpacked(body: bytes, headers: Message, limit: int) -> bytes:
    packed = _field(headers, "Content-Encoding").lower()
    if packed in ("identity", "") or not body.startswith((b"\x1f\x8b", b"\x78")):
        if packed in ("br", "zstd"):
            raise ValueError(packed)
        return body
    unpack = zlib.decompressobj(47)
    out = unpack.decompress(body, limit + 1)
    if len(out) > limit:
        raise ValueError("too large")
    return out


def read_wacz(source: Source, stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """Give the WARCs of a WACZ; its indexes and descriptions hold nothing that is not in them."""
    with zips.opened(stream) as archive:
        infos = [info for info in archive.infolist() if info.filename.lower().endswith((".warc", ".warc.gz"))]
        if not infos:
            raise Refused(Reason.EMPTY, "the WACZ holds no WARC")
        for found in zips.members(source, archive, infos, context):
            # one depth for the package and its members together: it is one format
            yield replace(found, depth=source.depth) if isinstance(found, Source) else found


WARC = Reader("warc", (".warc",), ("application/warc",), lambda head: head.startswith(b"WARC/"), read)
WACZ = Reader("wacz", (".wacz",), ("application/wacz",), zips.looks_like_zip, read_wacz)
