"""The times in a clause: when something was undertaken, when it begins, when it ends."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.deeds import next_pact
from tawatur.annotate.commitments.drafts import Draft
from tawatur.annotate.commitments.lexicon import words
from tawatur.records.time import TimeExpression

# tokens after what is undertaken in which its times may stand, and before the verb
_BEHIND, _BESIDE = 8, 4


class Times(NamedTuple):
    """The places of the expressions of time that a clause names."""

    made: tuple[int, int] | None
    in_force: tuple[int, int] | None
    until: tuple[int, int] | None


def times(clause: Clause, found: Sequence[TimeExpression], draft: Draft) -> Times:
    """Sort the times of a sentence by the words before them: when it was made, when it begins and when it ends.

    «منذ» tells a beginning of an agreement alone.
    """
    cue, start, end = draft.cue, draft.start, draft.end
    made = begins = until = None
    for time in found:
        place, at = (time.start, time.end), clause.at(time.start)
        before = [clause.word(at - back).removeprefix("و") for back in (1, 2, 3)]
        mine = min(cue, start) <= at <= end + _BEHIND
        if _said_of_the_making(clause, at, cue, start) and time.type in ("date", "time"):
            made = made or (place if draft.past else None)
        elif not mine:
            continue
        elif any(word in words("until_before") for word in before[:2]) or any(
            word in words("span_before") for word in before[:2]
        ):
            until = until or place
        elif _from(clause, at, before, time, draft):
            begins = begins or place
    return Times(made, begins, until)


def _from(clause: Clause, at: int, before: Sequence[str], time: TimeExpression, draft: Draft) -> bool:
    if any(word in words("from_before") for word in before):
        return True
    if before[0] == "منذ" and time.type in ("date", "time"):
        return draft.pact is not None or (draft.kind == "made" and any(next_pact(clause, k, 1) for k in range(draft.start, at)))
    return any(clause.word(k) in words("in_force") for k in range(max(0, at - 7), at))


def _said_of_the_making(clause: Clause, at: int, cue: int, start: int) -> bool:
    """Whether a time tells when it was made: it stands after «المبرم», beside the verb, or between it and what it takes."""
    if clause.word(at - 1).removeprefix("و") in words("until_before") | words("span_before"):
        return False
    if any(clause.word(k) in words("made_before") for k in range(max(0, at - 4), at)):
        return True
    return cue < at < start or 0 <= cue - at <= _BESIDE
