"""A FindingJudgement: what a person decided about a finding. It points at the words of its sides, so it outlives a new run."""

from typing import Literal

from tawatur.records.base import Record, content_id
from tawatur.records.finding import Aspect, Finding, FindingKind
from tawatur.records.span import Span

FindingJudgementKind = Literal["confirm", "dismiss"]


class FindingJudgement(Record, frozen=True, kw_only=True):
    """`confirm`: the finding holds. `dismiss`: it does not. `finding` is the id that it had when it was judged.

    `when` is an ISO time with zone; `undone`, where it is set, is when it was taken back.
    """

    id: str
    kind: FindingJudgementKind
    finding: str
    of: FindingKind
    aspect: Aspect | None = None
    sides: tuple[Span, ...]
    about: str
    who: str
    when: str
    undone: str | None = None
    undone_by: str | None = None


def finding_judgement(kind: FindingJudgementKind, finding: Finding, who: str, when: str) -> FindingJudgement:
    """Give the judgement of `finding` that `who` makes at `when`; its id is of what it says and when."""
    sides = tuple(Span(document=side.document, start=side.start, end=side.end) for side in finding.sides)
    return FindingJudgement(
        id=content_id("g", kind, finding.id, when),
        kind=kind,
        finding=finding.id,
        of=finding.kind,
        aspect=finding.aspect,
        sides=sides,
        about=finding.reason.en,
        who=who,
        when=when,
    )
