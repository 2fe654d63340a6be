"""Killing a command at random moments and comparing what the next run makes of it with what an undisturbed one makes.

A course is a command over a store that may hold something already. It is run once undisturbed; then again and again on a copy of what was
there before, each time killed at a moment drawn from its whole length, run once more, and exported.
"""

import hashlib
import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.faults import corpus
from bench.faults.aging import age
from bench.faults.processes import Whom, end, ended, kill, left, start
from bench.faults.receiver import Received, receiver
from bench.faults.stores import NOTHING, Seen, Stores

STEPS = ("begin", "read", "annotate", "derive", "tell", "end")
_WHOM: tuple[Whom, ...] = ("group", "group", "parent", "worker")
_ENDS = 180.0  # seconds that any run may take to its end
_SHORT = 0.4  # seconds after the beginning of a step
_LOOK = 0.01  # seconds between two looks at the step
_SECRET = "kept between the two"  # noqa: S105 (of a server of our own)


class Course(NamedTuple):
    """A command that is killed: its name, its words but for the store, what is done before it, whether it tells alerts, and whether it
    finds a store that an older program left.
    """

    name: str
    arguments: list[str]
    before: list[list[str]]
    tells: bool = False
    aged: bool = False


class Moment(NamedTuple):
    """When a run is killed: so many seconds after its beginning, or after it was first seen to be in a step or past it."""

    seconds: float
    step: str | None = None

    def __str__(self) -> str:
        return f"{self.seconds:.2f} s after {self.step or 'start'}"


class Killed(NamedTuple):
    """What came of one kill: when, in which step it was then, who was killed, and what was wrong (nothing)."""

    course: str
    at: Moment
    step: str
    whom: Whom
    faults: tuple[str, ...]


class _End(NamedTuple):
    """What an undisturbed run leaves: the export's digest by file, what the store holds, the alerts that came."""

    export: dict[str, str]
    seen: Seen
    alerts: frozenset[str]


class Bench:
    """A folder with what is read, and the stores that it is read into."""

    def __init__(self, folder: Path, stores: Stores, received: Received, environment: dict[str, str]) -> None:
        self._folder, self._stores, self._received, self._environment = folder, stores, received, environment

    def killed(self, course: Course, count: int, seed: int) -> Iterator[Killed]:
        """Kill the course `count` times; a moment at which it had ended is drawn again."""
        before = self._before(course)
        started = time.monotonic()
        undisturbed = self._undisturbed(course, before)
        length = time.monotonic() - started
        draw = random.Random(f"{seed} {course.name}")  # noqa: S311
        for number in range(count):
            found = None
            while found is None:
                found = self._once(course, before, undisturbed, _moment(course, number, count, length, draw), draw)
            yield found

    def _before(self, course: Course) -> str | None:
        """The store that the course finds, None where there is none."""
        if not course.before:
            return None
        address = self._stores.fresh()
        for arguments in course.before:
            self._to_the_end(arguments, address)
        if course.aged:
            age(address)
        self._received.take()
        return address

    def _store(self, before: str | None) -> str:
        return self._stores.copied(before) if before else self._stores.fresh()

    def _undisturbed(self, course: Course, before: str | None) -> _End:
        address = self._store(before)
        self._to_the_end(course.arguments, address)
        found = _End(self._export(address), self._stores.seen(address), frozenset(self._received.take()))
        self._stores.remove(address)
        return found

    def _once(self, course: Course, before: str | None, undisturbed: _End, at: Moment, draw: random.Random) -> Killed | None:
        """Kill the course once; None where it had ended before."""
        address = self._store(before)
        process = start([*course.arguments, "--store", address], self._environment, self._folder / "log.txt")
        try:
            held = self._stores.seen(before) if before else NOTHING
            while (
                at.step
                and not ended(process, _LOOK)
                and _late(_step(self._stores.seen(address), held, undisturbed.seen), at.step)
            ):
                pass
            if ended(process, at.seconds):
                return None
            seen = self._stores.seen(address)
            whom = kill(process, draw.choice(_WHOM), draw)
            faults = [f"process {pid} was left" for pid in left(process.pid)]
            faults += self._faults(course, address, undisturbed, held, seen)
            return Killed(course.name, at, _step(seen, held, undisturbed.seen), whom, tuple(faults))
        finally:
            end(process)
            self._received.take()
            self._stores.remove(address)

    def _faults(self, course: Course, address: str, undisturbed: _End, held: Seen, seen: Seen) -> Iterator[str]:
        """What is not as it should be after a kill, and after the next run."""
        if not self._stores.sound(address):
            yield "the store is damaged"
        yield from (f"lost by the kill: {one}" for one in seen.lost_in(self._stores.seen(address), held))
        self._to_the_end(course.arguments, address)
        after = self._stores.seen(address)
        yield from (f"lost by the next run: {one}" for one in seen.lost_in(after, held))
        export = self._export(address)
        yield from (f"{name} is another" for name in undisturbed.export if export.get(name) != undisturbed.export[name])
        if course.tells:
            yield from _untold(undisturbed.alerts, self._received.take(), after)

    def _to_the_end(self, arguments: Sequence[str], address: str) -> None:
        log = self._folder / "log.txt"
        process = start([*arguments, "--store", address], self._environment, log)
        try:
            if not ended(process, _ENDS) or process.returncode:
                raise RuntimeError(f"{' '.join(arguments)}: {process.returncode}\n{log.read_text(encoding='utf-8')[-2000:]}")
        finally:
            end(process)

    def _export(self, address: str) -> dict[str, str]:
        out = self._folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        self._to_the_end(["export", str(out), "--quiet"], address)
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


def _moment(course: Course, number: int, count: int, length: float, draw: random.Random) -> Moment:
    """Every other moment is of the whole length, one in each stretch of it; the others are of the steps that take least of it."""
    if number % 2 == 0:
        return Moment((number + 2 * draw.random()) / count * length)
    steps = ("annotate", "derive") if course.aged else ("read", "derive", "tell") if course.tells else ("read", "derive")
    return Moment(draw.uniform(0, _SHORT), draw.choice(steps))


def _late(step: str, wanted: str) -> bool:
    """Whether a step is before the one that is waited for."""
    return STEPS.index(step) < STEPS.index(wanted)


def _step(seen: Seen, before: Seen, after: Seen) -> str:
    """In which step the run was, by what it had committed."""
    if seen.marks["documents"] != after.marks["documents"]:
        return "begin" if seen.marks["documents"] == before.marks["documents"] else "read"
    if seen.made != after.made:
        return "begin" if after.marks["documents"] == before.marks["documents"] and seen.made == before.made else "annotate"
    if seen.derived != after.derived:
        return "derive"
    return "tell" if seen.marks["deliveries"] != after.marks["deliveries"] or seen.sending != after.sending else "end"


def _untold(expected: frozenset[str], received: dict[str, int], after: Seen) -> Iterator[str]:
    """Each alert must come once, or not at all where nobody knows whether it did."""
    unsure = {key.partition(" ")[0] for key in after.sending if " webhook:" in key}
    for one in sorted(expected | received.keys()):
        if received.get(one, 0) > 1:
            yield f"alert {one} came {received[one]} times"
        elif not received.get(one) and one not in unsure:
            yield f"alert {one} never came"


@contextmanager
def bench(folder: Path, stores: Stores, size: int) -> Iterator[tuple[Bench, dict[str, Course]]]:
    """Write what is read and give the courses by name."""
    first, _ = corpus.write(folder / "in", size)
    with receiver() as (hook, received):
        watch = ["watch", "--once", "--allow-private", "--webhook", hook, "--feed", str(folder / "alerts.xml"), "--workers", "2"]
        read = ["read", str(folder / "in"), "--workers", "2", "--quiet"]
        courses = [
            Course("read", read, []),
            Course("refresh", ["refresh", "--workers", "2", "--quiet"], [read], aged=True),
            Course("watch", [*watch, str(folder / "in")], [[*watch, str(first)]], tells=True),
        ]
        environment = {**os.environ, "TAWATUR_WEBHOOK_SECRET": _SECRET, "TAWATUR_STORE": ""}
        yield Bench(folder, stores, received, environment), {course.name: course for course in courses}


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="tawatur-faults-") as name:
        yield Path(name)
