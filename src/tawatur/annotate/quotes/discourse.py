"""Who speaks at a cue, in the order of reading: named beside it, before it, or left out because he spoke before."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawatur.annotate.quotes import nouns, passing, phrases, things, who
from tawatur.annotate.quotes.cast import Cast, Speaker, Zone
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form, forms, lists, speakers, words
from tawatur.annotate.quotes.phrases import Around
from tawatur.annotate.quotes.tokens import Line
from tawatur.records.quote import Link

# how many of those who spoke are remembered
_MEMORY = 12
# tokens of a sentence in which its subject is looked for, of a subject before its verb, of a human noun that a clause hangs on
_CLAUSE, _BEFORE, _HUNG = 25, 20, 12
# tokens of a short subject after أن
_HEAD = 5
# tokens from «جاء فيه» back to its paper
_PAPER = 12
# tokens before and after a cue in which names are looked at
_NEAR = 250
_RELATIVES = frozenset({"والذي", "والتي", "والذين", "الذي", "التي", "الذين", "اللذان", "اللذين"})
_ANY = Form("finite", "", "", (), "", "")

# tokens that a sentence is looked back over for who spoke: a text without stops must not be read to its start each time
_SENTENCE = 600


class Told(NamedTuple):
    """What is known of a statement besides its words."""

    person: Speaker | None
    phrase: Around
    chain: tuple[Link, ...] = ()


class Memory:
    """Who spoke or acted before, and whether a quotation was left open at the end of a line."""

    def __init__(self) -> None:
        self.people: list[Speaker] = []
        self.speakers: list[Speaker] = []
        self.open_quotation = False
        self.handed_over = False
        self.maker: Speaker | None = None  # of the last study or report that said something

    def add(self, person: Speaker, spoke: bool = True) -> None:
        """Remember one who spoke, or only acted."""
        for people in (self.people, self.speakers) if spoke else (self.people,):
            people.append(person)
            del people[:-_MEMORY]


class Scene:
    """One line with the cast of the article and the memory of who spoke."""

    def __init__(self, line: Line, cast: Cast, memory: Memory) -> None:
        self.line, self.cast, self.memory = line, cast, memory
        self._people = sorted((*cast.zones(line), *_surnames(line, cast)))
        self._starts = [zone.start for zone in self._people]
        self.people: list[Zone] = []  # the names of persons near the cue at hand
        self.spoke: dict[int, Speaker] = {}

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
            if not any(d.begin <= draft.cue < d.end for d in drafts if d is not draft and d.how != "silent"):
                self.memory.add(told.person)
        if told.person is None or told.chain:
            return told
        media = (who.speaker(self.line, zone, self.cast, _ANY) for zone in passing.media(draft, drafts, self.people))
        by = [p for p in media if p and p.name != told.person.name and (p.kind == "outlet" or self.cast.is_body(p.start))]
        return told._replace(chain=_links(told.person, *by))

    def _told(self, draft: Draft, drafts: Sequence[Draft]) -> Told | None:
        phrase = self._phrase(draft)
        source = self._passed_on(draft, phrase)
        if source is not None:
            return source
        if phrase.subject is not None and things.is_subject(draft, phrase.subject, self.cast):
            maker = things.maker(draft, phrase.subject, self.cast)
            person = who.speaker(self.line, maker, self.cast, draft.form) if maker else None
            if person is None and things.is_pointed_at(self.line, phrase.subject):
                person = self.memory.maker
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
            and not self._somebody_before(draft)
        ):
            return None
        if phrase.subject is None and _impersonal(self.line, draft):
            return None
        person = who.speaker(self.line, phrase.subject, self.cast, draft.form, self.memory.people) if phrase.subject else None
        clause = max((d.begin for d in drafts if d.cue < draft.cue and d.begin <= draft.cue), default=0)
        clause = max(clause, self.line.starts[draft.cue])
        wherein = self.line.word(draft.cue_end) in words("wherein")
        person = person or (None if wherein else self._before(draft, clause))
        if person is None and phrase.subject is None and not wherein and self._has_other_subject(draft, clause):
            return None
        person = person or self._as_it_stands(draft, phrase) or self._left_out(draft, drafts)
        if person is not None and phrase.terms is None and person.kind in ("unnamed", "office"):
            phrase = phrase._replace(terms=self._terms(clause, draft.cue))
        return Told(person, phrase) if person or draft.how in ("that", "colon") else None

    def _as_it_stands(self, draft: Draft, phrase: Around) -> Speaker | None:
        """A definite phrase right after a verb of saying speaks, though its noun is of no known class («أعلن البرنامج أن»)."""
        zone, form = phrase.subject, draft.form
        if (
            zone is None
            or zone.start != draft.cue_end
            or form.use != "finite"
            or form.group not in ("say", "claim", "act")
            or draft.how == "after"
        ):
            return None
        if not self.line.word(zone.start).startswith("ال") or self.line.word(zone.start) in words("no_subjects"):
            return None
        start, end = self.line.tokens[zone.start].start, self.line.tokens[zone.end - 1].end
        text = self.line.source[start:end]
        return Speaker(text, start, end, text, "body", form.gender or "", form.number or "")

    def _phrase(self, draft: Draft) -> Around:
        form = draft.form
        if draft.subject is not None:
            return Around(Zone(*draft.subject), None, None)
        phrase = self._with_name_after_relative(draft, phrases.around(draft, self.people))
        if (
            phrase.subject
            and self.line.word(draft.cue - 1) in _RELATIVES
            and phrase.subject.start > draft.cue_end + (self.line.word(draft.cue_end) in words("pronominal"))
        ):
            phrase = phrase._replace(subject=None)  # «المدرب الذي أكد من المدينة حيث يقيم فريقه أنه»
        if self._had(draft):
            phrase = phrase._replace(subject=None)  # «وكان فلان قد زعم»: the subject stands before
        if form.group == "call" and phrase.subject:
            name = next(
                (p for p in self.people if phrase.subject.start <= p.start < p.end < phrase.subject.end),
                None,
            )
            phrase = phrase._replace(subject=Zone(phrase.subject.start, name.end)) if name else phrase
        if form.use == "participle" or (form.object and (form.use == "noun" or form.group == "according")):
            return phrase._replace(subject=None)
        if form.group == "paper" and self.line.word(draft.cue_end) in words("wherein"):
            return Around(self._writer(draft), None, None)
        if form.group == "paper":
            return phrases.read(self.line, draft.cue_end + 1, draft.begin - 1, self.people)
        if form.use == "noun":
            held = next((k for k in range(draft.cue_end, draft.begin) if self.line.word(k) in ("لدي", "عند", "من", "عن")), None)
            if held is not None:
                return phrase._replace(subject=phrases.read(self.line, held + 1, draft.begin - 1, self.people).subject)
        return phrase

    def _had(self, draft: Draft) -> bool:
        return self._had_subject(draft) is not None

    def _had_subject(self, draft: Draft) -> Zone | None:
        """The subject in «وكان فلان قد زعم»."""
        line = self.line
        if line.word(draft.cue - 1) != "قد":
            return None
        had = next(
            (k for k in range(draft.cue - 2, max(-1, draft.cue - _BEFORE), -1) if line.word(k).lstrip("وف") in ("كان", "كانت")),
            None,
        )
        if had is None or had + 1 >= draft.cue - 1:
            return None
        return phrases.read(line, had + 1, draft.cue - 1, self.people).subject

    def _writer(self, draft: Draft) -> Zone | None:
        """Whose paper it is in «وفي بيان للوزارة جاء فيه»."""
        paper = next((k for k in range(draft.cue - 1, max(-1, draft.cue - _PAPER), -1) if who.is_paper(self.line, k)), None)
        after = paper + 1 if paper is not None else draft.cue
        if after < draft.cue and (nouns.is_to_whom(self.line, after) or nouns.begins_body(self.line, after)):
            return Zone(after, nouns.noun_phrase(self.line, after, draft.cue, self.people))
        return None

    def _with_name_after_relative(self, draft: Draft, phrase: Around) -> Around:
        """Add the name to a subject that a relative clause parts from it («صاحب الحملة التي تعرضت لحادث فلان»)."""
        zone = phrase.subject
        if (
            zone is None
            or self.line.word(zone.end) not in _RELATIVES
            or any(zone.start <= p.start < zone.end for p in self.people)
        ):
            return phrase
        name = next(
            (
                p
                for p in self.people
                if zone.end < p.start and p.end <= draft.begin and self.line.word(p.start - 1) not in words("governing")
            ),
            None,
        )
        return phrase._replace(subject=Zone(zone.start, name.end)) if name else phrase

    def _passed_on(self, draft: Draft, phrase: Around) -> Told | None:
        """«نقلت الوكالة عن فلان قوله إن»: he speaks, and the agency passes it on."""
        passed = passing.passed_on(draft, self.people)
        person = who.speaker(self.line, passed.source, self.cast, _ANY, self.memory.people) if passed else None
        if passing.passes_on_him(draft):
            medium = who.speaker(self.line, phrase.subject, self.cast, _ANY) if phrase.subject else None
            speaking = self.memory.people[-1]._replace(text="") if self.memory.people else None
            return Told(speaking, phrase, _links(speaking, medium)) if speaking else None
        if passed is None or person is None:
            return None
        by = (who.speaker(self.line, zone, self.cast, _ANY, self.memory.people) for zone in passed.by)
        return Told(person, phrase._replace(terms=passed.terms), _links(person, *by))

    def _inside_direct(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        return any(d.kind == "direct" and d.begin <= draft.cue < d.end for d in drafts if d is not draft)

    def _hear(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        """Remember who acts in a clause without a statement: the next «وأضاف» may be theirs."""
        zone = self._had_subject(draft) or phrases.around(draft, self.people).subject
        if zone is None or self._inside_direct(draft, drafts):
            return
        if draft.form.group == "deed" and not any(zone.start <= p.start < zone.end for p in self.people):
            return
        before_its_preposition = zone.start == draft.cue_end and self.line.word(zone.end) in draft.form.prepositions
        if not before_its_preposition and not who.is_somebody(self.line, zone, self.cast):
            return
        person = who.speaker(self.line, zone, self.cast, draft.form)
        if person:
            self.memory.add(person, spoke=draft.form.group != "deed")
            self.spoke[draft.cue] = person

    def _before(self, draft: Draft, start: int) -> Speaker | None:
        """The subject before its verb: «الوزير فلان قال إن»، «فلان، من جهته، أكد»، «مسؤول … قال إن»."""
        line, form = self.line, draft.form
        if form.use != "finite" or form.bound not in ("", "ف") or draft.how in ("after", "before"):
            return None
        end = draft.boundary
        earlier = self._earlier(end)
        if earlier is not None:
            return who.speaker(line, earlier, self.cast, form, self.memory.people)
        while end > start and line.kind(end - 1) in (",", "-"):
            end -= 1
        relative = False
        while end > start and line.word(end - 1) in _RELATIVES:
            end, relative = end - 1, True
        j = end
        while j > start and line.kind(j - 1) not in (",", ".", ":"):
            j -= 1
        first = j
        while j < end and line.word(j) in words("particles"):
            j += 1
        fronted = "اما" in {line.word(k).lstrip("وف") for k in range(first, j)}
        if line.word(first).removeprefix("و") in lists().according:
            return who.speaker(line, Zone(first + 1, end), self.cast, form, self.memory.people)
        if j >= end or (form.bound and not fronted):
            return None
        zone = Zone(j, end) if line.kind(j) == "q" and line.close.get(j, end) < end else self._head(j, end)
        if zone is not None and things.is_subject(draft, zone, self.cast):
            zone = None
        # «وفي الفريق، قال»، «وحول الفريق قال»
        turned = (line.kind(draft.boundary - 1) == "," and line.word(first) in words("governing")) or line.word(first) in words(
            "about"
        )
        if zone is None and (relative or draft.cue == draft.boundary) and not turned:
            zone = self._hung_on(max(j, end - _HUNG), end)
        if zone is None and fronted and end - j <= _CLAUSE:
            zone = Zone(j, end)
        asked = self._terms(zone.start, zone.end) if zone else None
        zone = Zone(zone.start, asked.start) if zone and asked else zone
        return who.speaker(line, zone, self.cast, form, self.memory.people) if zone else None

    def _terms(self, start: int, end: int) -> Zone | None:
        """The terms of a source between two tokens («مسؤول رفض الكشف عن اسمه أكد أن»)."""
        at = next((k for k in range(max(start, end - _HUNG), end) if nouns.terms_end(self.line, k)), None)
        return Zone(at, min(end, nouns.terms_end(self.line, at) or end)) if at is not None else None

    def _earlier(self, end: int) -> Zone | None:
        """Who is named in «سبق لفلان أن»."""
        if self.line.word(end - 1) != "ان":
            return None
        at = next((k for k in range(end - 2, max(-1, end - _HUNG), -1) if self.line.word(k).removeprefix("و") == "سبق"), None)
        return Zone(at + 1, end - 1) if at is not None and self.line.word(at + 1).startswith("ل") else None

    def _head(self, start: int, end: int) -> Zone | None:
        """The phrase from `start` to `end`, where it begins with a person, an office or a body."""
        if end - start > _BEFORE:
            return None
        if nouns.begins_office(self.line, start) and phrases.read(self.line, start, end, self.people).subject == Zone(start, end):
            return Zone(start, end)
        for person in self.people:
            if (
                start <= person.start
                and person.end <= end
                and not any(self.line.word(k) in words("governing") for k in range(start, person.start))
            ):
                return Zone(start, nouns.noun_phrase(self.line, start, end, self.people)) if person.start == start else person
        return Zone(start, end) if nouns.begins_office(self.line, start) else None

    def _has_other_subject(self, draft: Draft, start: int) -> bool:
        """Whether a noun that cannot speak stands right before the verb as its subject («رفض الطلب يؤكد أن»)."""
        line, at, form = self.line, draft.cue, draft.form
        before = line.word(at - 1)
        if (
            form.use != "finite"
            or form.bound
            or form.object
            or not before
            or before in words("clause_openers")
            or before in words("before_cue")
        ):
            return False
        j = at - 1
        while j > start and line.kind(j - 1) not in (",", "-", ":"):
            j -= 1
        first = line.word(j).removeprefix("و")
        fronted = (
            first in words("governing") or first in words("adverbials") or first in words("times") or first[:1] in ("ب", "ل")
        )
        return not fronted and before not in words("particles") and before not in words("times")

    def _somebody_before(self, draft: Draft) -> bool:
        """Whether the word before a verb of thinking ends the name of a body or of a person («إن السلطات تعتقد أن»)."""
        at = draft.cue - 1
        person = any(zone.end == draft.cue for zone in self.people)
        return person or (bool(self.line.word(at)) and self.cast.ends_at(self.line.tokens[at].end)) or self._after_that(draft)

    def _after_that(self, draft: Draft) -> bool:
        """Whether only an office or a body stands between أن and the verb."""
        that = next((k for k in range(draft.cue - 1, max(-1, draft.cue - _HEAD), -1) if self.line.word(k) == "ان"), None)
        return that is not None and that + 1 < draft.cue and nouns.begins_noun(self.line, that + 1)

    def _hung_on(self, start: int, end: int) -> Zone | None:
        """The last human noun or body between two tokens, on which a clause without a subject hangs."""
        for k in range(end - 1, start - 1, -1):
            if nouns.begins_noun(self.line, k):
                while k > start and (nouns.begins_noun(self.line, k - 1) or self.line.word(k - 1) in words("choosing")):
                    k -= 1
                return Zone(k, end)
        return None

    def _left_out(self, draft: Draft, drafts: Sequence[Draft]) -> Speaker | None:
        """Who spoke before in the sentence, else its subject, else the last speaker that the verb agrees with."""
        line = self.line
        start = max(line.starts[draft.cue], draft.cue - _SENTENCE)
        if draft.cue > start:
            same = [
                d.cue for d in drafts if start <= d.cue < draft.cue and d.cue in self.spoke and not _is_inside(d, draft, drafts)
            ]
            agreeing = [at for at in same if draft.form.number != "p" or _agrees(self.spoke[at], draft.form)]
            person = self.spoke[(agreeing or same)[-1]] if same else self._subject_of_clause(draft, start)
            if person:
                return person._replace(text="")
        people = self.memory.speakers if draft.form.lemma in words("continuing") and self.memory.speakers else self.memory.people
        fitting = [person for person in people if _agrees(person, draft.form)]
        last = fitting[-1:] or (people[-1:] if draft.form.use != "noun" else [])
        return last[0]._replace(text="") if last else self._first_named(start)

    def _subject_of_clause(self, draft: Draft, start: int) -> Speaker | None:
        if draft.form.use == "finite":
            comma = next((j for j in range(draft.cue, start, -1) if self.line.kind(j) == ","), start)
            found = self._subject(comma, draft.cue)
            if found:
                return found
        if draft.form.gender == "f" and draft.form.use == "participle":
            # the nearest one after a feminine verb («وحملت المنظمة …، معتبرة أن»)
            after_verb = (
                j
                for j in range(draft.cue - 1, start, -1)
                if self.line.word(j - 1).endswith("ت") and not self.line.word(j - 1).startswith("ال")
            )
            found = self._named_in(after_verb, draft.cue)
            if found:
                return found
        return self._subject(start, draft.cue)

    def _subject(self, start: int, end: int) -> Speaker | None:
        """The first who is named between two tokens, and not governed by a preposition."""
        if self.line.word(start) in words("about"):
            start = next((k + 1 for k in range(start, end) if self.line.kind(k) == ","), end)
        return self._named_in(range(start, min(end, start + _CLAUSE)), end)

    def _named_in(self, places: Iterable[int], end: int) -> Speaker | None:
        heads = {zone.start: zone for zone in self.people}
        for j in places:
            if not self.line.word(j) or self.line.word(j - 1) in words("governing"):
                continue
            if j not in heads and self.line.word(j - 2) in words("governing") and not self.line.word(j - 1).startswith("ال"):
                continue  # «حول مستقبل الفريق»
            if j not in heads and _is_adjective(self.line, j):
                continue
            if j in heads:
                return who.speaker(self.line, heads[j], self.cast, _ANY)
            if nouns.begins_noun(self.line, j):
                zone = phrases.read(self.line, j, end, self.people).subject
                if zone:
                    return who.speaker(self.line, zone, self.cast, _ANY)
        return None

    def _first_named(self, before: int) -> Speaker | None:
        """The last person named before the sentence, where nobody has spoken yet."""
        at = self.line.tokens[before].start if before < len(self.line.tokens) else 0
        place = self.cast.last_before(at)
        if place is None:
            return None
        full = self.cast.fullest(*place)
        return Speaker(self.cast.text[full[0] : full[1]], *full, "", "named", "", "")


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


def _is_adjective(line: Line, at: int) -> bool:
    """Whether a definite word of origin stands after a definite noun («العمل السياسي»)."""
    word = line.word(at)
    return word.startswith("ال") and word.endswith(("ي", "يه")) and line.word(at - 1).startswith(("ال", "لل", "بال", "وال"))


def _is_inside(inner: Draft, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the cue `inner` stands in a statement in which that of `draft` does not: its speaker is only quoted there."""
    return any(d.begin <= inner.cue < d.end <= draft.cue for d in drafts if d is not inner and d.how != "silent")


def _may_be_quoted(told: Told) -> bool:
    """Whether one whom a speaker quotes in his own words is real: named beside the cue."""
    return told.person is not None and bool(told.person.text) and told.person.kind in ("named", "body", "outlet")


def _impersonal(line: Line, draft: Draft) -> bool:
    """Whether a verb without a subject says what is generally thought («يعتقد أن»، «تبين أن»)."""
    return draft.form.bound != "ل" and line.word(draft.cue).lstrip("وف") in lists().impersonal


def _agrees(person: Speaker, form: Form) -> bool:
    if form.use != "finite" or not person.gender:
        return True
    return person.gender == form.gender and (form.number == "s") == (person.number == "s")
