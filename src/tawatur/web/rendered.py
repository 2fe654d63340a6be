"""Pages that were made, kept as long as the store is as it was: the first page is asked for by everyone."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from tawatur.web.pages import Page

_MOST = 400  # pages; some 60 KB each, 260 KB at most


class Rendered:
    """The pages that were asked for last."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._held: OrderedDict[Hashable, Page | None] = OrderedDict()

    def of(self, key: Hashable, make: Callable[[], Page | None]) -> Page | None:
        """Give the page of a key, which must name all that the page depends on; it is made where it is not held."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()  # without the lock: another thread may make the same meanwhile, which does no harm
        if made is not None:
            with self._lock:
                self._held[key] = made
                while len(self._held) > self._most:
                    self._held.popitem(last=False)
        return made
