"""What joining gives."""

from typing import NamedTuple

from tawatur.records.judgement import Outcome
from tawatur.records.name import Entity, Name


class Joined(NamedTuple):
    """`names`: each document's mentions with `entity` set; `entities`: in the order of their ids.

    `outcomes`: what became of each judgement, in the order of the judgements.
    """

    names: dict[str, tuple[Name, ...]]
    entities: tuple[Entity, ...]
    outcomes: tuple[Outcome, ...] = ()
