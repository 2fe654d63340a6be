"""`tawatur drift`: the words that an outlet puts in the place of others'."""

import argparse
from functools import lru_cache

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.records.errors import UsageError
from tawatur.records.span import Span
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Print the substitutions of one outlet or of all, the most frequent first."""
    from tawatur.clean import named_outlet
    from tawatur.report.wires import substitutions_table
    from tawatur.reuse import substitutions

    with library(asked.store) as found:
        outlets = {view.document.id: view.article.outlet for view in found.documents()}
        wanted = (named_outlet(asked.outlet) or asked.outlet) if asked.outlet else None
        if wanted is not None and wanted not in outlets.values():
            raise UsageError("outlet_unknown", outlet=asked.outlet, known=", ".join(sorted(filter(None, set(outlets.values())))))

        @lru_cache(maxsize=200)
        def text(document: str) -> str:
            view = found.document(document)
            return view.document.text if view else ""

        def words(span: Span) -> str:
            return text(span.document)[span.start : span.end]

        rows = substitutions(found.reuse(), outlets, words)
    rows = [one for one in rows if one.outlet == wanted] if wanted else rows
    rows = [one for one in rows if one.articles >= asked.least]
    if asked.json:
        print_json(rows)
    elif rows:
        print_tables(substitutions_table(rows, asked.lang))
    else:
        print(messages("cli", asked.lang)("no_substitutions", least=asked.least))
    return 0
