"""What may be wrong with a judgement that comes from elsewhere."""

import re
from datetime import UTC, datetime

import msgspec

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
    return None if told.sides else f"a {told.kind} needs sides"


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
