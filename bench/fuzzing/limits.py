"""Time of the processor and memory of one input."""

import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

T = TypeVar("T")


class TooSlowError(BaseException):
    """An input took more than its time; no handler of the program's takes it for a fault of the input."""


def spent(work: Callable[[T], object], given: T) -> float:
    """The seconds of the processor that `work` takes for `given`."""
    started = time.process_time()
    work(given)
    return time.process_time() - started


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooSlowError where what is done inside takes more seconds of the processor."""

    def late(number: int, frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def bound_memory(megabytes: int) -> None:
    """Let this process have so much address space and no more: what asks for more gets MemoryError."""
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))


def peak() -> float:
    """The most memory that was resident, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
