"""A Thing: a record as far as it is compared, by where its words stand and what it says of them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from tawatur.records.change import ChangeKind
from tawatur.records.span import Span

Place = tuple[str, int, int]


class Thing(NamedTuple):
    """`id` tells the record in both states where it stands for the same words. `places` are those words, in code points.

    Two things of other ids are the same thing, cut otherwise, where their places overlap and their `group` is one.
    """

    kind: ChangeKind
    id: str
    places: tuple[Place, ...]
    values: dict[str, Any]
    text: str = ""
    group: tuple[object, ...] = ()
    aliases: tuple[str, ...] = ()


def place_id(at: Place) -> str:
    """What a thing is told by that is told by its place."""
    return ":".join(map(str, at))


def places(spans: Iterable[Span]) -> tuple[Place, ...]:
    """The places of spans."""
    return tuple((one.document, one.start, one.end) for one in spans)
