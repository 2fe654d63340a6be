"""`tawatur findings`: what comparing the sources shows, and what people judge of it."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from tawatur.cli.commands.show import chosen
from tawatur.cli.judging import last_standing, who, writing
from tawatur.cli.out import print_json, print_tables
from tawatur.cli.stored import library
from tawatur.records.base import to_dict
from tawatur.records.errors import UsageError
from tawatur.records.finding import Finding
from tawatur.records.finding_judgement import FindingJudgement, FindingJudgementKind, finding_judgement
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

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
    _judge("confirm", asked)


def _dismiss(asked: argparse.Namespace) -> None:
    _judge("dismiss", asked)


def _judge(kind: FindingJudgementKind, asked: argparse.Namespace) -> None:
    with writing(asked.store) as store:
        _keep(store, finding_judgement(kind, _finding(store, asked.finding), who(asked), _now()), asked)


def _finding(store: "Store", asked: str) -> Finding:
    """The finding of this id, or whose id alone begins so. Raises UsageError where there is none, or there are several."""
    from tawatur.store.library import StoreLibrary

    matches = [one for one in StoreLibrary(store).findings() if one.id.startswith(asked)]
    exact = [one for one in matches if one.id == asked] or matches
    if not exact:
        raise UsageError("finding_unknown", finding=asked)
    if len(exact) > 1:
        raise UsageError("finding_ambiguous", finding=asked, count=len(exact))
    return exact[0]


def _undo(asked: argparse.Namespace) -> None:
    with writing(asked.store) as store:
        last = last_standing(store.finding_judgements(), asked.judgement, "finding_judgement_unknown")
        _keep(store, msgspec.structs.replace(last, undone=_now(), undone_by=who(asked)), asked)


def _judgements(asked: argparse.Namespace) -> None:
    with library(asked.store) as found:
        _print(found.finding_judgements(), asked)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _keep(store: "Store", told: FindingJudgement, asked: argparse.Namespace) -> None:
    """Keep a judgement. It is laid over the findings when they are read, so nothing is made anew."""
    with store.transaction():
        store.keep_finding_judgement(told)
    _print([told], asked)


def _print(judgements: list[FindingJudgement], asked: argparse.Namespace) -> None:
    words = messages("cli", asked.lang)
    if asked.json:
        print_json([_data(one) for one in judgements])
    elif not judgements:
        print(words("findings.none"))
    for one in () if asked.json else judgements:
        told = words(f"findings.did_{one.kind}", finding=one.finding, about=one.about)
        state = words("stories.undone" if one.undone else "stories.stands")
        print(f"{one.id}  {one.when[:16].replace('T', ' ')}  {one.who}  {told}  ({state})")


def _data(one: FindingJudgement) -> dict[str, Any]:
    return {**to_dict(one), "status": "undone" if one.undone else "stands"}


_ACTIONS = {
    "list": _list,
    "confirm": _confirm,
    "dismiss": _dismiss,
    "undo": _undo,
    "judgements": _judgements,
}
