"""The grammar of `tawatur store`."""

import argparse
from typing import TYPE_CHECKING

from tawatur.report.messages import LANGUAGES, Messages
from tawatur.store.address import place

if TYPE_CHECKING:
    from tawatur.cli.parser import Parser


def store(command: "Parser", words: Messages) -> None:
    """Add the actions of `tawatur store`."""
    actions = command.add_subparsers(
        title=words("names.actions"), dest="action", metavar="ACTION", required=True, parser_class=type(command)
    )
    told = words("store.copy.help")
    copy = actions.add_parser("copy", help=told, description=told, epilog=words("store.copy.example"))
    copy.add_argument("source", type=place, metavar="FROM", help=words("store.from"))
    copy.add_argument("target", type=place, metavar="TO", help=words("store.to"))
    copy.add_argument("--quiet", action="store_true", help=words("read.quiet"))
    copy.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words("lang"))
    copy.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=words("json"))
