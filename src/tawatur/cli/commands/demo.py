"""`tawatur demo`: the example corpus, read, exported and shown."""

import argparse
from importlib.resources import as_file, files
from pathlib import Path

from tawatur.cli.commands.read import processors
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.progress import shown
from tawatur.cli.stored import use_registers
from tawatur.report.messages import messages


def run(asked: argparse.Namespace) -> int:
    """Read the example corpus into a folder, print what it holds, and write its page and its export there."""
    from tawatur import export, ingest
    from tawatur.pipeline import read
    from tawatur.report.reading import read_table
    from tawatur.report.stories import stories_data, stories_table
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store
    from tawatur.web.site import write_site

    folder: Path = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    packaged = files("tawatur.resources").joinpath("examples")
    with (
        as_file(packaged) as examples,
        Store(folder / "tawatur.sqlite") as store,
        shown(asked.lang, quiet=asked.json) as progress,
    ):
        use_registers(store, [examples / "register.yaml"])
        read(store, [str(examples / "articles")], ingest.Options(), workers=processors(), progress=progress)
        found = StoreLibrary(store)
        export.write(found, folder / "export")
        write_site(found, folder / "page", asked.page_lang)
        stories, counts = found.stories(), found.counts()
        page = (folder / "page" / "index.html").resolve().as_uri()
        if asked.json:
            print_json({"page": page, "export": str(folder / "export"), "counts": counts, "stories": stories_data(stories)})
            return 0
        words = messages("cli", asked.lang)
        print(words("demo.found"))
        print_tables(read_table(counts, asked.lang), stories_table(stories, asked.lang, found.entity))
        print(words("demo.page", address=page))
        print(words("demo.serve", command=f"tawatur serve --store {folder / 'tawatur.sqlite'}"))
        print(words("demo.export", path=folder / "export"))
    return 0
