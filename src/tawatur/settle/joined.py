"""What joining gives."""

from typing import NamedTuple

from tawatur.records.name import Entity, Name


class Joined(NamedTuple):
    """`names`: each document's mentions with `entity` set; `entities`: in the order of their ids."""

    names: dict[str, tuple[Name, ...]]
    entities: tuple[Entity, ...]
