"""Word lists, calendars and registers: YAML files, each entry with its source. Read once, never changed.

The registers of outlets and agencies may be added to by files of the user's own, which TAWATUR_REGISTER names (several
with the path separator between); worker processes inherit it. It is set before the first table is read.
"""

import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from tawatur.records.errors import UsageError

ENVIRONMENT = "TAWATUR_REGISTER"
_REGISTERS = {"agencies": ("key", "en", "country"), "outlets": ("key", "ar", "en", "domains", "country", "owner")}


@cache
def load(name: str) -> Any:
    """Give the content of `resources/NAME.yaml` as plain data, with the user's own entries first. Callers must not change it.

    Raises FileNotFoundError where there is no such file, UsageError where a register of the user's is not of the form.
    """
    content = _parsed(files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
    if name in _REGISTERS:
        own = [entry for path in own_registers() for entry in own_entries(path).get(name, [])]
        content = content | {name: [*own, *content[name]]}
    return content


@cache
def lines(name: str) -> tuple[str, ...]:
    """Give the lines of `resources/NAME.txt`, a long list of one word or name a line; lines that begin with # are left out.

    Raises FileNotFoundError where there is no such file.
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def own_registers() -> tuple[Path, ...]:
    """The files of the user's own registers."""
    named = os.environ.get(ENVIRONMENT, "")
    return tuple(Path(part) for part in named.split(os.pathsep) if part)


def own_entries(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Give the entries of a register of the user's: lists `agencies` and `outlets` of the packaged registers' form.

    Raises UsageError where the file cannot be read or an entry lacks a field.
    """
    try:
        content = _parsed(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise UsageError("register_malformed", path=path, error=error) from error
    if not isinstance(content, dict) or not set(content) <= set(_REGISTERS):
        raise UsageError("register_malformed", path=path, error=f"it holds no lists {' and '.join(_REGISTERS)}")
    for name, entries in content.items():
        for number, entry in enumerate(entries or [], 1):
            missing = [field for field in _REGISTERS[name] if not isinstance(entry, dict) or field not in entry]
            if missing:
                raise UsageError("register_malformed", path=path, error=f"{name}, entry {number}: no {', '.join(missing)}")
    return {name: entries or [] for name, entries in content.items()}


def _parsed(text: str) -> Any:
    # yaml.CSafeLoader is libyaml's: ten times as fast as the loader in Python
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (both are safe)
