"""`tawatur refresh`: make again what an older version made, and say what has changed."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.commands.read import SOME_DROPPED, processors
from tawatur.cli.judging import judged_in
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.progress import shown
from tawatur.files import whole
from tawatur.records.base import to_dict, to_json
from tawatur.records.change import Change
from tawatur.records.errors import FailedError
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.pipeline import Refreshed
    from tawatur.records.judged import Entry
    from tawatur.store.sqlite import Store


def run(asked: argparse.Namespace) -> int:
    """Refresh the store, or a copy of it, print what has changed, and which judgements no longer find what they are of."""
    from tawatur.pipeline.recognizer import use_recognizer
    from tawatur.pipeline.refreshing import Options, refresh, rehearsal

    options = Options(asked.only, asked.limit, asked.workers or processors())
    with judged_in(asked.store) as store, rehearsal(store) if asked.dry_run else nullcontext(store) as worked:
        use_recognizer(worked, None)
        before = {one.judgement.id for one in _lost(worked)}
        with _told(asked.out) as tell, shown(asked.lang, quiet=asked.quiet or asked.json) as progress:
            done = refresh(worked, options, progress=progress, tell=tell)
        lost = _lost(worked)
    new = [one for one in lost if one.judgement.id not in before]
    if asked.json:
        print_json(_data(done, lost, new, asked))
    else:
        _print(done, lost, asked)
    return SOME_DROPPED if done.dropped else 0


@contextmanager
def _told(path: Path | None) -> Iterator[Callable[[Change], None]]:
    """Write each change to the file at `path`, which takes its place once all are there; nothing without one."""
    if path is None:
        yield lambda change: None
        return
    try:
        with whole(path) as file:
            yield lambda change: _ignored(file.write(to_json(change) + b"\n"))
    except OSError as error:
        raise FailedError("changes_unwritable", path=path, error=error.strerror or error) from error


def _ignored(_: object) -> None:
    return None


def _lost(store: "Store") -> "list[Entry]":
    from tawatur import correct
    from tawatur.store.library import StoreLibrary

    return [one for one in correct.history(StoreLibrary(store)) if one.became == "lost"]


def _data(done: "Refreshed", lost: "list[Entry]", new: "list[Entry]", asked: argparse.Namespace) -> dict[str, object]:
    told: dict[str, object] = to_dict(done)
    return {
        "dry_run": asked.dry_run,
        **told,
        "lost_judgements": [one.judgement.id for one in lost],
        "newly_lost": [one.judgement.id for one in new],
    }


def _print(done: "Refreshed", lost: "list[Entry]", asked: argparse.Namespace) -> None:
    from tawatur.report.judgements import judgement_line
    from tawatur.report.reading import dropped_table
    from tawatur.report.refreshed import example_lines, refreshed_table

    r = messages("refresh", asked.lang)
    if not done.articles and not done.derived and not done.dropped:
        print(r("nothing") if not done.older else r("done", articles=0, older=done.older))
    else:
        print(r("dry" if asked.dry_run else "done", articles=done.articles, older=done.older))
        print(r("before", versions=r("comma").join(f"{by} ({count})" for by, count in done.before.items())))
    if done.kinds:
        print_tables(refreshed_table(done.kinds, asked.lang, dry=asked.dry_run))
    if done.examples:
        print(r("examples"))
    for line in example_lines(done.examples, asked.lang):
        print(f"  {line}")
    if asked.out:
        number = sum(tally.new + tally.gone + tally.changed for tally in done.kinds.values())
        print(r("written", path=asked.out, number=number))
    if done.dropped:
        print(r("failed", number=len(done.dropped)))
        print_tables(dropped_table(done.dropped, asked.lang))
    if lost:
        print(r("lost", number=len(lost)))
    for one in lost:
        print(f"  {judgement_line(one, asked.lang)}")
