"""The progress of long work: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tawatur.pipeline import Progress, no_progress
from tawatur.report.messages import Lang, messages

# seconds between two lines where there is no terminal to draw a bar on
_LINE_EVERY = 10.0


@contextmanager
def shown(lang: Lang, *, quiet: bool) -> Iterator[Progress]:
    """Show the progress of the steps on standard error, or nothing where `quiet`."""
    if quiet:
        yield no_progress
    elif sys.stderr.isatty():
        with _bar(lang) as progress:
            yield progress
    else:
        yield _lines(lang)


@contextmanager
def _bar(lang: Lang) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    words = messages("cli", lang)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Bar(*columns, console=Console(file=sys.stderr)) as bar:
        tasks: dict[str, TaskID] = {}

        def progress(step: str, done: int, total: int | None) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(words(f"phase.{step}"), total=total)
            bar.update(tasks[step], completed=done, total=total)

        yield progress


def _lines(lang: Lang) -> Progress:
    words = messages("cli", lang)
    last = time.monotonic()

    def progress(step: str, done: int, total: int | None) -> None:
        nonlocal last
        if time.monotonic() - last >= _LINE_EVERY:
            last = time.monotonic()
            count = f"{done}" if total is None else f"{done}/{total}"
            print(f"{words(f'phase.{step}')}: {count}", file=sys.stderr, flush=True)

    return progress
