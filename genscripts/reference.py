"""Write what is made from the code: docs/cli-reference.md and the JSON Schema of the export.

Usage: python genscripts/reference.py
A test compares both with the code, so neither can fall behind.
"""

import argparse
import json
import sys
from collections.abc import Iterator
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
        parts += [f"## tawatur {name}", "", *_command(name, "en"), '<div dir="rtl">', "", *_command(name, "ar"), "</div>", ""]
    return "\n".join(parts)


def _command(name: str, lang: Lang) -> Iterator[str]:
    words = messages("cli", lang)
    parsers = next(a for a in build(lang)._actions if isinstance(a, argparse._SubParsersAction))
    parser = parsers.choices[name]
    yield from (words(f"{name}.help"), "")
    for action in parser._actions:
        spelled = ", ".join(f"`{option}`" for option in action.option_strings) or f"`{action.metavar}`"
        value = f" `{action.metavar}`" if action.option_strings and action.metavar else ""
        yield f"- {spelled}{value}: {action.help}"
    yield from ("", "```", words(f"{name}.example"), "```", "")


if __name__ == "__main__":
    sys.exit(main())
