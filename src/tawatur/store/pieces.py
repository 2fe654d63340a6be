"""Pieces of SQL, each with the values that are bound to its marks, so that what a user typed is never part of a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A statement or a part of one, and the values of its question marks in their order."""

    sql: str
    values: tuple[object, ...] = ()


def filled(template: str, *parts: Piece) -> Piece:
    """Put pieces in the places of each `{}` of a template of our own, in order."""
    return Piece(template.format(*(part.sql for part in parts)), tuple(value for part in parts for value in part.values))


def joined(between: str, parts: Iterable[Piece]) -> Piece:
    """Put pieces one after the other, `between` them."""
    every = list(parts)
    return Piece(between.join(part.sql for part in every), tuple(value for part in every for value in part.values))


def listed(values: Sequence[object]) -> Piece:
    """Give a list of values as stands after IN; nothing is in an empty one."""
    return Piece(",".join("?" * len(values)) or "NULL", tuple(values))
