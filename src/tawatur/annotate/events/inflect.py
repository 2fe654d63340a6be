"""Forms of verbs and nouns, folded: third persons, the first person plural, and the clitics that are written with them."""

from collections.abc import Iterator
from typing import NamedTuple

from tawatur.arabic.fold import fold

_OBJECTS = ("ه", "ها", "هم", "هما")
_POSSESSORS = ("ه", "ها", "هم", "هما", "نا")
_JOINTS = (("", 0), ("و", 1), ("ف", 1))
# before a noun: (letters, letters of و or ف, preposition, whether the article is in them)
_BEFORE = tuple(
    (joint + letters, prefix, preposition, definite)
    for joint, prefix in _JOINTS
    for letters, preposition, definite in (
        ("", "", False), ("ال", "", True), ("ب", "ب", False), ("بال", "ب", True), ("ل", "ل", False), ("لل", "ل", True), ("كال", "ك", True),
    )
)  # fmt: skip


class Form(NamedTuple):
    """A form and what its letters show; see `lexicon.Sense`."""

    text: str
    tense: str = ""
    prefix: int = 0
    hung: str = ""
    definite: bool = False
    pronoun: str = ""
    gender: str = "m"
    number: str = "s"


def verb(past: str, present: str | None, *, objects: bool) -> Iterator[Form]:
    """Give the forms of a verb, with و ف س ل before it, and with an object's pronoun where `objects`."""
    rows = [(text, "past", gender, number) for text, gender, number in _past(past)]
    if present:
        rows += [(text, "present", gender, number) for text, gender, number in _present(present)]
    for text, tense, gender, number in rows:
        before = [("", 0, tense), ("و", 1, tense), ("ف", 1, tense)]
        if tense == "present":
            before += [("س", 0, "future"), ("وس", 1, "future"), ("فس", 1, "future"), ("ل", 0, "purpose")]
        for letters, prefix, shown in before:
            yield Form(letters + text, shown, prefix, gender=gender, number=number)
            for pronoun in _OBJECTS if objects else ():
                # the alef of the plural is left out before a pronoun: قتلوه
                stem = text[:-1] if text.endswith("وا") else text
                if text.endswith("ي") and ((past if tense == "past" else present) or "").endswith("ى"):
                    stem = text[:-1] + "ا"  # an alef that is written as ى stands open before a pronoun: تبناه
                yield Form(letters + stem + pronoun, shown, prefix, pronoun=pronoun, gender=gender, number=number)


def _past(word: str) -> list[tuple[str, str, str]]:
    base = fold(word)
    weak = word.endswith(("ى", "ا")) and not word.endswith("أ") and len(base) > 2
    stem = base[:-1] if weak else base
    plural = (stem + "وا", "m", "p")
    if weak:
        return [(base, "m", "s"), (stem + "ت", "f", "s"), plural, (stem + "يا", "m", "d")]
    # the dual of the masculine has the letters of a noun in the accusative (قتلا، هجوما): it is left to the subject before it
    return [(base, "m", "s"), (stem + "ت", "f", "s"), plural, (stem + "تا", "f", "d"), (stem + "ا", "m", "d")]


def _present(word: str) -> list[tuple[str, str, str]]:
    base = fold(word)
    weak = base.endswith(("ي", "و")) and len(base) > 3 and not word.endswith("ئ")
    stem, rest = (base[:-1] if weak else base), base[1:]
    rows = [(base, "m", "s"), ("ت" + rest, "f", "s"), ("ن" + rest, "", "we")]
    rows += [(stem + "ون", "m", "p"), (stem + "وا", "m", "p"), (base + "ان", "m", "d"), ("ت" + rest + "ان", "f", "d")]
    if weak:
        rows += [(stem, "m", "s"), ("ت" + stem[1:], "f", "s")]  # after لم
    return rows


def noun(word: str) -> Iterator[Form]:
    """Give the forms of a verbal noun: with the article, with prepositions, in the accusative, with a possessor's pronoun."""
    stem = word[:-1] + "ت" if word.endswith("ه") else word
    accusative = [word] if word.endswith(("ه", "ات", "ي", "ا", "ين", "ان")) else [word, word + "ا"]
    for letters, prefix, preposition, definite in _BEFORE:
        for text in accusative[:1] if definite or preposition else accusative:
            yield Form(letters + text, "", prefix, preposition, definite)
        for held in _held(stem) if not definite else ():
            for pronoun in _POSSESSORS:
                yield Form(letters + held + pronoun, "", prefix, preposition, pronoun=pronoun)


def _held(stem: str) -> tuple[str, ...]:
    """What a noun is before a pronoun: a final hamza is written by the case (لقاءه، لقاؤه، لقائه)."""
    return (stem, stem[:-1] + "و", stem[:-1] + "ي") if stem.endswith("ء") else (stem,)


def clothed(word: str) -> Iterator[str]:
    """Give a word with the clitics that may stand before it: the article, و ف and prepositions."""
    if " " in word:
        yield word
        return
    plain = word.removeprefix("ال") if word.startswith("ال") and len(word) > 4 else word
    for letters, *_ in _BEFORE:
        yield letters + plain


def joined(word: str) -> Iterator[tuple[str, int]]:
    """Give a word alone and with و and ف, with the count of letters before it."""
    for letters, prefix in _JOINTS:
        yield letters + word, prefix
