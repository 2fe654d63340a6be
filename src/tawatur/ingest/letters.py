"""Strings that can be stored: JSON can write half characters (lone surrogates), file names can be no UTF-8."""

from typing import Any, TypeVar

import msgspec

S = TypeVar("S", bound=msgspec.Struct)


def whole_letters(text: str) -> str:
    """Join half characters that belong together; one without its other half becomes U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def storable(record: S) -> S:
    """Give the record with `whole_letters` in all its strings; itself where they are."""
    try:
        msgspec.msgpack.encode(record)
    except UnicodeEncodeError:
        fixed: S = _fixed(record)
        return fixed
    return record


def _fixed(value: Any) -> Any:
    if isinstance(value, str):
        return whole_letters(value)
    if isinstance(value, tuple):
        return tuple(map(_fixed, value))
    if isinstance(value, msgspec.Struct):
        return type(value)(**{name: _fixed(getattr(value, name)) for name in value.__struct_fields__})
    return value
