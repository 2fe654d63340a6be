"""`tawatur read`: take articles in."""

import argparse
import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.progress import shown
from tawatur.cli.stored import use_registers
from tawatur.pipeline.recognizer import use_recognizer
from tawatur.records.errors import UsageError
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.ingest import Options
    from tawatur.pipeline import ReadReport
    from tawatur.store.address import Place

SOME_DROPPED = 3


def run(asked: argparse.Namespace) -> int:
    """Read what was named, print what was read and what was dropped and why."""
    from tawatur import correct
    from tawatur.pipeline import read
    from tawatur.store.address import default_place
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

    path = asked.store or default_place()
    options = reading_options(asked, path)
    check_places(asked.where)
    with Store(path) as store, shown(asked.lang, quiet=asked.quiet or asked.json) as progress:
        use_registers(store, asked.register)
        use_recognizer(store, asked.recognizer)
        report = read(store, asked.where, options, workers=asked.workers or processors(), progress=progress)
        library = StoreLibrary(store)
        counts = library.counts()
        lost = [one for one in correct.history(library) if one.became == "lost"]
    _print(asked, report, counts, [one.judgement.id for one in lost])
    return SOME_DROPPED if report.dropped else 0


def _print(asked: argparse.Namespace, report: "ReadReport", counts: dict[str, int], lost: list[str]) -> None:
    from tawatur.report.reading import dropped_table, read_data, read_table

    if asked.json:
        told = {"inputs": report.inputs, "new": report.new, "known": report.known, "lost_judgements": lost}
        print_json({**told, **read_data(counts, report.dropped)})
        return
    print(
        messages("cli", asked.lang)(
            "read.done", inputs=report.inputs, new=report.new, known=report.known, dropped=len(report.dropped)
        )
    )
    print_tables(read_table(counts, asked.lang))
    if report.dropped:
        print_tables(dropped_table(report.dropped, asked.lang))
    if lost:
        print(messages("cli", asked.lang)("names.lost", number=len(lost)))


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_places(where: list[str]) -> None:
    """Raise UsageError where something that was named is not there: nothing is read then, and no store made."""
    from tawatur.ingest import is_there

    for place in where:
        if not is_there(place):
            raise UsageError("input_missing", path=place or "''")


def reading_options(asked: argparse.Namespace, store: "Place") -> "Options":
    """How to read, as the command line says it; the store itself is not read. Raises UsageError."""
    from tawatur.ingest import Mapping, Options, WebOptions, parse_mapping

    try:
        mapping = parse_mapping(asked.map) if asked.map else Mapping()
    except ValueError as error:
        raise UsageError("bad_input", detail=error) from error
    # the store may stand in the folder that is read; files whose names only begin as its own does are read
    own = tuple(glob.escape(store.name) + ending for ending in ("", "-wal", "-shm", "-lock")) if isinstance(store, Path) else ()
    return Options(mapping=mapping, exclude=own, web=WebOptions(pages=asked.fetch, allow_private=asked.allow_private))
