"""Who speaks at a cue, in the order of reading: named beside it, before it, or left out because he spoke before."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from tawatur.annotate.quotes import before, elided, passing, phrases, placed, things, who
from tawatur.annotate.quotes.cast import Cast, Speaker, Zone
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import ANY, forms, lists, speakers, words
from tawatur.annotate.quotes.memory import Memory, Stage
from tawatur.annotate.quotes.phrases import Around
from tawatur.annotate.quotes.tokens import Line
from tawatur.records.quote import Link

# tokens before and after a cue in which names are looked at
_NEAR = 250


class Told(NamedTuple):
    """What is known of a statement besides its words."""

    person: Speaker | None
    phrase: Around
    chain: tuple[Link, ...] = ()


class Scene:
    """One line with the cast of the article and the memory of who spoke."""

    def __init__(self, line: Line, cast: Cast, memory: Memory) -> None:
        self.line, self.cast, self.memory = line, cast, memory
        self._people = sorted((*cast.zones(line), *_surnames(line, cast)))
        self._starts = [zone.start for zone in self._people]
        self.people: list[Zone] = []  # the names of persons near the cue at hand
        self.spoke: dict[int, Speaker] = {}
        self.stage = Stage(line, cast, memory, self.people, self.spoke)

    def name(self, drafts: Sequence[Draft]) -> None:
        """Tell the drafts the last words of the names of persons that stand between their cues and statements."""
        named: frozenset[str] = frozenset()
        for draft in drafts:
            low, high = bisect_left(self._starts, draft.cue), bisect_left(self._starts, max(draft.cue, draft.begin))
            named = frozenset(self.line.word(zone.end - 1) for zone in self._people[low:high]) or named
            draft.named = named

    def tell(self, draft: Draft, drafts: Sequence[Draft]) -> Told | None:
        """Find who speaks at a cue. None where it gives no statement. `drafts` are the cues near it, in order."""
        self.people = self._people[bisect_left(self._starts, draft.cue - _NEAR) : bisect_left(self._starts, draft.cue + _NEAR)]
        self.stage = self.stage._replace(people=self.people)
        if draft.how == "silent":
            self._hear(draft, drafts)
            return None
        told = self._told(draft, drafts)
        if told is None or (
            self._inside_direct(draft, drafts) and (draft.form.lemma in words("thinking") or not _may_be_quoted(told))
        ):
            return None
        if draft.how == "over" and told.person:
            self.memory.add(told.person)
        if draft.end <= draft.begin:
            return None
        if told.person:
            self.spoke[draft.cue] = told.person
            if not self._inside(draft, drafts):
                self.memory.add(told.person)
        if told.person is None or told.chain:
            return told
        media = (who.speaker(self.line, zone, self.cast, ANY) for zone in passing.media(draft, drafts, self.people))
        by = [p for p in media if p and p.name != told.person.name and (p.kind == "outlet" or self.cast.is_body(p.start))]
        return told._replace(chain=_links(told.person, *by))

    def _told(self, draft: Draft, drafts: Sequence[Draft]) -> Told | None:
        phrase = placed.phrase_at(self.stage, draft)
        source = self._passed_on(draft, phrase)
        if source is not None:
            return source
        author = things.made_by(draft, phrase.subject, self.people) if phrase.subject else None
        if author is not None and draft.form.use == "finite":
            self.memory.maker = who.speaker(self.line, author, self.cast, ANY) or self.memory.maker
            return Told(self.memory.maker, phrase) if self.memory.maker else None
        if phrase.subject is not None and things.is_subject(draft, phrase.subject, self.cast):
            maker = things.maker(draft, phrase.subject, self.cast)
            person = who.speaker(self.line, maker, self.cast, draft.form) if maker else None
            if person is None and things.is_pointed_at(self.line, phrase.subject):
                person = self.memory.maker or things.writer(self.line, phrase.subject, self.memory)
            self.memory.maker = person or self.memory.maker
            return Told(person, phrase) if person else None
        if (
            draft.form.use == "noun"
            and not draft.form.object
            and not (phrase.subject and who.is_somebody(self.line, phrase.subject, self.cast))
        ):
            return None
        if (
            phrase.subject is None
            and draft.form.use == "finite"
            and (draft.form.group == "show" or draft.form.lemma in words("thinking"))
            and not before.somebody_before(self.stage, draft)
        ):
            return None
        if phrase.subject is None and (_impersonal(self.line, draft) or self._thing_before(draft)):
            return None
        person = who.speaker(self.line, phrase.subject, self.cast, draft.form, self.memory.people) if phrase.subject else None
        if person is None and phrase.subject is None:
            person = elided.blessed(self.stage, draft)
        clause = max((d.begin for d in drafts if d.cue < draft.cue and d.begin <= draft.cue), default=0)
        clause = max(clause, self.line.starts[draft.cue])
        wherein = self.line.word(draft.cue_end) in words("wherein")
        person = person or (None if wherein else before.subject_before(self.stage, draft, clause))
        if person is None and phrase.subject is None and not wherein and before.has_other_subject(self.stage, draft, clause):
            return None
        person = person or placed.as_it_stands(self.stage, draft, phrase) or elided.left_out(self.stage, draft, drafts)
        if person is not None and phrase.terms is None and person.kind in ("unnamed", "office"):
            phrase = phrase._replace(terms=before.terms(self.stage, clause, draft.cue))
        return Told(person, phrase) if person or draft.how in ("that", "colon") else None

    def _passed_on(self, draft: Draft, phrase: Around) -> Told | None:
        """«نقلت الوكالة عن فلان قوله إن»: he speaks, and the agency passes it on."""
        passed = passing.passed_on(draft, self.people)
        person = who.speaker(self.line, passed.source, self.cast, ANY, self.memory.people) if passed else None
        if passing.passes_on_him(draft):
            medium = who.speaker(self.line, phrase.subject, self.cast, ANY) if phrase.subject else None
            speaking = self.memory.people[-1]._replace(text="") if self.memory.people else None
            return Told(speaking, phrase, _links(speaking, medium)) if speaking else None
        if passed is None or person is None:
            return None
        by = (who.speaker(self.line, zone, self.cast, ANY, self.memory.people) for zone in passed.by)
        return Told(person, phrase._replace(terms=passed.terms), _links(person, *by))

    def _inside_direct(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        return any(d.kind == "direct" and d.begin <= draft.cue < d.end for d in drafts if d is not draft)

    def _inside(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        """Whether the cue stands in a statement: who speaks or acts there does not take the floor."""
        return any(d.begin <= draft.cue < d.end for d in drafts if d is not draft and d.how != "silent")

    def _hear(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        """Remember who acts in a clause without a statement: the next «وأضاف» may be theirs."""
        zone = before.had_subject(self.stage, draft) or phrases.around(draft, self.people).subject
        if zone is None or self._inside(draft, drafts):
            return
        if draft.form.group == "deed" and not self._acts_by_name(zone):
            return
        after = self.line.word(zone.end)
        before_its_preposition = zone.start == draft.cue_end and (
            after in draft.form.prepositions or (draft.form.use == "object" and self.line.word(zone.start).startswith("ال"))
        )
        if not before_its_preposition and not who.is_somebody(self.line, zone, self.cast):
            return
        person = who.speaker(self.line, zone, self.cast, draft.form)
        if person:
            self.memory.add(person, spoke=draft.form.group != "deed")
            self.spoke[draft.cue] = person

    def _thing_before(self, draft: Draft) -> bool:
        """Whether a thing is the subject in «وكانت تقديرات سابقة قد أوضحت أن»: nobody speaks."""
        had = before.had_subject(self.stage, draft)
        return had is not None and self.line.word(had.start) in speakers().things

    def _acts_by_name(self, zone: Zone) -> bool:
        """Whether the phrase names a person whom no preposition in it governs."""
        person = next((p for p in self.people if zone.start <= p.start < zone.end), None)
        return person is not None and not any(self.line.word(k) in ("من", "علي", "الي") for k in range(zone.start, person.start))


def _links(person: Speaker, *by: Speaker | None) -> tuple[Link, ...]:
    """The chain from the one who spoke; empty where nobody is named that passed it on."""
    links = [Link(name=p.name, start=p.start, end=p.end) for p in (person, *by) if p]
    return tuple(links) if len(links) > 1 else ()


def _surnames(line: Line, cast: Cast) -> list[Zone]:
    """The family names after a title or a verb of saying («الدكتور الحلاق») that were not found as names."""
    known = {zone.start for zone in cast.zones(line)}
    return [
        Zone(at, at + 1)
        for at, token in enumerate(line.tokens)
        if token.text in cast.surnames
        and at not in known
        and (
            line.word(at - 1) in speakers().honorifics or any(form.use == "finite" for form in forms().get(line.word(at - 1), ()))
        )
    ]


def _may_be_quoted(told: Told) -> bool:
    """Whether one whom a speaker quotes in his own words is real: named beside the cue."""
    return told.person is not None and bool(told.person.text) and told.person.kind in ("named", "body", "outlet")


def _impersonal(line: Line, draft: Draft) -> bool:
    """Whether a verb without a subject says what is generally thought («يعتقد أن»، «تبين أن»)."""
    return draft.form.bound != "ل" and line.word(draft.cue).lstrip("وف") in lists().impersonal
