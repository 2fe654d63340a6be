"""What the watch keeps in the store: what it has told, and by which ways."""

from collections.abc import Iterable, Sequence

from tawatur.records.alert import Alert
from tawatur.records.base import from_json, to_json
from tawatur.store.sqlite import Store


class Told:
    """The alerts of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def fresh(self, ids: Sequence[str]) -> set[str]:
        """Those of `ids` that were neither told nor seen."""
        known = {identity for (identity,) in self._store.query("SELECT id FROM alerts")}
        return set(ids) - known

    def seen(self, ids: Iterable[str]) -> None:
        """Remember what was there before the watch began: it is not told."""
        self._store.write("INSERT INTO alerts (id) VALUES (?) ON CONFLICT DO NOTHING", ((identity,) for identity in ids))

    def keep(self, alerts: Iterable[Alert]) -> None:
        """Keep alerts that are to be told."""
        rows = ((one.id, one.made, to_json(one).decode()) for one in alerts)
        self._store.write("INSERT INTO alerts (id, made, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows)

    def newest(self, count: int) -> list[Alert]:
        """The alerts that were told last, the newest first."""
        sql = "SELECT body FROM alerts WHERE body IS NOT NULL ORDER BY n DESC LIMIT ?"
        return [from_json(body, Alert) for (body,) in self._store.query(sql, (count,))]

    def waiting(self, way: str) -> list[Alert]:
        """The alerts that have not gone out by a way, and of which none was begun; the oldest first."""
        sql = """SELECT a.body FROM alerts a LEFT JOIN deliveries d ON d.alert = a.id AND d.way = ?
                 WHERE a.body IS NOT NULL AND d.alert IS NULL ORDER BY a.n"""
        return [from_json(body, Alert) for (body,) in self._store.query(sql, (way,))]

    def mark(self, alerts: Iterable[Alert], way: str, state: str, told: str, error: str | None = None) -> None:
        """Say how far the alerts have come on a way."""
        rows = [(one.id, way, state, told, error) for one in alerts]
        sql = """INSERT INTO deliveries VALUES (?, ?, ?, ?, ?) ON CONFLICT (alert, way) DO UPDATE
                 SET state = excluded.state, told = excluded.told, error = excluded.error"""
        self._store.write(sql, rows)

    def unmark(self, alerts: Iterable[Alert], way: str) -> None:
        """Let the alerts wait for a way again."""
        self._store.write("DELETE FROM deliveries WHERE alert = ? AND way = ?", ((one.id, way) for one in alerts))

    def unsure(self, way: str) -> int:
        """How many alerts were cut off while they were sent: nobody knows whether they arrived, and they are not sent again."""
        sql = "SELECT count(*) FROM deliveries WHERE way = ? AND state = 'sending'"
        return int(self._store.query(sql, (way,))[0][0])
