"""What joining gives."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from tawatur.records.judgement import Outcome
from tawatur.records.name import Entity, Name


class Named(Protocol):
    """The mentions of each document with their entities, and the entities by id."""

    @property
    def names(self) -> Mapping[str, Sequence[Name]]:
        """The mentions, by document."""

    @property
    def by_id(self) -> Mapping[str, Entity]:
        """The entities."""


class Joined(NamedTuple):
    """`names`: each document's mentions with `entity` set; `entities`: in the order of their ids.

    `outcomes`: what became of each judgement, in the order of the judgements.
    """

    names: dict[str, tuple[Name, ...]]
    entities: tuple[Entity, ...]
    outcomes: tuple[Outcome, ...] = ()

    @property
    def by_id(self) -> dict[str, Entity]:
        """The entities by id, in the order of ids."""
        return {one.id: one for one in self.entities}
