"""`tawatur export`: the folder of JSON Lines that other programs read, and the formats of other tools."""

import argparse
from typing import TYPE_CHECKING, Any

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.progress import shown
from tawatur.cli.stored import library
from tawatur.records.errors import UsageError
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from rich.table import Table

    from tawatur.export.job import Format
    from tawatur.report.messages import Lang


def run(asked: argparse.Namespace) -> int:
    """Write what is asked for and say how much it holds, or list the formats."""
    from tawatur.export.formats import DEFAULT, FORMATS

    if asked.list_formats:
        _list(list(FORMATS.values()), asked)
        return 0
    words = messages("cli", asked.lang)
    if asked.folder is None:
        raise UsageError("wrong_use", error=words("wrong.required", what="OUT"), program="tawatur export")
    from tawatur.pipeline.exporting import export

    names = asked.format or [DEFAULT]
    quiet = asked.json or asked.quiet
    with library(asked.store) as found, shown(asked.lang, quiet=quiet) as progress:
        counts = export(found, asked.folder, names, lang=asked.page_lang, no_text=asked.no_text, progress=progress)
        known = found.counts()
    if asked.json:
        print_json(_told(asked, counts))
        return 0
    if DEFAULT in counts:
        print(words("exported", path=asked.folder, **known))
    for name, files in counts.items():
        if name != DEFAULT:
            written = ", ".join(files) if len(files) <= 2 else words("export.files", number=len(files))
            print(words("export.written", format=name, files=written, path=asked.folder))
    return 0


def _told(asked: argparse.Namespace, counts: dict[str, dict[str, int]]) -> dict[str, Any]:
    """What is printed as JSON; the folder's own counts stand by the kind of record, as they always did."""
    from tawatur.export.formats import DEFAULT

    told: dict[str, Any] = {"folder": str(asked.folder)}
    if DEFAULT in counts:
        told["counts"] = {name.removesuffix(".jsonl"): count for name, count in counts[DEFAULT].items()}
    if set(counts) != {DEFAULT}:
        told["formats"] = counts
    return told


def _list(formats: "list[Format]", asked: argparse.Namespace) -> None:
    about = messages("export", asked.lang)
    if asked.json:
        rows = [{"name": one.name, "files": one.files, "extra": one.extra, "about": about(one.name)} for one in formats]
        print_json(rows)
        return
    print_tables(_table(formats, asked.lang))


def _table(formats: "list[Format]", lang: "Lang") -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    words, about = messages("cli", lang), messages("export", lang)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in ("export.col_name", "export.col_about", "export.col_files"):
        table.add_column(words(column), overflow="fold")
    for one in formats:
        files = ", ".join(one.files) if len(one.files) <= 2 else f"{one.files[0]} …"
        needs = f" (tawatur[{one.extra}])" if one.extra else ""
        table.add_row(one.name, about(one.name) + needs, files)
    return table
