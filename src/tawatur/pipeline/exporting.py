"""Writing what was found in the formats that are asked for: the one place that hands the export who carries whom."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol

from tawatur.export import run
from tawatur.export.source import Source
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.wire import Wires
from tawatur.reuse import printed, wires


class Countable(Source, Protocol):
    """A store's library is one."""

    def counts(self) -> Mapping[str, int]:
        """How many there are of each kind of record, by the export's file names."""
        ...


def export(
    source: Countable,
    folder: Path,
    formats: Sequence[str],
    *,
    lang: Literal["ar", "en"] = "ar",
    no_text: bool = False,
    progress: Progress = no_progress,
) -> dict[str, dict[str, int]]:
    """Write `source` into `folder` in the formats of these names, and give the number of rows of each file, by format.

    With `no_text`, no text of an article is passed on. Raises UsageError for a format that is unknown or lacks its package, before
    anything is written, and FailedError where the folder cannot be written.
    """
    chosen = run.chosen(formats)
    return run.write(
        source,
        folder,
        chosen,
        _graph,
        documents=source.counts().get("documents", 0),
        lang=lang,
        no_text=no_text,
        tell=lambda done, total: progress("export", done, total),
    )


def _graph(source: Source) -> Wires:
    return wires(map(printed, source.documents()), source.reuse())
