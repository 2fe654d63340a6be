"""The list of all judgements, and what became of each in the last run."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tawatur.records.correction import Correction
from tawatur.records.finding import Finding
from tawatur.records.finding_judgement import FindingJudgement
from tawatur.records.judged import AnyJudgement, Became, Entry, Room
from tawatur.records.judgement import Judgement
from tawatur.records.story_judgement import StoryJudgement
from tawatur.store.judged import Judged, concerns
from tawatur.store.library import StoreLibrary

_Place = tuple[str, int, int]


def history(found: StoreLibrary) -> list[Entry]:
    """All judgements of any kind, the newest first."""
    told: list[AnyJudgement] = [
        *found.judgements(),
        *found.story_judgements(),
        *found.finding_judgements(),
        *found.corrections(),
    ]
    return sorted(_entries(found, told), key=lambda one: (one.judgement.when, one.judgement.id), reverse=True)


def entry(found: StoreLibrary, told: AnyJudgement) -> Entry:
    """One judgement, and what became of it."""
    return next(iter(_entries(found, [told])))


def _entries(found: StoreLibrary, judgements: Sequence[AnyJudgement]) -> Iterable[Entry]:
    known = _Known(found, judgements)
    for told in judgements:
        if isinstance(told, Judgement):
            yield known.told(told, "names")
        elif isinstance(told, Correction):
            yield known.told(told, "articles")
        elif isinstance(told, StoryJudgement):
            yield known.story(told)
        else:
            yield known.finding(told)


class _Known:
    """What the last run made, as far as the judgements that are asked for need it."""

    def __init__(self, found: StoreLibrary, judgements: Sequence[AnyJudgement]) -> None:
        self._outcomes = found.outcomes()
        self._seen = found.judged_by()
        of_stories = any(isinstance(one, StoryJudgement) for one in judgements)
        self._story_of = {name: one.id for one in found.stories() for name in one.documents} if of_stories else {}
        of_findings = any(isinstance(one, FindingJudgement) for one in judgements)
        self._findings: dict[_Place, list[Finding]] = defaultdict(list)
        for finding in found.findings() if of_findings else ():
            for side in finding.sides:
                self._findings[side.document, side.start, side.end].append(finding)
        self._judged = Judged(found.finding_judgements() if of_findings else ())

    def told(self, told: Judgement | Correction, room: Room) -> Entry:
        """A judgement of names or articles: the run has written down what became of it."""
        outcome = self._outcomes.get(told.id)
        became: Became = "undone" if told.undone else outcome.status if outcome else "waiting"
        return Entry(told, room, became, outcome.missing if outcome else "", outcome.entities if outcome else ())

    def story(self, told: StoryJudgement) -> Entry:
        """A judgement of stories: where its articles are now."""
        sides = [[self._story_of[name] for name in side if name in self._story_of] for side in (told.documents, told.others)]
        stories = tuple(dict.fromkeys(one for side in sides for one in side))
        if told.undone:
            return Entry(told, "stories", "undone", stories=stories)
        if self._seen is not None and told.id not in self._seen:
            return Entry(told, "stories", "waiting", stories=stories)
        gone = [names for names, side in zip((told.documents, told.others), sides, strict=True) if not side]
        if gone:
            return Entry(told, "stories", "lost", "، ".join(name for names in gone for name in names), stories=stories)
        holds = len(stories) == 1 if told.kind == "join" else not set(sides[0]) & set(sides[1])
        return Entry(told, "stories", "applied" if holds else "overruled", stories=stories)

    def finding(self, told: FindingJudgement) -> Entry:
        """A judgement of a finding: whether there is one that stands on the same words."""
        if told.undone:
            return Entry(told, "findings", "undone")
        near = {one.id: one for side in told.sides for one in self._findings.get((side.document, side.start, side.end), ())}
        meant = [one for one in near.values() if concerns(told, one)]
        stories = tuple(sorted({one.story for one in meant if one.story}))
        if not meant:
            return Entry(told, "findings", "lost", told.finding)
        last = any(self._judged.last(one) == told for one in meant)
        return Entry(told, "findings", "applied" if last else "overruled", stories=stories)
