"""The ways in which a server of feeds is broken, each done once for one request."""

import random
import socket
import struct
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Final

HUGE: Final = 50 * 2**20  # bytes: more than is taken from one input
_HANG, _DRIP = 25.0, 40.0  # seconds: longer than `tawatur` waits for one answer of the socket (20 s)

Fault = Callable[[BaseHTTPRequestHandler, bytes], None]


def _hang(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """No answer."""
    time.sleep(_HANG)
    handler.close_connection = True


def _drip(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """A letter now and then, so that no timeout of the socket is reached."""
    _head(handler, 200, len(body))
    end = time.monotonic() + _DRIP
    while time.monotonic() < end:
        handler.wfile.write(body[:1])
        time.sleep(1.0)
    handler.close_connection = True


def _status(status: int, **heads: str) -> Fault:
    def fault(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        handler.send_response(status)
        for name, value in heads.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return fault


def _truncated(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """A part of what was announced."""
    _head(handler, 200, len(body))
    handler.wfile.write(body[: len(body) * 2 // 3])
    handler.close_connection = True


def _cut(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """XML that breaks off in an article, sent whole."""
    _whole(handler, body[: len(body) * 2 // 3])


def _mangled(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """XML that is none: a bare &, and an element that is not closed."""
    _whole(handler, body.replace(b"<item>", b"<item><b>&", 1))


def _other_encoding(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """Windows-1256 that says it is UTF-8."""
    _whole(handler, body.decode("utf-8").encode("cp1256", "xmlcharrefreplace"))


def _page(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """A page that says that the site is being worked on, with status 200."""
    _whole(handler, "<!doctype html><html><body><p>الموقع تحت الصيانة</p></body></html>".encode(), "text/html; charset=utf-8")


def _empty(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    _whole(handler, b"")


def _loop(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """Sent on to itself, for ever."""
    _status(302, Location=handler.path)(handler, body)


def _reset(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """The connection is reset in the middle of the answer."""
    _head(handler, 200, len(body))
    handler.wfile.write(body[:1000])
    handler.wfile.flush()
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True


def _huge(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """A page of 50 MB."""
    _head(handler, 200, HUGE, "text/html; charset=utf-8")
    piece = "<p>سطر واحد يعود</p>\n".encode() * 2000
    for _ in range(HUGE // len(piece)):
        handler.wfile.write(piece)
    handler.close_connection = True


def _false_gzip(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    """Says that it is packed, and is not."""
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


FAULTS: dict[str, Fault] = {
    "no answer": _hang,
    "a letter now and then": _drip,
    "status 500": _status(500),
    "status 404": _status(404),
    "status 429 with Retry-After": _status(429, Retry_After="20"),
    "status 503 with Retry-After": _status(503, Retry_After="15"),
    "body shorter than announced": _truncated,
    "XML that breaks off": _cut,
    "XML that is none": _mangled,
    "encoding other than declared": _other_encoding,
    "a page in place of the feed": _page,
    "an empty body": _empty,
    "redirects in a circle": _loop,
    "connection reset": _reset,
    "a page of 50 MB": _huge,
    "false gzip": _false_gzip,
}
GOOD: Final = frozenset({"XML that is none", "encoding other than declared"})  # all articles can be read all the same


def drawn(draw: random.Random, share: float) -> str | None:
    """Give the name of a fault for `share` of all requests."""
    return draw.choice(sorted(FAULTS)) if draw.random() < share else None


def _whole(handler: BaseHTTPRequestHandler, body: bytes, media: str = "application/rss+xml; charset=utf-8") -> None:
    _head(handler, 200, len(body), media)
    handler.wfile.write(body)


def _head(handler: BaseHTTPRequestHandler, status: int, length: int, media: str = "application/rss+xml; charset=utf-8") -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", media)
    handler.send_header("Content-Length", str(length))
    handler.send_header("ETag", f'"broken-{time.time_ns() // 10**10}"')  # what is broken may carry a mark of its own
    handler.end_headers()
