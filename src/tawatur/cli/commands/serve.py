"""`tawatur serve`: the page, from this machine or for those who were given access."""

import argparse
import sys

from tawatur.cli.stored import beside, library
from tawatur.cli.user import machine_user
from tawatur.records.errors import FailedError
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Serve the page until the user ends it."""
    from tawatur.access.book import book_path
    from tawatur.store.address import default_place
    from tawatur.web.access_log import TERMINAL
    from tawatur.web.serve import Serving, is_loopback, serve
    from tawatur.web.source import StoreSource

    words, path, near = messages("cli", asked.lang), asked.store or default_place(), is_loopback(asked.host)
    with library(path):  # is there one, and with which registers was it read
        serving = Serving(
            host=asked.host,
            port=asked.port,
            lang=asked.page_lang,
            processes=asked.processes,
            hosts=tuple(asked.allow_host),
            users=book_path(beside(path)),
            local=machine_user(),
            log=asked.log or (None if near else TERMINAL),
            certificate=asked.certificate,
            key=asked.key,
        )

    def ready() -> None:
        print(words("serving", address=serving.address), flush=True)
        if not near and not serving.certificate:
            print(words("serve.plain"), file=sys.stderr, flush=True)

    try:
        serve(StoreSource(path), serving, ready)
    except OSError as error:
        raise FailedError("port_taken", host=asked.host, port=asked.port, error=error) from error
    return 0
