"""Round after round: ask the sources that are due, take in what is new, tell what is waited for."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.ingest import named_in
from tawatur.records.errors import StoreError, TawaturError
from tawatur.watch import schedule
from tawatur.watch.deliver.ways import Sender, Way
from tawatur.watch.doing import Doing, here
from tawatur.watch.options import WatchOptions
from tawatur.watch.taking import Asked, State, Taken, Telling, begin, take_in

if TYPE_CHECKING:
    from tawatur.ingest import Options
    from tawatur.pipeline.reading import ReadReport
    from tawatur.store.sqlite import Store

_log = logging.getLogger("tawatur.watch")
_PATIENCE = 15.0  # seconds that a feed is waited for at first: a round ends when its slowest source has answered or is given up
_ALONG = 0.1  # of the interval by which a source is asked before its time, along with others: rounds of one source cost as much
_LOOK = 1.0  # seconds between two looks at whether it is to end


@dataclass
class Health:
    """How the watch is, for programs that look after it. Times are seconds since 1970, but for `beat`: that is of a clock which never
    goes back, when the last round ended in which the store could be used, or the watch began.
    """

    started: float
    beat: float = 0.0
    last_round: float = 0.0
    last_failure: float = 0.0
    rounds: int = 0
    articles: int = 0
    dropped: int = 0
    alerts: dict[str, int] = field(default_factory=dict)
    sent: int = 0
    failing: dict[str, int] = field(default_factory=dict)  # failures in a row by source
    seconds: float = 0.0  # of the last round
    store_errors: int = 0
    older: int = 0  # articles that another version of the program made, as of the last reading


class Watch:
    """One watch over one store. `now` gives the time of day, `clock` seconds that never go back; `doing` says where rounds are worked on,
    in this process unless told otherwise.
    """

    def __init__(
        self,
        store: "Store",
        sources: Sequence[str],
        reading: "Options",
        options: WatchOptions,
        ways: Sequence[Way],
        *,
        workers: int = 1,
        doing: Doing | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._store, self._sources, self._options = store, sources, options
        self._reading = replace(reading, web=replace(reading.web, patience=_PATIENCE))
        self._workers, self._doing, self._clock, self._now = workers, doing or here(store), clock, now
        self._telling = Telling(kinds=options.kinds, names=options.names, now=now)
        self._sender = Sender(store, ways, self._telling.stamp)
        self._usable = True
        self._turns: list[schedule.Turn] = []
        self._known: State | None = None
        self._look()
        self.health = Health(started=now(), beat=clock())

    def run(self, stop: Event) -> None:
        """Go on until `stop` is set."""
        self.start()
        while not stop.is_set():
            self.round()
            while not stop.is_set() and schedule.next_due(self._turns) > self._clock():
                stop.wait(min(_LOOK, max(0.0, schedule.next_due(self._turns) - self._clock())))

    def start(self) -> None:
        """Before the first round: what a store holds already is not told, unless an earlier watch had begun to tell."""
        self._sender.start()
        self._doing(begin, self._telling)

    def round(self) -> None:
        """Ask every source that is due, then tell what is new. Errors of a source or of the store end nothing."""
        self._look()
        begun = self._clock()
        asked = schedule.due(self._turns, begun + _ALONG * self._options.every)
        if not asked:
            return
        self._usable = True
        failed = self._ask([turn.source for turn in asked])
        for turn in asked:
            again = schedule.after(turn, begun, self._options.every, failed=turn.source in failed)
            self._turns[self._turns.index(turn)] = again
        self._send()
        self.health.rounds += 1
        self.health.seconds = self._clock() - begun
        if self._usable:
            self.health.last_round, self.health.beat = self._now(), self._clock()
        _log.info("round", extra={"sources": len(asked), "seconds": round(self.health.seconds, 3)})

    def _look(self) -> None:
        """See which sources there are: each feed of a list has turns of its own, and the list may change meanwhile."""
        named = [feed for source in self._sources for feed in named_in(source)]
        self._turns = list(schedule.renew(self._turns, named, self._clock()))

    def _ask(self, sources: Sequence[str]) -> set[str]:
        """Read the sources and keep what is new to be told; which of them failed."""
        taken = self._taken(sources)
        for error in taken.errors:
            if isinstance(error, StoreError):  # no fault of the sources: they are asked again at their usual pace
                self._unusable(error)
            else:
                self.health.last_failure = self._now()
                for source in sources:
                    self._failed(source, error=str(error))
        self._known = taken.known
        for kind, count in taken.alerts:
            self.health.alerts[kind] = self.health.alerts.get(kind, 0) + count
        # without a report the fault is not the sources': they are asked again at their usual pace
        return self._reported(sources, taken.report) if taken.report else set()

    def _taken(self, sources: Sequence[str]) -> Taken:
        asked = Asked(
            sources=tuple(sources), reading=self._reading, workers=self._workers, telling=self._telling, known=self._known
        )
        try:
            return self._doing(take_in, asked)
        except TawaturError as error:
            return Taken(None, (error,), (), self._known)

    def _reported(self, sources: Sequence[str], report: "ReadReport") -> set[str]:
        """Count what was read; which of the sources failed."""
        self.health.articles += report.new
        self.health.older = report.older
        self.health.dropped += len(report.dropped)
        # the first refusal of each; a feed without entries is none
        refused = {one.source: one for one in reversed(report.dropped) if one.reason != "empty"}
        failed = {source for source in sources if source in refused}
        for source in sources:
            if source in failed:
                self._failed(source, reason=refused[source].reason, error=refused[source].detail)
            else:
                self.health.failing.pop(source, None)
        _log.info("read", extra={"sources": len(sources), "new": report.new, "dropped": len(report.dropped)})
        return failed

    def _failed(self, source: str, **why: str) -> None:
        self.health.failing[source] = self.health.failing.get(source, 0) + 1
        _log.warning("source", extra={"source": source, **why})

    def _send(self) -> None:
        """Send what waits; where the store cannot be used, the next round does."""
        try:
            self.health.sent += self._sender.send()
        except StoreError as error:
            self._unusable(error)

    def _unusable(self, error: StoreError) -> None:
        """Say that the store cannot be used; one whose file was lost is looked for at its place again."""
        self._usable = False
        self.health.store_errors += 1
        self.health.last_failure = self._now()
        _log.warning("store", extra={"code": error.code, "error": str(error)})
        if error.code == "store_gone":
            try:
                self._store.reopen()
            except StoreError as again:
                _log.warning("store", extra={"code": again.code, "error": str(again)})
