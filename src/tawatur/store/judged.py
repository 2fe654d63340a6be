"""Findings as people judged them: a judgement holds for every finding of its kind that stands on the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import structs

from tawatur.records.finding import Finding
from tawatur.records.finding_judgement import FindingJudgement

_Place = tuple[str, int, int]
_WORDS: dict[str, Literal["confirmed", "dismissed"]] = {"confirm": "confirmed", "dismiss": "dismissed"}


class Judged:
    """The standing judgements, the last of which holds."""

    def __init__(self, judgements: Iterable[FindingJudgement]) -> None:
        self._by_place: dict[_Place, list[FindingJudgement]] = defaultdict(list)
        for judgement in sorted(judgements, key=lambda one: (one.when, one.id)):
            for side in judgement.sides if not judgement.undone else ():
                self._by_place[side.document, side.start, side.end].append(judgement)

    def of(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Give the findings, each with what was judged of it."""
        for finding in findings:
            found = self.last(finding)
            yield structs.replace(finding, judged=_WORDS[found.kind]) if found else finding

    def last(self, finding: Finding) -> FindingJudgement | None:
        """The last standing judgement that concerns a finding."""
        near = {one.id: one for side in finding.sides for one in self._by_place.get((side.document, side.start, side.end), ())}
        holding = [one for one in near.values() if concerns(one, finding)]
        return max(holding, key=lambda one: (one.when, one.id), default=None)


def concerns(judgement: FindingJudgement, finding: Finding) -> bool:
    """Whether the judgement's sides are all of this finding's, or hold them all: articles may have come and gone since."""
    places = {(side.document, side.start, side.end) for side in finding.sides}
    return _same(judgement, finding) and _covers(_places(judgement), places)


def _same(judgement: FindingJudgement, finding: Finding) -> bool:
    return (judgement.of, judgement.aspect) == (finding.kind, finding.aspect)


def _places(judgement: FindingJudgement) -> set[_Place]:
    return {(side.document, side.start, side.end) for side in judgement.sides}


def _covers(one: set[_Place], other: set[_Place]) -> bool:
    shared = {place[0] for place in one & other}
    return (one <= other or other <= one) and len(shared) > 1


def judged(findings: Iterable[Finding], judgements: Sequence[FindingJudgement]) -> Iterator[Finding]:
    """Give the findings, each with what was judged of it."""
    return Judged(judgements).of(findings) if judgements else iter(findings)
