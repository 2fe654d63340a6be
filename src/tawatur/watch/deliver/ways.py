"""Sending alerts at most once: what was begun is written down before it is sent, and is not begun again."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from tawatur.records.alert import Alert
from tawatur.store.alerts import Told
from tawatur.store.sqlite import Store

_log = logging.getLogger("tawatur.watch")
_TRIES = 5  # rounds in which an alert is tried on a way that refuses it for certain


class NotSentError(Exception):
    """It is certain that nothing was sent: it may be tried again. Any other error leaves that open, and it is not."""


class Way(Protocol):
    """One way out. `repeatable`: sending an alert again does no harm, so it is sent until it is certain that it went out."""

    name: str
    repeatable: bool

    def send(self, alerts: Sequence[Alert]) -> None:
        """Send the alerts. Raises NotSentError where it is certain that none was."""
        ...


class Sender:
    """Sends what waits, way by way; a way that is broken does not hold up the others."""

    def __init__(self, store: Store, ways: Sequence[Way], now: Callable[[], str]) -> None:
        self._store = store
        self._told = Told(store)
        self._ways = ways
        self._now = now
        self._tried: dict[tuple[str, str], int] = {}

    def start(self) -> None:
        """Say of which alerts nobody knows whether they arrived, because an earlier watch was ended while it sent them."""
        for way in self._ways:
            if way.repeatable:
                with self._store.transaction():
                    self._told.release(way.name)
            unsure = self._told.unsure(way.name)
            if unsure:
                _log.warning("unsure", extra={"way": way.name, "alerts": unsure})

    def send(self) -> int:
        """Send what waits; give how many alerts went out, those that went by two ways twice."""
        return sum(self._by(way) for way in self._ways)

    def _by(self, way: Way) -> int:
        waiting = self._begun(way)
        if not waiting:
            return 0
        try:
            way.send(waiting)
        except NotSentError as error:
            _log.warning("not sent", extra={"way": way.name, "alerts": len(waiting), "error": str(error)})
            self._again(waiting, way, str(error))
            return 0
        except Exception as error:  # one way out that fails in whatever manner must not end the watch
            _log.exception("sending failed", extra={"way": way.name, "alerts": len(waiting), "error": str(error)})
            return 0
        with self._store.transaction():
            self._told.mark(waiting, way.name, "sent", self._now())
        return len(waiting)

    def _begun(self, way: Way) -> list[Alert]:
        """What waits, marked as begun: another watch over this store does not begin it too."""
        waiting = self._told.waiting(way.name)
        if not waiting:
            return []
        with self._store.transaction():
            return self._told.begin(waiting, way.name, self._now())

    def _again(self, alerts: Sequence[Alert], way: Way, error: str) -> None:
        """Let alerts wait again, but not for ever where the way is not repeatable."""
        over = []
        for one in alerts:
            key = one.id, way.name
            self._tried[key] = self._tried.get(key, 0) + 1
            if self._tried[key] >= _TRIES and not way.repeatable:
                over.append(one)
        with self._store.transaction():
            self._told.mark(over, way.name, "failed", self._now(), error)
            self._told.unmark([one for one in alerts if one not in over], way.name)
