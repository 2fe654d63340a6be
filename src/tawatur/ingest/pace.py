"""The pace at which hosts are asked: one request after the other to each, with a pause between, whoever asks."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Pace:
    """When each host was last asked, shared by all that read at the same time. `pause` waits for so many seconds."""

    def __init__(self, pause: Callable[[float], None] = time.sleep) -> None:
        self._pause = pause
        self._last: dict[str, float] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[None]:
        """Wait until the host may be asked, `delay` seconds after the end of the last request; no one else asks it meanwhile."""
        with self._lock:
            mine = self._locks[host]
        with mine:
            wait = self._last[host] + delay - time.monotonic() if host in self._last else 0.0
            if wait > 0:
                self._pause(wait)
            try:
                yield
            finally:
                self._last[host] = time.monotonic()
