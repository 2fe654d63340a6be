"""Entities: mentions of one article and of many that name one person, body, place or thing.

Spellings are joined first (hamza, عبد الله and عبدالله, transliterations), then short names to the one full name that
their article has for them, then, across articles, short names that other articles or a role say the meaning of. Each
decision is a list of features (`features.py`). Everything is blocked by keys: the cost grows with the number of mentions.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from tawatur.records.judgement import Judgement
from tawatur.records.name import Name
from tawatur.settle.across import elsewhere, given, reach
from tawatur.settle.joined import Joined
from tawatur.settle.judged import apply
from tawatur.settle.mentions import Group, Mention, read
from tawatur.settle.placed import Placing, Way
from tawatur.settle.roles import specific
from tawatur.settle.short import Article, within
from tawatur.settle.variants import Meaning, Step, spellings
from tawatur.settle.view import entity

__all__ = ["Joined", "join"]


def join(texts: Mapping[str, str], names: Mapping[str, Sequence[Name]], judgements: Sequence[Judgement] = ()) -> Joined:
    """Join the mentions of all documents into entities. The result does not depend on the order of documents.

    `texts` holds the text of every document of `names`; both go by document id. `judgements`, a person's, come last
    and have the last word, in the order of their times.
    """
    mentions = {d: read(texts.get(d, ""), names[d]) for d in sorted(names)}
    placing = apply(judgements, Placing(mentions, _ways(mentions)))
    members: dict[Group, list[tuple[Mention, Way]]] = defaultdict(list)
    for d, rows in mentions.items():
        for mention, way in zip(rows, placing.ways[d], strict=True):
            members[way.group].append((mention, way))
    entities = {group: entity(group, rows, placing.named.get(group)) for group, rows in members.items()}
    joined = {
        d: tuple(
            msgspec.structs.replace(m.name, entity=entities[way.group].id) for m, way in zip(rows, placing.ways[d], strict=True)
        )
        for d, rows in mentions.items()
    }
    return Joined(joined, tuple(sorted(entities.values(), key=lambda e: e.id)), placing.outcomes(entities))


def _ways(mentions: Mapping[str, Sequence[Mention]]) -> dict[str, list[Way]]:
    """The group of each mention and the steps that led there, by document, in the order of mentions."""
    free = Counter(m.group for rows in mentions.values() for m in rows if not m.known.table)
    spelled = spellings(free, _roles(mentions))
    articles = {d: Article(rows, spelled) for d, rows in mentions.items()}
    near = {d: within(article) for d, article in articles.items()}
    far = elsewhere(articles, near)
    given_names = given(free)
    found = {}
    for d, rows in mentions.items():
        ways = {}
        for group in {m.group for m in rows}:
            end, steps = _followed(group, spelled, near[d])
            step = far.get((d, end))
            if step:
                ways[group] = Way(step.full, (*steps, step))
            else:
                ways[group] = Way(reach(d, end, articles[d].called.get(end, set()), given_names), tuple(steps))
        found[d] = [ways[m.group] for m in rows]
    return found


def _roles(mentions: Mapping[str, Sequence[Mention]]) -> dict[Group, set[Meaning]]:
    found: dict[Group, set[Meaning]] = defaultdict(set)
    for rows in mentions.values():
        for m in rows:
            if m.called:
                found[m.group].update(c.meaning for c in m.called if specific(c.meaning))
    return found


def _followed(group: Group, spelled: Mapping[Group, Step], near: Mapping[Group, Step]) -> tuple[Group, list[Step]]:
    """The group where the steps of one article lead, and the steps."""
    steps = []
    step = spelled.get(group) or near.get(group)
    while step:
        steps.append(step)
        group = step.full
        step = near.get(group)
    return group, steps
