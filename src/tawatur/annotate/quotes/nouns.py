"""Noun phrases: where one that begins at a token ends, and which words begin an office, a body, an adverbial."""

from collections.abc import Sequence

from tawatur.annotate.quotes.cast import Zone
from tawatur.annotate.quotes.lexicon import forms, speakers, those_who_speak, words
from tawatur.annotate.quotes.tokens import Line
from tawatur.arabic.clitics import bare, splits

# tokens of the longest phrase
_LONGEST = 30
# words of an office before إلى («مبعوث الأمم المتحدة إلى …»)
_OFFICE = 4
# words in marks inside a phrase: more are a quotation
_IN_MARKS = 7
# tokens of the terms on which one speaks («طلب عدم الكشف عن هويته نظرا لحساسية …»)
_TERMS = 8
# letters of a definite plural in the accusative («المواطنين»); «الحسين» is shorter
_PLURAL = 7
# letters of a noun with a pronoun on its end («انزعاجها»); shorter words are names (مها)
_WITH_PRONOUN = 5


def noun_phrase(line: Line, start: int, end: int, people: Sequence[Zone]) -> int:
    """Where the noun phrase that begins at token `start` ends, at `end` at the latest. `people` are names of persons."""
    named, alone, office = False, -1, begins_office(line, start + int(line.word(start) in words("choosing")))
    apposed = False  # past a name and its comma: «فلان، مدير الشركة»
    j = start
    while j < min(end, start + _LONGEST):
        person = next((p for p in people if p.start <= j < p.end), None)
        if person is not None:
            alone = person.end if person.end - person.start == 1 and not line.word(person.start).startswith("ال") else -1
            named, office, j = True, False, min(max(person.end, j + 1), end)
            if line.word(person.end - 1).startswith("ال") and line.word(j).startswith("ال") and not _after_family(line, j):
                break
            continue
        if line.kind(j) != "w":
            after = _over_sign(line, j, end, named)
            if after is None or (apposed and line.kind(j) == ","):
                break
            apposed = apposed or (named and line.kind(j) == ",")
            j = after
            continue
        if named and not _after_name(line, j) and not (j == alone and _could_be_name(line, j)):
            break
        if j > start and is_office(line, j) and bare(line.word(j)) == line.word(j):
            named, office = False, True  # an office after the name: «فلان مدير عام الشركة»
        elif j > start and _ends_phrase(line, j, named, office):
            break
        j += 1
    return j


def _over_sign(line: Line, at: int, end: int, named: bool) -> int | None:
    """The token after a sign inside a phrase: a name in marks, a bracket, an apposition's comma; None where it ends there."""
    if line.kind(at) == "q":
        shut = line.close.get(at)
        return shut + 1 if shut is not None and shut < end and line.count(at, shut) <= _IN_MARKS else None
    if line.tokens[at].text in ".()/" and line.kind(at) == "-":
        return at + 1
    if line.kind(at) != "," or at + 1 >= end:
        return None
    if named:
        return at + 1 if begins_noun(line, at + 1) and is_office(line, at + 1) else None
    word = line.word(at + 1)
    if word in words("clause_breaks") | words("accusatives") or any(
        form.use in ("participle", "noun") for form in forms().get(word, ())
    ):
        return None
    return at + 1 if word and not is_adverb(line, at + 1) and not is_to_whom(line, at + 1) and not word.startswith("و") else None


def _after_family(line: Line, at: int) -> bool:
    """Whether the definite word after a family name belongs to the phrase: an office, or a word of origin."""
    return is_office(line, at) or line.word(at).endswith(("ي", "يه"))


def _could_be_name(line: Line, at: int) -> bool:
    """Whether the word after a name of one word may be the rest of it: no pronoun on its end, no verb, no particle."""
    word = line.word(at)
    return (
        len(word) > 2
        and not word.endswith(("ه", "ها", "هم"))
        and word not in forms()
        and not is_adverb(line, at)
        and not is_to_whom(line, at)
        and word[0] not in "بوف"
    )


def _after_name(line: Line, at: int) -> bool:
    """Whether the word at `at` can go on with the phrase after a name: a family name or adjective, or an office."""
    word = line.word(at)
    return (
        (word.startswith("ال") and not is_object(word))
        or word in ("بن", "ابن", "بنت", "ال", "ابو")
        or is_office(line, at)
        or line.word(at - 1) in ("بن", "ابن", "عبد", "و")
        or word.startswith("و")
    )


def is_object(word: str) -> bool:
    """Whether a definite word after a name is the verb's object: a verbal noun («جدد فلان التأكيد»), people («طالب فلان الأهالي»)."""
    if not word.startswith("ال"):
        return False
    people = bare(word) in speakers().unnamed or (word.endswith("ين") and len(word) >= _PLURAL)
    return bare(word) in words("renewed") or (people and word not in words("second_parts"))


def _ends_phrase(line: Line, at: int, named: bool, office: bool) -> bool:
    """Whether the word at `at` does not belong to the phrase before it."""
    word = line.word(at)
    if terms_end(line, at) is not None or (word == "علي" and line.word(at + 1) == "لسان"):
        return True
    if word == "لدي" and any(bare(line.word(k)) in words("with_ila") for k in range(at - _OFFICE, at)):
        return False
    if blessing_end(line, at) is not None:
        return True
    if word in words("hard") or word in words("times") or word in words("pronominal") or word in words("objects"):
        return True
    if word in speakers().own_occasions or _possessed(word):
        return True
    if word == "عن":
        return bare(line.word(at - 1)) not in words("with_an")
    if any(form.use == "finite" and form.bound == "و" and form.group == "say" for form in forms().get(word, ())):
        return True
    if is_to_whom(line, at) and bare(line.word(at - 1)) in speakers().papers:
        return False  # «بلاغ للديوان»
    if is_to_whom(line, at):
        return is_to_medium(line, at) or named or (not office and not word.startswith(("لو", "لا", "لي")))
    if word in words("adverbials"):
        return _is_adverbial(line, at, named)
    if word in words("also_adjectives") and bare(line.word(at - 1)) in words("sources"):
        return False  # «مصادر خاصة»
    return word in speakers().adverbs and word not in words("also_names")


def blessing_end(line: Line, at: int) -> int | None:
    """Where a prayer for one who was named ends, if it begins at `at` («رحمه الله»، «طيب الله ثراه»)."""
    if line.word(at) in words("blessings") and line.word(at + 1) == "الله":
        return at + 2 + (line.word(at + 2) in words("blessed"))
    return None


def terms_end(line: Line, at: int) -> int | None:
    """Where the terms on which one speaks end, if they begin at `at` («طلب عدم ذكر اسمه»، «لم تسمهم»)."""
    if line.word(at) not in words("terms"):
        return None
    return next((k + 1 for k in range(at + 1, at + _TERMS) if line.word(k) in words("identity")), None)


def _possessed(word: str) -> bool:
    """Whether the noun has a pronoun on its end: the object of the verb, or what the speaker has."""
    return len(word) > _WITH_PRONOUN and word.endswith(("ها", "اءه", "اته")) and not word.startswith("ال")


def _is_adverbial(line: Line, at: int, named: bool) -> bool:
    """Whether the preposition at `at` leaves the phrase rather than hang on its office («المشرف على …»، «مبعوث … إلى»)."""
    word, after = line.word(at), line.word(at + 1)
    if named:
        return True
    if word == "علي" and bare(line.word(at - 1)) in words("with_ala"):
        return False
    if word == "الي":
        return not any(bare(line.word(k)) in words("with_ila") for k in range(at - _OFFICE, at))
    if bare(after) in speakers().occasions or after in words("times"):
        return True
    return word not in ("في", "من", "علي", "مع", "ضمن")


def is_to_medium(line: Line, at: int) -> bool:
    """Whether the words at `at` are spoken to a medium or its people («لصحيفة…»، «للصحافيين»، «لـ«…»»)."""
    word = line.word(at)
    if word == "ل":
        return line.kind(at + 1) == "q"
    stem = word[1:].removeprefix("ل")
    return bare(stem) in speakers().outlets or stem in words("media")


def is_to_whom(line: Line, at: int) -> bool:
    """Whether the word at `at` begins with ل, as one who is spoken to does."""
    word = line.word(at)
    return (word.startswith("ل") and len(word) > 2) or word == "ل"


def is_adverb(line: Line, at: int) -> bool:
    """Whether an adverbial of time, place or manner begins at `at`."""
    word = line.word(at)
    if word in words("pronominal"):
        return True
    if word in words("adverbials"):
        return True
    return word in speakers().adverbs


def is_office(line: Line, at: int) -> bool:
    """Whether an office or a title stands at `at`."""
    word = line.word(at)
    if word == "امام" and line.source[line.tokens[at].start] != "إ":
        return False  # «أمام القاضي»
    return bare(word) in speakers().offices or word in speakers().honorifics


def begins_office(line: Line, at: int) -> bool:
    """Whether an office, a body, a medium or an unnamed source begins at `at`, with or without clitics."""
    who, known = speakers(), those_who_speak()
    return line.word(at) in (words("people") | words("some_of_them")) or any(
        bare(s.stem) in known or (s.stem in who.honorifics and s.stem not in words("weak_ranks")) for s in splits(line.word(at))
    )


def begins_noun(line: Line, at: int) -> bool:
    """Whether an office, a body, a medium or an unnamed source begins at `at`, not hung on a preposition or و."""
    who, word = speakers(), line.word(at)
    if word.endswith("ا") and not word.startswith("ال"):
        word = word[:-1]  # the accusative of «إن مسؤولا قال»
    known = those_who_speak()
    return (
        line.word(at) in words("people")
        or line.word(at) in words("some_of_them")
        or (bare(word) in known and bare(word) not in words("loose_bodies"))
        or (word in who.honorifics and word not in words("weak_ranks"))
    )


def begins_body(line: Line, at: int) -> bool:
    """Whether a body or a medium begins at `at`: a noun of its own, or hung on the one before it with ل."""
    who = speakers()
    return any(
        (bare(s.stem) in who.bodies or bare(s.stem) in who.outlets) and (s.preposition in ("", "ل")) and not s.conjunction
        for s in splits(line.word(at))
    ) and bare(line.word(at)) not in words("loose_bodies")
