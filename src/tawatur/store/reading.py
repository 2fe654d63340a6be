"""A store that is only read: in snapshots, each with a time by which it must be done."""

from contextlib import AbstractContextManager

from tawatur.store.address import Place
from tawatur.store.database import opened
from tawatur.store.sqlite import Store


class ReadStore(Store):
    """A connection that cannot write, for one thread at a time. It neither waits for a running `tawatur read` nor holds it up."""

    def __init__(self, path: Place) -> None:
        self.path = path
        self._db = opened(path, create=False, reading=True)

    def snapshot(self, until: float = float("inf")) -> AbstractContextManager[None]:
        """All that is asked inside is answered from one state of the store, whatever is written meanwhile.

        `until` is a time of `time.monotonic`; past it, every query raises StoreError "store_slow".
        """
        return self._db.snapshot(until)
