"""A server that takes alerts by webhook and counts how often each came."""

import http.server
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

_SLOW = 0.2  # seconds until the answer, so that a sender is killed while it waits for it


class Received:
    """How often each alert came, by its id."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()

    def add(self, body: bytes) -> None:
        """Count the alerts of a request."""
        with self._lock:
            self._counts.update(one["id"] for one in json.loads(body)["alerts"])

    def take(self) -> dict[str, int]:
        """Give the counts, and begin anew."""
        with self._lock:
            taken, self._counts = dict(self._counts), Counter()
        return taken


@contextmanager
def receiver() -> Iterator[tuple[str, Received]]:
    """Give the address of a server on this machine, and what it has received."""
    received = Received()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Take the alerts."""
            received.add(self.rfile.read(int(self.headers["Content-Length"])))
            time.sleep(_SLOW)
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", received
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
