"""`tawatur show`: one story."""

import argparse
from typing import TYPE_CHECKING

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.made_by import is_older
from tawatur.records.errors import UsageError
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.records.view import StoryView
    from tawatur.store.library import StoreLibrary


def run(asked: argparse.Namespace) -> int:
    """Print a story: its articles, who carries whose text, statements with speakers, events, dates."""
    from tawatur.report.show import story_data, story_report

    with library(asked.store) as found:
        view = chosen(found, asked.story)
    if asked.json:
        print_json(story_data(view))
    else:
        print_tables(*story_report(view, asked.lang))
        older = sum(is_older(one.made_by, "annotate") for one in view.documents)
        if older:
            print(messages("cli", asked.lang)("show.older", number=older, articles=len(view.documents)))
    return 0


def chosen(found: "StoreLibrary", words: str) -> "StoryView":
    """Give the story that `words` mean: an id, the beginning of one, or a number in the list.

    Raises UsageError where they mean none or several.
    """
    view = found.story(words)
    if view:
        return view
    stories = found.stories()
    if words.isdecimal() and 1 <= int(words) <= len(stories):
        matches = [stories[int(words) - 1].id]
    else:
        matches = [story.id for story in stories if story.id.startswith(words)]
    if len(matches) > 1:
        raise UsageError("story_ambiguous", story=words, count=len(matches))
    view = found.story(matches[0]) if matches else None
    if view is None:
        raise UsageError("story_unknown", story=words)
    return view
