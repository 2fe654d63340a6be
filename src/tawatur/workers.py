"""Spreading work over worker processes: in order, with a bounded number of batches under way."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

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
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        for batch in rest:
            under_way.append(pool.submit(function, batch))
            if len(under_way) > 2 * workers:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise FailedError("worker_lost", error=error) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
