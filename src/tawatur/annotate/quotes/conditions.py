"""Which statements a cue may lead to: feelings by name, وصف with بأنه, nothing negated, no prayers, no impersonal verbs."""

from tawatur.annotate.quotes import nouns
from tawatur.annotate.quotes.lexicon import Form, lists, speakers, words
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits

_PRONOUNS = ("", "ه", "ها", "هم", "هن", "هما", "نا", "ني", "ي", "ك", "كم")
# أن and إن, and with ب, with and without a pronoun
THAT = frozenset("ان" + pronoun for pronoun in _PRONOUNS)
BY_THAT = frozenset("بان" + pronoun for pronoun in _PRONOUNS)
PREPOSITIONS = frozenset({"الي", "علي", "عن", "من", "في"})
# tokens from a verb that mostly takes a noun to its clause: a subject of up to six words
_SUBJECT = 8
# tokens between a cue in a relative clause and its statement
_RELATIVE = 7
_FAR_RELATIVE = 20


def allows(line: Line, at: int, form: Form, begin: int) -> bool:
    """Whether the cue at `at` may lead to a statement that begins at `begin`."""
    if spends(line, at, form, begin):
        return False
    if form.lemma in words("feeling") and not (is_felt(line.word(begin - 2)) or is_felt(line.word(begin - 3))):
        return False
    if form.lemma == "ادعي" and form.tense == "present" and line.source[line.tokens[at].end - 1] == "ى":
        return False  # «تدعى فلانة»: she is called so
    if _has_object(line, at, form, begin):
        return False
    if _tells_a_deed(line, at, form):
        return False
    if form.group == "paper" and not _in_paper(line, at):
        return False
    if form.group == "near" and (begin - at > _SUBJECT or any(line.kind(k) == "," for k in range(at, begin))):
        return False
    if form.group == "call" and line.word(begin - 1) not in BY_THAT:
        return False
    if (
        form.lemma in words("by_preposition")
        and _after_that(line, begin)
        and line.word(begin - 2) not in form.prepositions
        and line.word(begin - 1) not in BY_THAT
    ):
        return False
    if {line.word(at - 1), line.word(at - 2)} & speakers().relatives and begin - at > (
        _FAR_RELATIVE if line.word(begin - 1) in THAT else _RELATIVE
    ):
        return False
    return not (form.use == "noun" and not form.object and form.lemma != "قول" and line.word(at + 1) in THAT)


def _tells_a_deed(line: Line, at: int, form: Form) -> bool:
    """Whether the verb tells what somebody does: «سكان رأوا فلانا»، «المرصد الذي يتابع النزاع»، «الأمر الذي دعا البائع أن»."""
    if form.lemma == "راي" and form.number == "p":
        return _leads_to_thing(line, at)
    if line.word(at - 1) == "الذي" and line.word(at - 2) == "الامر":
        return True
    follows = form.lemma in words("continuing") | words("also_following") and line.word(at - 1) in speakers().relatives
    return follows and line.word(at + 1).startswith("ال") and not nouns.begins_noun(line, at + 1)


def _leads_to_thing(line: Line, at: int) -> bool:
    """Whether a noun stands right after a verb in the plural, which has its subject before it."""
    word = line.word(at + 1)
    return bool(word) and word not in THAT | BY_THAT | PREPOSITIONS and not nouns.is_adverb(line, at + 1)


def _has_object(line: Line, at: int, form: Form, begin: int) -> bool:
    """Whether «ما» right after the verb is its object («رأت ما حدث ظنت أنها»), and no statement is announced («قال ما نصه»)."""
    if form.use != "finite" or line.word(at + 1) != "ما" or form.lemma in words("asking") or not _after_that(line, begin):
        return False
    return line.word(at + 2) not in words("meaning")


def _after_that(line: Line, begin: int) -> bool:
    """Whether أن or بأن leads to the statement."""
    return line.word(begin - 1) in THAT or line.word(begin - 1) in BY_THAT


def _in_paper(line: Line, at: int) -> bool:
    """Whether what came stands in a paper: «جاء في البيان», or «بيان جاء فيه»."""
    if line.word(at + 1) in words("wherein"):
        return any(
            bare(split.stem) in speakers().papers
            for k in range(max(0, at - _RELATIVE), at)
            for split in splits(line.word(k).removesuffix("ا"))
        )
    return line.word(at + 1) == "في" and bare(line.word(at + 2)) in speakers().papers


def spends(line: Line, at: int, form: Form, begin: int) -> bool:
    """Whether the cue has the clause for its own and yet says nothing: it is denied, prayed, or impersonal."""
    if form.use == "participle":
        return not _leads_on(line, at, form, begin) or _prays(line, at, form, begin)
    if form.use != "finite":
        return False
    if form.lemma not in words("denying") and negated(line, at):
        return True
    if form.tense == "present" and line.word(at - 1).lstrip("وف") in ("قد", "ربما"):
        return True  # «قد يقول قائل إن»
    return _prays(line, at, form, begin) or (_adjacent(line, at) and line.tokens[at].text.lstrip("وف") in lists().impersonal)


def negated(line: Line, at: int) -> bool:
    """Whether a negation or a condition stands before the verb at `at`."""
    return line.word(at - 1) in words("negations")


def is_felt(word: str) -> bool:
    """Whether the word is a noun of feeling or belief, with or without a pronoun («أمله»، «قناعته»)."""
    return any(word in _possessed(noun) for noun in lists().felt) if word else False


def _possessed(noun: str) -> tuple[str, ...]:
    stem = noun[:-1] + "ت"
    return (noun, noun + "ه", noun + "ها", noun + "هم", stem + "ه", stem + "ها", stem + "هم")


def _adjacent(line: Line, at: int) -> bool:
    after = line.word(at + 1)
    return after in THAT or after in BY_THAT or (after in PREPOSITIONS and line.word(at + 2) in THAT)


def _prays(line: Line, at: int, form: Form, begin: int) -> bool:
    return form.lemma in words("praying") and any(line.word(k) in ("الله", "المولي", "لله") for k in range(at + 1, begin))


def _leads_on(line: Line, at: int, form: Form, begin: int) -> bool:
    """Whether no object of its own stands after a participle before its clause («مؤكدا ضرورة الالتزام بأن …»)."""
    word = line.word(at + 1)
    if not word or at + 2 >= begin or word in THAT or word in BY_THAT or word in PREPOSITIONS or word in words("questions"):
        return True
    if form.group == "call" or (form.lemma in words("feeling") and is_felt(word)):
        return True
    return word[0] in "لب" or word in words("after_participle") or nouns.is_adverb(line, at + 1)


def third_person(line: Line, at: int, form: Form) -> bool:
    """Whether neither the hamza tells «أعتبر» (I) from «اعتبر» (he), nor a pronoun or question «إنك تعتقد» (you) from «تعتقد» (she)."""
    token = line.tokens[at]
    if form.tense == "present" and form.gender == "f" and line.word(at - 1).lstrip("وف") in words("you"):
        return False
    return not (
        form.tense == "past" and form.wasl and line.source[token.start + form.prefix : token.start + form.prefix + 1] == "أ"
    )
