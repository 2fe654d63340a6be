"""`tawatur stories`: the list of stories, and what people judge of them."""

import argparse
from typing import TYPE_CHECKING

from tawatur.cli.judging import follow, judged_in, list_judgements, tell, who
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.records.judged import AnyJudgement
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
    from tawatur import correct

    with judged_in(asked.store) as store:
        _follow(store, correct.join(store, asked.story, asked.other, who=who(asked)), asked)


def _part(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        _follow(store, correct.part(store, asked.story, asked.articles, who=who(asked)), asked)


def _undo(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        _follow(store, correct.undo(store, asked.judgement, who=who(asked), of="stories"), asked)


def _follow(store: "Store", told: AnyJudgement, asked: argparse.Namespace) -> None:
    tell(store, told, asked, applied=follow(store, asked))


def _judgements(asked: argparse.Namespace) -> None:
    list_judgements(asked, "stories")


_ACTIONS = {None: _list, "join": _join, "part": _part, "undo": _undo, "judgements": _judgements}
