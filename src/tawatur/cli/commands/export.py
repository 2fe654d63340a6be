"""`tawatur export`: the folder of JSON Lines that other programs read."""

import argparse

from tawatur.cli.out import print_json
from tawatur.cli.stored import library
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Write the export and say how much it holds."""
    from tawatur.export.folder import write

    with library(asked.store) as found:
        counts = write(found, asked.folder)
    if asked.json:
        print_json({"folder": str(asked.folder), "counts": counts})
    else:
        print(messages("cli", asked.lang)("exported", path=asked.folder, **counts))
    return 0
