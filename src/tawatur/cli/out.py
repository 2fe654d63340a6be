"""Printing: tables for people, JSON for programs."""

import json
import sys
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def print_json(data: Any) -> None:
    """Print `data` as indented JSON in UTF-8."""
    try:
        text = msgspec.json.format(msgspec.json.encode(data), indent=1).decode()
    except UnicodeEncodeError:  # the name of a file that is no UTF-8
        text = json.dumps(msgspec.to_builtins(data), ensure_ascii=False, indent=1).encode("utf-8", "replace").decode()
    sys.stdout.write(text + "\n")


def print_tables(*what: "RenderableType") -> None:
    """Print tables and paragraphs, as wide as the terminal."""
    console = _console()
    for part in what:
        console.print(part)


def _console() -> "Console":
    from rich.console import Console

    # in a pipe or a file, rich would cut its tables at 80 columns
    width = None if sys.stdout.isatty() else 140
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)
