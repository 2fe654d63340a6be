"""What the commands that judge share: the store that is judged in, who judges, and telling what came of it."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.cli.user import machine_user
from tawatur.records.judged import AnyJudgement, Entry, Room
from tawatur.report.clean_text import shown
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.store.address import Place
    from tawatur.store.sqlite import Store

SOME_DROPPED = 3


@contextmanager
def judged_in(path: "Place | None") -> Iterator["Store"]:
    """The store at `path`, else the default one. Raises StoreError where there is none."""
    from tawatur.cli.stored import use_registers
    from tawatur.store.address import default_place
    from tawatur.store.sqlite import Store

    with Store(path or default_place(), create=False) as store:
        use_registers(store, ())
        yield store


def who(asked: argparse.Namespace) -> str:
    """Who judges: --who, else the user of this machine."""
    return str(asked.who) if asked.who else machine_user()


def follow(store: "Store", asked: argparse.Namespace) -> bool:
    """Make anew what follows from judgements, unless --later; False where a `tawatur read` is under way, and say so."""
    from tawatur import correct
    from tawatur.cli import progress as steps

    if asked.later:
        return True
    with steps.shown(asked.lang, quiet=asked.json) as progress:
        return correct.apply(store, progress=progress)


def tell(store: "Store", told: AnyJudgement, asked: argparse.Namespace, *, applied: bool = True) -> None:
    """Print a judgement that was just made or taken back, and what became of it."""
    from tawatur import correct
    from tawatur.store.library import StoreLibrary

    print_entries([correct.entry(StoreLibrary(store), told)], asked)
    if not applied and not asked.json:
        print(messages("cli", asked.lang)("judged_while_reading"))


def list_judgements(asked: argparse.Namespace, of: Room | None = None) -> None:
    """Print the judgements of one kind, or of all, the newest first."""
    from tawatur import correct

    with library(asked.store) as found:
        entries = [one for one in correct.history(found) if of in (None, one.room)]
    print_entries(entries, asked, of)


def print_entries(entries: Sequence[Entry], asked: argparse.Namespace, of: Room | None = None) -> None:
    """Print judgements, as data where that is asked for."""
    from tawatur.report.judgements import judgement_line, judgements_data, judgements_table

    if asked.json:
        print_json(judgements_data(entries))
    elif not entries:
        print(messages("cli", asked.lang)(f"{of or 'correct'}.none"))
    elif all(one.room == "names" for one in entries):
        print_tables(judgements_table(entries, asked.lang))
    else:
        for one in entries:
            print(judgement_line(one, asked.lang))


def export_judgements(asked: argparse.Namespace) -> None:
    """Write all judgements, of whatever kind, to a file."""
    from tawatur import correct

    with judged_in(asked.store) as store:
        number = correct.export(store, asked.file)
    if asked.json:
        print_json({"judgements": number, "file": str(asked.file)})
    else:
        print(messages("cli", asked.lang)("names.exported", number=number, path=asked.file))


def import_judgements(asked: argparse.Namespace) -> int:
    """Take judgements of whatever kind from a file; bad lines are named, stop no other, and give the exit code 3."""
    from tawatur import correct

    with judged_in(asked.store) as store:
        taken = correct.take(store, asked.file)
        applied = follow(store, asked) if taken.new else True
    words = messages("cli", asked.lang)
    if asked.json:
        faults = [{"line": fault.line, "error": fault.error} for fault in taken.faults]
        print_json({"judgements": len(taken.new), "known": taken.known, "faults": faults, "file": str(asked.file)})
    else:
        print(words("names.imported", number=len(taken.new), known=taken.known, path=asked.file))
        if not applied:
            print(words("judged_while_reading"))
    for fault in taken.faults:
        print(shown(words("names.malformed", path=asked.file, line=fault.line, error=fault.error)), file=sys.stderr)
    return SOME_DROPPED if taken.faults else 0
