"""Judgements of findings: one holds, or it does not. They are laid over what was found when it is read, so nothing is made anew."""

from datetime import datetime

from tawatur.correct.chosen import finding
from tawatur.correct.keeping import judge, keep, text
from tawatur.records.finding_judgement import FindingJudgement, FindingJudgementKind, finding_judgement
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


def confirm(store: Store, asked: str, *, who: str, when: datetime | None = None) -> FindingJudgement:
    """Judge that a finding (its id, or the beginning of it) holds."""
    return _kept(store, "confirm", asked, who, when)


def dismiss(store: Store, asked: str, *, who: str, when: datetime | None = None) -> FindingJudgement:
    """Judge that a finding (its id, or the beginning of it) does not hold."""
    return _kept(store, "dismiss", asked, who, when)


def _kept(store: Store, kind: FindingJudgementKind, asked: str, who: str, when: datetime | None) -> FindingJudgement:
    with store.judging():
        told = finding_judgement(kind, finding(StoreLibrary(store), asked), judge(who), text(when))
        keep(store, [told])
    return told
