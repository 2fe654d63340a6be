"""What tests of reading share: reading a place whole, prose of our own, and a web server on this machine."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.ingest.helpers import PROSE, Read, Reading, Site

from tawatur.ingest import Options, Visits, WebOptions, document, raws
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped


@pytest.fixture
def prose() -> str:
    """A short article of our own."""
    return PROSE


@pytest.fixture
def read() -> Read:
    """Read a place and make its documents."""

    def reader(where: str | Path, options: Options | None = None, visits: Visits | None = None) -> Reading:
        found = [one if isinstance(one, Dropped) else document(one) for one in raws(where, options, visits)]
        return Reading([x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Dropped)])

    return reader


@pytest.fixture
def web() -> Options:
    """Options for the server of these tests: it stands at a private address and need not be treated politely."""
    return Options(web=WebOptions(allow_private=True, delay=0, timeout=5, total=10, pages=True))


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine, for one test."""
    served = Site("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, dict(self.headers)))
            status, headers, body = served.pages.get(self.path, (404, {}, b""))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if headers.get("X-Endless"):
                self._never_end(body)
            else:
                self.wfile.write(body)

        def _never_end(self, body: bytes) -> None:
            try:
                while True:
                    self.wfile.write(body)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield served
    server.shutdown()
    thread.join()
    server.server_close()
