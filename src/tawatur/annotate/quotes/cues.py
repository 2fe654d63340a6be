"""From a cue to the beginning of its statement: أن after the subject, a colon, or an opening quotation mark."""

from tawatur.annotate.quotes import phrases
from tawatur.annotate.quotes.drafts import Draft
from tawatur.annotate.quotes.lexicon import Form, forms, lists, speakers
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import splits

_PRONOUNS = ("", "ه", "ها", "هم", "هن", "هما", "نا", "ني", "ي", "ك", "كم")
THAT = frozenset("ان" + p for p in _PRONOUNS) | {"انا"}
BY_THAT = frozenset("بان" + p for p in _PRONOUNS)
_PREPOSITIONS = frozenset({"الي", "علي", "عن", "من", "في"})
# how many tokens may stand between a cue and its statement: the longest subjects with office, name and occasion that
# were met in 300 articles have 38
# tokens after a verb without a clause among which its subject is looked for
_SILENT = 20
# tokens between a cue in a relative clause and its statement
_RELATIVE = 7
_FAR = {"finite": 48, "participle": 14, "noun": 10}
# a quotation in marks of fewer words is taken for a name or a term where no colon stands before it
_CLAUSE = 4
# verbs that say something when they are negated too («لم يستبعد أن»)
_DENYING = frozenset({"استبعد", "انكر", "نفي", "اخفي"})
# verbs after which even two words in marks are what was said
_SPEAKING = frozenset({"قال", "اضاف", "تابع", "كتب", "رد", "اجاب", "هتف"})
_PRAYING = frozenset({"سال", "دعا", "تمني", "امل", "طالب"})
_ASKING = frozenset({"تساءل", "سال"})
_QUESTIONS = frozenset("عما ما اذا هل لماذا كيف متي الي لم".split()) - {"الي", "لم"}
_FELT = frozenset({"اعرب", "عبر", "ابدي"})
# forms that are also common nouns, prepositions or other verbs: a cue only where a clause begins or أن follows
_HOMOGRAPHS = frozenset(
    "بين وبين ذكر وذكر علق وعلق رد ورد زاد وزاد دون ودون بلغ وبلغ شهد وشهد نقل ونقل بث وبث نشر ونشر وعد ووعد عد وعد كشف وكشف سلم وسلم "
    "قدر وقدر ظن ختم وختم راي وراي نفي ونفي توقع وتوقع تابع وتابع سرد حكي عقب وعقب بينت وبينت دل نبه كتب وكتب بينا تدل تري يري يعد تعد دعا "
    "شرح وشرح فسر سال اقر يقدر تقدر حذر وحذر حكت كتبت تقول رجح وصف ووصف امل وامل كرر مضي ومضي تقدر".split()
)
# prepositions first of all: a verb only right before its clause
_STRICT = frozenset({"عقب", "دون"})
_CLAUSE_OPENERS = frozenset(
    "قد وقد فقد كما فيما بينما حين حيث الذي التي الذين لكن ولكن ثم و لقد ولقد كان كانت وكان وكانت بدوره بدورها جهته جهتها جانبه جانبها ناحيته اذ وفيما ذلك اخري اخر ذاته نفسه متصل ثانيه نفسها ذاتها".split()
)


def find(line: Line) -> list[Draft]:
    """Give the cues of a line that lead to a statement, with its beginning, in order. A statement has one cue: the nearest."""
    taken: set[int] = set()
    found = [*_of_use(line, ("finite", "participle"), taken), *_of_use(line, ("noun",), taken)]
    return sorted(found, key=lambda draft: draft.cue)


def silent(line: Line, found: list[Draft]) -> list[Draft]:
    """Give verbs of saying without a clause at the head of one («أشاد الوزير ب…»): who acts there may speak next."""
    table = forms()
    known = {draft.cue for draft in found}
    drafts = []
    for at, token in enumerate(line.tokens):
        if (
            at in known
            or token.kind != "w"
            or not (line.begins(at) or line.kind(at - 1) == "," or line.word(at - 1) in _CLAUSE_OPENERS)
        ):
            continue
        for form in table.get(token.text, ()):
            if form.use == "finite" and not _negated(line, at) and _third_person(line, at, form):
                end = min(line.stops[at], at + _SILENT)
                drafts.append(Draft(line=line, cue=at, form=form, begin=end, how="silent", cue_end=at + 1, boundary=-1))
                break
    return drafts


def _of_use(line: Line, uses: tuple[str, ...], taken: set[int]) -> list[Draft]:
    """The cues of these uses, from the last to the first: a statement that one has taken is not taken again."""
    table = forms()
    found: list[Draft] = []
    for at in range(len(line.tokens) - 1, -1, -1):
        if line.tokens[at].kind != "w":
            continue
        for form in table.get(line.tokens[at].text, ()):
            draft = _draft(line, at, form) if form.use in uses else None
            if draft and draft.begin not in taken:
                taken.add(draft.begin)
                found.append(draft)
                break
    return found


def _draft(line: Line, at: int, form: Form) -> Draft | None:
    if form.use == "finite" and not (_can_be_verb(line, at, form) and _third_person(line, at, form)):
        return None
    found = _statement(line, at, form)
    if found is None or not _fits(line, at, form, found[0]):
        return None
    begin, how = found
    return Draft(line=line, cue=at, form=form, begin=begin, how=how, cue_end=at + 1, boundary=_boundary(line, at, form))  # type: ignore[arg-type]


def _can_be_verb(line: Line, at: int, form: Form) -> bool:
    word = line.tokens[at].text
    if (
        form.lemma in _STRICT
        and form.tense == "past"
        and form.gender == "m"
        and "\u0651" not in line.source[line.tokens[at].start : line.tokens[at].end]
    ):
        after = line.word(at + 1)
        return after in THAT or line.kind(at + 1) == ":" or after in ("قايلا", "بالقول")
    if word not in _HOMOGRAPHS or "\u0651" in line.source[line.tokens[at].start : line.tokens[at].end]:
        return True
    before, after = line.word(at - 1), line.word(at + 1)
    if line.kind(at - 1) in ("", ".", ",", "-", ":") or before in _CLAUSE_OPENERS or line.kind(at + 1) == ":":
        return True
    if form.lemma not in _STRICT and form.lemma != "بين" and phrases.begins_office(line, at + 1):
        return True
    return after in THAT or after in BY_THAT or (after in form.prepositions and line.word(at + 2) in THAT)


def _third_person(line: Line, at: int, form: Form) -> bool:
    """Whether the hamza does not tell «أعتبر» (I) from «اعتبر» (he)."""
    token = line.tokens[at]
    return not (
        form.tense == "past" and form.wasl and line.source[token.start + form.prefix : token.start + form.prefix + 1] == "أ"
    )


def _statement(line: Line, at: int, form: Form) -> tuple[int, str] | None:
    """The first token of the statement, and what leads to it; None where the cue takes no clause."""
    stop = min(line.stops[at], at + _FAR[form.use], len(line.tokens))
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
    return None


def _marks(line: Line, at: int, j: int, form: Form) -> tuple[int, tuple[int, str] | None]:
    """What an opening mark in the cue's zone begins: the statement, or a name (then the place after it)."""
    close = line.close.get(j)
    if close is None:
        return j + 1, None
    after = line.word(close + 1)
    long = line.count(j + 1, close) >= _CLAUSE
    if form.group != "call" and form.use != "noun" and long and after not in THAT and after not in BY_THAT:
        if form.group == "say" or line.kind(j - 1) == ",":
            return j, (j, "marks")
    if (
        form.lemma in _SPEAKING
        and form.tense == "past"
        and line.count(j + 1, close) >= 2
        and (line.kind(close + 1) in ("", ".") or _participle(line, close + 1))
    ):
        return j, (j, "marks")
    return close + 1, None


def _participle(line: Line, at: int) -> bool:
    return any(form.use == "participle" for form in forms().get(line.word(at), ()))


def _colon(line: Line, j: int, form: Form) -> tuple[int, str] | None:
    begin = j + 1
    while line.kind(begin) in ("-", ":"):
        begin += 1
    if line.word(begin) in THAT:
        begin += 1
    if form.group in ("act", "show", "call") and line.kind(begin) != "q":
        return None
    return (begin, "colon") if begin < len(line.tokens) and line.kind(begin) not in (".", ",") else None


def _that(line: Line, at: int, j: int, form: Form) -> int | bool | None:
    """The token after أن at `j`, False where the cue turns out to have another object, None to look on."""
    word, before = line.tokens[j].text, line.word(j - 1)
    if word in THAT:
        if before in _PREPOSITIONS and before not in form.prepositions and j - 2 != at and not _felt(line, j, form):
            return None
        return None if _bars_that(before) or (word == "انا" and j - 1 != at) else j + 1
    if word in BY_THAT:
        return j + 1
    if form.lemma in _ASKING and word in _QUESTIONS:
        return j
    if (
        word == "الا"
        and line.source[line.tokens[j].start : line.tokens[j].start + 1] == "أ"
        and (j - 1 == at or before in form.prepositions)
    ):
        return j
    if word in form.prepositions and word in _PREPOSITIONS:
        after = line.word(j + 1)
        if after not in THAT and after != "الا" and not _beside(after) and not _felt_ahead(line, j + 1, form):
            return False
    return None


def _bars_that(word: str) -> bool:
    """Whether أن after this word hangs on it and not on the cue («بعد أن», «لأهمية أن»)."""
    known = lists().not_before_that | lists().impersonal
    return word in known or any(split.stem in known for split in splits(word))


def _beside(word: str) -> bool:
    return word in speakers().occasions


def _felt_ahead(line: Line, at: int, form: Form) -> bool:
    return form.lemma in _FELT and _is_felt(line.word(at))


def _felt(line: Line, j: int, form: Form) -> bool:
    return form.lemma in _FELT and (_is_felt(line.word(j - 1)) or _is_felt(line.word(j - 2)))


def _is_felt(word: str) -> bool:
    known = lists().felt
    return bool(word) and any(
        word == noun or word in (noun + "ه", noun + "ها", noun + "هم", noun[:-1] + "ته", noun[:-1] + "تها", noun[:-1] + "تهم")
        for noun in known
    )


def _fits(line: Line, at: int, form: Form, begin: int) -> bool:
    """Whether the class of the cue allows the statement found: feelings by name, وصف with بأنه, no impersonal verbs."""
    word = line.tokens[at].text
    adjacent = (
        line.word(at + 1) in THAT
        or line.word(at + 1) in BY_THAT
        or (line.word(at + 1) in _PREPOSITIONS and line.word(at + 2) in THAT)
    )
    if form.use == "finite" and form.lemma not in _DENYING and _negated(line, at):
        return False
    if form.lemma in _FELT and not (_is_felt(line.word(begin - 2)) or _is_felt(line.word(begin - 3))):
        return False
    if form.group == "call" and line.word(begin - 1) not in BY_THAT:
        return False
    if {line.word(at - 1), line.word(at - 2)} & speakers().relatives and begin - at > _RELATIVE:
        return False
    if form.use == "participle" and not _leads_on(line, at, begin):
        return False
    if (
        form.group in ("act", "say")
        and form.lemma in _PRAYING
        and any(line.word(k) in ("الله", "المولي", "لله") for k in range(at + 1, begin))
    ):
        return False
    if adjacent and form.use == "finite" and word.lstrip("وف") in lists().impersonal:
        return False
    return not (
        form.use == "noun" and not form.object and begin - at <= 2 and form.lemma not in ("قول",) and line.word(at + 1) in THAT
    )


def _negated(line: Line, at: int) -> bool:
    before = line.word(at - 1)
    return before.lstrip("وف") in ("لا", "لم", "لن", "ما") or before in ("ولا", "ولم", "ولن", "فلم", "فلا", "اذا", "لو", "ان")


def _leads_on(line: Line, at: int, begin: int) -> bool:
    """Whether no object of its own stands after a participle before its clause («مؤكدا ضرورة الالتزام بأن …»)."""
    word = line.word(at + 1)
    if not word or at + 2 >= begin or word in THAT or word in BY_THAT or word in _PREPOSITIONS or word in _QUESTIONS:
        return True
    return (
        word[0] in "لب"
        or word in speakers().adverbs
        or word in ("اياه", "اياها", "اياهم", "الانتباه", "النظر", "ايضا", "مره", "ذات")
        or phrases.is_adverb(line, at + 1)
    )


def _boundary(line: Line, at: int, form: Form) -> int:
    """Where the words of this cue begin: before «كما», «فيما», «من جهته» and a comma."""
    j = at
    while j > 0 and line.word(j - 1) in (
        "كما",
        "فيما",
        "بينما",
        "حين",
        "وقد",
        "قد",
        "فقد",
        "وكان",
        "وكانت",
        "وفيما",
        "ثم",
        "بدوره",
        "بدورها",
    ):
        j -= 1
    if line.word(j - 1) in ("جهته", "جهتها", "جانبه", "جانبها", "ناحيته", "ناحيتها") and line.word(j - 2) in ("من", "ومن"):
        j -= 2
    if j > 0 and line.word(j) == "حين" and line.word(j - 1) in ("في", "وفي"):
        j -= 1
    return j
