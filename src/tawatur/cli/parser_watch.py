"""The grammar of `tawatur watch`."""

import argparse
import re
from pathlib import Path

from tawatur.cli.parser_reading import reading
from tawatur.records.alert_kinds import KINDS
from tawatur.report.messages import Messages

_UNITS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0}
_TIME = re.compile(r"(\d{1,6})([smh]?)")


def watch(command: argparse.ArgumentParser, words: Messages) -> None:
    """Add the arguments."""
    reading(command, words)
    command.add_argument("--every", type=seconds, default=300.0, metavar="TIME", help=words("watch.every"))
    command.add_argument(
        "--alert", action="append", choices=KINDS, metavar="KIND", help=words("watch.alert", kinds=", ".join(KINDS))
    )
    command.add_argument("--name", action="append", default=[], metavar="NAME", help=words("watch.name"))
    command.add_argument("--feed", type=Path, metavar="FILE", help=words("watch.feed"))
    command.add_argument("--mail-to", action="append", default=[], metavar="ADDRESS", help=words("watch.mail_to"))
    command.add_argument("--mail-from", metavar="ADDRESS", help=words("watch.mail_from"))
    command.add_argument("--smtp", metavar="HOST:PORT", help=words("watch.smtp"))
    command.add_argument("--webhook", metavar="ADDRESS", help=words("watch.webhook"))
    command.add_argument("--base", default="http://127.0.0.1:8765/", metavar="ADDRESS", help=words("watch.base"))
    command.add_argument("--health", metavar="HOST:PORT", help=words("watch.health"))
    command.add_argument("--once", action="store_true", help=words("watch.once"))


def seconds(value: str) -> float:
    """Read a length of time: `90`, `90s`, `5m`, `2h`. Raises ValueError."""
    found = _TIME.fullmatch(value)
    if not found or int(found[1]) < 1:
        raise ValueError(value)
    return int(found[1]) * _UNITS[found[2]]
