"""The grammar of `tawatur correct`: what people know better of articles, and the judgements of all kinds."""

from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.parser_names import options
from tawatur.report.messages import Messages

if TYPE_CHECKING:
    from tawatur.cli.parser import Parser

# each action, and whether it makes or takes back a judgement
ACTIONS = {
    "speaker": True,
    "date": True,
    "origin": True,
    "line": True,
    "list": False,
    "undo": True,
    "export": False,
    "import": True,
}
ROOMS = ("names", "stories", "findings", "articles")
_KINDS = ("body", "title", "heading", "caption", "byline", "dateline", "credit", "furniture")


def correct(command: "Parser", words: Messages) -> None:
    """Add the actions of `tawatur correct`, each with the options that all commands have."""
    actions = command.add_subparsers(
        title=words("names.actions"), dest="action", metavar="ACTION", required=True, parser_class=type(command)
    )
    for name, judges in ACTIONS.items():
        told = words(f"correct.{name}.help")
        action = actions.add_parser(name, help=told, description=told, epilog=words(f"correct.{name}.example"))
        _arguments(action, name, words)
        options(action, judges, words)


def _arguments(action: "Parser", name: str, words: Messages) -> None:
    match name:
        case "speaker":
            action.add_argument("statement", metavar="STATEMENT", help=words("correct.statement"))
            action.add_argument("to", metavar="WHOM", help=words("correct.to"))
        case "date" | "origin" | "line":
            action.add_argument("article", metavar="ARTICLE", help=words("correct.article"))
            _of_article(action, name, words)
        case "list":
            action.add_argument("--of", choices=ROOMS, help=words("correct.of"))
        case "undo":
            action.add_argument("judgement", nargs="?", metavar="JUDGEMENT", help=words("names.judgement"))
        case "export" | "import":
            action.add_argument("file", type=Path, metavar="FILE", help=words("names.file"))


def _of_article(action: "Parser", name: str, words: Messages) -> None:
    if name == "line":
        action.add_argument("words", metavar="WORDS", help=words("correct.words"))
        action.add_argument("kind", choices=_KINDS, metavar="KIND", help=words("correct.kind", kinds=", ".join(_KINDS)))
        return
    if name == "date":
        action.add_argument("day", metavar="DATE", help=words("correct.day"))
    else:
        action.add_argument("agency", metavar="AGENCY", help=words("correct.agency"))
    action.add_argument("--words", metavar="WORDS", help=words("correct.evidence"))
