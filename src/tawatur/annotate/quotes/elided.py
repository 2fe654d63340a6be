"""A speaker left out: who spoke before in the sentence, else its subject, else the last one that the verb agrees with."""

from collections.abc import Iterable, Sequence

from tawatur.annotate.quotes import nouns, phrases, who
from tawatur.annotate.quotes.cast import Speaker
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import ANY, Form, words
from tawatur.annotate.quotes.memory import Stage
from tawatur.annotate.quotes.tokens import Line

# tokens of a sentence in which its subject is looked for
_CLAUSE = 25
# tokens that a sentence is looked back over for who spoke: a text without stops must not be read to its start each time
_SENTENCE = 600


def left_out(stage: Stage, draft: Draft, drafts: Sequence[Draft]) -> Speaker | None:
    """Who spoke before in the sentence, else its subject, else the last speaker that the verb agrees with."""
    line = stage.line
    start = max(line.starts[draft.cue], draft.cue - _SENTENCE)
    if draft.turn is not None and draft.form.use == "participle":
        found = _subject(stage, draft.turn, draft.cue)
        if found:
            return found._replace(text="")
    if draft.cue > start:
        same = [d.cue for d in drafts if start <= d.cue < draft.cue and d.cue in stage.spoke and not _is_inside(d, draft, drafts)]
        agreeing = [at for at in same if _agrees(stage.spoke[at], draft.form)]
        going_on = draft.form.lemma in words("continuing") and draft.form.use == "finite" and bool(stage.memory.speakers)
        told = any(start <= d.cue < draft.cue and d.how not in ("silent", "over") for d in drafts if d is not draft)
        subject = None if same or going_on or told else _subject_of_clause(stage, draft, start)
        if same and not agreeing:
            subject = _of_feminine_verb(stage, same[-1] + 1, draft)
        person = subject or (stage.spoke[(agreeing or same)[-1]] if same else None)
        if person:
            return person._replace(text="")
    people = stage.memory.speakers if draft.form.lemma in words("continuing") and stage.memory.speakers else stage.memory.people
    fitting = [person for person in people if _agrees(person, draft.form)]
    last = fitting[-1:] or (people[-1:] if draft.form.use != "noun" else [])
    return last[0]._replace(text="") if last else _first_named(stage, start)


def _subject_of_clause(stage: Stage, draft: Draft, start: int) -> Speaker | None:
    if draft.form.use == "finite":
        comma = next((j for j in range(draft.cue, start, -1) if stage.line.kind(j) == ","), start)
        found = _subject(stage, comma, draft.cue)
        if found:
            return found
    return _of_feminine_verb(stage, start, draft) or _subject(stage, start, draft.cue)


def _of_feminine_verb(stage: Stage, start: int, draft: Draft) -> Speaker | None:
    """For a feminine participle, the nearest one after a feminine verb («وحملت المنظمة …، معتبرة أن»)."""
    if draft.form.gender != "f" or draft.form.use != "participle":
        return None
    after_verb = (
        j
        for j in range(draft.cue - 1, start, -1)
        if stage.line.word(j - 1).endswith("ت") and not stage.line.word(j - 1).startswith("ال")
    )
    return _named_in(stage, after_verb, draft.cue)


def _subject(stage: Stage, start: int, end: int) -> Speaker | None:
    """The first who is named between two tokens, and not governed by a preposition."""
    if stage.line.word(start) in words("about") | words("fronting"):
        start = next((k + 1 for k in range(start, end) if stage.line.kind(k) == ","), end)
    return _named_in(stage, range(start, min(end, start + _CLAUSE)), end)


def _named_in(stage: Stage, places: Iterable[int], end: int) -> Speaker | None:
    heads = {zone.start: zone for zone in stage.people}
    for j in places:
        if not stage.line.word(j) or stage.line.word(j - 1) in words("governing"):
            continue
        if j not in heads and stage.line.word(j - 2) in words("governing") and not stage.line.word(j - 1).startswith("ال"):
            continue  # «حول مستقبل الفريق»
        if j not in heads and _is_adjective(stage.line, j):
            continue
        if j in heads:
            return who.speaker(stage.line, heads[j], stage.cast, ANY)
        if nouns.begins_noun(stage.line, j) or _is_acting_seat(stage.line, j):
            zone = phrases.read(stage.line, j, end, stage.people).subject
            if zone:
                return who.speaker(stage.line, zone, stage.cast, ANY)
    return None


def _first_named(stage: Stage, before: int) -> Speaker | None:
    """The last person named before the sentence, where nobody has spoken yet."""
    at = stage.line.tokens[before].start if before < len(stage.line.tokens) else 0
    place = stage.cast.last_before(at)
    if place is None:
        return None
    full = stage.cast.fullest(*place)
    return Speaker(stage.cast.text[full[0] : full[1]], *full, "", "named", "", "")


def _is_acting_seat(line: Line, at: int) -> bool:
    """Whether a country or a capital stands after a feminine verb («وكانت بريطانيا قد رفعت …»)."""
    verb = line.word(at - 1)
    return verb.endswith("ت") and not verb.startswith("ال") and who.is_seat(line, at)


def _is_adjective(line: Line, at: int) -> bool:
    """Whether a definite word of origin stands after a definite noun («العمل السياسي»)."""
    word = line.word(at)
    return word.startswith("ال") and word.endswith(("ي", "يه")) and line.word(at - 1).startswith(("ال", "لل", "بال", "وال"))


def _is_inside(inner: Draft, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the cue `inner` stands in a statement in which that of `draft` does not: its speaker is only quoted there."""
    return any(d.begin <= inner.cue < d.end <= draft.cue for d in drafts if d is not inner and d.how != "silent")


def _agrees(person: Speaker, form: Form) -> bool:
    if form.use not in ("finite", "participle") or not person.gender or not form.gender:
        return True
    return person.gender == form.gender and (form.number == "s") == (person.number == "s")
