"""Stories: which articles report one happening, by headline and lead, within a few days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import msgspec

from tawatur.records.collection import Collection
from tawatur.records.grouped import Grouped
from tawatur.records.story import Origin, Story
from tawatur.records.story_judgement import StoryJudgement
from tawatur.stories.bundles import bundles, of_bundles
from tawatur.stories.compared import compare
from tawatur.stories.describe import story
from tawatur.stories.judged import judged
from tawatur.stories.profiles import profiles
from tawatur.stories.shared import shared

Independent = Callable[[Iterable[str]], tuple[Origin, ...]]


class Made(NamedTuple):
    """The stories, and what the next grouping may go on from."""

    stories: list[Story]
    kept: Grouped


def group(
    collection: Collection,
    independent: Independent,
    judgements: Sequence[StoryJudgement] = (),
    before: Grouped | None = None,
    touched: AbstractSet[str] | None = None,
    known: Iterable[Story] = (),
) -> Made:
    """Give the stories: every article is in one, most are alone. In the order of their dates, those without one last.

    `independent` gives the independent origins of documents; `judgements` are what people decided. `before` is what an earlier grouping kept: it
    holds for all articles that are not `touched`, and only what has changed since is compared; `known` are the stories of that time. The stories
    are the same without.
    """
    made, kept = together(collection, before, touched)
    standing = {tuple(sorted(one.documents)): one for one in known if touched is not None and touched.isdisjoint(one.documents)}
    stories = [
        msgspec.structs.replace(standing[members], thread=None, aliases=())
        if members in standing
        else story(collection, members, independent)
        for members in judged(made, judgements)
    ]
    return Made(sorted(stories, key=lambda one: (one.date is None, one.date or "", one.id)), kept)


def together(
    collection: Collection, before: Grouped | None = None, touched: AbstractSet[str] | None = None
) -> tuple[list[tuple[str, ...]], Grouped]:
    """Give the articles of each happening, in order, and what the next grouping may go on from."""
    earlier = before if before and touched is not None else Grouped()
    found = profiles(collection, earlier.profiles, touched)
    bundled = bundles(found)
    texts = shared(collection, earlier.texts if touched is not None else None, touched or frozenset())
    kept = msgspec.structs.replace(compare(found, bundled, of_bundles(texts, bundled), earlier), texts=texts)
    members: dict[str, list[str]] = defaultdict(list)
    for name, one in kept.heads.items():
        members[one.group].extend(bundled[name])
    return sorted(tuple(sorted(names)) for names in members.values()), kept
