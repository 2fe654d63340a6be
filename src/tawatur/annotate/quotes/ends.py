"""Where a statement ends: at its marks, at the stop, or where the journalist or another cue takes the word."""

from collections.abc import Mapping
from typing import Literal

from tawatur.annotate.quotes.conditions import THAT
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import forms, lists, speakers, words
from tawatur.annotate.quotes.nouns import begins_noun
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare

_LONGEST_RUN = 4
# letters of a particle: longer words may be verbs
_SHORT = 2
# a quotation of fewer words that the clause goes on after is a name or a term
_TERM = 3
# tokens from a verb of being to its predicate
_PREDICATE = 5
# so many words in marks inside a clause make it mixed: fewer are mostly names
_QUOTED = 3


# tokens that one clause may run on for: a text without stops must not be read to its end from every cue. The longest of
# the labelled statements of the corpus has some 150 words
_LONGEST = 300


def close(draft: Draft, boundaries: Mapping[int, Draft]) -> None:
    """Set the end and the kind of a draft. `boundaries` maps the tokens at which cues of the line begin to their drafts."""
    line, begin = draft.line, draft.begin
    if line.kind(begin) == "q" and begin in line.close:
        shut = line.close[begin]
        if begin in line.unclosed:
            draft.kind, draft.end = "direct", _unclosed_end(line, begin, boundaries)
            draft.begin = begin + 1
            trim(draft)
            return
        if _is_direct(draft, shut, boundaries):
            draft.kind, draft.begin, draft.end = "mixed" if draft.form.group == "call" else "direct", begin + 1, shut
            trim(draft)
            return
    draft.end = _clause_end(draft, boundaries)
    draft.kind = _kind(draft)
    trim(draft)


def _unclosed_end(line: Line, mark: int, boundaries: Mapping[int, Draft]) -> int:
    """A quotation that is never closed ends at the stop; at the line's end, where the next line carries it on.

    Before that it ends at a joined verb of saying with a subject of its own («وأكد فلان أن»).
    """
    end = _end_of_unclosed(line, mark)
    for at in range(mark + 2, min(end, mark + _LONGEST)):
        other = boundaries.get(at)
        if other is not None and other.form.bound == "و" and other.how != "after" and other.begin > other.cue_end + 1:
            return at
    return end


def _end_of_unclosed(line: Line, mark: int) -> int:
    return len(line.tokens) if line.goes_on else min(line.close[mark], len(line.tokens))


def _is_direct(draft: Draft, shut: int, boundaries: Mapping[int, Draft]) -> bool:
    """Whether the words in marks are the whole statement: nothing of the same clause follows them."""
    line, after = draft.line, shut + 1
    if line.kind(after) in ("", "."):
        return True
    if line.kind(shut - 1) == "." or line.word(after) == "اي":
        return True
    comma = line.kind(after) == ","
    j = after + 1 if comma else after
    word = line.word(j)
    joined = word == "و" or line.kind(j) == "q" or word in ("وان", "وانه", "وانها", "وانهم", "وانهما", "واننا")
    if joined and line.kind(j) != "q":
        return False
    if comma or draft.how != "that":
        return True
    if line.count(draft.begin, shut) <= _TERM and not _stops_at(draft, after, boundaries):
        return False
    return _stops_at(draft, after, boundaries) or line.kind(after) in ("-", ":", "q")


def _clause_end(draft: Draft, boundaries: Mapping[int, Draft]) -> int:
    line = draft.line
    j = draft.begin
    while j < min(len(line.tokens), draft.begin + _LONGEST):
        kind = line.tokens[j].kind
        if kind == ".":
            if draft.how == "colon" and _goes_on(line, j, boundaries):
                j += 1
                continue
            return j
        if kind == "q":
            shut = line.close.get(j)
            if shut is None:
                return j if j not in line.open or line.open[j] < draft.begin else j + 1
            if j in line.unclosed:
                return shut
            if line.kind(shut - 1) == "." and _ends_sentence(line, shut):
                return shut + 1
            j = shut + 1
            continue
        if j > draft.begin and (_stops_at(draft, j, boundaries) or (kind == "," and draft.form.use == "noun")):
            return j
        j += 1
    return j


def _goes_on(line: Line, j: int, boundaries: Mapping[int, Draft]) -> bool:
    """Whether two points stand for a comma in words that a colon leads to: no other cue follows them at once."""
    double = line.tokens[j].text == "." and line.tokens[j - 1].text == "." and line.tokens[j - 1].end == line.tokens[j].start
    return double and line.kind(j + 1) == "w" and not any(j < at <= j + _PREDICATE for at in boundaries)


def _ends_sentence(line: Line, shut: int) -> bool:
    return line.stops[shut] <= shut + 1


def _stops_at(draft: Draft, j: int, boundaries: Mapping[int, Draft]) -> bool:
    """Whether the statement of `draft` ends before the token `j`."""
    line = draft.line
    if not line.word(j):
        return False
    comma = line.kind(j - 1) == ","
    other = boundaries.get(j)
    if other is not None and other is not draft and _takes_the_word(line, other, j, comma):
        return True
    if j not in line.stopping:  # many statements may run over the same words
        line.stopping[j] = _stops_any(line, j, comma)
    stops = line.stopping[j]
    return stops if stops is not None else _returns(draft, j, comma) or (comma and _acts(draft, j))


def _stops_any(line: Line, j: int, comma: bool) -> bool | None:
    """Whether any statement ends before the token `j`, whoever makes it; None where that depends on the statement."""
    word = line.word(j)
    if comma and f"{word} {line.word(j + 1)}" in words("after_comma"):
        return True  # «، في خطوة تهدف إلى»
    if is_run(line, j, lists().journalist):
        return line.word(j - 1) not in words("adding") and not (word == "سمات" and line.word(j - 1) in words("governing"))
    if word == "وذلك" and comma and any(line.word(j + k).removeprefix("ال") in lists().wadhalika for k in (2, 3)):
        return True
    if word in lists().ending and (comma or _alone(line, j)):
        return True
    if comma and (word in words("questioning") or word in ("وكان", "وكانت")):
        return True
    if _contrasts(line, j) or (comma and _reports_too(line, j)):
        return True
    return True if _bare_verb(line, j, comma) or _bare_participle(line, j, comma) else None


def _returns(draft: Draft, j: int, comma: bool) -> bool:
    """Whether the clause around the cue goes on at `j`: a relative's («الذي قال سكان إنه مريض، تجاهل») or a concession's."""
    line, word = draft.line, draft.line.word(j)
    if not comma and word != "الا":
        return False
    relative = line.word(draft.cue - 1) in speakers().relatives and line.starts[draft.cue] < draft.cue - 1
    conceded = draft.form.use != "participle" and any(
        line.word(k) in words("conceding") for k in range(line.starts[draft.cue], min(draft.cue, line.starts[draft.cue] + 2))
    )
    if conceded and word == "الا" and line.word(j + 1) in THAT:
        return True
    return ((relative or conceded) and comma and word.endswith("ت") and not word.startswith("ال") and word[0] not in "وف") or (
        relative and comma and word in words("main_verbs")
    )


def _acts(draft: Draft, j: int) -> bool:
    """Whether the speaker of the draft is the subject of the joined verb at `j`: he would not name himself."""
    line, word = draft.line, draft.line.word(j)
    if not (word.startswith("و") or word == "كما") or word.startswith("وال") or "و" + bare(line.word(j + 1)) == word:
        return False
    if word == "كما" and "و" + line.word(j + 1) in lists().deeds:
        return True
    name = j + 2 if line.word(j + 1) in ("بن", "ابن", "ال") else j + 1
    return line.word(name) in draft.named


def _takes_the_word(line: Line, other: Draft, j: int, comma: bool) -> bool:
    form = other.form
    if form.use == "finite" and form.object and not form.bound and other.how != "after":
        return False  # «قال إن فلانا، جاره القديم، أخبره أن»: he is quoted in the statement
    if other.how == "after" or form.use == "participle" or form.bound or comma:
        return line.word(j - 1) not in ("الذي", "التي", "الذين", "ان", "انه", "انها")
    return j < other.cue  # «كما», «فيما», «من جهته» before the cue


def _contrasts(line: Line, j: int) -> bool:
    """Whether «فيما», «بينما» or «في حين» and a verb of saying begin at `j`: another speaks, or acts."""
    after = j + 1
    if line.word(j) in ("في", "وفي") and line.word(j + 1) == "حين":
        after = j + 2
    elif line.word(j) not in ("فيما", "بينما", "وفيما", "وبينما"):
        return False
    word = line.word(after)
    if word == "بين":
        return False
    return (
        (
            any(
                form.use == "finite"
                and form.bound == ""
                and form.group != "near"
                and form.lemma not in words("amounting")
                and (form.tense == "past" or line.word(after + 1) in THAT or begins_noun(line, after + 1))
                for form in forms().get(word, ())
            )
        )
        or "و" + word in lists().deeds
        or (_past_verb(word) and begins_noun(line, after + 1))
    )


def _reports_too(line: Line, j: int) -> bool:
    """Whether «، كما قال الوزير» or «، ليرد عليه فلان» begins at `j`: a verb of saying with a subject after it."""
    if line.word(j) == "كما":
        return begins_noun(line, j + 2) and any(
            form.use == "finite" and form.tense == "past" and (form.group == "say" or form.lemma in words("speaking_of"))
            for form in forms().get(line.word(j + 1), ())
        )
    if line.word(j) in ("وهو", "وهي") and line.word(j + 1) in words("judged"):
        return True  # «، وهي رواية تخالف»
    if line.word(j) in ("طالبا", "طالبه", "طالبين") and line.word(j + 1) in words("from_whom"):
        return True
    if line.word(j) in ("وهو", "وهي", "الامر") and line.word(j + 1) in ("ما", "الذي"):
        return any(form.use == "object" for form in forms().get(line.word(j + 2), ()))  # «، وهو ما نفاه مكتبه»
    return any(form.bound == "ل" and form.group == "say" for form in forms().get(line.word(j), ()))


def _past_verb(word: str) -> bool:
    """Whether the word may be a verb of the past: neither a definite noun nor with a letter of the present before it."""
    return len(word) > _SHORT and not word.startswith("ال") and (word.endswith("ت") or word[0] not in "يتسلنا")


def _bare_verb(line: Line, j: int, comma: bool) -> bool:
    """A joined verb of saying or judging without a clause («، وأكد على ضرورة …»): the journalist reports an act."""
    if comma and line.word(j) in lists().deeds:
        return True
    readings = forms().get(line.word(j), ())
    if comma and any(
        form.tense == "present" and form.bound == "و" and form.group == "say" and line.word(j + 1) in form.prepositions
        for form in readings
    ):
        return True  # «، ويشدد على ضرورة …»
    verbs = [form for form in readings if form.use == "finite" and form.bound == "و" and form.tense == "past"]
    if len(verbs) < len(readings) or any(form.lemma in words("amounting") for form in verbs):
        return False
    said = [form for form in verbs if form.group == "say"]
    if comma:
        return bool(said) or (bool(verbs) and begins_noun(line, j + 1))
    # without a comma only where its own object shows: «وشدد على», «وشدد فلان على»
    return any(line.word(k) in form.prepositions for form in said for k in (j + 1, j + 2))


def _bare_participle(line: Line, j: int, comma: bool) -> bool:
    """A participle of saying without a clause («مشددا على ضرورة …»): the journalist reports an act."""
    for form in forms().get(line.word(j), ()):
        if (
            form.use == "participle"
            and form.lemma != "قول"
            and (form.number == "s" or (comma and form.gender == "m"))
            and (comma or (form.gender == "m" and (form.group == "say" or _alone(line, j))))
        ):
            return line.word(j - 1) not in words("copulas")
    return False


def _alone(line: Line, j: int) -> bool:
    """Whether a masculine participle of saying without comma is the speaker's: no verb of being has it for its predicate."""
    word = line.word(j)
    if not word.endswith("ا") or word in ("مجددا", "املا"):
        return False  # «مرة أخرى», «رجاء»
    after = line.word(j + 1)
    leads_on = after in words("adverbials") or after[:1] in ("ب", "ل") or after.startswith("ال") or after.endswith("ه")
    return bool(after) and leads_on and not any(line.word(k).lstrip("وفس") in words("copulas") for k in range(j - _PREDICATE, j))


def is_run(line: Line, j: int, runs: frozenset[tuple[str, ...]]) -> bool:
    """Whether one of the runs of words stands at `j`."""
    words: tuple[str, ...] = ()
    for k in range(_LONGEST_RUN):
        word = line.word(j + k)
        if not word:
            return False
        words = (*words, word)
        if words in runs:
            return True
    return False


def _kind(draft: Draft) -> Literal["indirect", "mixed"]:
    """Mixed where words in marks stand inside the clause; a name or a term in marks does not count."""
    line = draft.line
    least = 1 if draft.form.group == "call" else _QUOTED
    for at in range(draft.begin, draft.end):
        shut = line.close.get(at)
        if shut is not None and line.count(at + 1, min(shut, draft.end)) >= least:
            return "mixed"
    return "indirect"


def trim(draft: Draft) -> None:
    """Take signs, and particles that lead on, off the ends of a statement."""
    line = draft.line
    while (
        draft.end > draft.begin
        and line.tokens[draft.end - 1].kind in (",", "-", ".", ":")
        and line.tokens[draft.end - 1].text not in ")]%؟?"
    ):
        draft.end -= 1
    while draft.end > draft.begin and line.word(draft.end - 1) in ("و", "من", "في") and line.kind(draft.end) == "w":
        draft.end -= 1
    while (
        draft.begin < draft.end
        and line.tokens[draft.begin].kind in (",", "-", ".", ":")
        and line.tokens[draft.begin].text not in "(["
    ):
        draft.begin += 1
