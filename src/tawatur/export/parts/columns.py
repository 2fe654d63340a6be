"""The columns of a kind of record: its fields, and those of the single records in them, each with what it holds."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from tawatur.records.base import Record


class Column(NamedTuple):
    """`name` joins the names of the fields on the `path` by an underscore. `listed`: it holds any number of values."""

    name: str
    path: tuple[str, ...]
    listed: bool


@cache
def columns(kind: type[Record]) -> tuple[Column, ...]:
    """Give the columns of a kind of record, in the order of its fields."""
    found = inspect.type_info(kind)
    assert isinstance(found, inspect.StructType)  # noqa: S101 (a Record is one)
    return tuple(_columns(found, ()))


def _columns(kind: inspect.StructType, path: tuple[str, ...]) -> Iterator[Column]:
    for field in kind.fields:
        here = (*path, field.name)
        inner = bare(field.type)
        if isinstance(inner, inspect.StructType):
            yield from _columns(inner, here)
        else:
            yield Column("_".join(here), here, isinstance(inner, inspect.VarTupleType))


def bare(kind: inspect.Type) -> inspect.Type:
    """Give a type without None."""
    if isinstance(kind, inspect.UnionType):
        return next(one for one in kind.types if not isinstance(one, inspect.NoneType))
    return kind


def value(record: msgspec.Struct, path: tuple[str, ...]) -> Any:
    """Give what stands at the end of a path, None where something on the way is None."""
    found: Any = record
    for name in path:
        if found is None:
            return None
        found = getattr(found, name)
    return found
