"""What the stages keep from one run to the next, so that they make only that anew which has changed: rows of bytes, by stage and key."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from tawatur.records.changes import differing
from tawatur.store.sqlite import Store

K = TypeVar("K")
V = TypeVar("V")

_BY = "kept by "  # and the name of the stage


def kept(store: Store, stage: str, by: str, keys: Iterable[str] | None = None) -> dict[str, bytes]:
    """Give what a stage keeps by its keys, all or `keys` alone, where the program `by` made it; else nothing."""
    if store.state(_BY + stage) != by:
        return {}
    if keys is None:
        rows = store.each("SELECT key, body FROM kept WHERE stage = ?", (stage,))
    else:
        sql = "SELECT key, body FROM kept WHERE stage = ? AND key = ?"
        rows = (row for key in sorted(set(keys)) for row in store.query(sql, (stage, key)))
    return {key: bytes(body) for key, body in rows}


def keep(store: Store, stage: str, before: Mapping[str, bytes], now: Mapping[str, bytes], by: str) -> None:
    """Keep `now` in place of `before`, which is what `kept` gave; only what is another is written."""
    _keep(store, stage, before, now, by, first=not before)


def keep_changes(
    store: Store,
    stage: str,
    before: Mapping[K, V],
    now: Mapping[K, V],
    by: str,
    key: Callable[[K], str],
    body: Callable[[V], bytes],
) -> None:
    """Keep `now` in place of `before` as rows by `key` and `body`, where what is the very same object in both needs not be made a row of."""
    same = {name for name, one in now.items() if before.get(name) is one}
    then, found = ({key(name): body(one) for name, one in every.items() if name not in same} for every in (before, now))
    _keep(store, stage, then, found, by, first=not before)


def keep_some(store: Store, stage: str, rows: Mapping[str, bytes | None], by: str) -> None:
    """Keep some rows of a stage beside its others, or no more (None); what another program kept of it goes."""
    _write(store, stage, rows, by, first=store.state(_BY + stage) != by)


def _keep(store: Store, stage: str, before: Mapping[str, bytes], now: Mapping[str, bytes], by: str, *, first: bool) -> None:
    """Write `now` in place of `before`; all other rows of the stage stay, unless it keeps something for the `first` time."""
    _write(store, stage, {key: now.get(key) for key in differing(before, now)}, by, first=first)


def _write(store: Store, stage: str, rows: Mapping[str, bytes | None], by: str, *, first: bool) -> None:
    with store.transaction():
        if first:
            store.write("DELETE FROM kept WHERE stage = ?", [(stage,)])
        store.write("DELETE FROM kept WHERE stage = ? AND key = ?", ((stage, key) for key, body in rows.items() if body is None))
        sql = "INSERT INTO kept VALUES (?, ?, ?) ON CONFLICT (stage, key) DO UPDATE SET body = excluded.body"
        store.write(sql, ((stage, key, body) for key, body in rows.items() if body is not None))
        store.remember(_BY + stage, by)


def forget(store: Store) -> None:
    """Keep nothing: all is made anew the next time."""
    with store.transaction():
        store.write("DELETE FROM kept", [()])
        store.write("DELETE FROM state WHERE name LIKE ?", [(_BY + "%",)])
