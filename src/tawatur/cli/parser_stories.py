"""The grammar of `tawatur stories`: the list, and what people judge of stories."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.report.messages import LANGUAGES, Messages

if TYPE_CHECKING:
    from tawatur.cli.parser import Parser

ACTIONS = ("join", "part", "undo", "judgements")


def stories(command: "Parser", words: Messages) -> None:
    """Add the actions of `tawatur stories`, each with the options that all commands have."""
    actions = command.add_subparsers(
        title=words("names.actions"), dest="action", metavar="ACTION", required=False, parser_class=type(command)
    )
    for name in ACTIONS:
        told = words(f"stories.{name}.help")
        action = actions.add_parser(name, help=told, description=told, epilog=words(f"stories.{name}.example"))
        _arguments(action, name, words)
        if name != "judgements":
            action.add_argument("--who", metavar="NAME", help=words("names.who"))
            action.add_argument("--later", action="store_true", help=words("names.later"))
        action.add_argument("--store", type=Path, metavar="FILE", default=argparse.SUPPRESS, help=words("store"))
        action.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words("lang"))
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=words("json"))


def _arguments(action: "Parser", name: str, words: Messages) -> None:
    match name:
        case "join":
            action.add_argument("story", metavar="STORY", help=words("stories.story"))
            action.add_argument("other", metavar="OTHER", help=words("stories.other"))
        case "part":
            action.add_argument("story", metavar="STORY", help=words("stories.story"))
            action.add_argument("articles", nargs="+", metavar="ARTICLE", help=words("stories.article"))
        case "undo":
            action.add_argument("judgement", nargs="?", metavar="JUDGEMENT", help=words("names.judgement"))
