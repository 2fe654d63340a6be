"""Word lists, calendars and registers: YAML files, each entry with its source. Read once, never changed."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """Give the content of `resources/NAME.yaml` as plain data. Callers must not change it.

    Raises FileNotFoundError where there is no such file.
    """
    # yaml.CSafeLoader is libyaml's: ten times as fast as the loader in Python
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=loader)  # noqa: S506 (a safe loader)
