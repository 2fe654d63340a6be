"""Worker processes, which take tasks in turn; the process that has them may take some as well.

Each worker has a pipe of its own. Those of `concurrent.futures` share one: where one is killed while it writes a result, its reader waits
for the rest for ever, since another worker could still write it.
"""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from tawatur import collecting
from tawatur.records.errors import FailedError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
U = TypeVar("U")

_ENDS = 10.0  # seconds for a worker to end by itself, once there is nothing more to do


class _Task(NamedTuple):
    """A function to be called with one argument; both must pickle. `future` is for what it gives."""

    function: Callable[[Any], Any]
    given: Any
    future: "Future[Any]"


_Tasks = SimpleQueue[_Task | None]  # None: there are no more


class Crew:
    """Worker processes, and the tasks that wait for one of them, in order.

    Used with `with`: all are ended with it, at once where it fails. A worker that is not ready yet is not waited for either.
    """

    def __init__(self) -> None:
        self._tasks: _Tasks = SimpleQueue()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            if kind is not None or not worker.ready:
                worker.kill()
        for _ in self._workers:
            self._tasks.put(None)
        while self._workers:
            self._workers.pop().end()
        self._tasks = SimpleQueue()

    @property
    def size(self) -> int:
        """How many workers were started."""
        return len(self._workers)

    def grow(self) -> None:
        """Start one more worker."""
        self._workers.append(_Worker(self._tasks))

    def grow_ready(self, function: Callable[[T], object], given: T) -> None:
        """Start one more worker, which makes itself ready by calling `function` before it takes a task; what comes of that is not told."""
        self._workers.append(_Worker(self._tasks, _Task(function, given, Future())))

    def put(self, function: Callable[[T], U], given: T) -> "Future[U]":
        """Have a function called by one of the workers. The future raises what it raises, and FailedError where the worker is ended from outside."""
        future: Future[U] = Future()
        self._tasks.put(_Task(function, given, future))
        return future

    def take_part(self) -> bool:
        """Do the next task that waits in this process; False where none waits."""
        try:
            task = self._tasks.get_nowait()
        except Empty:
            return False
        if task is None:
            return False
        try:
            task.future.set_result(task.function(task.given))
        except Exception as error:  # whoever waits for the result is told
            task.future.set_exception(error)
        return True


class _Worker:
    """A process that does one task after the other, and a thread that takes them from `tasks` for it; `first`, if any, is done before them."""

    def __init__(self, tasks: _Tasks, first: _Task | None = None) -> None:
        from multiprocessing import get_context

        context = get_context("spawn")
        self.ready = first is None
        self._pipe, its = context.Pipe()
        self._process = context.Process(target=_work, args=(its,))
        with _undisturbed():
            self._process.start()
        its.close()  # the worker alone has that end now: where it is gone, the pipe is at its end
        self._thread = Thread(target=self._feed, args=(tasks, first), daemon=True)
        self._thread.start()

    def _feed(self, tasks: _Tasks, first: _Task | None) -> None:
        """Hand tasks to the process until there are no more, or the process is gone."""
        while task := first or tasks.get():
            try:
                task.future.set_result(self._done(task))
            except BaseException as error:  # whoever waits for the result is told
                task.future.set_exception(error)
                if isinstance(error, FailedError) and error.code == "worker_lost":
                    return
            first, self.ready = None, True

    def _done(self, task: _Task) -> Any:
        try:
            self._pipe.send((task.function, task.given))
            well, answer = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._process.join(_ENDS)
            told = f"process {self._process.pid}, exit code {self._process.exitcode}"
            raise FailedError("worker_lost", error=told) from error
        if not well:
            raise answer
        return answer

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


def _work(pipe: "Connection") -> None:
    """Do tasks until the pipe is closed (in a worker process)."""
    _follow_parent()
    collecting.rarely()
    while True:
        try:
            function, given = pipe.recv()
        except (EOFError, OSError):
            collecting.no_more()
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
