"""A Job: what a format is handed. A Format: what is told of one, to those who choose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tawatur.export.source import Source
from tawatur.records.wire import Wires


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`folder` is where the format writes its files. `graph` works out who carries whom; `lang` is that of a reader's words.

    `withheld`: the source passes no texts on (`parts.withheld`).
    """

    source: Source
    folder: Path
    graph: Callable[[Source], Wires]
    lang: Literal["ar", "en"] = "ar"
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`name` is what a user asks for; `files` what is written; `write` writes it and gives the number of rows in each file.

    What it is for stands in resources/messages/export.*.yaml under `name`. `package` must be installed, by the extra `extra`.
    """

    name: str
    files: tuple[str, ...]
    write: Callable[[Job], Mapping[str, int]]
    package: str | None = None
    extra: str | None = None
