"""The arguments of whatever reads sources: `read` once, `watch` again and again."""

import argparse
from pathlib import Path

from tawatur.report.messages import Messages


def reading(command: argparse.ArgumentParser, words: Messages) -> None:
    """Add the arguments."""
    command.add_argument("where", nargs="+", metavar="WHERE", help=words("read.where"))
    command.add_argument("--map", metavar="FIELDS", help=words("read.map"))
    command.add_argument("--register", type=Path, action="append", default=[], metavar="FILE", help=words("read.register"))
    command.add_argument("--recognizer", metavar="NAME:PATH", help=words("read.recognizer"))
    command.add_argument("--fetch", action="store_true", help=words("read.fetch"))
    command.add_argument("--allow-private", action="store_true", help=words("read.allow_private"))
    command.add_argument("--workers", type=positive, metavar="N", help=words("read.workers"))


def positive(value: str) -> int:
    """Read a whole number from 1. Raises ValueError."""
    number = int(value)
    if number < 1:
        raise ValueError(value)
    return number
