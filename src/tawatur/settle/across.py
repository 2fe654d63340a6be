"""Across articles: the full name of a short one that stands alone in its article, and how far a lone name reaches."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from tawatur.records.name import Feature
from tawatur.settle.features import enough, feature
from tawatur.settle.mentions import Group
from tawatur.settle.roles import specific
from tawatur.settle.short import Article, fits
from tawatur.settle.spelling import common, rare
from tawatur.settle.variants import Meaning, Step, called

_OFTEN = 3  # articles that tie a short name to a full one
_WELL_KNOWN = 10
_COMMON = 9  # bands of 5 decibels: «الأهلي» and «أبي» are in them, «ميركل» and «نتنياهو» are not
# the part of the tying articles that may say otherwise: of a name's ten readers nine are enough
_DISSENT = 0.1

_TIMES = 5  # as many articles must write the shorter name alone as tie it to a longer one
_HEADS_OF_STATE = frozenset(("ملك", "رييس"))  # folded, without the article

Placed = tuple[str, Group]  # a name of one document


def ties(near: Mapping[str, Mapping[Group, Step]]) -> dict[Group, Counter[Group]]:
    """How many articles tie each short name to each full one. `near` goes by document."""
    found: dict[Group, Counter[Group]] = defaultdict(Counter)
    for steps in near.values():
        for group, step in steps.items():
            found[group][step.full] += 1
    return found


def elsewhere(articles: Mapping[str, Article], near: Mapping[str, Mapping[Group, Step]]) -> dict[Placed, Step]:
    """The full names, from other articles, of the short names that their own article leaves alone.

    Where hardly any article writes the longer name, it counts as the shorter one instead: a name with a word too many
    must not draw to itself what all others write.
    """
    tied = ties(near)
    sons = {group for article in articles.values() for group in article.sons}
    roles = _roles(articles, near)
    shorter = _shorter(tied, _alone(articles, near), roles)
    found: dict[Placed, Step] = {}
    for document, article in articles.items():
        for group in article.first:
            if group in shorter:
                found[document, group] = shorter[group]
            elif group in tied and group not in near[document] and group not in article.tables:
                full = _foremost(tied[group])
                mine = {meaning for meaning in article.called[group] if _tells(group, meaning)}
                features = [*fits(group, full, sons), *_said(group, full, tied[group]), *called(mine & roles[full])]
                if enough(features) and full not in shorter:
                    found[document, group] = Step(group, full, tuple(features))
    return found


def _foremost(tied: Counter[Group]) -> Group:
    return min(tied, key=lambda full: (-tied[full], full))


def _shorter(
    tied: Mapping[Group, Counter[Group]], alone: Counter[Group], roles: Mapping[Group, Set[Meaning]]
) -> dict[Group, Step]:
    """The longer names that count as shorter ones, of two words or more, that stand alone many times as often."""
    found: dict[Group, Step] = {}
    for group in sorted(g for g in tied if len(g[1]) > 1 and g[0] == "person"):
        for full, articles in tied[group].items():
            shared = {meaning for meaning in roles[group] & roles[full] if _tells(group, meaning)}
            features = (feature("longer_once"), feature("elsewhere"), *called(shared))
            if alone[group] >= _TIMES * articles and enough(features):
                found.setdefault(full, Step(full, group, features))
    return found


def _alone(articles: Mapping[str, Article], near: Mapping[str, Mapping[Group, Step]]) -> Counter[Group]:
    """In how many articles each name stands without a fuller one."""
    return Counter(group for document, article in articles.items() for group in article.first if group not in near[document])


def _tells(group: Group, meaning: Meaning) -> bool:
    """Whether a shared role tells that two names are one: with two words of the name, a head of state's bare office does."""
    return specific(meaning) or (len(group[1]) > 1 and meaning <= _HEADS_OF_STATE)


def _roles(articles: Mapping[str, Article], near: Mapping[str, Mapping[Group, Step]]) -> dict[Group, set[Meaning]]:
    """What each name is called in any article, the full ones as their short ones too."""
    found: dict[Group, set[Meaning]] = defaultdict(set)
    for document, article in articles.items():
        for group, meanings in article.called.items():
            step = near[document].get(group)
            found[step.full if step else group].update(meanings)
    return found


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


def given(groups: Iterable[Group]) -> frozenset[str]:
    """Words with which full names of people begin, and none ends: given names, whatever language they are of."""
    keys = [key for kind, key in groups if kind == "person" and len(key) > 1]
    return frozenset(key[0] for key in keys) - {key[-1] for key in keys}


def reach(document: str, group: Group, meanings: Set[Meaning], given_names: Set[str]) -> Group:
    """The group of a person's name that stands alone: one that many bear reaches no farther than its article, or its role.

    «الغامدي» or «جيف» in two articles is two people until something says otherwise.
    """
    kind, key = group
    if kind != "person" or len(key) > 1 or (rare(key) and key[0] not in given_names):
        return group
    specifics = sorted(" ".join(sorted(meaning)) for meaning in meanings if specific(meaning))
    return kind, (*key, specifics[0] if specifics else document)
