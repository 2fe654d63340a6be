"""What may be wrong with a judgement that comes from elsewhere."""

import re
from datetime import UTC, datetime
from typing import get_args

import msgspec

from tawatur.records.article import LineKind
from tawatur.records.correction import Correction
from tawatur.records.finding_judgement import FindingJudgement
from tawatur.records.judged import AnyJudgement
from tawatur.records.judgement import Judgement
from tawatur.records.story_judgement import StoryJudgement

_ID = re.compile(r"[a-z]-[0-9a-z]{1,32}")


def fault(told: AnyJudgement) -> str | None:
    """What is wrong with a judgement that comes from elsewhere, in English; None where nothing is."""
    if not _ID.fullmatch(told.id):
        return f"{told.id!r} is no id of a judgement"
    if not told.who.strip():
        return "it does not say who judged"
    return _of_kind(told) or next(filter(None, map(_of_time, filter(None, (told.when, told.undone)))), None)


def _of_kind(told: AnyJudgement) -> str | None:
    if isinstance(told, Judgement):
        return _of_names(told)
    if isinstance(told, StoryJudgement):
        return None if told.documents and told.others else f"a {told.kind} needs documents and others"
    if isinstance(told, FindingJudgement):
        return None if told.sides else f"a {told.kind} needs sides"
    return _of_article(told)


def _of_article(told: Correction) -> str | None:
    if (told.start is None) != (told.end is None) or (told.start is not None and not 0 <= told.start < (told.end or 0)):
        return "its start and end are no place in a text"
    if told.kind in ("speaker", "line") and (told.start is None or not told.text):
        return f"a {told.kind} needs the words that it speaks of"
    if told.kind == "line" and told.value not in get_args(LineKind):
        return f"{told.value!r} is none of the kinds of line: {', '.join(get_args(LineKind))}"
    if told.kind == "speaker" and told.value is not None and not told.value.strip():
        return "its speaker has an empty name"
    return _of_day(told.value) if told.kind == "date" and told.value is not None else None


def _of_day(value: str) -> str | None:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return f"{value!r} is no ISO date"
    return None


def _of_names(told: Judgement) -> str | None:
    if told.kind == "merge" and len(told.subjects) < 2:
        return "a merge needs two subjects"
    if told.kind != "merge" and len(told.subjects) != 1:
        return f"a {told.kind} needs one subject"
    if told.kind == "split" and not (told.forms or told.documents):
        return "a split needs forms or documents"
    if told.kind == "rename" and not (told.name or "").strip():
        return "a rename needs a name"
    return None


def _of_time(time: str) -> str | None:
    try:
        zone = datetime.fromisoformat(time).tzinfo
    except ValueError:
        return f"'{time}' is no ISO time"
    return None if zone else f"the time '{time}' has no zone"


def normal(told: AnyJudgement) -> AnyJudgement:
    """The same judgement with its times in UTC, so that times sort as text."""
    undone = _utc(told.undone) if told.undone else None
    same: AnyJudgement = msgspec.structs.replace(told, when=_utc(told.when), undone=undone)
    return same


def _utc(time: str) -> str:
    return datetime.fromisoformat(time).astimezone(UTC).isoformat(timespec="microseconds")
