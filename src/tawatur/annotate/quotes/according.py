"""Cues after or before their statement: «…، وفق ما أفادت الوكالة»، «بحسب المصدر»، «ووفقا للناطق … فإن …»."""

from bisect import bisect_left

from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form, according_begins, forms, lists, speakers, words
from tawatur.annotate.quotes.nouns import begins_body, begins_noun, is_adverb, noun_phrase
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits

_LONGEST_RUN = 2
_HENCE = frozenset("فان" + p for p in ("", "ه", "ها", "هم", "هما"))
# tokens between a cue before its statement and the comma or فإن
_FAR = 24
# tokens of a name in marks
_TERM = 5
# tokens of the speaker after a cue that no comma parts from the sentence
_ASIDE = 14
# tokens of a sentence after a cue that stands aside in it
_REST = 100
# tokens of what is said before a cue, at least
_LEAST = 3
# tokens of a clause among which its verb stands, after «كان فلان»
_VERB = 4
# tokens before and after a cue in which others are looked at: a statement is no longer, and a text without stops no reason
_REACH = 350
# a clause before a cue has at least so many tokens
_CLAUSE = 5
_FORM = Form("finite", "وفق", "according", (), "", "")


def find(line: Line, taken: list[Draft], bodies: frozenset[int]) -> list[Draft]:
    """Give the statements that cues after or before them give to somebody; not those that another cue has already.

    `bodies` are the tokens at which names of persons, bodies and countries begin.
    """
    ordered = sorted(taken, key=lambda draft: draft.cue)
    cues = [draft.cue for draft in ordered]
    known = frozenset(cues)
    found = []
    at = 0
    while at < len(line.tokens):
        cue = _cue(line, at)
        if cue is None:
            at += 1
            continue
        near = ordered[bisect_left(cues, at - _REACH) : bisect_left(cues, at + _REACH)]
        draft = None if cue[0] in known else _draft(line, at, *cue, near, bodies)
        if draft:
            found.append(draft)
        at = cue[1]
    return found


def _cue(line: Line, at: int) -> tuple[int, int, Form] | None:
    """The cue at `at`: its word (the verb where it has one), the token after it, and its form."""
    word = line.word(at)
    if not word:
        return None
    if word not in according_begins() and word.removeprefix("و") not in according_begins():
        return None
    plain = word.removeprefix("و") if line.begins(at) else word
    for count in (2, 1):
        run = (plain, *(line.word(at + k) for k in range(1, count)))
        if run in lists().according_verb:
            if line.word(at + count) in words("stands_in") and line.word(at + count + 1) == "في":
                return at, at + count + 2, _FORM  # «بحسب ما جاء في بيان الشركة»
            verb = _verb(line, at + count)
            if verb and (plain != "كما" or _whole_clause(line, verb[0] + 1)):
                return verb[0], verb[0] + 1, verb[1]
    if plain == "كما" and line.word(at + 1) in words("stands_in") and (line.word(at + 2), line.word(at + 3)) == ("علي", "لسان"):
        return at, at + 4, _FORM  # «كما جاء على لسان المدعي»
    if plain == "علي" and line.word(at + 1) in ("حد", "حسب") and line.word(at + 2) in lists().own_words:
        return at, at + 3, _FORM._replace(object=line.word(at + 2))
    if plain in lists().according:
        if line.word(at + 1) in lists().own_words or (line.word(at + 1) in ("له", "لها", "لهم") and line.begins(at)):
            return at, at + 2, _FORM._replace(object=line.word(at + 1))
        return at, at + 1, _FORM
    return None


def _whole_clause(line: Line, at: int) -> bool:
    """Whether verb and subject are all of a clause («كما صرح الوزير»), and not «كما كشف النادي عن لاعبه»."""
    end = noun_phrase(line, at, min(line.stops[at], len(line.tokens)), ())
    return (
        end >= line.stops[at]
        or line.kind(end) in (",", "q", "")
        or (is_adverb(line, end) and line.word(end) not in ("عن", "علي", "الي", "من"))
    )


def _verb(line: Line, at: int) -> tuple[int, Form] | None:
    for k in (at, at + 1):
        for form in forms().get(line.word(k), ()):
            if (
                form.use in ("finite", "object")
                and not form.bound
                and (form.group in ("say", "pass") or form.lemma in words("also_after"))
            ):
                return k, form
        if line.word(k) not in ("قد", "كان", "كانت"):
            return None
    return None


def _draft(line: Line, at: int, cue: int, after: int, form: Form, taken: list[Draft], bodies: frozenset[int]) -> Draft | None:
    if any(draft.cue < at < draft.begin for draft in taken):
        return None  # between another cue and its statement
    if form.group == "according" and not form.object and not (_somebody(line, after) or after in bodies):
        return None
    first = line.begins(at)
    if first:
        return _before(line, at, cue, after, form, taken)
    quoted = next((line.open[k] for k in (at - 1, at - 2) if k in line.open), None)
    if (
        quoted is not None
        and taken
        and all(quoted < d.cue for d in taken if line.starts[d.cue] == line.starts[quoted] and d.cue < at)
    ):
        return Draft(
            line=line,
            cue=cue,
            form=form,
            begin=quoted + 1,
            how="after",
            cue_end=after,
            boundary=at,
            end=max(k for k in (at - 1, at - 2) if k in line.open),
            kind="direct",
        )
    if any(d.begin <= at < line.stops[d.cue] and line.stops[d.begin] == line.stops[at] for d in taken if d.cue < at):
        return _ending(line, at, cue, after, form)
    begin = _clause_begin(line, at)
    back = _back_in(line, at, after)
    if back is not None and any(form.use == "finite" and form.group == "say" for form in forms().get(line.word(begin), ())):
        return None  # «وشدد السفير، وفقا للوكالة، على ضرورة …»: an act
    if back is not None and at > begin:
        end = min(line.stops[at], len(line.tokens), back + _REST)
        subject = None if form.group == "according" and form.object else (after, back - 1)
        return Draft(
            line=line, cue=cue, form=form, begin=begin, how="after", cue_end=after, boundary=at, end=end, subject=subject
        )
    if at - begin < _LEAST or not (_with_what(line, at) or _stands_aside(line, at, after)):
        return None
    return Draft(line=line, cue=cue, form=form, begin=begin, how="after", cue_end=after, boundary=at, end=at)


def _back_in(line: Line, at: int, after: int) -> int | None:
    """The token at which the sentence goes on after a cue that stands aside in it: «الاتفاق، وفقا للوزارة، يشمل …»."""
    sign = line.kind(at - 1)
    if sign not in (",", "-") or (line.word(at).startswith("و") and line.word(at) not in ("وفق", "وفقا")):
        return None
    shut = next((j for j in range(after + 1, min(line.stops[at], after + _ASIDE)) if line.kind(j) == sign), None)
    if shut is None or any(line.kind(j) in ":q" for j in range(at, shut)):
        return None
    word = line.word(shut + 1)
    leads_on = (
        not word
        or word[0] in "وف"
        or word in words("subordinate") | words("clause_breaks")
        or word in speakers().relatives
        or word in lists().ending
        or any(form.use == "participle" for form in forms().get(word, ()))
    )
    return None if leads_on else shut + 1


def _with_what(line: Line, at: int) -> bool:
    """Whether «وفق ما», «حسبما» stands at `at`: with a verb they tell who said it wherever they stand."""
    return line.word(at).endswith("بما") or line.word(at) == "وفقما" or "ما" in (line.word(at + 1), line.word(at + 2))


def _stands_aside(line: Line, at: int, after: int) -> bool:
    """Whether the cue and its speaker stand apart from the sentence: a comma before them, or its end soon after them."""
    if line.kind(at - 1) in (",", "q"):
        return True
    stop = next(
        (j for j in range(after, min(line.stops[at], len(line.tokens))) if line.kind(j) == ","),
        min(line.stops[at], len(line.tokens)),
    )
    return stop - after <= _ASIDE


def _ending(line: Line, at: int, cue: int, after: int, form: Form) -> Draft:
    """A cue after a statement that has its own cue already: it only ends it."""
    return Draft(line=line, cue=cue, form=form, begin=at, how="after", cue_end=after, boundary=at, end=at)


def _before(line: Line, at: int, cue: int, after: int, form: Form, taken: list[Draft]) -> Draft | None:
    stop = min(line.stops[at], after + _FAR, len(line.tokens))
    hence = next((j for j in range(after, stop) if line.word(j) in _HENCE), None)
    comma = next((j for j in range(after, stop) if line.kind(j) == ","), None)
    if hence is None and (comma is None or any(line.word(j).isdigit() for j in range(after, comma))):
        return None
    begin = (hence if hence is not None else comma or 0) + 1
    begin += line.word(begin) in ("فقد", "فلقد")
    if any(begin <= draft.cue <= begin + 1 for draft in taken) or _speaks(line, begin):
        return None  # «وبحسب الوكالة، فقد ذكرت الشركة أن»: the company speaks
    end = hence if hence is not None else comma
    subject = None if form.object and form.group == "according" else (after, end or after)
    return Draft(line=line, cue=cue, form=form, begin=begin, how="before", cue_end=after, boundary=at, subject=subject)


def _speaks(line: Line, begin: int) -> bool:
    """Whether the clause that begins at `begin` tells that somebody spoke («كان فلان تحدث عن دوره قائلا»، «فقد ذكرت صحيفة»)."""
    if any(form.use == "finite" and form.group == "say" and form.tense == "past" for form in forms().get(line.word(begin), ())):
        return begins_noun(line, begin + 1)
    return any(
        form.use == "finite" and form.tense == "past" and form.lemma in words("speaking_of")
        for k in range(begin, begin + _VERB)
        for form in forms().get(line.word(k), ())
    )


def _somebody(line: Line, at: int) -> bool:
    """Whether the words at `at` name somebody who speaks: an office, a body, a medium, an unnamed source, a paper of one."""
    who = speakers()
    shut = line.close.get(at)
    if shut is not None and shut - at <= _TERM:
        return True
    for split in splits(line.word(at)):
        if split.preposition not in ("", "ل"):
            continue
        stem = bare(split.stem)
        if stem in who.offices or stem in who.unnamed or stem in who.outlets or stem in who.bodies:
            return True
        if split.stem in who.honorifics or "ال" + split.stem in who.honorifics or (stem in who.papers and split.article):
            return True
        if stem in who.papers | who.things and line.word(at + 1).startswith(("ال", "لل")):
            return begins_body(line, at + 1)  # «تقرير المنظمة»
    return False


def _clause_begin(line: Line, at: int) -> int:
    """Where the last independent clause before the cue begins."""
    j = at - 1
    depth = 0
    while j >= max(0, at - _REACH):
        kind = line.tokens[j].kind
        if kind == "q":
            depth += 1 if j in line.open else -1
        if kind == "." and depth <= 0 and line.stops[j] == j:
            break
        if kind == "," and depth <= 0 and at - j > _CLAUSE and _joined_verb(line, j + 1):
            break
        j -= 1
    return j + 2 if line.word(j + 1) in words("subordinate") else j + 1


def _joined_verb(line: Line, at: int) -> bool:
    """Whether و and a verb with a definite subject after it begin a new clause at `at`."""
    word, after = line.word(at), line.word(at + 1)
    if word in words("subordinate"):
        return True
    if not word.startswith("و") or word.startswith("وال") or len(word) < 4:
        return False
    if any(form.use == "finite" and form.bound == "و" for form in forms().get(word, ())):
        return True
    return after.startswith("ال") and (word[1] in "يت" or word.endswith("ت"))
