"""What the grouping of articles into stories keeps from one run to the next (see `records.grouped`)."""

import msgspec

from tawatur.records.grouped import Grouped, Head, Likened
from tawatur.store import keeping
from tawatur.store.sqlite import Store

_HEADS, _PAIRS = "heads of stories", "pairs of heads"

_encode = msgspec.msgpack.Encoder().encode
_head = msgspec.msgpack.Decoder(Head).decode
_likened = msgspec.msgpack.Decoder(Likened).decode


def grouped(store: Store, by: str) -> Grouped:
    """Give what is kept, where the program `by` made it; else nothing."""
    pairs = keeping.kept(store, _PAIRS, by)
    return Grouped(
        heads={name: _head(body) for name, body in keeping.kept(store, _HEADS, by).items()},
        pairs={_ids(pair): _likened(body) for pair, body in pairs.items()},
    )


def keep(store: Store, before: Grouped, now: Grouped, by: str) -> None:
    """Keep `now` in place of `before`, which is what `grouped` gave; only what is another is written."""
    with store.transaction():
        for stage, then, found in ((_HEADS, before.heads, now.heads), (_PAIRS, _named(before), _named(now))):
            keeping.keep(
                store,
                stage,
                {name: _encode(one) for name, one in then.items()},
                {name: _encode(one) for name, one in found.items()},
                by,
            )


def _named(grouped: Grouped) -> dict[str, Likened]:
    return {f"{a} {b}": one for (a, b), one in grouped.pairs.items()}


def _ids(pair: str) -> tuple[str, str]:
    a, _, b = pair.partition(" ")
    return a, b
