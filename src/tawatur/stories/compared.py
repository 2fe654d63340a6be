"""Comparing articles and putting together those that are alike, anew where something has changed, else as it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tawatur.groups import groups
from tawatur.records.grouped import Grouped, Head, Likened
from tawatur.stories import again
from tawatur.stories.again import Pair, Texts
from tawatur.stories.alike import Likeness
from tawatur.stories.candidates import CHOSEN, Proposals, among_few, near, rarest
from tawatur.stories.clusters import clusters
from tawatur.stories.daily import Daily, recount
from tawatur.stories.profiles import Profiles
from tawatur.stories.rarity import Rarity
from tawatur.stories.scored import Scores
from tawatur.stories.shared import NOTHING
from tawatur.stories.weighed import Weighing
from tawatur.stories.weighed_again import weighed_otherwise

# the average likeness from which on two groups are one story. Below 0, since a group is held together by more than each of its pairs shows. On
# bench/gold/story_pools.jsonl F1 by pairs moves by 0.01 between -1.2 and -0.4, among 670 articles as among 3,900
_ALIKE = -0.6


class _Heads(NamedTuple):
    """The articles that are compared, with their rarest words."""

    profiles: Profiles
    weighing: Weighing
    likeness: Likeness
    words: Mapping[str, Sequence[str]]
    few: frozenset[str]  # of whose days few articles were read


def compare(profiles: Profiles, bundled: Mapping[str, Sequence[str]], texts: Texts, before: Grouped) -> Grouped:
    """Group the heads of `bundled`; `texts` is the text that they share, by their ids in order.

    What `before` knows is taken from there, where all it depends on is as it was; else it is found anew.
    """
    then = Profiles(before.profiles)
    other = profiles.others(then)
    counted_then = Daily(before.daily)
    daily, terms = recount(counted_then, then, profiles, other)
    rarity = Rarity(profiles.numbers, daily.of)
    how_near = again.nearness(bundled, profiles, rarity)
    new = again.changed(before, how_near, texts) | (other & bundled.keys())
    as_they_were = [name for name in bundled if name not in new]
    new.update(weighed_otherwise(as_they_were, profiles, Rarity(then.numbers, counted_then.of), rarity, terms))
    weighing = Weighing(profiles, rarity)
    words = {name: rarest(weighing[name]) if name in new else before.heads[name].words for name in sorted(bundled)}
    new |= again.proposing_otherwise(before, words, profiles, new)
    few = frozenset(name for name in words if weighing.among(name) <= CHOSEN)
    heads = _Heads(profiles, weighing, Likeness(weighing, texts), words, few)
    standing = words.keys() - new
    pairs = {(a, b): one for (a, b), one in before.pairs.items() if a in standing and b in standing}
    pairs.update(_likened(heads, texts, new))
    worth = {pair: one.value for pair, one in pairs.items() if one.value is not None}
    component = {name: again.digest(names) for names in groups(worth) for name in names}
    clean = {name: before.heads[name] for name in standing}
    home, scores = _homes(heads, worth, component, clean, before.scores)
    return Grouped(
        profiles=profiles.rows,
        daily=daily.kept,
        heads={
            name: Head(
                near=how_near[name],
                day=profiles.days[name],
                words=tuple(rare),
                group=home[name],
                component=component.get(name, ""),
            )
            for name, rare in words.items()
        },
        pairs=pairs,
        scores=scores,
    )


def _likened(heads: _Heads, texts: Texts, new: set[str]) -> Iterator[tuple[Pair, Likened]]:
    """The pairs with one of `new` that are worth comparing, as far as they are alike or share text."""
    sharing = {pair for pair in texts if not new.isdisjoint(pair)}
    found = {(a, b) for a, b in sharing if near(heads.profiles[a], heads.profiles[b])}
    proposals = Proposals(heads.words, heads.profiles, new)
    found.update(pair for name in new for pair in proposals.of(name))
    found.update(pair for pair in among_few(heads.few, heads.profiles) if not new.isdisjoint(pair))
    for pair in sorted(found | sharing):  # those of one article together: what is read of it stays at hand
        value = heads.likeness.from_least(*pair, _ALIKE) if pair in found else None
        if value is not None or pair in sharing:
            text = texts.get(pair, NOTHING)
            yield pair, Likened(value=value, copied=text.copied, lead=text.lead, retold=text.retold)


def _homes(
    heads: _Heads,
    worth: Mapping[Pair, float],
    component: Mapping[str, str],
    clean: Mapping[str, Head],
    before: Mapping[str, bytes],
) -> tuple[dict[str, str], dict[str, bytes]]:
    """The first head of the group of each, and the scores that were asked for.

    `component` is what each hangs together with; `clean` are those that are as they were; `before` are the scores that were kept.
    """
    members: dict[str, list[str]] = defaultdict(list)
    for name, one in component.items():
        members[one].append(name)
    as_before = {one for one, names in members.items() if all(name in clean and clean[name].component == one for name in names)}
    home = {name: clean[name].group if component.get(name) in as_before else name for name in heads.words}
    changed = {name for one, names in members.items() if one not in as_before for name in names}
    mine = {pair: value for pair, value in worth.items() if pair[0] in changed}
    profiles = heads.profiles
    standing = {name: clean[name].component for name in changed if name in clean}
    scores = Scores(heads.likeness.of, before, standing, component)
    for names in clusters(changed, mine, scores.of, lambda a, b: near(profiles[a], profiles[b]), _ALIKE, heads.few):
        home.update(dict.fromkeys(names, names[0]))
    return home, scores.kept(as_before)
