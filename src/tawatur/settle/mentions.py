"""Mentions: what is read at each name before any are joined."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.records.name import Name, NameType
from tawatur.settle import roles
from tawatur.settle.known import Known, codes, country_of, known
from tawatur.settle.spelling import Key

Group = tuple[NameType, Key]
_BESIDE = 3  # characters between two names of a list: «، و»
_JOINT = re.compile(r"\s*(?:[،,]\s*و?|و)\s*")


class Mention(NamedTuple):
    """A mention with what was read of it. `group` is of its own words; what it stands for is decided later.

    `son`: whether the last word is a father's name, with «بن» before it. `listed`: whether another person's name
    stands right beside it («محمد وخالد»). `enclosing`: the start of the mention that stands
    right before it, where this one is in brackets behind that one; else None.
    """

    name: Name
    known: Known
    group: Group
    called: tuple[roles.Called, ...] = ()
    son: bool = False
    listed: bool = False
    enclosing: int | None = None


def read(text: str, names: Sequence[Name]) -> list[Mention]:
    """Read the mentions of one article. Linear in them."""
    people = {name.start for name in names if name.type == "person"}
    behind = {name.end for name in names if name.type == "person"}
    named = frozenset(code for name in names for code in codes(name.text, name.type))
    towns = {name.text: code for name in names if name.type == "place" and (code := country_of(name.text))}
    many = Counter(towns.values())
    ends = {name.end: name.start for name in names}
    found = []
    for name in names:
        if name.type == "person":
            found.append(_person(text, name, people, behind)._replace(enclosing=_before(text, name, ends)))
        else:
            entry = known(name.text, name.type, _beside(name, named, towns, many))
            found.append(Mention(name, entry, (name.type, entry.key), enclosing=_before(text, name, ends)))
    return found


def _beside(name: Name, named: frozenset[str], towns: Mapping[str, str], many: Mapping[str, int]) -> frozenset[str]:
    """For a place, the codes of the countries that the article names, or another large town of theirs, or a body's adjective.

    `many` counts the towns of each country.
    """
    if name.type != "place" or not towns:
        return named if name.type == "place" else frozenset()
    own = towns.get(name.text)
    return named | {code for code, towns_there in many.items() if towns_there > (code == own)}


def _person(text: str, name: Name, starts: AbstractSet[int], ends: AbstractSet[int]) -> Mention:
    called = [roles.before(text, name.start)]
    behind = roles.after(text, name.end)
    if behind and not any(at in starts for at in range(behind.end, behind.end + 3)):  # else it is the next one's role
        called.append(behind)
    beside = [text[name.end : name.end + n] for n in range(1, _BESIDE + 1) if name.end + n in starts]
    beside += [text[name.start - n : name.start] for n in range(1, _BESIDE + 1) if name.start - n in ends]
    listed = any(_JOINT.fullmatch(between) for between in beside)
    tokens = fold(name.text).split()
    son = len(tokens) > 2 and tokens[-2] in ("بن", "ابن", "بنت") and not tokens[-1].startswith("ال")
    entry = known(name.text, name.type)
    return Mention(name, entry, ("person", entry.key), tuple(c for c in called if c), son, listed)


def _before(text: str, name: Name, ends: dict[int, int]) -> int | None:
    """Where the mention starts that «X (name)» has right before the brackets."""
    if text[name.start - 1 : name.start] not in ("(", "[") or text[name.end : name.end + 1] not in (")", "]"):
        return None
    at = name.start - 1
    while at and text[at - 1] in ' »”"':
        at -= 1
    return ends.get(at)
