"""Entities: mentions of one article and of many that name one person, body, place or thing.

Spellings are joined first (hamza, عبد الله and عبدالله, transliterations), then short names to the one full name that
their article has for them, then, across articles, short names whose role says who is meant. Two different full names
are never one person. Everything is blocked by keys: the cost grows with the number of mentions.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import msgspec

from tawatur.records.base import content_id
from tawatur.records.name import Entity, Name, NameType, Role
from tawatur.records.span import Span
from tawatur.settle import roles
from tawatur.settle.joined import Joined
from tawatur.settle.known import Known, known
from tawatur.settle.people import Key, local, spellings
from tawatur.settle.speakers import speakers
from tawatur.settle.spelling import words

__all__ = ["Joined", "join", "speakers"]

# different roles that an entity keeps, in the order of documents: a president is called many things
_MOST_ROLES = 24

Group = tuple[NameType, Key]


class Mention(NamedTuple):
    """A mention with what was read of it. `key` is its own; what it stands for is decided later."""

    name: Name
    key: Key
    called: tuple[roles.Called, ...]


def join(texts: Mapping[str, str], names: Mapping[str, Sequence[Name]]) -> Joined:
    """Join the mentions of all documents into entities. The result does not depend on the order of documents.

    `texts` holds the text of every document of `names`; both go by document id.
    """
    documents = sorted(names)
    mentions = {d: _read_all(texts.get(d, ""), names[d]) for d in documents}
    people = _people(mentions)
    groups: dict[Group, list[Mention]] = defaultdict(list)
    at: dict[str, list[Group]] = {}
    for d in documents:
        at[d] = [(m.name.type, people.get((d, m.key), m.key) if m.name.type == "person" else m.key) for m in mentions[d]]
        for group, mention in zip(at[d], mentions[d], strict=True):
            groups[group].append(mention)
    entities = {group: _entity(group, members) for group, members in groups.items()}
    joined = {
        d: tuple(msgspec.structs.replace(m.name, entity=entities[g].id) for m, g in zip(mentions[d], at[d], strict=True))
        for d in documents
    }
    return Joined(joined, tuple(sorted(entities.values(), key=lambda e: e.id)))


def _read_all(text: str, names: Sequence[Name]) -> list[Mention]:
    starts = {name.start for name in names if name.type == "person"}
    return [_read(text, name, starts) for name in names]


def _read(text: str, name: Name, starts: AbstractSet[int]) -> Mention:
    if name.type != "person":
        return Mention(name, known(name.text, name.type).key, ())
    found = [roles.before(text, name.start)]
    behind = roles.after(text, name.end)
    if behind and not any(at in starts for at in range(behind.end, behind.end + 3)):  # else it is the next one's role
        found.append(behind)
    return Mention(name, words(name.text) or (name.text,), tuple(called for called in found if called))


def _people(mentions: Mapping[str, Sequence[Mention]]) -> dict[tuple[str, Key], Key]:
    """The full name that each name of a person stands for, by document."""
    counts = Counter(m.key for rows in mentions.values() for m in rows if m.name.type == "person")
    full = spellings((key for key in sorted(counts) if len(key) > 1), counts)
    found: dict[tuple[str, Key], Key] = {}
    left: list[tuple[str, Key]] = []
    for d, rows in mentions.items():
        keys = {m.key for m in rows if m.name.type == "person"}
        near = local(keys, full)
        for key in sorted(keys):
            found[d, key] = near.get(key, full.get(key, key))
            if key not in near:
                left.append((d, key))
    found.update(_across(mentions, found, left))
    return found


def _across(
    mentions: Mapping[str, Sequence[Mention]], found: Mapping[tuple[str, Key], Key], left: Iterable[tuple[str, Key]]
) -> dict[tuple[str, Key], Key]:
    """The full names of short names that stand alone in their article.

    It is the only one that other articles have for the short name, and a role that is more than the bare office is the
    same here and there.
    """
    meant: dict[Key, set[Key]] = defaultdict(set)
    for (_, key), to in found.items():
        if len(to) > len(key):
            meant[key].add(to)
    there: dict[Key, set[frozenset[str]]] = defaultdict(set)
    here: dict[tuple[str, Key], set[frozenset[str]]] = defaultdict(set)
    for d, rows in mentions.items():
        for m in rows:
            for called in m.called:
                if roles.specific(called.meaning):
                    there[found[d, m.key]].add(called.meaning)
                    here[d, m.key].add(called.meaning)
    decided = {}
    for d, key in left:
        targets = meant.get(key, ())
        if len(targets) == 1:
            (to,) = targets
            if here[d, key] & there[to]:
                decided[d, key] = to
    return decided


def _entity(group: Group, members: Sequence[Mention]) -> Entity:
    kind, key = group
    entry = known(members[0].name.text, kind) if kind != "person" else Known(key, None, None)
    counts = Counter(m.name.text for m in members)
    fullest = max(len(m.key) for m in members)
    full = {m.name.text for m in members if len(m.key) == fullest} if kind == "person" else set(counts)
    name = entry.name or min(full, key=lambda text: (-counts[text], text))
    return Entity(
        id=content_id("e", kind, " ".join(key)),
        type=kind,
        name=name,
        name_en=entry.en,
        forms=tuple(sorted(counts)),
        roles=_roles(members),
    )


def _roles(members: Sequence[Mention]) -> tuple[Role, ...]:
    """One role of each meaning, the first in the order of documents and places."""
    first: dict[frozenset[str], Role] = {}
    for m in sorted((m for m in members if m.called), key=lambda m: (m.name.document, m.name.start)):
        for called in m.called:
            span = Span(document=m.name.document, start=called.start, end=called.end)
            first.setdefault(called.meaning, Role(text=called.text, span=span))
    return tuple(first.values())[:_MOST_ROLES]
