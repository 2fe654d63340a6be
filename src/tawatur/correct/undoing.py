"""Taking a judgement back, of whatever kind. It stays in the list, with who took it back and when."""

from datetime import datetime

import msgspec

from tawatur.correct.keeping import every, judge, keep, text
from tawatur.records.errors import UsageError
from tawatur.records.judged import AnyJudgement, Room, room
from tawatur.store.sqlite import Store


def undo(
    store: Store, asked: str | None = None, *, who: str, when: datetime | None = None, of: Room | None = None
) -> AnyJudgement:
    """Take back the standing judgement whose id is, or begins with, `asked`; the last one where it is left out.

    `of` looks at the judgements of one kind alone. Raises UsageError where there is none, or several begin so.
    """
    with store.judging():
        standing = [one for one in every(store) if not one.undone and of in (None, room(one))]
        last = _last(standing, asked)
        told: AnyJudgement = msgspec.structs.replace(last, undone=text(when), undone_by=judge(who))
        keep(store, [told])
    return told


def _last(standing: list[AnyJudgement], asked: str | None) -> AnyJudgement:
    meant = [one for one in standing if one.id == asked] or [one for one in standing if one.id.startswith(asked or "")]
    if not meant:
        raise UsageError("judgement_unknown", judgement=asked or "-")
    if asked and len(meant) > 1:
        raise UsageError("judgement_ambiguous", judgement=asked, count=len(meant))
    return max(meant, key=lambda one: (one.when, one.id))
