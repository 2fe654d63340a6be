"""`tawatur names`: what is known of a name, and what people judge of it."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from tawatur.cli.judging import export_judgements, follow, import_judgements, judged_in, list_judgements, tell, who
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.records.errors import UsageError
from tawatur.records.judged import AnyJudgement

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


def run(asked: argparse.Namespace) -> int:
    """Carry out one action."""
    return _ACTIONS[asked.action](asked) or 0


def _show(asked: argparse.Namespace) -> None:
    from tawatur import correct
    from tawatur.report.names import entity_data, entity_report

    with library(asked.store) as found:
        entities = correct.entities(found, asked.entity)
        if not entities:
            raise UsageError("entity_unknown", entity=asked.entity)
        told = [(one, len(list(found.mentions(one.id)))) for one in entities]
    if asked.json:
        print_json([entity_data(one, mentions) for one, mentions in told])
    else:
        for one, mentions in told:
            print_tables(*entity_report(one, mentions, asked.lang))


def _list(asked: argparse.Namespace) -> None:
    list_judgements(asked, "names")


def _merge(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        _follow(store, correct.merge(store, [asked.entity, *asked.others], who=who(asked)), asked)


def _split(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        _follow(store, correct.split(store, asked.entity, asked.parts, who=who(asked)), asked)


def _rename(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        _follow(store, correct.rename(store, asked.entity, asked.name, who=who(asked)), asked)


def _undo(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        _follow(store, correct.undo(store, asked.judgement, who=who(asked), of="names"), asked)


def _follow(store: "Store", told: AnyJudgement, asked: argparse.Namespace) -> None:
    tell(store, told, asked, applied=follow(store, asked))


_ACTIONS: dict[str, Callable[[argparse.Namespace], int | None]] = {
    "show": _show,
    "list": _list,
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "undo": _undo,
    "export": export_judgements,
    "import": import_judgements,
}
