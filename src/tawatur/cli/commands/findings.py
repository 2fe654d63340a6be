"""`tawatur findings`: what comparing the sources shows, and what people judge of it."""

import argparse
from typing import TYPE_CHECKING

from tawatur.cli.commands.show import chosen
from tawatur.cli.judging import judged_in, list_judgements, tell, who
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.records.finding import Finding
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.store.library import StoreLibrary

_GRAVE = ("conflict", "update", "drift")


def run(asked: argparse.Namespace) -> int:
    """Carry out one action; without one, print the findings, the gravest first."""
    _ACTIONS[asked.action](asked)
    return 0


def _list(asked: argparse.Namespace) -> None:
    from tawatur.report.findings import findings_data, findings_trees
    from tawatur.report.gravity import gravest_first

    with library(asked.store) as found:
        findings = gravest_first(_asked(found, asked))
        outlets = _outlets(found, findings)
    if asked.json:
        print_json(findings_data(findings))
    elif findings:
        print_tables(*findings_trees(findings, asked.lang, outlets.get))
    else:
        print(messages("cli", asked.lang)("no_findings"))


def _asked(found: "StoreLibrary", asked: argparse.Namespace) -> list[Finding]:
    """Those of a story, else of all stories; without --all and without a story, conflicts, updates and drift alone."""
    if asked.story:
        return list(chosen(found, asked.story).findings)
    return [one for one in found.findings() if asked.all or one.kind in _GRAVE]


def _outlets(found: "StoreLibrary", findings: list[Finding]) -> dict[str, str | None]:
    documents = sorted({side.document for one in findings for side in one.sides})
    return {name: view.article.outlet for name in documents if (view := found.document(name))}


def _confirm(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        tell(store, correct.confirm(store, asked.finding, who=who(asked)), asked)


def _dismiss(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        tell(store, correct.dismiss(store, asked.finding, who=who(asked)), asked)


def _undo(asked: argparse.Namespace) -> None:
    from tawatur import correct

    with judged_in(asked.store) as store:
        tell(store, correct.undo(store, asked.judgement, who=who(asked), of="findings"), asked)


def _judgements(asked: argparse.Namespace) -> None:
    list_judgements(asked, "findings")


_ACTIONS = {
    "list": _list,
    "confirm": _confirm,
    "dismiss": _dismiss,
    "undo": _undo,
    "judgements": _judgements,
}
