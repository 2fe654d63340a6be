"""A person's judgements, applied to what was joined: in the order of their times, so that the later one has the last word."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tawatur.records.judgement import Judgement, Status, Subject
from tawatur.settle.known import known
from tawatur.settle.mentions import Group
from tawatur.settle.placed import Placing, Way
from tawatur.settle.spelling import words

Place = tuple[str, int]  # a document and the number of a mention in it
Told = tuple[Status, tuple[Group, ...], str]


def apply(judgements: Sequence[Judgement], placing: Placing) -> Placing:
    """Move mentions between groups, and name groups, as judged; says of each judgement what became of it.

    One that was taken back does nothing. Linear in mentions and judgements.
    """
    standing = sorted((j for j in judgements if not j.undone), key=lambda j: (j.when, j.id))
    if standing:
        bench = _Bench(placing)
        for judgement in standing:
            placing.told.append((judgement.id, *bench.judge(judgement)))
    return placing


class _Bench:
    """The mentions, to be found by group, by name and by place while judgements are applied."""

    def __init__(self, placing: Placing) -> None:
        self._placing = placing
        self._groups: dict[Group, set[Place]] = defaultdict(set)
        self._names: dict[Group, list[Place]] = defaultdict(list)
        for document, rows in placing.mentions.items():
            for number, (mention, way) in enumerate(zip(rows, placing.ways[document], strict=True)):
                self._groups[way.group].add((document, number))
                self._names[mention.name.type, words(mention.name.text)].append((document, number))

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
                self._placing.named[groups[0]] = judgement.name or ""
                return "applied", groups, ""

    def _merge(self, judgement: Judgement, groups: tuple[Group, ...]) -> Told:
        first, *others = dict.fromkeys(groups)
        for group in others:
            self._move(sorted(self._groups[group]), first, judgement.who, keeps=True)
            if group in self._placing.named:
                self._placing.named.setdefault(first, self._placing.named.pop(group))
        return ("applied" if others else "held"), (first,), ""

    def _split(self, judgement: Judgement, group: Group) -> Told:
        every = self._groups[group]
        part = sorted(place for place in every if self._is_meant(judgement, place))
        if part and len(part) < len(every):
            new = (group[0], (*group[1], judgement.id))
            self._move(part, new, judgement.who, keeps=False)
            return "applied", (group, new), ""
        apart = {self._group(place) for place in self._meant_anywhere(judgement)} - {group}
        if apart and not part:
            return "held", (group, *sorted(apart)), ""
        return "lost", (group,), "، ".join((*judgement.forms, *judgement.documents))

    def _is_meant(self, judgement: Judgement, place: Place) -> bool:
        document, number = place
        forms = {words(form) for form in judgement.forms}
        return document in judgement.documents or words(self._placing.mentions[document][number].name.text) in forms

    def _meant_anywhere(self, judgement: Judgement) -> Iterable[Place]:
        kind = judgement.subjects[0].type
        for form in judgement.forms:
            yield from self._names.get((kind, words(form)), ())
        key = words(judgement.subjects[0].name)
        for place in self._names.get((kind, key), ()):
            if place[0] in judgement.documents:
                yield place

    def _move(self, places: Iterable[Place], to: Group, who: str, *, keeps: bool) -> None:
        """Move mentions to a group; `keeps`: whether what they were joined to before goes with them."""
        for document, number in places:
            ways = self._placing.ways[document]
            self._groups[ways[number].group].discard((document, number))
            way = ways[number]
            ways[number] = Way(to, way.steps if keeps else (), (*way.judged, who))
            self._groups[to].add((document, number))

    def _group(self, place: Place) -> Group:
        return self._placing.ways[place[0]][place[1]].group

    def _find(self, subject: Subject) -> Group | None:
        """The group that most of the mentions that were seen are in now; else the only one of the name."""
        votes = Counter(self._group(place) for place in self._seen(subject))
        if votes:
            return min(votes, key=lambda group: (-votes[group], group))
        same = (subject.type, known(subject.name, subject.type).key)
        named = {self._group(place) for place in self._names.get((subject.type, words(subject.name)), ())}
        if self._groups.get(same):
            named = {same}
        return named.pop() if len(named) == 1 else None

    def _seen(self, subject: Subject) -> Iterable[Place]:
        for seen in subject.mentions:
            rows = self._placing.mentions.get(seen.document, ())
            over = [
                (min(m.name.end, seen.end) - max(m.name.start, seen.start), -number)
                for number, m in enumerate(rows)
                if m.name.start < seen.end and m.name.end > seen.start
            ]
            if over:
                yield seen.document, -max(over)[1]
