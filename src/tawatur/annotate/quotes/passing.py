"""Who passed a statement on: «نقلت الوكالة عن فلان قوله»، «قال فلان في تصريح نشرته الصحيفة»، «بحسب وكالة …»."""

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.annotate.quotes import nouns, phrases
from tawatur.annotate.quotes.cast import Zone
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import forms, lists, speakers, words
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits

# tokens from a noun of saying («قوله») or «نقلا» back to the verb that passes on
_CLAUSE = 25
# tokens from «نقلته» to the medium
_NEAR = 3


class Passed(NamedTuple):
    """The one who spoke, and those who passed it on, the nearest to him first."""

    source: Zone
    by: tuple[Zone, ...]
    terms: Zone | None


def passed_on(draft: Draft, people: Sequence[Zone]) -> Passed | None:
    """Read «نقلت الوكالة عن الصحيفة نقلا عن فلان»: each عن names one who stands nearer to the words."""
    line = draft.line
    window = _window(draft)
    if window is None:
        return None
    verb, end = window
    froms = _froms(line, verb, end)
    if not froms:
        return None
    places = [(verb + 1, froms[0]), *zip((k + 1 for k in froms), (*froms[1:], end), strict=True)]
    read = [phrases.read(line, a, b, people) for a, b in places]
    zones = [phrase.subject for phrase in read]
    if draft.form.group == "according":
        zones[0] = phrases.around(draft, people).subject
    source = zones[-1]
    if source is None or not (_passes(line, verb) or line.word(froms[0] - 1) == "نقلا" or _reports(line, zones, end)):
        return None
    return Passed(source, tuple(zone for zone in reversed(zones[:-1]) if zone is not None), read[-1].terms)


def _passes(line: Line, verb: int) -> bool:
    return any(form.lemma in words("passing") for form in forms().get(line.word(verb), ()))


def _reports(line: Line, zones: Sequence[Zone | None], end: int) -> bool:
    """«ذكرت الوكالة عن فلان قوله»: a medium, and his words right after his name."""
    by, source = zones[0], zones[-1]
    return by is not None and source is not None and _is_medium(line, by.start) and source.end >= end - 1


def passes_on_him(draft: Draft) -> bool:
    """Whether the verb passes on what one says who was named before («بحسب ما نقلت عنه الوكالة»)."""
    end = min(draft.begin, draft.cue_end + _NEAR + 1)
    return draft.form.lemma in words("passing") and any(
        draft.line.word(k) in ("عنه", "عنها", "عنهم") for k in range(draft.cue_end, end)
    )


def media(draft: Draft, drafts: Sequence[Draft], people: Sequence[Zone]) -> list[Zone]:
    """The media beside a statement: of the paper it stood in («في تصريح نشرته الصحيفة»), and of «بحسب الوكالة» before or after it."""
    line = draft.line
    found = _beside(line, draft.cue_end, draft.begin if draft.how != "after" else draft.cue_end, people)
    after = next((d for d in drafts if d.how == "after" and d.begin == d.end and draft.end <= d.begin <= draft.end + 2), None)
    if after is not None:
        zone = phrases.around(after, people).subject
        found += [zone] if zone is not None else []
    elif draft.how != "after":
        found += _beside(line, draft.end, min(line.stops[draft.cue], draft.end + _CLAUSE), people)
    return found


def _window(draft: Draft) -> tuple[int, int] | None:
    """The verb that passes on, and the token at which what it governs ends; None where none does."""
    line, form = draft.line, draft.form
    if form.use == "noun" and not form.object:
        return None
    start = max(line.starts[draft.cue], draft.cue - _CLAUSE)
    carried = line.word(draft.cue) == "نقلا"
    if form.lemma in words("passing") and form.use in ("finite", "object") and not carried:
        return draft.cue, draft.begin if draft.how != "after" else min(line.stops[draft.cue], draft.cue + _CLAUSE)
    if form.use == "noun" or carried:
        verb = next((k for k in range(draft.cue - 1, start - 1, -1) if _is_verb(line, k)), None)
        if verb is None:
            return (draft.cue - 1, draft.begin) if carried else None
        return verb, draft.cue if form.use == "noun" else draft.begin
    held = next((k for k in range(draft.cue_end, draft.begin) if _is_saying(line, k)), None) if form.use == "finite" else None
    if held is not None:
        return draft.cue, held
    if form.use == "finite" or form.group == "according":
        end = draft.begin if draft.how != "after" else min(line.stops[draft.cue], draft.cue + _CLAUSE)
        if any(line.word(k) == "نقلا" and line.word(k + 1) == "عن" for k in range(draft.cue_end, end)):
            return draft.cue_end - 1, end
    return None


def _is_verb(line: Line, at: int) -> bool:
    """Whether a finite verb of saying stands at `at`."""
    return any(form.use == "finite" for form in forms().get(line.word(at), ()))


def _is_saying(line: Line, at: int) -> bool:
    """Whether a noun of saying with a pronoun stands at `at` («قوله»)."""
    return any(form.use == "noun" and form.object and form.lemma == "قول" for form in forms().get(line.word(at), ()))


def _froms(line: Line, verb: int, end: int) -> list[int]:
    """The prepositions after a verb that passes on, each before one who stands nearer to the words."""
    by = "الي" if any(form.lemma == "نسب" for form in forms().get(line.word(verb), ())) else "عن"
    found = []
    for k in range(verb + 1, end):
        if line.word(k) == "نقلا" and line.word(k + 1) == "عن":
            found.append(k + 1)
        elif line.word(k) == by and line.word(k - 1) != "نقلا" and not found and bare(line.word(k - 1)) not in words("with_an"):
            found.append(k)
    return found


def _beside(line: Line, start: int, end: int, people: Sequence[Zone]) -> list[Zone]:
    """The media between two tokens after «نقلتها», «نشرته», or after «بحسب»."""
    found = []
    for k in range(start, end):
        if _hands_on(line.word(k)):
            at = next((j for j in range(k + 1, min(end, k + _NEAR)) if _is_medium(line, j)), None)
        elif line.word(k) in lists().according and _is_medium(line, k + 1):
            at = k + 1
        else:
            at = None
        if at is not None:
            found.append(Zone(at, max(at + 1, nouns.noun_phrase(line, at, end, people))))
    return found


def _hands_on(word: str) -> bool:
    """Whether a verb of publishing with a pronoun stands there («نقلتها»، «نشره»)."""
    return any(
        form.object and form.use == "object" and (form.lemma in words("passing") or form.group == "pass") and form.tense == "past"
        for form in forms().get(word, ())
    )


def _is_medium(line: Line, at: int) -> bool:
    who = speakers()
    return any(
        bare(split.stem) in who.outlets and split.preposition in ("", "ل") and not split.conjunction
        for split in splits(line.word(at))
    )
