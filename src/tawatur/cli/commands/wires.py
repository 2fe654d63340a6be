"""`tawatur wires`: who carries whose text over a period."""

import argparse

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Print who carries whom, the strongest first."""
    from tawatur.report.wires import wires_table, wires_words
    from tawatur.reuse import printed, wires

    with library(asked.store) as found:
        graph = wires(map(printed, found.documents()), found.reuse(), asked.since, asked.until)
    if asked.json:
        print_json(graph)
    elif graph.wires:
        print_tables(wires_table(graph, asked.lang), wires_words(graph, asked.lang))
    else:
        print(messages("cli", asked.lang)("no_wires", articles=graph.articles, undated=graph.undated))
    return 0
