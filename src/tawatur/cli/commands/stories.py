"""`tawatur stories`: the list of stories."""

import argparse

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library


def run(asked: argparse.Namespace) -> int:
    """Print the stories, newest first."""
    from tawatur.report.stories import stories_data, stories_table

    with library(asked.store) as found:
        stories = found.stories()
        if asked.json:
            print_json(stories_data(stories))
        else:
            print_tables(stories_table(stories, asked.lang))
    return 0
