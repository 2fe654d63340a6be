"""The command line's grammar and help, in Arabic or English."""

import argparse
import os
import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from tawatur.cli.parser_access import access
from tawatur.cli.parser_correct import correct
from tawatur.cli.parser_findings import findings
from tawatur.cli.parser_names import names
from tawatur.cli.parser_reading import positive, reading
from tawatur.cli.parser_store import store
from tawatur.cli.parser_stories import stories
from tawatur.cli.parser_watch import watch
from tawatur.records.errors import UsageError
from tawatur.report.messages import LANGUAGES, Lang, Messages, messages
from tawatur.store.address import place

COMMANDS = (
    "read", "stories", "show", "brief", "findings", "commitments", "names", "correct", "wires", "drift", "search", "export",
    "forget", "backup", "restore", "store", "serve", "access", "watch", "mcp", "demo",
)  # fmt: skip
BRIEF_FORMATS = ("html", "md", "docx", "pdf", "json")
DEFAULT_PORT = 8765


def language(arguments: Sequence[str]) -> Lang:
    """Give the language of help and messages: --lang, else TAWATUR_LANG, else the terminal's (English where unknown)."""
    asked = [after for before, after in pairwise(arguments) if before == "--lang"]
    asked += [argument.removeprefix("--lang=") for argument in arguments if argument.startswith("--lang=")]
    terminal = (os.environ.get(name, "") for name in ("TAWATUR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    said = next(filter(None, (*reversed(asked), *terminal)), "")
    return next((lang for lang in LANGUAGES if said.lower().startswith(lang)), "en")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """argparse's own layout, with «usage» in the language of the help."""

    words: Messages

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin the usage line with the language's own word."""
        super().add_usage(usage, actions, groups, self.words("usage") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language it is given, and raises UsageError instead of leaving."""

    words: Messages

    def __init__(self, **options: Any) -> None:
        formatter: type[_Formatter] = type("Formatter", (_Formatter,), {"words": self.words})
        super().__init__(formatter_class=formatter, add_help=False, allow_abbrev=False, **options)
        self._positionals.title = self.words("arguments")
        self._optionals.title = self.words("options")
        self.add_argument("-h", "--help", action="help", help=self.words("help"))

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message in the language of the help."""
        raise UsageError("wrong_use", error=_translated(_PASSWORD.sub(r"\1***@", message), self.words), program=self.prog)


# what stands between a user and a host in an address that the message repeats
_PASSWORD = re.compile(r"(://[^\s:/@]*:)[^\s/]*@")


# argparse's messages, and the key of the same sentence in both languages
_WRONG = {
    re.compile(r"the following arguments are required: (?P<what>.+)"): "wrong.required",
    re.compile(r"unrecognized arguments: (?P<what>.+)"): "wrong.unknown",
    re.compile(r"argument (?P<name>\S+): expected one argument"): "wrong.no_value",
    re.compile(r"argument (?P<name>\S+): invalid choice: (?P<what>'[^']*') \(choose from (?P<known>.+)\)"): "wrong.choice",
    re.compile(r"argument (?P<name>\S+): invalid \w+ value: (?P<what>.+)"): "wrong.value",
}


def _translated(message: str, words: Messages) -> str:
    for pattern, key in _WRONG.items():
        found = pattern.fullmatch(message)
        if found:
            return words(key, **found.groupdict())
    return message


def build(lang: Lang) -> Parser:
    """Give the parser of all commands."""
    from tawatur import __version__

    words = messages("cli", lang)
    speaking: type[Parser] = type("SpeakingParser", (Parser,), {"words": words})
    parser = speaking(prog="tawatur", description=words("description"), epilog=words("epilog"))
    parser.add_argument("--version", action="version", version=f"tawatur {__version__}", help=words("version"))
    parser.add_argument("--lang", choices=LANGUAGES, help=words("lang"))
    commands = parser.add_subparsers(
        title=words("commands"), dest="command", metavar="COMMAND", required=True, parser_class=speaking
    )
    for name in COMMANDS:
        command = commands.add_parser(
            name, help=words(f"{name}.help"), description=words(f"{name}.help"), epilog=words(f"{name}.example")
        )
        _ARGUMENTS[name](command, words)
        if name not in ("demo", "store"):
            command.add_argument("--store", type=place, metavar="STORE", help=words("store"))
        command.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words("lang"))
        if name not in ("serve", "watch", "mcp"):
            command.add_argument("--json", action="store_true", help=words("json"))
    return parser


def _read(command: Parser, words: Messages) -> None:
    reading(command, words)
    command.add_argument("--quiet", action="store_true", help=words("read.quiet"))


def _show(command: Parser, words: Messages) -> None:
    command.add_argument("story", metavar="STORY", help=words("show.story"))


def _brief(command: Parser, words: Messages) -> None:
    command.add_argument("what", metavar="STORY|DATE", help=words("brief.what"))
    command.add_argument("--format", choices=BRIEF_FORMATS, help=words("brief.format"))
    command.add_argument("--out", type=Path, metavar="FILE", help=words("brief.out"))


def _wires(command: Parser, words: Messages) -> None:
    command.add_argument("--since", type=_day, metavar="DATE", help=words("wires.since"))
    command.add_argument("--until", type=_day, metavar="DATE", help=words("wires.until"))


def _day(value: str) -> str:
    return date.fromisoformat(value).isoformat()


def _drift(command: Parser, words: Messages) -> None:
    command.add_argument("outlet", nargs="?", metavar="OUTLET", help=words("drift.outlet"))
    command.add_argument("--least", type=positive, default=1, metavar="N", help=words("drift.least"))


def _commitments(command: Parser, words: Messages) -> None:
    command.add_argument("story", nargs="?", metavar="STORY", help=words("commitments.story"))


def _search(command: Parser, words: Messages) -> None:
    command.add_argument("query", nargs="+", metavar="QUERY", help=words("search.query"))
    command.add_argument("--limit", type=positive, default=20, metavar="N", help=words("search.limit"))
    command.add_argument("--offset", type=int, default=0, metavar="N", help=words("search.offset"))


def _export(command: Parser, words: Messages) -> None:
    command.add_argument("folder", type=Path, nargs="?", metavar="OUT", help=words("export.folder"))
    command.add_argument("--format", action="append", metavar="NAME", help=words("export.format"))
    command.add_argument("--list-formats", action="store_true", help=words("export.list"))
    command.add_argument("--no-text", action="store_true", help=words("export.no_text"))
    command.add_argument("--quiet", action="store_true", help=words("read.quiet"))


def _forget(command: Parser, words: Messages) -> None:
    command.add_argument("article", nargs="?", metavar="ARTICLE", help=words("correct.article"))
    command.add_argument("--yes", action="store_true", help=words("forget.yes"))
    command.add_argument("--note", metavar="TEXT", help=words("forget.note"))
    command.add_argument("--who", metavar="NAME", help=words("names.who"))
    command.add_argument("--list", action="store_true", help=words("forget.list"))
    command.add_argument("--lift", action="store_true", help=words("forget.lift"))


def _backup(command: Parser, words: Messages) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help=words("backup.file"))
    command.add_argument("--replace", action="store_true", help=words("backup.replace"))


def _restore(command: Parser, words: Messages) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help=words("restore.file"))
    command.add_argument("--yes", action="store_true", help=words("restore.yes"))


def _serve(command: Parser, words: Messages) -> None:
    command.add_argument("--port", type=positive, default=DEFAULT_PORT, metavar="N", help=words("serve.port"))
    command.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help=words("serve.host"))
    command.add_argument("--allow-host", action="append", default=[], metavar="NAME", help=words("serve.allow_host"))
    command.add_argument("--processes", type=positive, default=1, metavar="N", help=words("serve.processes"))
    command.add_argument("--log", type=Path, metavar="FILE", help=words("serve.log"))
    command.add_argument("--certificate", type=Path, metavar="FILE", help=words("serve.certificate"))
    command.add_argument("--key", type=Path, metavar="FILE", help=words("serve.key"))


def _demo(command: Parser, words: Messages) -> None:
    command.add_argument("folder", type=Path, nargs="?", default=Path("demo"), metavar="FOLDER", help=words("demo.folder"))


_ARGUMENTS = {
    "read": _read,
    "stories": stories,
    "show": _show,
    "brief": _brief,
    "findings": findings,
    "names": names,
    "correct": correct,
    "wires": _wires,
    "drift": _drift,
    "commitments": _commitments,
    "search": _search,
    "export": _export,
    "forget": _forget,
    "backup": _backup,
    "restore": _restore,
    "store": store,
    "serve": _serve,
    "mcp": lambda command, words: None,
    "access": access,
    "watch": watch,
    "demo": _demo,
}
