"""Spreading work over worker processes: in order, with a bounded number of batches under way."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from tawatur.records.errors import FailedError

T = TypeVar("T")
U = TypeVar("U")


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Give `items` in lists of `size`, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def spread(function: Callable[[list[T]], U], items: Iterable[T], *, size: int, workers: int) -> Iterator[U]:
    """Give `function` of each batch of `size` items, in order, worked on by `workers` processes.

    With one worker, or where all items fit in one batch, nothing is started. `function` must be importable and its
    arguments and results must pickle. Raises FailedError where a worker is ended from outside.
    """
    rest = batches(items, size)
    first = list(islice(rest, 2))
    if workers <= 1 or len(first) < 2:
        yield from (function(batch) for batch in (*first, *rest))
        return
    yield from _in_processes(function, (batch for part in (first, rest) for batch in part), workers)


def _in_processes(function: Callable[[list[T]], U], rest: Iterator[list[T]], workers: int) -> Iterator[U]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    under_way: deque[Future[U]] = deque()
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_follow_parent)
    try:
        for batch in rest:
            with _undisturbed():
                under_way.append(pool.submit(function, batch))
            if len(under_way) > 2 * workers:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise FailedError("worker_lost", error=error) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C for afterwards. A worker that is started inside never gets it: it goes on until this process ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """End this worker when the process that started it is gone, however that ended (in a worker process)."""
    import threading
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: Any) -> None:
    import os

    parent.join()
    os._exit(1)
