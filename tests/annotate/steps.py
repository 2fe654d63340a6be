"""Counting work instead of timing it: machines are noisy, calls are not."""

import sys
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions while `work` is done."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
