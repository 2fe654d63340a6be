"""Things that are said to say something (a study, figures): the statement is that of the body named with them."""

from collections.abc import Sequence

from tawatur.annotate.quotes import who
from tawatur.annotate.quotes.cast import Cast, Speaker, Zone
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import speakers, words
from tawatur.annotate.quotes.memory import Memory
from tawatur.annotate.quotes.nouns import begins_body
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare

# tokens from a study to the verb that tells who made it
_MADE = 6


def is_subject(draft: Draft, subject: Zone, cast: Cast) -> bool:
    """Whether the subject of the cue is a thing that shows something rather than one who speaks."""
    first = bare(draft.line.word(subject.start))
    if first in speakers().things:
        return draft.form.group == "show" or draft.form.lemma in words("showing")
    return draft.form.group == "show" and not who.is_somebody(draft.line, subject, cast)


def is_pointed_at(line: Line, subject: Zone) -> bool:
    """Whether a definite noun alone points back at a study or a report that was named before («الدراسة»)."""
    return subject.end - subject.start == 1 and line.word(subject.start).startswith("ال")


def writer(line: Line, subject: Zone, memory: Memory) -> Speaker | None:
    """Who wrote «التقرير» that no maker is named for: the last body or medium that spoke or acted."""
    if bare(line.word(subject.start)) not in speakers().papers:
        return None
    last = next((person for person in reversed(memory.people) if person.kind in ("body", "outlet")), None)
    return last._replace(text="") if last else None


def made_by(draft: Draft, subject: Zone, people: Sequence[Zone]) -> Zone | None:
    """The person who made the thing, after the verb that tells it («دراسة أجراها الدكتور فلان»)."""
    line = draft.line
    if bare(line.word(subject.start)) not in speakers().things:
        return None
    verb = next(
        (k for k in range(subject.start + 1, min(draft.begin, subject.start + _MADE)) if line.word(k) in words("made")), None
    )
    if verb is None:
        return None
    person = next((p for p in people if verb < p.start and p.end <= draft.begin), None)
    between = range(verb + 1, person.start) if person else ()
    governed = any(line.word(k) in words("governing") or begins_body(line, k) for k in between)
    return Zone(verb + 1, person.end) if person and not governed else None


def maker(draft: Draft, subject: Zone, cast: Cast) -> Zone | None:
    """Who made the thing («تحليل أجرته الجامعة»، «بيانات وزارة …»): the first body or medium named with it."""
    line = draft.line
    for k in range(subject.start + 1, draft.begin):
        if line.kind(k) == "," or (line.word(k).startswith("و") and not begins_body(line, k)):
            return None
        token = line.tokens[k]
        body = next(iter(cast.bodies_in(token.start, token.start + 1)), None)
        if body is not None:
            end = next((j for j in range(k, draft.begin) if line.tokens[j].start >= body[1]), draft.begin)
            return Zone(k, end)
        if begins_body(line, k):
            return Zone(k, min(subject.end if k < subject.end else k + 3, draft.begin))
    return None
