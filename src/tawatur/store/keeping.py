"""What the stages keep from one run to the next, so that they make only that anew which has changed: rows of bytes, by stage and key."""

from collections.abc import Iterable, Mapping

from tawatur.records.changes import differing
from tawatur.store.sqlite import Store

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
    """Keep `now` in place of `before`, which is what `kept` gave of all keys; only what is another is written."""
    if not before:
        store.write("DELETE FROM kept WHERE stage = ?", [(stage,)])
    keep_some(store, stage, {key: now.get(key) for key in differing(before, now)}, by)


def keep_some(store: Store, stage: str, rows: Mapping[str, bytes | None], by: str) -> None:
    """Keep some rows of a stage beside its others, or no more (None); what another program kept of it goes."""
    with store.transaction():
        if store.state(_BY + stage) != by:
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
