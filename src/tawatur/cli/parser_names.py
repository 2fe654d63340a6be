"""The grammar of `tawatur names`: a command of commands."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.report.messages import LANGUAGES, Messages
from tawatur.store.address import place

if TYPE_CHECKING:
    from tawatur.cli.parser import Parser

# each action, and whether it makes or takes back a judgement
ACTIONS = {
    "show": False,
    "list": False,
    "merge": True,
    "split": True,
    "rename": True,
    "undo": True,
    "export": False,
    "import": True,
}


def names(command: "Parser", words: Messages) -> None:
    """Add the actions of `tawatur names`, each with the options that all commands have."""
    actions = command.add_subparsers(
        title=words("names.actions"), dest="action", metavar="ACTION", required=True, parser_class=type(command)
    )
    for name, judges in ACTIONS.items():
        action = actions.add_parser(
            name,
            help=words(f"names.{name}.help"),
            description=words(f"names.{name}.help"),
            epilog=words(f"names.{name}.example"),
        )
        _arguments(action, name, words)
        options(action, judges, words)


def options(action: "Parser", judges: bool, words: Messages) -> None:
    """Add the options that all actions have, and those of an action that judges."""
    if judges:
        action.add_argument("--who", metavar="NAME", help=words("names.who"))
        action.add_argument("--later", action="store_true", help=words("names.later"))
    action.add_argument("--store", type=place, metavar="STORE", default=argparse.SUPPRESS, help=words("store"))
    action.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words("lang"))
    action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=words("json"))


def _arguments(action: "Parser", name: str, words: Messages) -> None:
    match name:
        case "show":
            action.add_argument("entity", metavar="ENTITY", help=words("names.entity"))
        case "merge":
            action.add_argument("entity", metavar="ENTITY", help=words("names.entity"))
            action.add_argument("others", nargs="+", metavar="OTHER", help=words("names.other"))
        case "split":
            action.add_argument("entity", metavar="ENTITY", help=words("names.entity"))
            action.add_argument("parts", nargs="+", metavar="PART", help=words("names.part"))
        case "rename":
            action.add_argument("entity", metavar="ENTITY", help=words("names.entity"))
            action.add_argument("name", metavar="NAME", help=words("names.name"))
        case "undo":
            action.add_argument("judgement", nargs="?", metavar="JUDGEMENT", help=words("names.judgement"))
        case "export" | "import":
            action.add_argument("file", type=Path, metavar="FILE", help=words("names.file"))
