"""What is made once for each state of a store and kept in memory, for all threads of a process."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from tawatur.store.sqlite import Store

T = TypeVar("T")


class Kept(Generic[T]):
    """What `make` made of the last state of each store. It is shared: nobody may change it."""

    def __init__(self, make: Callable[[Store], T]) -> None:
        self._make = make
        self._lock = Lock()
        self._made: dict[str, tuple[str, T]] = {}

    def of(self, store: Store) -> T:
        """Give what is made of the store as it is now."""
        key, state = str(store.path), derived_state(store)
        with self._lock:  # one thread makes it, the others wait for it
            held = self._made.get(key)
            if held is None or held[0] != state:
                held = state, self._make(store)
                self._made[key] = held
            return held[1]


def derived_state(store: Store) -> str:
    """A mark of all that was made from the articles and of what people judged of it: the same as long as that is."""
    judged = store.query("SELECT count(*), max(n), sum(length(body)) FROM finding_judgements")
    return f"{store.state('derived')} {judged}"
