"""The view of an entity: its name, forms, roles, identifiers, and why its forms are one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tawatur.records.base import content_id
from tawatur.records.name import Decision, Entity, Feature, Role
from tawatur.records.span import Span
from tawatur.settle.features import feature, score
from tawatur.settle.known import PLACE_HEADS, Known
from tawatur.settle.mentions import Group
from tawatur.settle.spelling import Key, words
from tawatur.settle.variants import Step

# different roles, and decisions, that an entity keeps, in the order of documents: a president is called many things
_MOST = 24


class Standing(NamedTuple):
    """Mentions of one form that came one way to what they stand for.

    `group` is of their own words, `known` what a table has for them, if one has; `step` the last one there, if there was one; `judged` who moved
    them last, if a person did; `many` how many there are; `first` the first of them, in the order of documents and places.
    """

    group: Group
    text: str
    known: Known | None
    step: Step | None
    judged: str | None
    many: int
    first: Span


def entity(group: Group, standings: Sequence[Standing], roles: Iterable[Role], named: str | None) -> Entity:
    """Give the entity of a group's mentions: `standings` in the order of their first ones, `roles` one of each meaning, the first, in order.

    `named`: a name that a person gave it.
    """
    kind, key = group
    counts: Counter[str] = Counter()
    for one in standings:
        counts[one.text] += one.many
    known = next((one.known for one in standings if one.known), None)
    name = named or (known and known.name) or _fullest(key, standings, counts)
    return Entity(
        id=identity(group),
        type=kind,
        name=name,
        name_en=known.en if known else None,
        forms=tuple(sorted(counts)),
        roles=tuple(islice(roles, _MOST)),
        same_as=known.same_as if known else (),
        joined=_decisions(name, standings, counts),
    )


def identity(group: Group) -> str:
    """Give the id of the entity of a group."""
    kind, key = group
    return content_id("e", kind, " ".join(key))


def _fullest(key: Key, standings: Sequence[Standing], counts: Counter[str]) -> str:
    """The commonest form of the name that stands for all; without it, of the fullest ones."""
    own = {one.text for one in standings if one.group[1] == key}
    if not own:
        most = max(len(one.group[1]) for one in standings)
        own = {one.text for one in standings if len(one.group[1]) == most}
    return min(own, key=lambda text: (-counts[text], text))


def _decisions(name: str, standings: Sequence[Standing], counts: Counter[str]) -> tuple[Decision, ...]:
    """Why each form that is not the name counts as it: the first decision for each, in the order of forms."""
    if len(counts) == 1 and not any(one.judged for one in standings):
        return ()
    found: dict[str, Decision] = {}
    texts = _texts(standings, counts)
    for one in standings:
        form = one.text
        if (form != name or one.judged) and form not in found:
            features = tuple(_why(name, one))
            to = texts.get(one.step.full, name) if one.step else name
            found[form] = Decision(form=form, to=to, score=score(features), features=features, evidence=one.first)
    return tuple(found[form] for form in sorted(found))[:_MOST]


def _texts(standings: Sequence[Standing], counts: Counter[str]) -> dict[Group, str]:
    """The commonest form of each name as it was before it was joined."""
    found: dict[Group, str] = {}
    for one in standings:
        best = found.get(one.group)
        if best is None or (-counts[one.text], one.text) < (-counts[best], best):
            found[one.group] = one.text
    return found


def _why(name: str, one: Standing) -> Iterator[Feature]:
    if one.step:
        yield from one.step.features
    elif one.judged:
        yield feature("judged", one.judged)
    else:
        yield _by_words(name, one)


def _by_words(name: str, one: Standing) -> Feature:
    """Why a form whose key is the same is the same name."""
    mine, others = words(one.text), words(name)
    if mine == others:
        return feature("same_letters")
    if one.known:
        return feature("table", one.known.en or name)
    if one.group[0] == "place" and {mine[:1], others[:1]} & {(head,) for head in PLACE_HEADS}:
        return feature("head_noun", next(w[0] for w in (mine, others) if w[:1] and w[0] in PLACE_HEADS))
    return feature("same_letters")
