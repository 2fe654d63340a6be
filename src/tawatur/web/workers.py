"""The threads in which answers are made, so that a slow page holds up no other."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Semaphore
from typing import TypeVar

from tawatur.records.errors import StoreError, TawaturError
from tawatur.records.view import Library
from tawatur.web.source import Source

T = TypeVar("T")

THREADS = 4  # at a time: more only take turns at the interpreter
WAITING = 100  # requests that wait for a thread; five seconds of what 20 readers ask
SECONDS = 10.0  # for one answer, waiting and all


class BusyError(TawaturError):
    """The answer cannot be had in time."""


class Workers:
    """Makes answers in threads, from a library in one state each."""

    def __init__(self, source: Source, *, threads: int = THREADS, waiting: int = WAITING, seconds: float = SECONDS) -> None:
        self._source = source
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="answer")
        self._room = Semaphore(threads + waiting)
        self._seconds = seconds

    async def run(self, make: Callable[[Library], T]) -> T:
        """Give what `make` makes of a library. Raises BusyError where too many wait or the time is over, else what `make` does."""
        if not self._room.acquire(blocking=False):
            raise BusyError("server_busy")
        until = time.monotonic() + self._seconds
        made = self._pool.submit(self._make, make, until)
        made.add_done_callback(lambda _: self._room.release())
        try:
            return await asyncio.wait_for(asyncio.wrap_future(made), self._seconds)
        except TimeoutError as error:
            raise BusyError("server_slow", seconds=self._seconds) from error
        except StoreError as error:
            if error.code == "store_slow":
                raise BusyError("server_slow", seconds=self._seconds) from error
            raise

    def _make(self, make: Callable[[Library], T], until: float) -> T:
        if time.monotonic() > until:  # it waited too long for a thread
            raise BusyError("server_slow", seconds=self._seconds)
        with self._source.reading(until) as library:
            return make(library)
