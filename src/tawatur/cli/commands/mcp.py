"""`tawatur mcp`: the store for the program of a language model, over standard input and output."""

import argparse
import sys


def run(asked: argparse.Namespace) -> int:
    """Answer until the input ends."""
    from tawatur.cli.stored import library
    from tawatur.desk import Desk
    from tawatur.mcp import serve
    from tawatur.store.address import default_place

    path = asked.store or default_place()
    with library(path), Desk(path, create=False) as desk:
        serve(desk, sys.stdin, _write)
    return 0


def _write(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()
