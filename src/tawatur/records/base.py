"""What all records have in common: they are frozen, compare by value and go to JSON and back without loss."""

import hashlib
from typing import Any, TypeVar

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A noun of the program. Frozen, so that a stage can only make new ones."""


R = TypeVar("R")


def to_json(record: Any) -> bytes:
    """Give the record as one line of compact JSON (UTF-8), fields in the order of their definition."""
    return msgspec.json.encode(record)


def from_json(data: bytes | str, kind: type[R]) -> R:
    """Read a record of type `kind` from its JSON.

    Raises msgspec.ValidationError where a field is missing or of another type.
    """
    return msgspec.json.decode(data, type=kind)


def to_dict(record: Any) -> Any:
    """Give the record as plain dictionaries, lists, strings and numbers."""
    return msgspec.to_builtins(record)


def content_id(prefix: str, *parts: object) -> str:
    """Give an id that depends on `parts` alone: the prefix, a hyphen and 16 hexadecimal digits of a SHA-256."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:16]}"
