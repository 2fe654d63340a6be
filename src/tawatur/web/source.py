"""Where the server's answers come from: a library for each request, as many at a time as there are threads."""

import gc
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tawatur.records.view import Library

if TYPE_CHECKING:
    from tawatur.store.address import Place
    from tawatur.store.reading import ReadStore


@runtime_checkable
class Marked(Protocol):
    """A library whose answers are the same as long as its state is."""

    def state(self) -> str:
        """A mark of all that is told."""
        ...


class Source(ABC):
    """What gives libraries to threads."""

    @abstractmethod
    def reading(self, until: float) -> AbstractContextManager[Library]:
        """A library in one state, for one thread; past `until`, a time of `time.monotonic`, it may refuse to answer."""


class Held(Source):
    """One library in memory, which does not change: all threads share it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @contextmanager
    def reading(self, until: float) -> Iterator[Library]:
        """The library."""
        yield self._library


class StoreSource(Source):
    """A store: each reading has a connection of its own and sees one state of the store."""

    def __init__(self, path: "Place") -> None:
        self.path = path
        self._lock = Lock()
        self._free: list[ReadStore] = []

    @contextmanager
    def reading(self, until: float = float("inf")) -> Iterator[Library]:
        """The store as it is now. Raises StoreError where it cannot be read, or past `until`."""
        from tawatur.store.library import StoreLibrary

        store = self._taken()
        try:
            with store.snapshot(until):
                yield StoreLibrary(store)
        finally:
            with self._lock:
                self._free.append(store)

    def warm(self) -> None:
        """Make what nearly every page asks for, so that no reader waits for it (3 s for 20,000 articles), and keep Python from looking
        through it for cycles ever again: that was seen to double the slowest pages of stories.
        """
        with self.reading() as library:
            for ask in (library.listed, library.threads, library.stories, library.facets, library.called):
                ask()
        gc.collect()
        gc.freeze()

    def close(self) -> None:
        """Close the connections that no reading has."""
        with self._lock:
            while self._free:
                self._free.pop().close()

    def __reduce__(self) -> tuple[type["StoreSource"], tuple["Place"]]:
        """Another process opens connections of its own."""
        return StoreSource, (self.path,)

    def _taken(self) -> "ReadStore":
        from tawatur.store.reading import ReadStore

        with self._lock:
            if self._free:
                return self._free.pop()
        return ReadStore(self.path)
