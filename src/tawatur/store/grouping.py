"""What the grouping of articles into stories keeps from one run to the next (see `records.grouped`)."""

import msgspec

from tawatur.records.grouped import Grouped, Head, Likened, Profiled, SharedText
from tawatur.records.parts import key_of, pair_of
from tawatur.store import keeping
from tawatur.store.sqlite import Store

_PROFILES, _TEXTS, _DAILY, _HEADS, _PAIRS = (
    "profiles of articles",
    "shared texts",
    "words of days",
    "heads of stories",
    "pairs of heads",
)

_encode = msgspec.msgpack.Encoder().encode
_profiled = msgspec.msgpack.Decoder(Profiled).decode
_head = msgspec.msgpack.Decoder(Head).decode
_text = msgspec.msgpack.Decoder(SharedText).decode
_likened = msgspec.msgpack.Decoder(Likened).decode


def grouped(store: Store, by: str) -> Grouped:
    """Give what is kept, where the program `by` made it; else nothing."""
    stages = (_PROFILES, _TEXTS, _DAILY, _HEADS, _PAIRS)
    profiles, texts, daily, heads, pairs = (keeping.kept(store, stage, by) for stage in stages)
    return Grouped(
        profiles={name: _profiled(body) for name, body in profiles.items()},
        texts={pair_of(pair): _text(body) for pair, body in texts.items()},
        daily={int(day): body for day, body in daily.items()},
        heads={name: _head(body) for name, body in heads.items()},
        pairs={pair_of(pair): _likened(body) for pair, body in pairs.items()},
    )


def keep(store: Store, before: Grouped, now: Grouped, by: str) -> None:
    """Keep `now` in place of `before`, which is what `grouped` gave; only what is another is written."""
    then, found = _rows(before), _rows(now)
    with store.transaction():
        for stage, rows in found.items():
            keeping.keep(store, stage, then[stage], rows, by)


def _rows(grouped: Grouped) -> dict[str, dict[str, bytes]]:
    return {
        _PROFILES: {name: _encode(one) for name, one in grouped.profiles.items()},
        _TEXTS: {key_of(pair): _encode(one) for pair, one in grouped.texts.items()},
        _DAILY: {str(day): counts for day, counts in grouped.daily.items()},
        _HEADS: {name: _encode(one) for name, one in grouped.heads.items()},
        _PAIRS: {key_of(pair): _encode(one) for pair, one in grouped.pairs.items()},
    }
