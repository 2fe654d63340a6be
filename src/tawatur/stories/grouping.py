"""Stories: which articles report one happening, by headline and lead, within a few days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tawatur.records.collection import Collection
from tawatur.records.story import Origin, Story
from tawatur.records.story_judgement import StoryJudgement
from tawatur.stories.alike import Likeness
from tawatur.stories.bundles import bundles, of_bundles
from tawatur.stories.candidates import CHOSEN, candidates, near
from tawatur.stories.clusters import clusters
from tawatur.stories.describe import story
from tawatur.stories.judged import judged
from tawatur.stories.profile import profiles
from tawatur.stories.shared import shared
from tawatur.stories.weighed import weighed

# the average likeness from which on two groups are one story. Below 0, since a group is held together by more than each of its pairs shows. On
# bench/gold/story_pools.jsonl F1 by pairs moves by 0.01 between -1.2 and -0.4, among 670 articles as among 3,900
_ALIKE = -0.6

Independent = Callable[[Iterable[str]], tuple[Origin, ...]]


def group(collection: Collection, independent: Independent, judgements: Sequence[StoryJudgement] = ()) -> list[Story]:
    """Give the stories: every article is in one, most are alone. In the order of their dates, those without one last.

    `independent` gives the independent origins of documents; `judgements` are what people decided.
    """
    made = [story(collection, members, independent) for members in judged(together(collection), judgements)]
    return sorted(made, key=lambda one: (one.date is None, one.date or "", one.id))


def together(collection: Collection) -> list[tuple[str, ...]]:
    """Give the articles of each happening, in order."""
    found = profiles(collection)
    articles = weighed(found)
    bundled = bundles(found)
    texts = of_bundles(shared(collection), bundled)
    articles = {name: articles[name] for name in bundled}
    likeness = Likeness(articles, texts)
    pairs = sorted(candidates(articles, texts))  # those of one article together: what is read of it stays at hand
    worth = {pair: value for pair in pairs if (value := likeness.from_least(*pair, _ALIKE)) is not None}
    chosen = frozenset(name for name, one in articles.items() if one.among <= CHOSEN)
    grouped = clusters(bundled, worth, likeness.of, lambda a, b: near(found[a], found[b]), _ALIKE, chosen)
    return sorted(tuple(sorted(name for head in heads for name in bundled[head])) for heads in grouped)
