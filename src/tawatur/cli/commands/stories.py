"""`tawatur stories`: the list of stories, and what people judge of them."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from tawatur.cli.judging import last_standing, who, writing
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.records.base import to_dict
from tawatur.records.errors import UsageError
from tawatur.records.story import Story
from tawatur.records.story_judgement import StoryJudgement, StoryJudgementKind, story_judgement_id
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


def run(asked: argparse.Namespace) -> int:
    """Carry out one action; without one, print the stories, newest first."""
    _ACTIONS[asked.action](asked)
    return 0


def _list(asked: argparse.Namespace) -> None:
    from tawatur.report.stories import stories_data, stories_table

    with library(asked.store) as found:
        stories = found.stories()
        if asked.json:
            print_json(stories_data(stories))
        elif stories:
            print_tables(stories_table(stories, asked.lang, found.entity))
        else:
            print(messages("cli", asked.lang)("no_stories"))


def _join(asked: argparse.Namespace) -> None:
    with writing(asked.store) as store:
        one, other = _story(store, asked.story), _story(store, asked.other)
        if one.id == other.id:
            raise UsageError("stories_same", story=asked.story)
        _judge(store, _told("join", one.documents, other.documents, asked), asked)


def _part(asked: argparse.Namespace) -> None:
    with writing(asked.store) as store:
        story = _story(store, asked.story)
        for article in asked.articles:
            if article not in story.documents:
                raise UsageError("stories_no_article", story=story.id, article=article)
        rest = tuple(name for name in story.documents if name not in asked.articles)
        if not rest:
            raise UsageError("stories_all_articles", story=story.id)
        _judge(store, _told("part", tuple(sorted(set(asked.articles))), rest, asked), asked)


def _undo(asked: argparse.Namespace) -> None:
    with writing(asked.store) as store:
        last = last_standing(store.story_judgements(), asked.judgement, "story_judgement_unknown")
        _judge(store, msgspec.structs.replace(last, undone=_now(), undone_by=who(asked)), asked)


def _judgements(asked: argparse.Namespace) -> None:
    with library(asked.store) as found:
        _print(found.story_judgements(), asked)


def _told(
    kind: StoryJudgementKind, documents: tuple[str, ...], others: tuple[str, ...], asked: argparse.Namespace
) -> StoryJudgement:
    now = _now()
    identity = story_judgement_id(kind, documents, others, now)
    return StoryJudgement(id=identity, kind=kind, documents=documents, others=others, who=who(asked), when=now)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _story(store: "Store", asked: str) -> Story:
    """The story of this id, or of an old id of it, or that holds this article."""
    from tawatur.store.library import StoreLibrary

    story = next((one for one in StoreLibrary(store).stories() if asked in (one.id, *one.aliases, *one.documents)), None)
    if story is None:
        raise UsageError("story_unknown", story=asked)
    return story


def _judge(store: "Store", told: StoryJudgement, asked: argparse.Namespace) -> None:
    """Keep a judgement and, unless --later, make anew what follows from it."""
    from tawatur.cli.progress import shown
    from tawatur.pipeline import derive

    with store.transaction():
        store.keep_story_judgement(told)
    if not asked.later:
        with shown(asked.lang, quiet=asked.json) as progress:
            derive(store, progress=progress)
    _print([told], asked)


def _print(judgements: list[StoryJudgement], asked: argparse.Namespace) -> None:
    words = messages("cli", asked.lang)
    if asked.json:
        print_json([_data(one) for one in judgements])
    elif not judgements:
        print(words("stories.none"))
    for one in () if asked.json else judgements:
        told = words(f"stories.did_{one.kind}", documents=" ".join(one.documents), others=" ".join(one.others))
        state = words("stories.undone" if one.undone else "stories.stands")
        print(f"{one.id}  {one.when[:16].replace('T', ' ')}  {one.who}  {told}  ({state})")


def _data(one: StoryJudgement) -> dict[str, Any]:
    return {**to_dict(one), "status": "undone" if one.undone else "stands"}


_ACTIONS = {None: _list, "join": _join, "part": _part, "undo": _undo, "judgements": _judgements}
