"""Keeping judgements: who makes them, when, and where each kind is kept."""

from collections.abc import Iterable
from datetime import UTC, datetime

from tawatur.records.errors import UsageError
from tawatur.records.finding_judgement import FindingJudgement
from tawatur.records.judged import AnyJudgement
from tawatur.records.judgement import Judgement
from tawatur.records.story_judgement import StoryJudgement
from tawatur.store.sqlite import Store


def keep(store: Store, judgements: Iterable[AnyJudgement]) -> None:
    """Keep judgements of any kind, all or none; one that is there already is replaced, as when it is taken back."""
    with store.judging():
        for told in judgements:
            if isinstance(told, Judgement):
                store.keep_judgements([told])
            elif isinstance(told, StoryJudgement):
                store.keep_story_judgement(told)
            elif isinstance(told, FindingJudgement):
                store.keep_finding_judgement(told)
            else:
                store.keep_correction(told)


def every(store: Store) -> list[AnyJudgement]:
    """All judgements of any kind, also those that were taken back, each kind in the order of writing."""
    return [*store.judgements(), *store.story_judgements(), *store.finding_judgements(), *store.corrections()]


def judge(who: str) -> str:
    """Give the name of who judges, on one line. Raises UsageError where it is empty."""
    name = " ".join(who.split())
    if not name:
        raise UsageError("judge_unnamed")
    return name


def moment(when: datetime | None) -> datetime:
    """Give when it is judged, in UTC: now where it is left out. Raises ValueError where it has no zone."""
    if when is None:
        return datetime.now(UTC)
    if when.tzinfo is None:
        raise ValueError("the time of a judgement needs a zone")
    return when.astimezone(UTC)


def text(when: datetime | None) -> str:
    """Give when it is judged as judgements keep it, so that times sort as text."""
    return moment(when).isoformat(timespec="microseconds")
