"""`/healthz` and `/metrics`: whether the watch is well, for programs that look after it. Loopback unless another address is named."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec

from tawatur.watch.rounds import Health

_LATE = 3.0  # times the interval without a round: then something is wrong


def well(health: Health, every: float, now: float) -> bool:
    """Whether the watch goes on: the last round in which the store could be used, or its start, is not too long ago.

    `now` is of the clock that never goes back, as `health.beat` is: the time of day may jump.
    """
    return now - health.beat <= _LATE * every + health.seconds


def metrics(health: Health, every: float, now: float) -> str:
    """Give the numbers in the text format of Prometheus (version 0.0.4)."""
    rows: list[tuple[str, str, str, list[tuple[str, float]]]] = [
        ("tawatur_watch_up", "gauge", "1 where rounds go on", [("", float(well(health, every, now)))]),
        ("tawatur_watch_rounds_total", "counter", "rounds since the start", [("", health.rounds)]),
        ("tawatur_watch_last_round_timestamp_seconds", "gauge", "when the last round ended", [("", health.last_round)]),
        ("tawatur_watch_round_seconds", "gauge", "how long the last round took", [("", health.seconds)]),
        ("tawatur_watch_articles_total", "counter", "new articles since the start", [("", health.articles)]),
        ("tawatur_watch_dropped_total", "counter", "refusals since the start", [("", health.dropped)]),
        ("tawatur_watch_alerts_total", "counter", "alerts since the start",
         [(f'{{kind="{kind}"}}', count) for kind, count in sorted(health.alerts.items())]),
        ("tawatur_watch_deliveries_total", "counter", "alerts that went out, by each way", [("", health.sent)]),
        ("tawatur_watch_failing_sources", "gauge", "sources whose last answer was a failure", [("", len(health.failing))]),
        ("tawatur_watch_older_articles", "gauge", "articles that another version of the program made", [("", health.older)]),
        ("tawatur_watch_store_errors_total", "counter", "times that the store could not be used", [("", health.store_errors)]),
    ]  # fmt: skip
    lines = []
    for name, kind, words, samples in rows:
        lines += [f"# HELP {name} {words}", f"# TYPE {name} {kind}"]
        lines += [f"{name}{labels} {value:.17g}" for labels, value in samples]
    return "\n".join(lines) + "\n"


def told(health: Health, every: float, now: float) -> bytes:
    """Give the answer of `/healthz`: JSON."""
    return msgspec.json.encode(
        {
            "status": "ok" if well(health, every, now) else "late",
            "rounds": health.rounds,
            "last_round": health.last_round,
            "failing": health.failing,
            "store_errors": health.store_errors,
            "older": health.older,
        }
    )


@contextmanager
def serving(health: Health, every: float, host: str, port: int, now: Callable[[], float]) -> Iterator[int]:
    """Answer beside the watch; gives the port. Raises OSError where it is taken."""

    class Handler(BaseHTTPRequestHandler):
        server_version = "tawatur"
        timeout = 10

        def do_GET(self) -> None:
            """Answer the two addresses."""
            if self.path == "/healthz":
                status = 200 if well(health, every, now()) else 503
                self._answer(status, "application/json", told(health, every, now()))
            elif self.path == "/metrics":
                self._answer(200, "text/plain; version=0.0.4; charset=utf-8", metrics(health, every, now()).encode())
            else:
                self._answer(404, "text/plain", b"404\n")

        def _answer(self, status: int, media: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the watch has its own log."""

    server = ThreadingHTTPServer((host, port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, name="health", daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
