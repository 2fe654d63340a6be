"""`tawatur serve`: the page, from this machine only."""

import argparse

from tawatur.cli.stored import library
from tawatur.records.errors import FailedError
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Serve the page until the user ends it."""
    from tawatur.store.connection import default_path
    from tawatur.web.serve import HOST, serve
    from tawatur.web.source import StoreSource

    with library(asked.store):  # is there one, and with which registers was it read
        found = StoreSource(asked.store or default_path())
        print(messages("cli", asked.lang)("serving", address=f"http://{HOST}:{asked.port}/"), flush=True)
        try:
            serve(found, asked.port, asked.page_lang)
        except OSError as error:
            raise FailedError("port_taken", host=HOST, port=asked.port, error=error) from error
    return 0
