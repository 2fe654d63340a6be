"""What the grouping of articles into stories keeps from one run to the next (see `records.grouped`)."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from tawatur.records.grouped import Grouped, Head, Likened
from tawatur.store.sqlite import Store

_STATE = "grouped by"

_encode = msgspec.msgpack.Encoder().encode
_head = msgspec.msgpack.Decoder(Head).decode
_likened = msgspec.msgpack.Decoder(Likened).decode


def grouped(store: Store, by: str) -> Grouped:
    """Give what is kept, where the program `by` made it; else nothing."""
    if store.state(_STATE) != by:
        return Grouped()
    return Grouped(
        heads={name: _head(body) for name, body in store.each("SELECT document, body FROM story_heads")},
        pairs={(a, b): _likened(body) for a, b, body in store.each("SELECT a, b, body FROM story_pairs")},
    )


def keep(store: Store, before: Grouped, now: Grouped, by: str) -> None:
    """Keep `now` in place of `before`, which is what `grouped` gave; only what is another is written."""
    with store.transaction():
        if not before.heads:
            forget(store)
        _put(store, "story_heads", ("document",), before.heads, now.heads, lambda name: (name,))
        _put(store, "story_pairs", ("a", "b"), before.pairs, now.pairs, tuple)
        store.remember(_STATE, by)


def forget(store: Store) -> None:
    """Keep nothing: the next grouping compares all anew."""
    with store.transaction():
        for table in ("story_heads", "story_pairs"):
            store.write(f"DELETE FROM {table}", [()])  # noqa: S608 (names of our own)
        store.write("DELETE FROM state WHERE name = ?", [(_STATE,)])


def _put(
    store: Store,
    table: str,
    keys: tuple[str, ...],
    before: Mapping[Any, object],
    now: Mapping[Any, object],
    row: Callable[[Any], tuple[object, ...]],
) -> None:
    marks = " AND ".join(f"{key} = ?" for key in keys)
    other = [key for key, one in now.items() if before.get(key) != one]
    gone = [key for key in before if key not in now]
    store.write(f"DELETE FROM {table} WHERE {marks}", (row(key) for key in [*gone, *(key for key in other if key in before)]))  # noqa: S608
    values = ", ".join("?" * (len(keys) + 1))
    store.write(f"INSERT INTO {table} VALUES ({values})", ((*row(key), _encode(now[key])) for key in other))  # noqa: S608
