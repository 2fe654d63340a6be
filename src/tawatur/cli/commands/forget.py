"""`tawatur forget`: takedowns."""

import argparse
from typing import TYPE_CHECKING

from tawatur.cli.judging import judged_in, who
from tawatur.cli.out import print_json
from tawatur.records.errors import UsageError
from tawatur.report.clean_text import named
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.records.document import Document
    from tawatur.records.forgotten import Forgotten
    from tawatur.store.sqlite import Store


def run(asked: argparse.Namespace) -> int:
    """Take an article out for good, list what was taken out, or let it come back."""
    with judged_in(asked.store) as store:
        if asked.list:
            _list(store, asked)
        elif not asked.article:
            raise UsageError("forget_what")
        elif asked.lift:
            _lift(store, asked)
        else:
            _forget(store, asked)
    return 0


def _forget(store: "Store", asked: argparse.Namespace) -> None:
    from tawatur import correct
    from tawatur.cli.progress import shown
    from tawatur.correct.forgetting import meant
    from tawatur.store.library import StoreLibrary

    documents = meant(StoreLibrary(store), store, asked.article)
    if not asked.yes:
        raise UsageError("forget_unsure", count=len(documents), articles=_named(documents), article=asked.article)
    with shown(asked.lang, quiet=asked.json) as progress:
        tombstones = correct.forget(store, asked.article, who=who(asked), note=asked.note or "", progress=progress)
    if asked.json:
        print_json(tombstones)
    else:
        print(messages("cli", asked.lang)("forget.done", articles=" ".join(one.document for one in tombstones)))


def _named(documents: "list[Document]") -> str:
    return "\n".join(f"  {one.id}  {named(one.source)}" for one in documents)


def _lift(store: "Store", asked: argparse.Namespace) -> None:
    from tawatur import correct

    correct.lift(store, asked.article)
    if asked.json:
        print_json({"lifted": asked.article})
    else:
        print(messages("cli", asked.lang)("forget.lifted", article=asked.article))


def _list(store: "Store", asked: argparse.Namespace) -> None:
    from tawatur.store.forgetting import forgotten

    tombstones = forgotten(store)
    if asked.json:
        print_json(tombstones)
    elif not tombstones:
        print(messages("cli", asked.lang)("forget.none"))
    for one in () if asked.json else tombstones:
        print(_line(one))


def _line(one: "Forgotten") -> str:
    return f"{one.document}  {one.when[:16].replace('T', ' ')}  {named(one.who)}  {named(one.note)}".rstrip()
