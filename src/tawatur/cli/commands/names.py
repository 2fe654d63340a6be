"""`tawatur names`: what is known of a name, and what people judge of it."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from tawatur.cli.judging import chosen, keep, last_standing, matching, who, writing
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.records.errors import UsageError
from tawatur.records.judgement import Judgement
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store


def run(asked: argparse.Namespace) -> int:
    """Carry out one action."""
    _ACTIONS[asked.action](asked)
    return 0


def _show(asked: argparse.Namespace) -> None:
    from tawatur.report.names import entity_data, entity_report

    with library(asked.store) as found:
        entities = matching(found, asked.entity)
        if not entities:
            raise UsageError("entity_unknown", entity=asked.entity)
        told = [(one, len(list(found.mentions(one.id)))) for one in entities]
    if asked.json:
        print_json([entity_data(one, mentions) for one, mentions in told])
    else:
        for one, mentions in told:
            print_tables(*entity_report(one, mentions, asked.lang))


def _list(asked: argparse.Namespace) -> None:
    with library(asked.store) as found:
        _print(found, found.judgements(), asked)


def _print(found: "StoreLibrary", judgements: list[Judgement], asked: argparse.Namespace) -> None:
    from tawatur.report.names import judgements_data, judgements_table

    outcomes = found.outcomes()
    if asked.json:
        print_json(judgements_data(judgements, outcomes))
    elif judgements:
        print_tables(judgements_table(judgements, outcomes, asked.lang))
    else:
        print(messages("cli", asked.lang)("names.none"))


def _merge(asked: argparse.Namespace) -> None:
    from tawatur.settle.ruling import judgement, subject

    with writing(asked.store) as store:
        found = _library(store)
        entities = [chosen(found, one) for one in (asked.entity, *asked.others)]
        if len({one.id for one in entities}) < len(entities):
            raise UsageError("names_same", entity=asked.entity)
        subjects = [subject(one, list(found.mentions(one.id))) for one in entities]
        _judge(store, judgement("merge", subjects, who(asked), datetime.now(UTC)), asked)


def _split(asked: argparse.Namespace) -> None:
    from tawatur.settle.ruling import is_part, judgement, subject

    with writing(asked.store) as store:
        found = _library(store)
        entity = chosen(found, asked.entity)
        mentions = list(found.mentions(entity.id))
        documents = [part for part in asked.parts if any(m.document == part for m in mentions)]
        forms = [part for part in asked.parts if part not in documents]
        for part in forms:
            if not any(is_part(m, (part,), ()) for m in mentions):
                raise UsageError("names_no_part", entity=entity.name, part=part)
        rest = [m for m in mentions if not is_part(m, forms, documents)]
        if not rest:
            raise UsageError("names_all_parts", entity=entity.name)
        told = judgement("split", [subject(entity, rest)], who(asked), datetime.now(UTC), forms=forms, documents=documents)
        _judge(store, told, asked)


def _rename(asked: argparse.Namespace) -> None:
    from tawatur.settle.ruling import judgement, subject

    name = " ".join(asked.name.split())
    if not name:
        raise UsageError("names_empty")
    with writing(asked.store) as store:
        found = _library(store)
        entity = chosen(found, asked.entity)
        seen = subject(entity, list(found.mentions(entity.id)))
        _judge(store, judgement("rename", [seen], who(asked), datetime.now(UTC), name=name), asked)


def _undo(asked: argparse.Namespace) -> None:
    with writing(asked.store) as store:
        last = last_standing(store.judgements(), asked.judgement, "judgement_unknown")
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        _judge(store, msgspec.structs.replace(last, undone=now, undone_by=who(asked)), asked)


def _judge(store: "Store", told: Judgement, asked: argparse.Namespace) -> None:
    keep(store, [told], asked)
    _print(_library(store), [told], asked)


def _export(asked: argparse.Namespace) -> None:
    from tawatur.cli.judgement_file import write

    with library(asked.store) as found:
        judgements = found.judgements()
    write(asked.file, judgements)
    _counted("names.exported", len(judgements), asked)


def _import(asked: argparse.Namespace) -> None:
    from tawatur.cli.judgement_file import read

    told = read(asked.file)
    with writing(asked.store) as store:
        here = {one.id: one for one in store.judgements()}
        new = [one for one in told if one.id not in here or (one.undone and not here[one.id].undone)]
        keep(store, new, asked)
    _counted("names.imported", len(new), asked)


def _counted(key: str, number: int, asked: argparse.Namespace) -> None:
    if asked.json:
        print_json({"judgements": number, "file": str(asked.file)})
    else:
        print(messages("cli", asked.lang)(key, number=number, path=asked.file))


def _library(store: "Store") -> "StoreLibrary":
    from tawatur.store.library import StoreLibrary

    return StoreLibrary(store)


_ACTIONS = {
    "show": _show,
    "list": _list,
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "undo": _undo,
    "export": _export,
    "import": _import,
}
