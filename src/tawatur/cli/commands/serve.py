"""`tawatur serve`: the page, from this machine only."""

import argparse

from tawatur.cli.stored import library
from tawatur.records.errors import FailedError
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Serve the page until the user ends it."""
    from tawatur.web.serve import HOST, serve

    with library(asked.store) as found:
        print(messages("cli", asked.lang)("serving", address=f"http://{HOST}:{asked.port}/"), flush=True)
        try:
            serve(found, asked.port, asked.page_lang, found.searching())
        except OSError as error:
            raise FailedError("port_taken", host=HOST, port=asked.port, error=error) from error
    return 0
