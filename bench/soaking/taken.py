"""The alerts that a watch sends, each with the time at which it came."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from bench.receiving import receiving


class Taken(NamedTuple):
    """An alert as it came."""

    at: float
    alert: dict[str, Any]


@contextmanager
def taking() -> Iterator[tuple[str, list[Taken]]]:
    """Give the address to send to, and the list that grows."""
    taken: list[Taken] = []
    with receiving(lambda alerts: taken.extend(Taken(time.time(), alert) for alert in alerts)) as address:
        yield address, taken
