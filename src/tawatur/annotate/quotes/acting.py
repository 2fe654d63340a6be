"""Who acts in a clause without a statement: the next «وأضاف» may be his."""

from tawatur.annotate.quotes import nouns
from tawatur.annotate.quotes.conditions import negated, third_person
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form, forms, words
from tawatur.annotate.quotes.tokens import Line

# tokens after a verb without a clause among which its subject is looked for
_SILENT = 20
# tokens of a place or time before the verb of a sentence
_FRONTED = 9


def silent(line: Line, found: list[Draft]) -> list[Draft]:
    """Give verbs of saying without a clause at the head of one («أشاد الوزير ب…»): who acts there may speak next."""
    table = forms()
    known = {draft.cue for draft in found}
    drafts = []
    for at, token in enumerate(line.tokens):
        if at in known or token.kind != "w" or not table.get(token.text):
            continue
        opens = (
            line.begins(at)
            or line.kind(at - 1) in (",", ":")
            or line.word(at - 1) in words("clause_openers")
            or line.word(at - 1) == "ما"
        )
        for form in table[token.text]:
            if not opens and not (
                form.group == "say" and token.text not in words("homographs") and nouns.begins_noun(line, at + 1)
            ):
                continue
            if _tells(line, at, form) and form.group != "near" and _says(line, at, form) and third_person(line, at, form):
                end = min(line.stops[at], at + _SILENT)
                drafts.append(Draft(line=line, cue=at, form=form, begin=end, how="silent", cue_end=at + 1, boundary=-1))
                break
    return drafts + _acting(line, {draft.cue for draft in drafts} | known)


def _tells(line: Line, at: int, form: Form) -> bool:
    """Whether the verb tells who acts: a plain one, or one with what was said for its object («وهو ما كشفته الصحيفة»)."""
    return form.use == "finite" or (form.use == "object" and form.tense == "past" and form.group in ("say", "pass"))


def _says(line: Line, at: int, form: Form) -> bool:
    """Whether no negation stands before the verb: «ما» before one with an object is a relative («ما كشفته الصحيفة»)."""
    return not negated(line, at) or (form.use == "object" and line.word(at - 1) == "ما")


def _acting(line: Line, known: set[int]) -> list[Draft]:
    """Give the first words of sentences as if they were verbs: a person named right after one may speak next."""
    drafts = []
    for start in sorted(set(line.starts)):
        at = _first_word(line, start)
        word = line.word(at)
        if not word or at in known or word.startswith("ال") or word in words("governing"):
            continue
        form = Form("finite", "", "deed", (), gender="f" if word.endswith("ت") else "m")
        drafts.append(
            Draft(
                line=line, cue=at, form=form, begin=min(line.stops[at], at + _SILENT), how="silent", cue_end=at + 1, boundary=-1
            )
        )
    return drafts


def _first_word(line: Line, start: int) -> int:
    """The first word of a sentence after «من جهته» and after a place or time («وفي المدينة، رفض …»)."""
    if line.word(start + 1) in words("sides"):
        return start + 2 + (line.kind(start + 2) == ",")
    if line.word(start).removeprefix("و") in words("of_occasion"):
        comma = next((k for k in range(start + 2, min(start + _FRONTED, line.stops[start])) if line.kind(k) == ","), None)
        return start if comma is None else comma + 1
    return start
