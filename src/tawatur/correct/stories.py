"""Judgements of stories: two that are one happening, and articles that tell of another."""

from collections.abc import Sequence
from datetime import datetime

from tawatur.correct.chosen import story
from tawatur.correct.keeping import judge, keep, text
from tawatur.records.errors import UsageError
from tawatur.records.story_judgement import StoryJudgement, StoryJudgementKind, story_judgement_id
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


def join(store: Store, asked: str, other: str, *, who: str, when: datetime | None = None) -> StoryJudgement:
    """Judge that two stories are one; each is named by its id, an old id, or an article in it."""
    with store.judging():
        found = StoreLibrary(store)
        one, two = story(found, asked), story(found, other)
        if one.id == two.id:
            raise UsageError("stories_same", story=asked)
        return _kept(store, "join", one.documents, two.documents, who, when)


def part(store: Store, asked: str, articles: Sequence[str], *, who: str, when: datetime | None = None) -> StoryJudgement:
    """Judge that `articles` (ids) of a story tell of another happening than the rest of it."""
    with store.judging():
        one = story(StoreLibrary(store), asked)
        for article in articles:
            if article not in one.documents:
                raise UsageError("stories_no_article", story=one.id, article=article)
        rest = tuple(name for name in one.documents if name not in articles)
        if not rest:
            raise UsageError("stories_all_articles", story=one.id)
        return _kept(store, "part", tuple(sorted(set(articles))), rest, who, when)


def _kept(
    store: Store, kind: StoryJudgementKind, documents: tuple[str, ...], others: tuple[str, ...], who: str, when: datetime | None
) -> StoryJudgement:
    now = text(when)
    identity = story_judgement_id(kind, documents, others, now)
    told = StoryJudgement(id=identity, kind=kind, documents=documents, others=others, who=judge(who), when=now)
    keep(store, [told])
    return told
