"""Across articles: the full name of a short one that stands alone in its article, and how far a lone name reaches."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from tawatur.records.name import Feature
from tawatur.settle.features import enough, feature
from tawatur.settle.mentions import Group
from tawatur.settle.roles import specific
from tawatur.settle.short import fits
from tawatur.settle.spelling import common, rare
from tawatur.settle.variants import Meaning, Step, called

_OFTEN = 3  # articles that tie a short name to a full one
_WELL_KNOWN = 10
_COMMON = 9  # bands of 5 decibels: «الأهلي» and «أبي» are in them, «ميركل» and «نتنياهو» are not
# the part of the tying articles that may say otherwise: of a name's ten readers nine are enough
_DISSENT = 0.1

_TIMES = 5  # as many articles must write the shorter name alone as tie it to a longer one
_HEADS_OF_STATE = frozenset(("ملك", "رييس"))  # folded, without the article


class Elsewhere(NamedTuple):
    """What other articles say of a name that its own leaves alone.

    `shorter`: it counts as this shorter one in every article. Else `full` is the full name that most articles tie it to, `features` what speaks
    for that, and `roles` what the full one is called anywhere that would tell, if an article called the short one so.
    """

    shorter: Step | None = None
    full: Group | None = None
    features: tuple[Feature, ...] = ()
    roles: Set[Meaning] = frozenset()

    def of(self, group: Group, meanings: Set[Meaning], *, table: bool) -> Step | None:
        """Give the step that a name takes in an article that leaves it alone, if any.

        `meanings` are what the article calls it; `table`: whether a table has it.
        """
        if self.shorter or self.full is None or table:
            return self.shorter
        features = (*self.features, *called(meanings & self.roles))
        return Step(group, self.full, features) if enough(features) else None


def elsewhere(
    tied: Mapping[Group, Counter[Group]], alone: Mapping[Group, int], sons: Set[Group], roles: Mapping[Group, Set[Meaning]]
) -> dict[Group, Elsewhere]:
    """What other articles say of each name.

    `tied` counts the articles that tie each short name to each full one, `alone` those in which each name stands without a fuller one (it is
    asked for the short names of people only); `sons` are the names that end in «بن فلان» in any article, and `roles` what each name is called in
    any, a full one what its short ones are too.

    Where hardly any article writes the longer name, it counts as the shorter one instead: a name with a word too many
    must not draw to itself what all others write.
    """
    shorter = _shorter(tied, alone, roles)
    found = {group: Elsewhere(shorter=step) for group, step in shorter.items()}
    for group in tied.keys() - shorter.keys():
        full = _foremost(tied[group])
        if full not in shorter:
            features = (*fits(group, full, sons), *_said(group, full, tied[group]))
            found[group] = Elsewhere(full=full, features=features, roles=_telling(group, roles.get(full, frozenset())))
    return found


def _foremost(tied: Counter[Group]) -> Group:
    return min(tied, key=lambda full: (-tied[full], full))


def _shorter(
    tied: Mapping[Group, Counter[Group]], alone: Mapping[Group, int], roles: Mapping[Group, Set[Meaning]]
) -> dict[Group, Step]:
    """The longer names that count as shorter ones, of two words or more, that stand alone many times as often."""
    found: dict[Group, Step] = {}
    for group in sorted(g for g in tied if len(g[1]) > 1 and g[0] == "person"):
        for full, articles in tied[group].items():
            if alone.get(group, 0) < _TIMES * articles:
                continue
            shared = _telling(group, roles.get(group, frozenset()) & roles.get(full, frozenset()))
            features = (feature("longer_once"), feature("elsewhere"), *called(shared))
            if enough(features):
                found.setdefault(full, Step(full, group, features))
    return found


def _telling(group: Group, roles: Set[Meaning]) -> Set[Meaning]:
    """The roles that tell, where they are shared, that two names are one: with two words of the name, a head of state's bare office does."""
    return frozenset(one for one in roles if specific(one) or (len(group[1]) > 1 and one <= _HEADS_OF_STATE))


def _said(group: Group, full: Group, tied: Counter[Group]) -> Iterator[Feature]:
    yield feature("elsewhere")
    others = tied.total() - tied[full]
    if others > _DISSENT * tied.total():
        yield feature("others_elsewhere")
    if tied[full] >= _OFTEN:
        yield feature("often")
    if tied[full] >= _WELL_KNOWN:
        yield feature("well_known")
    if len(group[1]) == 1 and group[1][0] in common(_COMMON):
        yield feature("common_word")
    elif group[0] == "person" and rare(group[1]):
        yield feature("rare")


def given(people: Collection[Sequence[str]]) -> frozenset[str]:
    """Words with which full names of people begin, and none ends: given names, whatever language they are of. `people` are their keys."""
    return frozenset(key[0] for key in people) - {key[-1] for key in people}


def reach(document: str, group: Group, meanings: Set[Meaning], given_names: Set[str]) -> Group:
    """The group of a person's name that stands alone: one that many bear reaches no farther than its article, or its role.

    «الغامدي» or «جيف» in two articles is two people until something says otherwise.
    """
    kind, key = group
    if kind != "person" or len(key) > 1 or (rare(key) and key[0] not in given_names):
        return group
    specifics = sorted(" ".join(sorted(meaning)) for meaning in meanings if specific(meaning))
    return kind, (*key, specifics[0] if specifics else document)
