"""What a stage keeps for the next time, as bytes: the fields of a named tuple, pairs of ids as keys, and numbers."""

import sys
from array import array
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_type_hints

import msgspec

T = TypeVar("T", bound=tuple[Any, ...])

_encode = msgspec.msgpack.Encoder().encode


def encoded(kept: tuple[Any, ...]) -> dict[str, bytes]:
    """Give the parts of a named tuple as bytes, by their names."""
    names: tuple[str, ...] = kept._fields  # type: ignore[attr-defined]
    return {name: _encode(part) for name, part in zip(names, kept, strict=True)}


def decoded(kind: type[T], parts: Mapping[str, bytes]) -> T:
    """Read what `encoded` gave of a named tuple `kind`; a part that is not there is as by default.

    Raises msgspec.ValidationError where one is of another type.
    """
    kinds = get_type_hints(kind)
    return kind(**{name: msgspec.msgpack.decode(body, type=kinds[name]) for name, body in parts.items()})


def key_of(pair: tuple[str, str]) -> str:
    """Give two ids as one key."""
    return " ".join(pair)


def pair_of(key: str) -> tuple[str, str]:
    """Give the two ids of a key."""
    a, _, b = key.partition(" ")
    return a, b


def packed(numbers: Iterable[int]) -> bytes:
    """Give numbers below 2³² as bytes, four each, the least first on every machine."""
    found = array("I", numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def unpacked(body: bytes) -> "array[int]":
    """Give the numbers that `packed` made bytes of."""
    found = array("I", body)
    if sys.byteorder == "big":
        found.byteswap()
    return found
