"""Keeping Python's collector of cycles from looking at what has none.

Records, words and tables refer to no one that refers to them, and there are millions: looking through them took a twentieth of the time of adding
100 articles to 20,000, and half a second when the process ended.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MADE = 100_000  # objects; Python looks after 700, or 2,000 in later versions


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles again and again among many records or tables, which have none: it took a tenth of the time of deriving,
    and a third of that of loading the tables of annotating.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def rarely() -> None:
    """Look for cycles in this process only after many objects were made."""
    gc.set_threshold(_MADE, *gc.get_threshold()[1:])


def no_more() -> None:
    """Look for none any more, since the process ends."""
    gc.disable()
    gc.freeze()
