"""Where each mention has been placed: its group, and the way it came there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tawatur.records.judgement import Outcome, Status
from tawatur.records.name import Entity
from tawatur.settle.mentions import Group, Mention
from tawatur.settle.variants import Step


class Way(NamedTuple):
    """The group of a mention, the steps that led there, and the judgements that moved it."""

    group: Group
    steps: tuple[Step, ...] = ()
    judged: tuple[str, ...] = ()  # who judged so


@dataclass
class Placing:
    """The mentions of all documents with their ways, both by document and in one order.

    `named` holds names that a person gave to groups; `told` what became of each judgement, with the groups it speaks of.
    """

    mentions: Mapping[str, Sequence[Mention]]
    ways: dict[str, list[Way]]
    named: dict[Group, str] = field(default_factory=dict)
    told: list[tuple[str, Status, tuple[Group, ...], str]] = field(default_factory=list)

    def outcomes(self, entities: Mapping[Group, Entity]) -> tuple[Outcome, ...]:
        """What became of each judgement, with the entities that it speaks of now."""
        return tuple(
            Outcome(
                judgement=judgement,
                status=status,
                entities=tuple(dict.fromkeys(entities[group].id for group in groups if group in entities)),
                missing=missing,
            )
            for judgement, status, groups, missing in self.told
        )
