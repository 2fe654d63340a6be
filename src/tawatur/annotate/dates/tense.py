"""The tense of the clause round an expression: past or future, from the form and place of the verbs near it.

Arabic marks the future by سـ, سوف and لن, and by words of planning; the imperfect alone may be either, but at the head of a news
sentence with a day it tells what is to come («يبحث الوزيران الجمعة …»). Reckendorf, Arabische Syntax, § 7 to 12; own reading.
"""

import re
from functools import cache

from tawatur.annotate.dates.tokens import Tokens
from tawatur.arabic.fold import fold
from tawatur.resources import load

STOPS = frozenset({".", "\n", "؟", "!", "؛"})
# after these stands another clause
_CLAUSE = frozenset({"عندما", "حيث", "بعدما", "التي", "الذي", "فيما", "بينما", "حين", "قبل", "بعد", "الذين"})
# before these too, and what stands before them says nothing of what follows
_TURN = frozenset({"لكن", "ولكن", "لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "بل"})
_SPEECH = frozenset({":", "«", "“", '"'})  # before these stands another's clause
_BREAKS = frozenset({"،", ",", ":", "(", ")", "«", "»", '"', "“", "”", "-", "–"})
# how many words before and after an expression are searched for the tense of its clause
_BEFORE, _AFTER = 14, 6
_MANY = frozenset({"العشرات", "المئات", "المءات"})  # «تجمع العشرات»: with these a verb is masculine
_CALL = 6  # words from a call to what it leads to
_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها", "انهم", "وان"})
_UNTIL = frozenset({"الي", "حتي", "لغايه", "غايه"})
_AFTER_DEED = frozenset({"بعد", "عقب", "اثر", "غداه", "جراء", "منذ"})
# what may stand right before the verb that opens a clause
_OPENERS = frozenset({"", "\n", ".", "؛", "-", "–", "|", "كما", "فيما", "بينما", "»"})
_THIRD_PERSON = re.compile(r"[يت](\w{2,}?)(?:ان|ون|وا)?\Z")
_PRONOUNS = ("ها", "هما", "هم", "ه")


@cache
def words(name: str) -> frozenset[str]:
    """Give a list of resources/time/tense.yaml, folded."""
    return frozenset(fold(word) for word in load("time/tense")[name])


def tense_around(w: Tokens, start: int, end: int, opening: bool = True) -> str | None:
    """Give past or future, from the nearest word of the clause that shows one; None where nothing does.

    `opening`: whether a verb of the present that opens the clause shows the future; a habit («يسافر الناس في الصيف») does not.

    A verb before «أن» governs another clause; the words after the expression show the future only.
    """
    shown, tense = _before(w, start, opening)
    return tense if shown else _after(w, end)


def _before(w: Tokens, start: int, opening: bool) -> tuple[bool, str | None]:
    """Whether a word before the expression settles its tense, and how."""
    until = w.word(start - 1) in _UNTIL or w.entry(start).preposition == "ل"
    for at in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
        word = w.word(at)
        if word in _THAT:
            return True, _of_that(w, at)
        if word in STOPS or word in _SPEECH or word in _TURN:
            break
        if _plain(word) in words("calls") and any(_leads_to(w.word(place)) for place in range(at + 1, min(start, at + _CALL))):
            return True, "future"  # «دعا إلى إضراب الخميس»
        if until and _plain(word) in words("put_off") and w.word(at - 1) != "من":
            return True, "future"
        tense = _at(w, at)
        if tense:
            return True, tense
        if _present(word):
            if w.word(at - 1) in _THAT:
                continue  # what governs «أن» decides
            return True, "future" if until or (opening and _to_come(w, at, start)) else None
        if _feminine_perfect(word):
            break
    return False, None


def _after(w: Tokens, end: int) -> str | None:
    for at in range(end, min(w.count, end + _AFTER)):
        word = w.word(at)
        if word in STOPS or word in _BREAKS or word in _THAT or word in _CLAUSE or word in _TURN:
            break
        if tense_of(w, at) == "future":
            return "future"
    return None


def _of_that(w: Tokens, at: int) -> str | None:
    """The tense of a clause after «أن»: «من المقرر أن», «يرتقب أن», «على أن»."""
    if w.word(at - 1) == "علي" and w.word(at) == "ان":
        return "future"
    place = at - 2 if w.word(at - 2) in ("المقرر", "المرجح") else at - 1
    return "future" if tense_of(w, place) == "future" and not _was(w, place) else None


def _at(w: Tokens, at: int) -> str | None:
    """The tense that the word at `at` shows with the particle before it."""
    word, before = w.word(at), w.word(at - 1)
    if word in ("قد", "وقد", "فقد"):
        return _may(w, at + 1)
    imperfect = bool(_THIRD_PERSON.match(_plain(word)))
    if imperfect and before in ("لم", "ولم", "فلم"):
        return "past"
    if imperfect and before in ("لن", "ولن", "فلن", "سوف", "وسوف"):
        return "future"
    tense = tense_of(w, at)
    return "past" if tense == "future" and imperfect and _was(w, at) else tense


def _was(w: Tokens, at: int) -> bool:
    """Whether «كان» stands before a verb or participle: «كان يجتمع», «كان من المقرر»."""
    return any(
        _plain(w.word(place)) in ("كان", "كانت", "كانوا")
        for place in range(max(0, at - 7), at)
        if not _stop_between(w, place, at)
    )


def _stop_between(w: Tokens, start: int, end: int) -> bool:
    return any(w.word(place) in STOPS for place in range(start, end))


def _leads_to(word: str) -> bool:
    return word in ("الي", "لـ") or word.startswith("لل")


def _may(w: Tokens, at: int) -> str:
    """«قد» before a verb of the present says that it may come, before one of the past that it has («قد تعرض لإصابة»)."""
    word = w.word(at)
    told = word.removesuffix("وا") in words("perfect")
    present = word[:1] == "ي" or (word[:1] == "ت" and word[-1:] != "ت" and not told)
    return "future" if present and word not in words("past") and not _was(w, at) else "past"


def _feminine(w: Tokens, at: int) -> bool:
    """Whether a definite noun of feminine form follows: the subject of a verb with ت."""
    word = w.word(at)
    return word.startswith("ال") and word.endswith(("ه", "ات")) and word not in _MANY and not w.entry(at).weekday


def _plain(word: str) -> str:
    return word[1:] if word[:1] in ("و", "ف") and len(word) > 3 else word


@cache
def _present(word: str) -> bool:
    """Whether a word is a verb of the present in the third person: alone it says neither past nor future."""
    bare = word[1:] if word[:1] in "وف" and len(word) > 4 else word
    return bare.startswith("ي") and len(bare) >= 4 and bare not in words("not_present")


def _to_come(w: Tokens, at: int, start: int) -> bool:
    """Whether a present verb opens a clause that tells a deed of a day: «يبحث الوزيران الجمعة», not «يأتي بعد هجوم الجمعة»."""
    if w.word(at - 1) not in _OPENERS or _plain(w.word(at)) in words("comments"):
        return False
    return not any(w.word(place) in _AFTER_DEED for place in range(at + 1, start))


@cache
def _feminine_perfect(word: str) -> bool:
    """Whether a word is a verb of the past with a feminine subject (ناقشت): a clause's verb that shows no future."""
    bare = _plain(word)
    noun = bare.endswith(("ات", "يت", "وت")) or bare.startswith("ال") or bare in words("not_past")
    return len(bare) >= 4 and bare.endswith("ت") and not noun


def tense_of(w: Tokens, at: int) -> str | None:
    """The tense that a word shows by itself: by سـ, by its list, or by agreement with the feminine subject that follows."""
    word = w.word(at)
    found = _known(word)
    if found or not word:
        return found
    bare = _plain(word)
    if bare.startswith("سا"):
        raw = w.raw(at).lstrip("وف")
        return "future" if raw.startswith("سأ") and not bare.startswith("سال") and len(bare) > 3 else None
    feminine = _feminine(w, at + 1)
    open_ = w.word(at - 1) in _OPENERS and bare not in words("comments")
    if bare.startswith("ت") and len(bare) >= 4 and not bare.endswith("ت") and feminine and open_:
        return "future"  # «تناقش اللجنة الخميس»: the perfect would be «ناقشت»
    return None


@cache
def _known(word: str) -> str | None:
    bare = _plain(word)
    stems = [bare.removesuffix(pronoun) for pronoun in _PRONOUNS if bare.endswith(pronoun) and len(bare) > 4]
    for form in (word, bare, *stems):
        if form in words("future"):
            return "future"
        if form in words("past"):
            return "past"
    match = _THIRD_PERSON.match(bare)
    if match and (match[1] in words("coming") or bare[1:] in words("coming")):
        return "future"
    return "future" if _with_sin(bare) else None


def _with_sin(bare: str) -> bool:
    """Whether a word is a verb of the future with سـ: not «سيارة», «ستون», «سنوات»."""
    if len(bare) < 4 or bare[0] != "س" or bare[1] not in "يتن":
        return False
    return bare not in words("not_future") and not bare.startswith(tuple(words("not_future_stems")))
