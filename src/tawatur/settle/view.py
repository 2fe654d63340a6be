"""The view of an entity: its name, forms, roles, identifiers, and why its forms are one."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tawatur.records.base import content_id
from tawatur.records.name import Decision, Entity, Feature, Role
from tawatur.records.span import Span
from tawatur.settle.features import feature, score
from tawatur.settle.known import PLACE_HEADS
from tawatur.settle.mentions import Group, Mention
from tawatur.settle.placed import Way
from tawatur.settle.spelling import words

# different roles, and decisions, that an entity keeps, in the order of documents: a president is called many things
_MOST = 24

Member = tuple[Mention, Way]


def entity(group: Group, members: Sequence[Member], named: str | None) -> Entity:
    """Give the entity of a group's mentions, which are in the order of documents and places. `named`: a name that a person gave it."""
    kind, key = group
    counts = Counter(m.name.text for m, _ in members)
    known = next((m.known for m, _ in members if m.known.table), members[0][0].known)
    name = named or known.name or _fullest(group, members, counts)
    return Entity(
        id=content_id("e", kind, " ".join(key)),
        type=kind,
        name=name,
        name_en=known.en,
        forms=tuple(sorted(counts)),
        roles=_roles(members),
        same_as=known.same_as,
        joined=_decisions(name, members, counts),
    )


def _fullest(group: Group, members: Sequence[Member], counts: Counter[str]) -> str:
    """The commonest form of the name that stands for all; without it, of the fullest ones."""
    _, key = group
    own = {m.name.text for m, _ in members if m.known.key == key}
    if not own:
        most = max(len(m.known.key) for m, _ in members)
        own = {m.name.text for m, _ in members if len(m.known.key) == most}
    return min(own, key=lambda text: (-counts[text], text))


def _roles(members: Sequence[Member]) -> tuple[Role, ...]:
    """One role of each meaning, the first in the order of documents and places."""
    first: dict[frozenset[str], Role] = {}
    for m, _ in members:
        for called in m.called:
            if called.meaning not in first:
                span = Span(document=m.name.document, start=called.start, end=called.end)
                first[called.meaning] = Role(text=called.text, span=span)
        if len(first) >= _MOST:
            break
    return tuple(first.values())[:_MOST]


def _decisions(name: str, members: Sequence[Member], counts: Counter[str]) -> tuple[Decision, ...]:
    """Why each form that is not the name counts as it: the first decision for each, in the order of forms."""
    if len(counts) == 1 and not any(way.judged for _, way in members):
        return ()
    found: dict[str, Decision] = {}
    texts = _texts(members, counts)
    for m, way in members:
        form = m.name.text
        if (form != name or way.judged) and form not in found:
            features = tuple(_why(name, m, way))
            if features:
                to = texts.get(way.steps[-1].full, name) if way.steps else name
                span = Span(document=m.name.document, start=m.name.start, end=m.name.end)
                found[form] = Decision(form=form, to=to, score=score(features), features=features, evidence=span)
    return tuple(found[form] for form in sorted(found))[:_MOST]


def _texts(members: Sequence[Member], counts: Counter[str]) -> dict[Group, str]:
    """The commonest form of each name as it was before it was joined."""
    found: dict[Group, str] = {}
    for m, _ in members:
        best = found.get(m.group)
        if best is None or (-counts[m.name.text], m.name.text) < (-counts[best], best):
            found[m.group] = m.name.text
    return found


def _why(name: str, m: Mention, way: Way) -> Iterator[Feature]:
    if way.steps:
        yield from way.steps[-1].features
    elif way.judged:
        yield feature("judged", way.judged[-1])
    else:
        yield from _by_words(name, m)


def _by_words(name: str, m: Mention) -> Iterator[Feature]:
    """Why a form whose key is the same is the same name."""
    mine, others = words(m.name.text), words(name)
    if mine == others:
        yield feature("same_letters")
    elif m.known.table:
        yield feature("table", m.known.en or name)
    elif m.name.type == "place" and {mine[:1], others[:1]} & {(head,) for head in PLACE_HEADS}:
        yield feature("head_noun", next(w[0] for w in (mine, others) if w[:1] and w[0] in PLACE_HEADS))
    else:
        yield feature("same_letters")
