"""The phrase beside a cue that names its speaker, by what kind of cue it is."""

from tawatur.annotate.quotes import nouns, phrases, who
from tawatur.annotate.quotes.agreement import gender
from tawatur.annotate.quotes.before import RELATIVES, had_subject
from tawatur.annotate.quotes.cast import Speaker, Zone
from tawatur.annotate.quotes.conditions import BY_THAT, THAT
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import speakers, words
from tawatur.annotate.quotes.memory import Stage
from tawatur.annotate.quotes.phrases import Around
from tawatur.arabic.clitics import bare

# tokens from «جاء فيه» back to its paper
_PAPER = 12


def phrase_at(stage: Stage, draft: Draft) -> Around:
    """The subject, the one spoken to, the occasion and the terms beside the cue of `draft`."""
    form = draft.form
    if draft.subject is not None:
        return Around(Zone(*draft.subject), None, None)
    phrase = _with_name_after_relative(stage, draft, phrases.around(draft, stage.people))
    if phrase.subject and _is_no_subject(stage, draft, phrase.subject):
        phrase = phrase._replace(subject=None)
    if phrase.subject and _is_told(stage, draft, phrase.subject):
        return phrase._replace(subject=None, addressee=phrase.addressee or phrase.subject)
    if form.group == "call" and phrase.subject:
        phrase = phrase._replace(subject=_who_calls(stage, draft, phrase.subject))
    if form.use == "participle" or (form.object and (form.use == "noun" or form.group == "according")):
        return phrase._replace(subject=None)
    if form.group == "paper" and stage.line.word(draft.cue_end) in words("wherein"):
        return Around(_writer(stage, draft), None, None)
    if form.group == "paper":
        return phrases.read(stage.line, draft.cue_end + 1, draft.begin - 1, stage.people)
    if form.use == "noun":
        held = next((k for k in range(draft.cue_end, draft.begin) if stage.line.word(k) in ("لدي", "عند", "من", "عن")), None)
        if held is not None:
            return phrase._replace(subject=phrases.read(stage.line, held + 1, draft.begin - 1, stage.people).subject)
    return phrase


def _is_no_subject(stage: Stage, draft: Draft, zone: Zone) -> bool:
    """Whether the phrase after the cue is none of its subject: that stands before it, or the verb disagrees."""
    line = stage.line
    if line.word(draft.cue - 1) in RELATIVES and zone.start > draft.cue_end + (line.word(draft.cue_end) in words("pronominal")):
        return True  # «المدرب الذي أكد من المدينة حيث يقيم فريقه أنه»
    return had_subject(stage, draft) is not None or _disagrees(draft, zone)  # «وكان فلان قد زعم»


def _who_calls(stage: Stage, draft: Draft, zone: Zone) -> Zone | None:
    """The subject of «وصف فلان القرار بأنه»; the object alone may stand there, too."""
    if draft.form.use == "finite" and any(p.end == draft.cue for p in stage.people):
        return None  # «إن فلانا وصف القرار بأنه»: the object stands after the verb
    if _is_all(stage, draft, zone):
        return None  # «ووصف الحلاق بأنه»
    name = next((p for p in stage.people if zone.start <= p.start < p.end < zone.end), None)
    return Zone(zone.start, name.end) if name else zone


def _disagrees(draft: Draft, zone: Zone) -> bool:
    """Whether the noun right after a verb is its object: a verb agrees in gender with a subject beside it.

    «ودعا الوزارة إلى أن»، «ودعت المجتمع الدولي إلى أن»: who calls is left out.
    """
    line, form = draft.line, draft.form
    word = line.word(zone.start)
    if zone.start != draft.cue_end or form.use != "finite" or form.object:
        return False
    if form.number != "s":  # a verb before its subject is in the singular («سكان رأوا فلانا»)
        return line.word(draft.cue).endswith(("وا", "ون"))
    feminine = line.source[line.tokens[zone.start].end - 1] == "ة"
    if form.gender == "m":
        return feminine and nouns.begins_body(line, zone.start)
    return word.startswith("ال") and not feminine and bare(word) in words("masculine_bodies")


def _is_told(stage: Stage, draft: Draft, zone: Zone) -> bool:
    """Whether the only noun beside a verb of telling is the one told: a medium («وأبلغ صحيفة المنارة أن»)."""
    line = draft.line
    if draft.form.lemma not in words("telling") or draft.form.use != "finite" or draft.form.object or draft.how == "after":
        return False
    if zone.start == draft.cue_end and draft.form.gender == "f" and nouns.is_office(line, zone.start):
        return gender(line, zone.start) == "m"  # «السلطات أبلغت رئيس الوزراء أن»
    medium = bare(line.word(zone.start)) in speakers().outlets or line.word(zone.start) in words("media")
    return medium and zone.start == draft.cue_end and _is_all(stage, draft, zone)


def _is_all(stage: Stage, draft: Draft, zone: Zone) -> bool:
    """Whether one name or word is all that stands between the verb and its clause."""
    line = draft.line
    end = draft.begin
    while end > zone.start and (line.kind(end - 1) in (",", "-", "q") or line.word(end - 1) in THAT | BY_THAT):
        end -= 1
    one = zone.start + 1
    person = next((p.end for p in stage.people if p.start == zone.start), one)
    medium = bare(line.word(zone.start)) in speakers().outlets
    return zone.start == draft.cue_end and (end <= max(one, person) or (medium and zone.end >= end))


def as_it_stands(stage: Stage, draft: Draft, phrase: Around) -> Speaker | None:
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
    if not stage.line.word(zone.start).startswith("ال") or stage.line.word(zone.start) in words("no_subjects"):
        return None
    start, end = stage.line.tokens[zone.start].start, stage.line.tokens[zone.end - 1].end
    text = stage.line.source[start:end]
    return Speaker(text, start, end, text, "body", form.gender or "", form.number or "")


def _writer(stage: Stage, draft: Draft) -> Zone | None:
    """Whose paper it is in «وفي بيان للوزارة جاء فيه»."""
    paper = next((k for k in range(draft.cue - 1, max(-1, draft.cue - _PAPER), -1) if who.is_paper(stage.line, k)), None)
    after = paper + 1 if paper is not None else draft.cue
    if after < draft.cue and (nouns.is_to_whom(stage.line, after) or nouns.begins_body(stage.line, after)):
        return Zone(after, nouns.noun_phrase(stage.line, after, draft.cue, stage.people))
    return None


def _with_name_after_relative(stage: Stage, draft: Draft, phrase: Around) -> Around:
    """Add the name to a subject that a relative clause parts from it («صاحب الحملة التي تعرضت لحادث فلان»)."""
    zone = phrase.subject
    if zone is None or stage.line.word(zone.end) not in RELATIVES or any(zone.start <= p.start < zone.end for p in stage.people):
        return phrase
    name = next(
        (
            p
            for p in stage.people
            if zone.end < p.start and p.end <= draft.begin and stage.line.word(p.start - 1) not in words("governing")
        ),
        None,
    )
    return phrase._replace(subject=Zone(zone.start, name.end)) if name else phrase
