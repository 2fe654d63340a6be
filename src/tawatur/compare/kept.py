"""What comparing keeps for the next time, so that only what has changed is compared anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, get_type_hints

import msgspec

from tawatur.compare.clash import Clash

Place = tuple[str, int, int]  # a document, and where in it a sentence starts and ends
Ids = tuple[str, ...]


class Compared(NamedTuple):
    """All findings, events and commitments by what each depends on.

    `stories` holds of each its thread, which is its own id where it hangs in none, and its documents. `alone` are the documents of no story.
    `texts` has for a document that is one text with others the first of them. `copied` and `renamed` are the clashes of copies by the ids of
    two documents, a blank between them.
    """

    stories: Mapping[str, tuple[str, Ids]] = {}
    alone: Ids = ()
    texts: Mapping[str, str] = {}
    carried: tuple[tuple[Place, ...], ...] = ()  # sentences of one text, from two documents or more
    happenings: Mapping[str, str] = {}  # of each story the id of the finding
    tolls: Mapping[str, tuple[Ids, tuple[Place, ...]]] = {}  # of each story the findings, and the sentences that they depend on
    copied: Mapping[str, tuple[Clash, ...]] = {}
    renamed: Mapping[str, tuple[Clash, ...]] = {}
    told: Mapping[str, tuple[Clash, ...]] = {}  # by story
    conflicts: Ids = ()
    events: Mapping[str, Ids] = {}  # by story, or by document where it is in none
    commitments: Mapping[str, Ids] = {}  # by thread, story or document


_encode = msgspec.msgpack.Encoder().encode
_decoders = {name: msgspec.msgpack.Decoder(kind) for name, kind in get_type_hints(Compared).items()}


def encoded(compared: Compared) -> dict[str, bytes]:
    """Give what was kept as bytes, by the names of its parts."""
    return {name: _encode(part) for name, part in zip(Compared._fields, compared, strict=True)}


def decoded(parts: Mapping[str, bytes]) -> Compared:
    """Read what `encoded` gave; a part that is not there is empty. Raises msgspec.ValidationError where one is of another type."""
    found: dict[str, Any] = {name: _decoders[name].decode(body) for name, body in parts.items()}
    return Compared(**found)
