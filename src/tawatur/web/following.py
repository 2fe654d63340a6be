"""Making anew what follows from edits, in a process of its own, so that pages are answered meanwhile."""

import multiprocessing
from multiprocessing.process import BaseProcess
from threading import Lock, Thread

from tawatur.store.address import Place

_PATIENCE = 3600.0  # seconds for which a running `tawatur read` is waited for


class Following:
    """One process at a time; what is edited while it runs is followed by the next one."""

    def __init__(self, path: Place) -> None:
        self._path = path
        self._lock = Lock()
        self._thread: Thread | None = None
        self._again = False

    def begin(self, wait: float) -> bool:
        """Make anew what follows from what was judged; True where that was done within `wait` seconds."""
        with self._lock:
            self._again = True
            if self._thread is None:
                self._thread = Thread(target=self._run, name="following", daemon=True)
                self._thread.start()
            thread = self._thread
        thread.join(wait)
        return not thread.is_alive()

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._again:
                    self._thread = None
                    return
                self._again = False
            made: BaseProcess = multiprocessing.get_context("spawn").Process(target=apply, args=(self._path,), daemon=True)
            made.start()
            made.join()


def apply(path: Place) -> None:
    """Make anew what follows from the judgements in a store."""
    from tawatur import correct
    from tawatur.store.sqlite import Store

    with Store(path, create=False) as store:
        correct.apply(store, patience=_PATIENCE)
