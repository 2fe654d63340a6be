"""Spellings: which names of all articles are one name written in several ways."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tawatur.records.name import Feature
from tawatur.settle.features import enough, feature
from tawatur.settle.mentions import Group
from tawatur.settle.spelling import Key, apart, common, skeleton

Meaning = frozenset[str]  # what a role means, as `roles.meaning` gives it
Roles = Mapping[Group, AbstractSet[Meaning]]

# names of one skeleton that are compared with each other: more than this stand only under bones of two letters
_BLOCK = 200
# letters of a lone word, not a person's, that may be written in two ways: shorter ones differ too often by a letter alone
_LEAST_ALONE = 5


class Step(NamedTuple):
    """One name that counts as another's, and why."""

    short: Group
    full: Group
    features: tuple[Feature, ...]


def spellings(counts: Mapping[Group, int], roles: Roles) -> dict[Group, Step]:
    """Give each name that is written otherwise elsewhere the commonest spelling, by type and skeleton. Linear in the names but for the few of one."""
    blocks: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in counts:
        if compared(group):
            blocks[group[0], skeleton(group[1])].append(group)
    found: dict[Group, Step] = {}
    for block in blocks.values():
        if len(block) > 1:
            found.update((step.short, step) for step in _of_block(block, counts, roles))
    return found


def compared(group: Group) -> bool:
    """Whether a name is compared with the others of its type and skeleton: what a person's lone word means is for the article to say."""
    kind, key = group
    return len(key) > 1 or (kind != "person" and len(key[0]) >= _LEAST_ALONE)


def _of_block(block: Iterable[Group], counts: Mapping[Group, int], roles: Roles) -> Iterable[Step]:
    chosen: list[Group] = []
    for group in sorted(block, key=lambda g: (-counts[g], g)):
        for to in chosen[:_BLOCK]:
            features = _features(group, to, roles)
            if enough(features):
                yield Step(group, to, tuple(features))
                break
        else:
            chosen.append(group)


def _features(one: Group, other: Group, roles: Roles) -> list[Feature]:
    person = one[0] == "person"
    differing = _differences(one[1], other[1], person=person)
    if differing is None:
        return []
    if not differing:
        return [feature("same_letters")]
    # «محمد العمران» and «محمد عمران» are two people more often than not
    sound = "same_sound" if any(places for _, _, places in differing) else "article_left_out"
    found = [feature(sound, f"«{a}» / «{b}»") for a, b, _ in differing[:1]]
    found += [feature("second_difference") for _, _, places in differing for _ in range(places - 1)]
    found += [feature("second_word") for _ in differing[1:]]
    if not person and len(one[1]) == 1:
        found.append(feature("alone"))
    shared = roles.get(one, frozenset()) & roles.get(other, frozenset())
    return [*found, *called(shared)] if person else found


def called(shared: AbstractSet[Meaning]) -> list[Feature]:
    """The feature of a role that two names share, if they do."""
    fullest = min(shared, key=lambda meaning: (-len(meaning), sorted(meaning)), default=None)
    return [feature("role_shared", " ".join(sorted(fullest)))] if fullest else []


def _differences(one: Key, other: Key, *, person: bool) -> Sequence[tuple[str, str, int]] | None:
    """The words that differ, each pair with the number of places; None where the names are two."""
    if "".join(one) == "".join(other):
        return ()
    if len(one) != len(other):
        return None
    found = []
    for a, b in zip(one, other, strict=True):
        if a == b:
            continue
        places = None if not person and _two_words(a, b, alone=len(one) == 1) else apart(a, b)
        if places is None:
            return None
        found.append((a, b, places))
    return found


def _two_words(a: str, b: str, *, alone: bool) -> bool:
    """Whether two words of a body's or place's name are words of the language: «مجلس» is not «مجالس».

    A name of one word («أوروبا»، «أوربا») may be as frequent as they are.
    """
    return (not alone and a in common() and b in common()) or a.startswith("ال") != b.startswith("ال")
