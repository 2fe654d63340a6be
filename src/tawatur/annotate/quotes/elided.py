"""A speaker left out: who spoke before in the sentence, else its subject, else the last one that the verb agrees with."""

from collections.abc import Sequence

from tawatur.annotate.quotes import nouns, phrases, voices, who
from tawatur.annotate.quotes.agreement import agrees, could_be_subject, gender, number, of_verb
from tawatur.annotate.quotes.cast import Speaker
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import ANY, forms, lists, words
from tawatur.annotate.quotes.memory import Stage
from tawatur.annotate.quotes.tokens import Line

# tokens of a sentence in which its subject is looked for
_CLAUSE = 25
# tokens of an adverbial between a verb and its object
_ASIDE = 6
# tokens that a sentence is looked back over for who spoke: a text without stops must not be read to its start each time
_SENTENCE = 600


def blessed(stage: Stage, draft: Draft) -> Speaker | None:
    """Who is prayed for in the place of the subject («يقول رحمه الله»): the last person who was named."""
    return _last_named(stage, draft.cue) if nouns.blessing_end(stage.line, draft.cue_end) is not None else None


def left_out(stage: Stage, draft: Draft, drafts: Sequence[Draft]) -> Speaker | None:
    """Who spoke before in the sentence, else its subject, else the last speaker that the verb agrees with."""
    line = stage.line
    start = max(line.starts[draft.cue], draft.cue - _SENTENCE)
    if line.word(draft.cue_end) in words("wherein"):
        found = _of_clause_around(stage, start, draft)
        if found:
            return found._replace(text="")
    if draft.turn is not None and draft.form.use == "participle":
        found = _subject(stage, draft.turn, draft)
        if found:
            return found._replace(text="")
    if draft.cue > start:
        same = [d.cue for d in drafts if start <= d.cue < draft.cue and d.cue in stage.spoke and not _is_inside(d, draft, drafts)]
        agreeing = [at for at in same if agrees(stage.spoke[at], draft.form)]
        going_on = draft.form.lemma in words("continuing") and draft.form.use == "finite" and bool(stage.memory.speakers)
        told = any(start <= d.cue < draft.cue and d.how not in ("silent", "over") for d in drafts if d is not draft)
        subject = None if same or going_on or told or _acts_unnamed(stage, start) else _subject_of_clause(stage, draft, start)
        if same and not agreeing:
            subject = _of_feminine_verb(stage, same[-1] + 1, draft)
        person = subject or (stage.spoke[(agreeing or same)[-1]] if same else None)
        if person:
            return person._replace(text="")
    people = stage.memory.speakers if draft.form.lemma in words("continuing") and stage.memory.speakers else stage.memory.people
    fitting = [person for person in people if agrees(person, draft.form)]
    last = fitting[-1:] or (people[-1:] if draft.form.use != "noun" else [])
    return last[0]._replace(text="") if last else _last_named(stage, start)


def _of_clause_around(stage: Stage, start: int, draft: Draft) -> Speaker | None:
    """Who acts in the clause that «أوضح فيها أن» hangs on: the first one named in it, after «ثم»."""
    line = stage.line
    then = next((k + 1 for k in range(draft.cue - 1, start, -1) if line.word(k) == "ثم"), start)
    return _subject(stage, then, draft)


def _acts_unnamed(stage: Stage, start: int) -> bool:
    """Whether the sentence begins with a verb whose subject is left out («وأكد دعم المسار»): no noun beside it can be one."""
    line = stage.line
    readings = [form for form in forms().get(line.word(start), ()) if form.use == "finite" and not form.object]
    if not (readings and stage.memory.people) and line.word(start) not in lists().deeds:
        return False
    at = start + 1
    while at < line.stops[start] and (nouns.is_adverb(line, at) or line.kind(at) == "q") and at - start < _ASIDE:
        at += 1
    word = line.word(at)
    if any(zone.start == at for zone in stage.people) or not word:
        return False
    if word.startswith("ال") or nouns.begins_noun(line, at):
        return nouns.begins_body(line, at) and gender(line, at) == "f" and bool(readings) and readings[0].gender == "m"
    return voices.is_verbal_noun(word) or word in words("matters") | words("objects") or word[0] in "بل"


def _subject_of_clause(stage: Stage, draft: Draft, start: int) -> Speaker | None:
    if draft.form.use == "finite":
        comma = next((j for j in range(draft.cue, start, -1) if stage.line.kind(j) == ","), start)
        found = _subject(stage, comma, draft)
        if found:
            return found
    return _of_feminine_verb(stage, start, draft) or _subject(stage, start, draft)


def _of_feminine_verb(stage: Stage, start: int, draft: Draft) -> Speaker | None:
    """For a feminine participle, the nearest one after a feminine verb («وحملت المنظمة …، معتبرة أن»)."""
    if draft.form.gender != "f" or draft.form.use != "participle":
        return None
    after_verb = (
        j
        for j in range(draft.cue - 1, start, -1)
        if stage.line.word(j - 1).endswith("ت") and not stage.line.word(j - 1).startswith("ال")
    )
    return next((found for j in after_verb if (found := _named_at(stage, j, draft.cue))), None)


def _subject(stage: Stage, start: int, draft: Draft) -> Speaker | None:
    """The first one named from `start` to the cue whom no preposition and no noun governs and who agrees with the cue."""
    line, end = stage.line, draft.cue
    if line.word(start) in words("about") | words("fronting"):
        start = next((k + 1 for k in range(start, end) if line.kind(k) == ","), end)
    j, stop = start, min(end, start + _CLAUSE)
    while j < stop:
        if line.word(j) in words("governing"):
            j = _governed_end(stage, j + 1, end)
            continue
        found = _named_at(stage, j, end)
        if found and could_be_subject(found, draft.form) and not _is_genitive(line, j):
            return found
        j += 1
    return None


def _governed_end(stage: Stage, start: int, end: int) -> int:
    """Where the noun phrase ends that a preposition before `start` governs: before a verb of saying, too."""
    line = stage.line
    stop = nouns.noun_phrase(line, start, end, stage.people)
    verb = (
        k
        for k in range(start + 1, stop)
        if line.kind(k) == ","
        or line.word(k - 1) in words("clause_openers")
        or any(form.use == "finite" for form in forms().get(line.word(k), ()))
    )
    return max(start, next(verb, stop))


def _is_genitive(line: Line, at: int) -> bool:
    """Whether the noun at `at` hangs on a verbal noun before it («تلبية دعوة الحكومة»), or is what أن tells of."""
    before = line.word(at - 1)
    if not before or before.startswith("ال"):
        return False
    return before == "ان" or (voices.is_verbal_noun(before) and not line.begins(at - 1) and before not in forms())


def _named_at(stage: Stage, j: int, end: int) -> Speaker | None:
    """Who is named at `j`, where no preposition governs him; with the gender of the verb before him or of his noun."""
    line = stage.line
    if not line.word(j) or line.word(j - 1) in words("governing"):
        return None
    zone = next((zone for zone in stage.people if zone.start == j), None)
    if zone is None:
        if line.word(j - 2) in words("governing") and not line.word(j - 1).startswith("ال"):
            return None  # «حول مستقبل الفريق»
        if _is_adjective(line, j) or not (nouns.begins_noun(line, j) or _is_acting_seat(line, j)):
            return None
        zone = phrases.read(line, j, end, stage.people).subject
    found = who.speaker(line, zone, stage.cast, ANY) if zone else None
    if found is None or zone is None:
        return None
    shown = of_verb(line, zone.start - 1) or ("" if found.kind == "named" else gender(line, zone.start))
    return found._replace(gender=shown, number=found.number or (number(line, zone.start) if found.kind != "named" else "s"))


def _last_named(stage: Stage, before: int) -> Speaker | None:
    """The last person named before the token `before`."""
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
    return (
        word.startswith("ال")
        and word.endswith(("ي", "يه"))
        and (line.word(at - 1).startswith(("ال", "لل", "بال", "وال")) or line.word(at - 1).endswith(("ه", "ها", "هم")))
    )


def _is_inside(inner: Draft, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the cue `inner` stands in a statement in which that of `draft` does not: its speaker is only quoted there."""
    return any(d.begin <= inner.cue < d.end <= draft.cue for d in drafts if d is not inner and d.how != "silent")
