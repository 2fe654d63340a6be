"""Work in other processes: spread over workers, in order, with a bounded number of batches under way; or one piece in one of its own.

Each worker has a pipe of its own. Those of `concurrent.futures` share one: where one is killed while it writes a result, its reader waits
for the rest for ever, since another worker could still write it.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import islice
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tawatur.records.errors import FailedError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
U = TypeVar("U")

_ENDS = 10.0  # seconds for a worker to end by itself, once there is nothing more to do


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Give `items` in lists of `size`, the last one shorter."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def spread(function: Callable[[list[T]], U], items: Iterable[T], *, size: int, workers: int, alone: float = 0.0) -> Iterator[U]:
    """Give `function` of each batch of `size` items, in order, worked on by `workers` processes.

    With one worker, or where all items fit in one batch, nothing is started; nor is it before this process has worked `alone` seconds
    itself, for what is quick is done before others have started. `function` must be importable and its arguments and results must
    pickle. Raises what `function` raises, and FailedError where a worker is ended from outside.
    """
    rest = batches(items, size)
    until = monotonic() + alone
    while monotonic() < until and (batch := next(rest, None)):
        yield function(batch)
    first = list(islice(rest, 2))
    if workers <= 1 or len(first) < 2:
        yield from (function(batch) for batch in (*first, *rest))
        return
    yield from _in_processes(function, (batch for part in (first, rest) for batch in part), workers)


def apart(function: Callable[[T], U], given: T) -> U:
    """Give `function` of `given` from a process that is started for it and ends with it, so that all of its memory is given back.

    `function` must be importable, and what it is given and gives must pickle. Raises what `function` raises, and FailedError where the
    process is ended from outside.
    """
    tasks: SimpleQueue[tuple[T, Future[U]] | None] = SimpleQueue()
    worker = _Worker(function, tasks)
    answer: Future[U] = Future()
    tasks.put((given, answer))
    try:
        return answer.result()
    except BaseException:
        worker.kill()
        raise
    finally:
        tasks.put(None)
        worker.end()


def _in_processes(function: Callable[[list[T]], U], rest: Iterator[list[T]], workers: int) -> Iterator[U]:
    under_way: deque[Future[U]] = deque()
    tasks: SimpleQueue[tuple[list[T], Future[U]] | None] = SimpleQueue()
    crew: list[_Worker[list[T], U]] = []
    try:
        for batch in rest:
            if len(crew) < workers:
                crew.append(_Worker(function, tasks))
            under_way.append(Future())
            tasks.put((batch, under_way[-1]))
            if len(under_way) > 2 * workers:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BaseException:
        for worker in crew:
            worker.kill()
        raise
    finally:
        for _ in crew:
            tasks.put(None)
        for worker in crew:
            worker.end()


class _Worker(Generic[T, U]):
    """A process that works on what it is given one by one, and a thread that takes them from `tasks` for it."""

    def __init__(self, function: Callable[[T], U], tasks: "SimpleQueue[tuple[T, Future[U]] | None]") -> None:
        from multiprocessing import get_context

        context = get_context("spawn")
        self._pipe, its = context.Pipe()
        self._process = context.Process(target=_work, args=(function, its))
        with _undisturbed():
            self._process.start()
        its.close()  # the worker alone has that end now: where it is gone, the pipe is at its end
        self._thread = Thread(target=self._feed, args=(tasks,), daemon=True)
        self._thread.start()

    def _feed(self, tasks: "SimpleQueue[tuple[T, Future[U]] | None]") -> None:
        """Hand tasks to the process until there are no more, or the process is gone."""
        while task := tasks.get():
            given, future = task
            try:
                future.set_result(self._done(given))
            except BaseException as error:  # whoever waits for the result is told
                future.set_exception(error)
                if isinstance(error, FailedError) and error.code == "worker_lost":
                    return

    def _done(self, given: T) -> U:
        try:
            self._pipe.send(given)
            well, answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._process.join(_ENDS)
            told = f"process {self._process.pid}, exit code {self._process.exitcode}"
            raise FailedError("worker_lost", error=told) from error
        if not well:
            raise answer
        result: U = answer
        return result

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def end(self) -> None:
        """Wait for the end of the thread, which has been told, and of the process."""
        self._thread.join()
        self._pipe.close()
        self._process.join(_ENDS)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self._process.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C, and what asks to end, for afterwards. A worker that is started inside never gets them, also where they are sent to all
    processes of a service: it goes on until this process ends it, or is gone.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # else the first worker starts it, and that lets Ctrl-C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(function: Callable[[Any], Any], pipe: "Connection") -> None:
    """Work on what comes until the pipe is closed (in a worker process)."""
    _follow_parent()
    while True:
        try:
            given = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer = True, function(given)
        except Exception as error:
            error.add_note(_trace(error))
            answer = False, error
        try:
            pipe.send(answer)
        except OSError:  # nobody waits for it any more
            return
        except Exception as error:  # it does not pickle
            pipe.send((False, TypeError(f"{type(error).__name__}: {error}")))


def _trace(error: Exception) -> str:
    import traceback

    return "in a worker process:\n" + "".join(traceback.format_exception(error))


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
