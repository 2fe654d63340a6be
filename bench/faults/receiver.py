"""A server that takes alerts by webhook and counts how often each came."""

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.receiving import receiving

_SLOW = 0.2  # seconds until the answer, so that a sender is killed while it waits for it


class Received:
    """How often each alert came, by its id."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()

    def add(self, alerts: list[dict[str, Any]]) -> None:
        """Count the alerts of a request."""
        with self._lock:
            self._counts.update(one["id"] for one in alerts)

    def take(self) -> dict[str, int]:
        """Give the counts, and begin anew."""
        with self._lock:
            taken, self._counts = dict(self._counts), Counter()
        return taken


@contextmanager
def receiver() -> Iterator[tuple[str, Received]]:
    """Give the address of a server on this machine, and what it has received."""
    received = Received()

    def take(alerts: list[dict[str, Any]]) -> None:
        received.add(alerts)
        time.sleep(_SLOW)

    with receiving(take) as address:
        yield address, received
