"""Writing a collection in the formats that are asked for: all of them, or none."""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from tawatur.export.formats import FORMATS
from tawatur.export.job import Format, Job
from tawatur.export.parts.passed import Counted
from tawatur.export.parts.replacing import replacing
from tawatur.export.parts.withheld import Withheld
from tawatur.export.source import Source
from tawatur.records.errors import UsageError
from tawatur.records.wire import Wires

# (documents done, of how many): of a collection that each format may go through more than once
Tell = Callable[[int, int], None]


def chosen(names: Sequence[str]) -> tuple[Format, ...]:
    """Give the formats of these names, each once. Raises UsageError where one is unknown or its package is not installed."""
    for name in names:
        if name not in FORMATS:
            raise UsageError("format_unknown", name=name, known=", ".join(FORMATS))
    found = tuple(FORMATS[name] for name in dict.fromkeys(names))
    for one in found:
        if one.package and find_spec(one.package) is None:
            raise UsageError("format_needs", name=one.name, extra=one.extra)
    return found


def write(
    source: Source,
    folder: Path,
    formats: Sequence[Format],
    graph: Callable[[Source], Wires],
    *,
    documents: int,
    lang: Literal["ar", "en"] = "ar",
    no_text: bool = False,
    tell: Tell = lambda done, total: None,
) -> dict[str, dict[str, int]]:
    """Write `source` into `folder`, and give the number of rows of each file, by format.

    `graph` works out who carries whom. `documents` is their number, for `tell`. With `no_text`, no text of an article is passed on.
    The files take their places once all are written; a write that fails or is ended leaves those that were there.
    Raises FailedError where the folder cannot be written.
    """
    counts: dict[str, dict[str, int]] = {}
    total = documents * len(formats)
    passed = Withheld(source) if no_text else source
    with replacing(folder) as workplace:
        for number, one in enumerate(formats):
            before = number * documents
            counted = Counted(passed, lambda done, before=before: tell(before + min(done, documents), total))  # type: ignore[misc]
            job = Job(source=counted, folder=workplace, graph=graph, lang=lang, withheld=no_text)
            counts[one.name] = dict(one.write(job))
            tell(before + documents, total)
    return counts
