"""The subject before its verb: «الوزير فلان قال إن»، «فلان، من جهته، أكد»، «وكان فلان قد زعم»."""

from tawatur.annotate.quotes import nouns, phrases, things, who
from tawatur.annotate.quotes.cast import Speaker, Zone
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import ANY, lists, words
from tawatur.annotate.quotes.memory import Stage

RELATIVES = frozenset({"والذي", "والتي", "والذين", "الذي", "التي", "الذين", "اللذان", "اللذين"})
# tokens of a fronted subject after «أما», of a subject before its verb, of a human noun that a clause hangs on
_CLAUSE, _BEFORE, _HUNG = 25, 20, 12
# tokens of a short subject after أن
_HEAD = 5


def had_subject(stage: Stage, draft: Draft) -> Zone | None:
    """The subject in «وكان فلان قد زعم»."""
    line = stage.line
    if line.word(draft.cue - 1) != "قد":
        return _had_without_particle(stage, draft)
    had = next(
        (k for k in range(draft.cue - 2, max(-1, draft.cue - _BEFORE), -1) if line.word(k).lstrip("وف") in ("كان", "كانت")),
        None,
    )
    if had is None or had + 1 >= draft.cue - 1:
        return None
    return phrases.read(line, had + 1, draft.cue - 1, stage.people).subject


def _had_without_particle(stage: Stage, draft: Draft) -> Zone | None:
    """The subject in «وكان فلان قال»: what stands between كان, at the head of a clause, and a plain verb of the past."""
    line, form = stage.line, draft.form
    if form.use != "finite" or form.tense != "past" or form.bound or form.object:
        return None
    for k in range(draft.cue - 2, max(-1, draft.cue - _HUNG), -1):
        if line.kind(k) != "w":
            return None
        if line.word(k) in ("وكان", "وكانت") or (line.word(k) in ("كان", "كانت") and line.begins(k)):
            zone = phrases.read(line, k + 1, draft.cue, stage.people).subject
            return zone if zone is not None and zone.end == draft.cue else None
    return None


def subject_before(stage: Stage, draft: Draft, start: int) -> Speaker | None:
    """The subject before its verb: «الوزير فلان قال إن»، «فلان، من جهته، أكد»، «مسؤول … قال إن»."""
    line, form = stage.line, draft.form
    if form.use != "finite" or form.bound not in ("", "ف") or draft.how in ("after", "before"):
        return None
    if line.word(draft.cue - 1) in words("but_he"):
        return None  # «لكنه توقع أن»: he who spoke before
    end = draft.boundary
    told = _had_without_particle(stage, draft) or _earlier(stage, end)
    if told is not None:
        return who.speaker(line, told, stage.cast, form, stage.memory.people)
    while end > start and line.kind(end - 1) in (",", "-"):
        end -= 1
    end = _before_aside(stage, start, end) if draft.boundary != end else end
    relative = False
    while end > start and line.word(end - 1) in RELATIVES:
        end, relative = end - 1, True
    first = j = _clause_begin(stage, start, end)
    if line.word(draft.cue - 1) in words("when"):
        return _of_main_clause(stage, j, draft.cue - 1)
    while j < end and line.word(j) in words("particles"):
        j += 1
    fronted = "اما" in {line.word(k).lstrip("وف") for k in range(first, j)}
    if line.word(first).removeprefix("و") in lists().according:
        return who.speaker(line, Zone(first + 1, end), stage.cast, form, stage.memory.people)
    if j >= end or (form.bound and not fronted):
        return None
    named = next((p for p in stage.people if p.end == end), None) if relative else None
    zone = named or _first_in(stage, draft, j, end)
    if zone is None and (relative or draft.cue == draft.boundary) and not _turned(stage, draft, first):
        zone = _hung_on(stage, max(j, end - _HUNG), end)
    if zone is None and fronted and end - j <= _CLAUSE:
        zone = Zone(j, end)
    asked = terms(stage, zone.start, zone.end) if zone else None
    zone = Zone(zone.start, asked.start) if zone and asked else zone
    return who.speaker(line, zone, stage.cast, form, stage.memory.people) if zone else None


def _clause_begin(stage: Stage, start: int, end: int) -> int:
    """Where the clause before the token `end` begins: after a sign or بل, or after أن where one who speaks follows it."""
    line, j = stage.line, end
    while j > start and line.kind(j - 1) not in (",", ".", ":") and line.word(j - 1) != "بل":
        j -= 1
    return next((k + 1 for k in range(end - 2, j, -1) if line.word(k) == "ان" and nouns.begins_noun(line, k + 1)), j)


def _before_aside(stage: Stage, start: int, end: int) -> int:
    """Where a subject ends that words between commas part from its verb («إلا أن فلانا، بحسب الرسالة، يقول»)."""
    line = stage.line
    comma = next((k for k in range(end - 1, max(start, end - _BEFORE), -1) if line.kind(k) in (",", ".", ":")), None)
    if comma is None or line.kind(comma) != "," or line.word(comma + 1) not in lists().according | words("of_occasion"):
        return end
    return comma


def _first_in(stage: Stage, draft: Draft, start: int, end: int) -> Zone | None:
    """The phrase with which the clause between two tokens begins, where it is one who speaks and no study."""
    line = stage.line
    marked = line.kind(start) == "q" and line.close.get(start, end) < end
    zone = Zone(start, end) if marked else _head(stage, start, end)
    return None if zone is not None and things.is_subject(draft, zone, stage.cast) else zone


def _turned(stage: Stage, draft: Draft, first: int) -> bool:
    """Whether a place, matter or occasion stands before the verb: «وفي الفريق، قال»، «وحول الفريق قال»."""
    line = stage.line
    if line.kind(draft.boundary - 1) == "," and line.word(first) in words("governing"):
        return True
    return line.word(first) in words("about") | words("fronting")


def _of_main_clause(stage: Stage, start: int, end: int) -> Speaker | None:
    """The subject of the clause that «حين أكد أن» hangs on: the first person in it whom no preposition governs."""
    line = stage.line
    free = [p for p in stage.people if start <= p.start and p.end <= end and not p.hung]
    free = [p for p in free if not any(line.word(k) in words("governing") for k in (p.start - 1, p.start - 2))]
    return who.speaker(line, free[0], stage.cast, ANY, stage.memory.people) if free else None


def terms(stage: Stage, start: int, end: int) -> Zone | None:
    """The terms of a source between two tokens («مسؤول رفض الكشف عن اسمه أكد أن»)."""
    at = next((k for k in range(max(start, end - _HUNG), end) if nouns.terms_end(stage.line, k)), None)
    return Zone(at, min(end, nouns.terms_end(stage.line, at) or end)) if at is not None else None


def _earlier(stage: Stage, end: int) -> Zone | None:
    """Who is named in «سبق لفلان أن»."""
    if stage.line.word(end - 1) != "ان":
        return None
    at = next((k for k in range(end - 2, max(-1, end - _HUNG), -1) if stage.line.word(k).removeprefix("و") == "سبق"), None)
    return Zone(at + 1, end - 1) if at is not None and stage.line.word(at + 1).startswith("ل") else None


def _head(stage: Stage, start: int, end: int) -> Zone | None:
    """The phrase from `start` to `end`, where it begins with a person, an office or a body."""
    if end - start > _BEFORE:
        return None
    if nouns.begins_office(stage.line, start) and phrases.read(stage.line, start, end, stage.people).subject == Zone(start, end):
        return Zone(start, end)
    for person in stage.people:
        if (
            start <= person.start
            and person.end <= end
            and not any(stage.line.word(k) in words("governing") for k in range(start, person.start))
        ):
            return Zone(start, nouns.noun_phrase(stage.line, start, end, stage.people)) if person.start == start else person
    return Zone(start, end) if nouns.begins_office(stage.line, start) else None


def has_other_subject(stage: Stage, draft: Draft, start: int) -> bool:
    """Whether a noun that cannot speak stands right before the verb as its subject («رفض الطلب يؤكد أن»)."""
    line, at, form = stage.line, draft.cue, draft.form
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
        first in words("fronting")
        or first in words("governing")
        or first in words("adverbials")
        or first in words("times")
        or first[:1] in ("ب", "ل")
    )
    return not fronted and before not in words("particles") and before not in words("times")


def somebody_before(stage: Stage, draft: Draft) -> bool:
    """Whether the word before a verb of thinking ends the name of a body or of a person («إن السلطات تعتقد أن»)."""
    at = draft.cue - 1
    person = any(zone.end == draft.cue for zone in stage.people)
    return person or (bool(stage.line.word(at)) and stage.cast.ends_at(stage.line.tokens[at].end)) or _after_that(stage, draft)


def _after_that(stage: Stage, draft: Draft) -> bool:
    """Whether only an office or a body stands between أن and the verb."""
    that = next((k for k in range(draft.cue - 1, max(-1, draft.cue - _HEAD), -1) if stage.line.word(k) == "ان"), None)
    return that is not None and that + 1 < draft.cue and nouns.begins_noun(stage.line, that + 1)


def _hung_on(stage: Stage, start: int, end: int) -> Zone | None:
    """The last human noun or body between two tokens, on which a clause without a subject hangs."""
    for k in range(end - 1, start - 1, -1):
        if nouns.begins_noun(stage.line, k):
            while k > start and (nouns.begins_noun(stage.line, k - 1) or stage.line.word(k - 1) in words("choosing")):
                k -= 1
            return Zone(k, end)
    return None
