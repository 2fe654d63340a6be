"""What people judge, of whatever kind, and what became of it."""

from typing import Literal, NamedTuple, get_args

from tawatur.records.correction import Correction, CorrectionKind
from tawatur.records.finding_judgement import FindingJudgement, FindingJudgementKind
from tawatur.records.judgement import Judgement, JudgementKind
from tawatur.records.story_judgement import StoryJudgement, StoryJudgementKind

AnyJudgement = Judgement | StoryJudgement | FindingJudgement | Correction
Room = Literal["names", "stories", "findings", "articles"]
# waiting: no run has seen it yet; the others as in `Status`
Became = Literal["applied", "held", "lost", "overruled", "waiting", "undone"]

# the record of each kind: the kinds of one record are not those of another
KINDS: dict[str, type[AnyJudgement]] = {
    **dict.fromkeys(get_args(JudgementKind), Judgement),
    **dict.fromkeys(get_args(StoryJudgementKind), StoryJudgement),
    **dict.fromkeys(get_args(FindingJudgementKind), FindingJudgement),
    **dict.fromkeys(get_args(CorrectionKind), Correction),
}


class Entry(NamedTuple):
    """A judgement in the list of all: what it is of, and what became of it in the last run.

    `missing` names what it spoke of and is not to be found; `entities` and `stories` are the ids of those that it speaks of now.
    """

    judgement: AnyJudgement
    room: Room
    became: Became
    missing: str = ""
    entities: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()


def room(told: AnyJudgement) -> Room:
    """Give what a judgement is of."""
    if isinstance(told, Judgement):
        return "names"
    if isinstance(told, StoryJudgement):
        return "stories"
    return "findings" if isinstance(told, FindingJudgement) else "articles"
