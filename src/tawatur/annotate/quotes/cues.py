"""From a cue to the beginning of its statement: أن after the subject, a colon, or an opening quotation mark."""

from tawatur.annotate.quotes import nouns, openings
from tawatur.annotate.quotes.conditions import BY_THAT, PREPOSITIONS, THAT, allows, is_felt, spends, third_person
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form, forms, lists, speakers, words
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits

# tokens between a verb after أن («قبل أن يضيف») and its statement
_OWN_SUBJECT = 3
# tokens between a cue and the colon that ends its line
_OVER = 16
# how many tokens may stand between a cue and its statement: the longest subjects with office, name and occasion that
# were met in 300 articles have 38
_FAR = {"finite": 48, "participle": 14, "noun": 10}
# letters of a word that bars أن with a clitic before it: shorter ones are parts of names («بلو»)
_BARRING = 3
# tokens of the subject before a clause that nothing leads to
_BARE = 14
# a quotation in marks of fewer words is taken for a name or a term where no colon stands before it
_CLAUSE = 4
# tokens between a cue and ألا, which is also إلا where the hamza is left out
_NEAR = 6


def find(line: Line) -> list[Draft]:
    """Give the cues of a line that lead to a statement, with its beginning, in order. A statement has one cue: the nearest."""
    taken: set[int] = set()
    found = [*_of_use(line, ("finite", "participle"), taken), *_of_use(line, ("noun",), taken)]
    return sorted(found, key=lambda draft: draft.cue)


def leads_over(line: Line) -> bool:
    """Whether the line ends with a cue and a colon, so that the next line is what was said."""
    count = len(line.tokens)
    if line.kind(count - 1) != ":":
        return False
    table = forms()
    return any(form.group == "say" for k in range(max(0, count - _OVER), count) for form in table.get(line.tokens[k].text, ()))


def _of_use(line: Line, uses: tuple[str, ...], taken: set[int]) -> list[Draft]:
    """The cues of these uses, from the last to the first: a statement that one has taken is not taken again."""
    table = forms()
    found: list[Draft] = []
    for at in range(len(line.tokens) - 1, -1, -1):
        if line.tokens[at].kind != "w":
            continue
        for form in table.get(line.tokens[at].text, ()):
            draft = _draft(line, at, form, taken) if form.use in uses else None
            if draft and draft.begin not in taken:
                taken.add(draft.begin)
                found.append(draft)
                break
    return found


def _draft(line: Line, at: int, form: Form, taken: set[int]) -> Draft | None:
    if form.group == "pass":
        return None
    if form.use == "finite" and not (_can_be_verb(line, at, form) and third_person(line, at, form)):
        return None
    found = _statement(line, at, form)
    if found is None:
        return None
    begin, how = found
    if how in ("colon", "marks") and line.word(at - 1) == "ان" and begin - at > _OWN_SUBJECT:
        return None  # «وقال فلان الذي يتدرب قبل أن يختتم فريقه جولته: "…"»
    if not allows(line, at, form, begin):
        if spends(line, at, form, begin):
            taken.add(begin)
        return None
    boundary = openings.boundary(line, at, form, how)
    return Draft(
        line=line,
        cue=at,
        form=form,
        begin=begin,
        how=how,  # type: ignore[arg-type]
        cue_end=at + 1,
        boundary=boundary,
        turn=openings.turn(line, boundary, form),
    )


def _can_be_verb(line: Line, at: int, form: Form) -> bool:
    word = line.tokens[at].text
    if line.word(at - 1) in words("modals"):
        return False
    if form.lemma == "روي" and "ؤ" in line.source[line.tokens[at].start : line.tokens[at].end]:
        return False  # «رؤى» is no «روى»
    if (
        form.lemma in words("strict")
        and form.tense == "past"
        and form.gender == "m"
        and "\u0651" not in line.source[line.tokens[at].start : line.tokens[at].end]
    ):
        after = line.word(at + 1)
        return line.kind(at + 1) == ":" or after in ("قايلا", "بالقول")
    before, after = line.word(at - 1), line.word(at + 1)
    doubled = "\u0651" in line.source[line.tokens[at].start : line.tokens[at].end]
    if word not in words("homographs") or (doubled and not before.removeprefix("ف").startswith("ال")):
        return True
    if form.group == "paper" and after in words("wherein"):
        return True
    if before in ("فيما", "وفيما") and form.lemma == "بين" and after not in THAT:
        return False
    if (
        form.group == "call"
        and before not in words("governing")
        and any(line.word(k) in BY_THAT for k in range(at + 1, at + _NEAR))
    ):
        return True
    if line.kind(at - 1) in ("", ".", ",", "-", ":") or before in words("clause_openers") or line.kind(at + 1) == ":":
        return True
    if form.lemma not in words("strict") and form.lemma != "بين" and nouns.begins_office(line, at + 1):
        return True
    return after in THAT or after in BY_THAT or (after in form.prepositions and line.word(at + 2) in THAT)


def _statement(line: Line, at: int, form: Form) -> tuple[int, str] | None:
    """The first token of the statement, and what leads to it; None where the cue takes no clause."""
    stop = min(line.stops[at], at + _FAR[form.use], len(line.tokens))
    if line.word(at + 1) in words("bare_openers") and form.lemma in words("bare_saying"):
        return _bare(line, at, stop, form)
    j = at + 1
    while j < stop:
        kind = line.tokens[j].kind
        if kind == "q":
            if j in line.open:
                return None  # the cue stands inside marks that close here
            j, found = _marks(line, at, j, form)
            if found:
                return found
            continue
        if kind == ":":
            return _colon(line, j, form)
        if kind == "w":
            verdict = _that(line, at, j, form)
            if verdict is False:
                return None
            if verdict is not None:
                return verdict, "that"
        j += 1
    return _bare(line, at, stop, form)


def _bare(line: Line, at: int, stop: int, form: Form) -> tuple[int, str] | None:
    """«قال فلان لا عودة»: a clause begins with a word that begins no noun phrase, where nothing else leads to it."""
    if form.lemma not in words("bare_saying") or form.use != "finite" or form.tense != "past" or form.object:
        return None
    for j in range(at + 1, min(stop, at + _BARE)):
        if line.kind(j) != "w" and not (line.kind(j) == "," and j > at + 1):
            return None
        if (
            line.word(j) in words("bare_openers")
            and line.source[line.tokens[j].start] != "آ"
            and line.word(j - 1) not in words("governing")
        ):
            return j, "bare"
    return None


def _marks(line: Line, at: int, j: int, form: Form) -> tuple[int, tuple[int, str] | None]:
    """What an opening mark in the cue's zone begins: the statement, or a name (then the place after it)."""
    close = line.close.get(j)
    if close is None:
        return j + 1, None
    after = line.word(close + 1)
    if bare(line.word(j - 1)) in words("titled"):
        return close + 1, None
    clause = line.count(j + 1, close) >= _CLAUSE and after not in THAT and after not in BY_THAT and form.use != "noun"
    if clause and (form.group == "say" or (line.kind(j - 1) == "," and form.group != "call")):
        return j, (j, "marks")
    if (
        form.lemma in words("speaking")
        and line.word(j - 1) not in PREPOSITIONS
        and form.tense == "past"
        and line.count(j + 1, close) >= 2
        and (line.kind(close + 1) in ("", ".") or _participle(line, close + 1))
    ):
        return j, (j, "marks")
    return close + 1, None


def _participle(line: Line, at: int) -> bool:
    return any(form.use == "participle" for form in forms().get(line.word(at), ()))


def _colon(line: Line, j: int, form: Form) -> tuple[int, str] | None:
    if line.word(j - 1) in ("من", "هي", "هو"):
        return None  # «وواصل كل من: …»، «والرسالة هي: …»
    begin = j + 1
    while line.kind(begin) in ("-", ":"):
        begin += 1
    if line.word(begin) in THAT:
        begin += 1
    if form.group not in ("say", "paper") and line.kind(begin) != "q":
        return None
    if begin >= len(line.tokens):
        return (begin, "over") if form.group == "say" else None
    return (begin, "colon") if line.kind(begin) not in (".", ",") else None


def _that(line: Line, at: int, j: int, form: Form) -> int | bool | None:
    """The token after أن at `j`, False where the cue turns out to have another object, None to look on."""
    word, before = line.tokens[j].text, line.word(j - 1)
    if (word in THAT or word in BY_THAT) and (_can(line, at, j) or _in_abbreviation(line, j)):
        return None
    if word in THAT:
        if before in PREPOSITIONS and before not in form.prepositions and j - 2 != at and not _felt(line, j, form):
            return None
        return None if _bars_that(before) else j + 1
    if word in BY_THAT:
        return None if _bars_that(before) else j + 1
    if form.lemma in words("asking") and word in words("questions"):
        return j
    if (
        word == "الا"
        and line.source[line.tokens[j].start : line.tokens[j].start + 1] == "أ"
        and (j - at <= _NEAR or before in form.prepositions)
    ):
        return j
    if word == "عن" and bare(before) in words("with_an"):
        return None
    if _is_ali(line, j):
        return None
    if word in form.prepositions and word in PREPOSITIONS and form.group != "paper":
        after = line.word(j + 1)
        if after == "لسان" or after in ("القول", "التاكيد"):
            return None  # «وخلص إلى القول: …»
        if after not in THAT and after != "الا" and not _beside(after) and not _felt_ahead(line, j + 1, form):
            return False
    return None


def _is_ali(line: Line, at: int) -> bool:
    """Whether «علي» is the name and not «على»: written with ي, a family name of origin and أن after it."""
    token, family = line.tokens[at], line.word(at + 1)
    written = token.text == "علي" and line.source[token.end - 1] == "ي"
    return written and family.startswith("ال") and family.endswith("ي") and line.word(at + 2) in THAT | BY_THAT


def _bars_that(word: str) -> bool:
    """Whether أن after this word hangs on it and not on the cue («بعد أن», «لأهمية أن»)."""
    known = lists().not_before_that | lists().impersonal
    return word in known or any(split.stem in known and len(split.stem) >= _BARRING for split in splits(word))


def _in_abbreviation(line: Line, j: int) -> bool:
    """Whether the word is a part of letters with points («آي.إن.جي»)."""
    return line.tokens[j - 1].text == "." and line.tokens[j - 1].end == line.tokens[j].start


def _can(line: Line, at: int, j: int) -> bool:
    """Whether أن at `j` hangs on what somebody can («بإمكان أي طفل أن»), or on «من ذلك» («والأهم من ذلك أن»), or is a condition («إن لم»)."""
    if line.word(j - 1) == "ذلك" and line.word(j - 2) == "من":
        return True
    if line.word(j) == "ان" and line.word(j + 1) == "لم" and line.source[line.tokens[j].start] == "إ":
        return True
    return any(
        line.word(k) in words("able") and (line.word(k)[0] == "ب" or line.word(k - 1) in ("في", "من"))
        for k in range(max(at + 1, j - _NEAR), j)
    ) or any(line.word(k).removeprefix("و") in words("duties") for k in range(max(at + 1, j - _NEAR), j - 1))


def _beside(word: str) -> bool:
    return word in speakers().occasions


def _felt_ahead(line: Line, at: int, form: Form) -> bool:
    return form.lemma in words("feeling") and is_felt(line.word(at))


def _felt(line: Line, j: int, form: Form) -> bool:
    return form.lemma in words("feeling") and (is_felt(line.word(j - 1)) or is_felt(line.word(j - 2)))
