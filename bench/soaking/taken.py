"""A receiver of alerts: it keeps each with the time at which it came."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Taken(NamedTuple):
    """An alert as it came."""

    at: float
    alert: dict[str, Any]


@contextmanager
def receiving() -> Iterator[tuple[str, list[Taken]]]:
    """Give the address to send to, and the list that grows."""
    taken: list[Taken] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Take the alerts of one request."""
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            taken.extend(Taken(time.time(), alert) for alert in sent["alerts"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", taken
    finally:
        server.shutdown()
        server.server_close()
