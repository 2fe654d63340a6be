"""The grammar of `tawatur stories`: the list, and what people judge of stories."""

from typing import TYPE_CHECKING

from tawatur.cli.parser_names import options
from tawatur.report.messages import Messages

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
        options(action, name != "judgements", words)


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
