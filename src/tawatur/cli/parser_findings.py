"""The grammar of `tawatur findings`: the list, and what people judge of findings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tawatur.cli.parser_names import options
from tawatur.report.messages import Messages

if TYPE_CHECKING:
    from tawatur.cli.parser import Parser

ACTIONS = ("list", "confirm", "dismiss", "undo", "judgements")
_NAME = "findings"
_VALUED = ("--lang", "--store")  # options whose value is the next word


def findings(command: "Parser", words: Messages) -> None:
    """Add the actions of `tawatur findings`, each with the options that all commands have."""
    actions = command.add_subparsers(
        title=words("names.actions"), dest="action", metavar="ACTION", required=False, parser_class=type(command)
    )
    for name in ACTIONS:
        told = words(f"findings.{name}.help")
        action = actions.add_parser(name, help=told, description=told, epilog=words(f"findings.{name}.example"))
        _arguments(action, name, words)
        if name in ("confirm", "dismiss", "undo"):  # laid over what was found: there is nothing to put off until later
            action.add_argument("--who", metavar="NAME", help=words("names.who"))
        options(action, False, words)


def _arguments(action: "Parser", name: str, words: Messages) -> None:
    match name:
        case "list":
            action.add_argument("story", nargs="?", metavar="STORY", help=words("show.story"))
            action.add_argument("--all", action="store_true", help=words("findings.all"))
        case "confirm" | "dismiss":
            action.add_argument("finding", metavar="ID", help=words("findings.finding"))
        case "undo":
            action.add_argument("judgement", nargs="?", metavar="JUDGEMENT", help=words("names.judgement"))


def completed(arguments: Sequence[str]) -> list[str]:
    """Give the arguments with `list` put in where `tawatur findings [STORY]` names no action."""
    given = list(arguments)
    plain = [at for at, word in enumerate(given) if not word.startswith("-") and (at == 0 or given[at - 1] not in _VALUED)]
    if not plain or given[plain[0]] != _NAME or {"-h", "--help"} & set(given):
        return given
    if len(plain) > 1 and given[plain[1]] in ACTIONS:
        return given
    return [*given[: plain[0] + 1], "list", *given[plain[0] + 1 :]]
