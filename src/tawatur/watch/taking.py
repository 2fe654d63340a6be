"""What a round does with the store: take in what the sources have, and keep what is new of it, to be told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tawatur.pipeline import read
from tawatur.records.errors import StoreError, TawaturError
from tawatur.store.alerts import Told
from tawatur.store.library import StoreLibrary
from tawatur.watch import tell
from tawatur.watch.facts import facts

if TYPE_CHECKING:
    from tawatur.ingest import Options
    from tawatur.pipeline.reading import ReadReport
    from tawatur.records.alert_kinds import AlertKind
    from tawatur.store.sqlite import Store

_BEGUN, _LOOKED, _DERIVED = "watch begun", "watch looked", "derived"

State = tuple[str | None, int]  # the mark of what is derived, and the number of the last article


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What is told: `kinds`, and spellings of `names` that are waited for. `now` gives the time of day, seconds since 1970."""

    kinds: tuple["AlertKind", ...]
    names: tuple[str, ...]
    now: Callable[[], float]

    def stamp(self) -> str:
        """The time of day as it is kept."""
        return datetime.fromtimestamp(self.now(), UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a round is asked for: the sources that are due, how they are read, by how many processes, and what is told.

    `known` is the state of the store in which it was last looked for what is new, if it was.
    """

    sources: tuple[str, ...]
    reading: "Options"
    workers: int
    telling: Telling
    known: State | None


class Taken(NamedTuple):
    """What became of a round: the report of the reading where that came to its end, what went wrong, how many alerts of each kind were
    kept, and the state of the store in which it was last looked for them.
    """

    report: "ReadReport | None"
    errors: tuple[TawaturError, ...]
    alerts: tuple[tuple["AlertKind", int], ...]
    known: State | None


def begin(store: "Store", telling: Telling) -> None:
    """Before the first round: what a store holds already is not told, unless an earlier watch had begun to tell."""
    with store.transaction():  # another watch over this store may begin at the same time
        if store.state(_BEGUN) is None:
            tell.first(Told(store), facts(StoreLibrary(store), _documents(store), telling.names))
            store.remember(_BEGUN, telling.stamp())
            store.remember(_LOOKED, str(_last(store)))


def take_in(store: "Store", asked: Asked) -> Taken:
    """Read the sources, all in one reading, since what follows from new articles is made once, and keep what is new.

    Where the reading fails, what others have made of the store meanwhile is told all the same.
    """
    report, errors = None, list[TawaturError]()
    try:
        report = read(store, asked.sources, asked.reading, workers=asked.workers)
    except TawaturError as error:
        errors.append(error)
    try:
        alerts, known = _keep(store, asked.telling, asked.known)
    except StoreError as error:
        return Taken(report, (*errors, error), (), asked.known)
    return Taken(report, tuple(errors), alerts, known)


def _keep(store: "Store", telling: Telling, known: State | None) -> tuple[tuple[tuple["AlertKind", int], ...], State]:
    """Keep what is new, where anything was derived since it was last looked for; how many of each kind."""
    now = store.state(_DERIVED), _last(store)
    if now == known:
        return (), now
    last = int(store.state(_LOOKED) or 0)
    with store.transaction():
        found = facts(StoreLibrary(store), _documents(store, last), telling.names)
        alerts = tell.new(Told(store), found, telling.kinds, telling.stamp)
        store.remember(_LOOKED, str(_last(store)))
    return tuple(tell.counted(alerts)), now


def _documents(store: "Store", after: int = 0) -> list[str]:
    """The articles that were read after the one of this number."""
    return [one for (one,) in store.query("SELECT id FROM documents WHERE seq > ? ORDER BY id", (after,))]


def _last(store: "Store") -> int:
    return int(store.query("SELECT coalesce(max(seq), 0) FROM documents")[0][0])
