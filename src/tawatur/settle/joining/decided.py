"""What all articles together decide of names: spellings, and the full names of those that their own articles leave alone."""

import hashlib
from collections.abc import Mapping, Set

from tawatur.settle.across import Elsewhere, elsewhere, given
from tawatur.settle.joining.rows import Spelled
from tawatur.settle.joining.tables import Tables
from tawatur.settle.joining.tallies import Tallies
from tawatur.settle.mentions import Group
from tawatur.settle.spelling import rare, skeleton
from tawatur.settle.variants import Step, spellings


def spelled_anew(before: Mapping[Group, Step], changed: Set[int], tallies: Tallies, tables: Tables) -> dict[Group, Step]:
    """The spellings that count as others, where `changed` are the names whose counts or roles may be others than `before`.

    Names are compared with those of their type and skeleton only.
    """
    blocks = {(kind, bones) for kind, bones, *_ in map(tables.groups.__getitem__, changed) if bones}
    free = tallies.free
    groups = {
        number: tables.group(number)
        for number, one in enumerate(tables.groups.things)
        if one and one[1] and (one[0], one[1]) in blocks and number in free
    }
    found = spellings({group: free[number] for number, group in groups.items()}, tallies.own_roles(groups))
    return {group: step for group, step in before.items() if (group[0], skeleton(group[1])) not in blocks} | found


def by_number(spelled: Mapping[Group, Step], tables: Tables) -> Spelled:
    """The spellings by name and by number."""
    number, step_number = tables.group_number, tables.step_number
    return Spelled(spelled, {number(group): (number(step.full), step_number(step)) for group, step in spelled.items()})


def decided(spelled: Spelled, tallies: Tallies, tables: Tables) -> dict[int, Elsewhere]:
    """What other articles say of each name that they tie to another, by its number."""
    tied = tallies.ties()
    names = {group for short, fulls in tied.items() for group in (short, *fulls)}
    groups = {tables.group_number(group): group for group in names}
    alone = {group: tallies.alone[number] for number, group in groups.items()}
    found = elsewhere(tied, alone, tallies.sons(spelled.numbers), tallies.fuller_roles(groups))
    return {tables.group_number(group): one for group, one in found.items()}


def given_names(tallies: Tallies, tables: Tables) -> frozenset[str]:
    """The given names: see `across.given`."""
    people = (one for one in map(tables.groups.__getitem__, tallies.free) if one[0] == "person")
    return given([key for _, _, *key in people if len(key) > 1])


def marks(found: Mapping[int, Elsewhere]) -> dict[int, bytes]:
    """A digest of all that is decided of each name."""
    return {number: _mark(one) for number, one in found.items()}


def _mark(one: Elsewhere) -> bytes:
    step = one.shorter
    features = step.features if step else one.features
    said = (step.full if step else one.full, bool(step), [(f.name, f.reason.ar) for f in features])
    roles = sorted(" ".join(sorted(role)) for role in one.roles)
    return hashlib.blake2b(repr((said, roles)).encode(), digest_size=8).digest()


def reaching_otherwise(before: Set[str], now: Set[str], tables: Tables) -> set[int]:
    """The lone names of people that are given names now and were not before, or the other way round: they reach less far, or farther."""
    keys = ((word,) for word in before ^ now)
    numbers = (tables.groups.known(("person", "", *key)) for key in keys if rare(key))
    return {number for number in numbers if number is not None}
