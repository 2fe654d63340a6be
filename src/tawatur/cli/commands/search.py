"""`tawatur search`: what was read, by its words."""

import argparse

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library


def run(asked: argparse.Namespace) -> int:
    """Print what a query finds, the best first."""
    from tawatur.report.found import found_report
    from tawatur.search import find, parse

    query = parse(" ".join(asked.query))
    with library(asked.store) as found:
        results = find(query, found.searching(), limit=asked.limit, offset=asked.offset)
    if asked.json:
        print_json(results)
    else:
        print_tables(*found_report(results, asked.lang))
    return 0
