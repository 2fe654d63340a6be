"""The grammar of `tawatur access`."""

from typing import TYPE_CHECKING

from tawatur.cli.parser_names import options
from tawatur.report.messages import Messages

if TYPE_CHECKING:
    from tawatur.cli.parser import Parser


def access(command: "Parser", words: Messages) -> None:
    """Add the actions of `tawatur access`, each with the options that all commands have."""
    actions = command.add_subparsers(
        title=words("names.actions"), dest="action", metavar="ACTION", required=True, parser_class=type(command)
    )
    for name in ("add", "list", "remove"):
        told = words(f"access.{name}.help")
        action = actions.add_parser(name, help=told, description=told, epilog=words(f"access.{name}.example"))
        if name != "list":
            action.add_argument("name", metavar="NAME", help=words("access.name"))
        if name == "add":
            action.add_argument("--role", choices=("read", "edit"), default="read", help=words("access.role"))
            action.add_argument("--password", action="store_true", help=words("access.password"))
        options(action, False, words)
