"""A person's judgements, applied to what was joined: in the order of their times, so that the later one has the last word."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawatur.records.judgement import Judgement, Outcome, Status, Subject
from tawatur.settle.joining.places import Place, Places
from tawatur.settle.known import known
from tawatur.settle.mentions import Group
from tawatur.settle.spelling import words
from tawatur.settle.view import identity

Told = tuple[Status, tuple[Group, ...], str]


class Judged(NamedTuple):
    """What became of each judgement, in the order of their times, and the names that people gave to groups."""

    outcomes: tuple[Outcome, ...]
    renamed: dict[Group, str]


def apply(judgements: Sequence[Judgement], places: Places) -> Judged:
    """Move mentions between groups, and name groups, as judged.

    A judgement that was taken back does nothing. Linear in the mentions that are moved, and in all where there is any judgement.
    """
    standing = sorted((j for j in judgements if not j.undone), key=lambda j: (j.when, j.id))
    bench = _Bench(places)
    told = [(judgement.id, *bench.judge(judgement)) for judgement in standing]
    outcomes = tuple(
        Outcome(
            judgement=judgement,
            status=status,
            entities=tuple(dict.fromkeys(identity(group) for group in groups if places.held(group))),
            missing=missing,
        )
        for judgement, status, groups, missing in told
    )
    return Judged(outcomes, bench.renamed)


class _Bench:
    """Where judgements are applied one after the other."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.renamed: dict[Group, str] = {}

    def judge(self, judgement: Judgement) -> Told:
        """Apply one judgement."""
        found = [self._find(subject) for subject in judgement.subjects]
        groups = tuple(group for group in found if group)
        missing = "، ".join(s.name for s, group in zip(judgement.subjects, found, strict=True) if group is None)
        if missing:
            return "lost", groups, missing
        match judgement.kind:
            case "merge":
                return self._merge(judgement, groups)
            case "split":
                return self._split(judgement, groups[0])
            case "rename":
                self.renamed[groups[0]] = judgement.name or ""
                return "applied", groups, ""

    def _merge(self, judgement: Judgement, groups: tuple[Group, ...]) -> Told:
        first, *others = dict.fromkeys(groups)
        for group in others:
            self._places.move(sorted(self._places.held(group)), first, judgement.who, keeps=True)
            if group in self.renamed:
                self.renamed.setdefault(first, self.renamed.pop(group))
        return ("applied" if others else "held"), (first,), ""

    def _split(self, judgement: Judgement, group: Group) -> Told:
        every = self._places.held(group)
        part = sorted(place for place in every if self._is_meant(judgement, place))
        if part and len(part) < len(every):
            new = (group[0], (*group[1], judgement.id))
            self._places.move(part, new, judgement.who, keeps=False)
            return "applied", (group, new), ""
        apart = {self._places.group(place) for place in self._meant_anywhere(judgement)} - {group}
        if apart and not part:
            return "held", (group, *sorted(apart)), ""
        return "lost", (group,), "، ".join((*judgement.forms, *judgement.documents))

    def _is_meant(self, judgement: Judgement, place: Place) -> bool:
        forms = {words(form) for form in judgement.forms}
        return place[0] in judgement.documents or words(self._places.text(place)) in forms

    def _meant_anywhere(self, judgement: Judgement) -> Iterable[Place]:
        kind = judgement.subjects[0].type
        for form in judgement.forms:
            yield from self._places.written(kind, words(form))
        key = words(judgement.subjects[0].name)
        yield from (place for place in self._places.written(kind, key) if place[0] in judgement.documents)

    def _find(self, subject: Subject) -> Group | None:
        """The group that most of the mentions that were seen are in now; else the only one of the name."""
        seen = [place for place in map(self._places.at, subject.mentions) if place]
        votes = Counter(map(self._places.group, seen))
        if votes:
            return min(votes, key=lambda group: (-votes[group], group))
        same = (subject.type, known(subject.name, subject.type).key)
        if self._places.held(same):
            return same
        named = {self._places.group(place) for place in self._places.written(subject.type, words(subject.name))}
        return named.pop() if len(named) == 1 else None
