"""`tawatur stories`: the list of stories."""

import argparse

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Print the stories, newest first."""
    from tawatur.report.stories import stories_data, stories_table

    with library(asked.store) as found:
        stories = found.stories()
        if asked.json:
            print_json(stories_data(stories))
        elif stories:
            print_tables(stories_table(stories, asked.lang, found.entity))
        else:
            print(messages("cli", asked.lang)("no_stories"))
    return 0
