"""What the grouping of articles into stories keeps from one run to the next (see `records.grouped`)."""

import msgspec

from tawatur.records.grouped import Grouped, Head, Likened, Profiled, SharedText
from tawatur.records.parts import key_of, pair_of
from tawatur.store import keeping
from tawatur.store.sqlite import Store

_PROFILES, _TEXTS, _DAILY, _HEADS, _PAIRS, _SCORES = (
    "profiles of articles",
    "shared texts",
    "words of days",
    "heads of stories",
    "pairs of heads",
    "scores of pairs",
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
        scores=keeping.kept(store, _SCORES, by),
    )


def keep(store: Store, before: Grouped, now: Grouped, by: str) -> None:
    """Keep `now` in place of `before`, which is what `grouped` gave; only what is another is written."""
    with store.transaction():
        keeping.keep_changes(store, _PROFILES, before.profiles, now.profiles, by, str, _encode)
        keeping.keep_changes(store, _TEXTS, before.texts, now.texts, by, key_of, _encode)
        keeping.keep_changes(store, _DAILY, before.daily, now.daily, by, str, bytes)
        keeping.keep_changes(store, _HEADS, before.heads, now.heads, by, str, _encode)
        keeping.keep_changes(store, _PAIRS, before.pairs, now.pairs, by, key_of, _encode)
        keeping.keep_changes(store, _SCORES, before.scores, now.scores, by, str, bytes)
