"""Write what is made from the code: docs/cli-reference.md and the JSON Schema of the export.

Usage: python genscripts/reference.py
A test compares both with the code, so neither can fall behind.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tawatur.cli.parser import COMMANDS, build
from tawatur.export.schema import schema
from tawatur.report.messages import Lang, messages

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "cli-reference.md"
SCHEMA = ROOT / "src" / "tawatur" / "resources" / "export.schema.json"


def main() -> int:
    """Write both files."""
    REFERENCE.write_text(reference(), encoding="utf-8")
    SCHEMA.write_text(schema_text(), encoding="utf-8")
    return 0


def schema_text() -> str:
    """Give the schema as indented JSON."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def reference() -> str:
    """Give the reference of all commands, English and Arabic."""
    parts = ["# The command line", "", "Made by `genscripts/reference.py` from the commands themselves.", ""]
    parts += ["Exit codes: 0 done, 1 failed, 2 wrong use, 3 done with some input dropped, 130 ended by the user.", ""]
    for name in COMMANDS:
        parts += _section(f"## tawatur {name}", (name,))
        for action in _actions(_parser((name,), "en")):
            parts += _section(f"### tawatur {name} {action}", (name, action))
    return "\n".join(parts)


def _section(heading: str, names: Sequence[str]) -> list[str]:
    return [heading, "", *_command(names, "en"), '<div dir="rtl">', "", *_command(names, "ar"), "</div>", ""]


def _parser(names: Sequence[str], lang: Lang) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = build(lang)
    for name in names:
        parser = _actions(parser)[name]
    return parser


def _actions(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The commands that a parser has of its own."""
    return next((a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction)), {})


def _command(names: Sequence[str], lang: Lang) -> Iterator[str]:
    words = messages("cli", lang)
    parser, name = _parser(names, lang), ".".join(names)
    yield from (words(f"{name}.help"), "")
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield f"- `{action.metavar}`: {', '.join(f'`{choice}`' for choice in action.choices)}"
            continue
        spelled = ", ".join(f"`{option}`" for option in action.option_strings) or f"`{action.metavar}`"
        value = f" `{action.metavar}`" if action.option_strings and action.metavar else ""
        yield f"- {spelled}{value}: {action.help}"
    yield from ("", "```", words(f"{name}.example"), "```", "")


if __name__ == "__main__":
    sys.exit(main())
