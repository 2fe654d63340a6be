"""Work in other processes: spread over workers, in order, with a bounded number of batches under way; or one piece in one of its own."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import nullcontext
from functools import partial
from itertools import chain, islice
from time import monotonic
from typing import TypeVar

from tawatur.crew import Crew

T = TypeVar("T")
U = TypeVar("U")


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Give `items` in lists of `size`, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def spread(
    function: Callable[[list[T]], U],
    items: Iterable[T],
    *,
    size: int,
    workers: int,
    alone: float = 0.0,
    crew: Crew | None = None,
) -> Iterator[U]:
    """Give `function` of each batch of `size` items, in order, worked on by `workers` processes.

    With one worker, or where all items fit in one batch, nothing is started; nor is it before this process has worked `alone` seconds
    itself, for what is quick is done before others have started. Those of `crew` that are at work already take part from the beginning, and this
    process works beside them until there are `workers`; they are left to whoever has them. `function` must be importable and its arguments
    and results must pickle. Raises what `function` raises, and FailedError where a worker is ended from outside.
    """
    rest = batches(items, size)
    until = monotonic() + alone
    if crew is None or not crew.size:
        while monotonic() < until and (batch := next(rest, None)):
            yield function(batch)
        first = list(islice(rest, 2))
        if workers <= 1 or len(first) < 2:
            yield from (function(batch) for batch in (*first, *rest))
            return
        rest = chain(first, rest)
    with Crew() if crew is None else nullcontext(crew) as crew:
        yield from _by_crew(function, rest, crew, workers, until)


def side_by_side(
    function: Callable[[T], U], items: Sequence[T], *, workers: int, alone: float = 0.0, crew: Crew | None = None
) -> Iterator[U]:
    """Give `function` of each item, in order, as `spread` does of batches.

    Those of `crew` that are at work already begin at once, while this process goes on with something else: it takes part when it asks for
    what is not done yet.
    """
    if crew is None or not crew.size:
        return spread(partial(_of_one, function), items, size=1, workers=workers, alone=alone, crew=crew)
    return _in_order(deque(crew.put(function, item) for item in items), crew, workers)


def _of_one(function: Callable[[T], U], batch: list[T]) -> U:
    (item,) = batch
    return function(item)


def apart(function: Callable[[T], U], given: T) -> U:
    """Give `function` of `given` from a process that is started for it and ends with it, so that all of its memory is given back.

    `function` must be importable, and what it is given and gives must pickle. Raises what `function` raises, and FailedError where the
    process is ended from outside.
    """
    with Crew() as crew:
        crew.grow()
        return crew.put(function, given).result()


def _by_crew(function: Callable[[list[T]], U], rest: Iterator[list[T]], crew: Crew, workers: int, until: float) -> Iterator[U]:
    """Have batches worked on by a crew, which grows from the time `until` on."""
    under_way: deque[Future[U]] = deque()
    for batch in rest:
        if crew.size < workers and monotonic() >= until:
            crew.grow()
        under_way.append(crew.put(function, batch))
        if len(under_way) > 2 * workers:
            yield _first(under_way, crew, workers)
    yield from _in_order(under_way, crew, workers)


def _in_order(under_way: "deque[Future[U]]", crew: Crew, workers: int) -> Iterator[U]:
    """Give all results, each once it is there."""
    while under_way:
        yield _first(under_way, crew, workers)


def _first(under_way: "deque[Future[U]]", crew: Crew, workers: int) -> U:
    """Wait for the first result. As long as there are fewer workers than there may be, this process works meanwhile."""
    while crew.size < workers and not under_way[0].done() and crew.take_part():
        pass
    return under_way.popleft().result()
