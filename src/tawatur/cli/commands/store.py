"""`tawatur store`: stores as wholes."""

import argparse

from tawatur.cli.out import print_json
from tawatur.cli.progress import shown
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Copy a store into another, and say what it holds."""
    from tawatur.store.copying import copy

    with shown(asked.lang, quiet=asked.quiet or asked.json) as progress:
        rows = copy(asked.source, asked.target, lambda done, of: progress("copy", done, of))
    if asked.json:
        print_json({"store": str(asked.target), "rows": rows})
    else:
        documents, every = rows["documents"], sum(rows.values())
        print(messages("cli", asked.lang)("store.copied", path=asked.target, documents=documents, rows=every))
    return 0
