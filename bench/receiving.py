"""A server on this machine that takes alerts by webhook, as a desk's own would."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@contextmanager
def receiving(take: Callable[[list[dict[str, Any]]], None]) -> Iterator[str]:
    """Give the address to send to; `take` is handed the alerts of each request before it is answered."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Take the alerts of one request."""
            take(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["alerts"])
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
