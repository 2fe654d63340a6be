"""`tawatur commitments`: what was undertaken, and what became of it."""

import argparse

from tawatur.cli.commands.show import chosen
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Print the ledger of all stories, or of one and those that hang together with it."""
    from tawatur.report.commitments import commitments_data, commitments_text

    with library(asked.store) as found:
        rows = list(found.commitments(chosen(found, asked.story).story.id if asked.story else None))
        if asked.json:
            print_json(commitments_data(rows, found.document))
        elif rows:
            print_tables(commitments_text(rows, found.document, asked.lang))
        else:
            print(messages("cli", asked.lang)("no_commitments"))
    return 0
