"""Which words that were taken for a person are nobody: pious formulae, common words, verbs, a deed and its land."""

from collections.abc import Sequence

from tawatur.annotate.names.lexicon import (
    CAPITAL,
    CHAIN,
    COUNTRY,
    FAMILY,
    FOREIGN,
    GIVEN,
    RENOWNED,
    TITLE,
    adjectives,
    bands,
    folded,
    rare,
)
from tawatur.annotate.names.line import Guess, Line
from tawatur.arabic.fold import fold

_PAIR = 2
_SURE = 5  # the rank of bylines and what stands in marks
_FORMULAE = frozenset(
    (
        "غفر",
        "-",
        "رحمه",
        "رحمها",
        "رحمهم",
        "حفظه",
        "حفظهم",
        "بحمد",
        "باذن",
        "سبحانه",
        "صلي",
        "رضي",
        "ميليشيات",
        "مليشيات",
        "ثراه",
        "يرحمه",
        "يحفظه",
        "تعالي",
    )
)
_MONTHS = frozenset(fold(w) for w in ("شهر", "شهري", "أشهر", "شهور"))
_OF_GOD = frozenset(fold(w) for w in ("عبد", "نصر", "فضل", "عوض", "خلف", "سعد", "جار", "ضيف", "رزق", "حبيب", "عطا", "فتح", "جاد", "حمد", "آية", "أمان", "لطف", "هبة", "خير", "شكر", "عطية", "دخيل", "مال", "ولي", "عناية", "نعمة", "سيف", "أسد", "غنام", "حسب"))  # fmt: skip


def pious(line: Line, guess: Guess) -> Guess:
    """A person without the formula after the name («عبدالله رحمه الله») and without a verb before «ابن» («كتب ابن تيمية»)."""
    first, last = guess.first, guess.last
    last = next((k for k in range(first + 1, last) if line.words[k] in _FORMULAE), last)
    if last - first > 1 and line.words[first + 1] == "ابن" and not rare(line.words[first]) and GIVEN not in line.classes(first):
        return guess._replace(first=first + 1, last=last, cut=0)
    return guess._replace(last=last)


def may_be_person(line: Line, guess: Guess) -> bool:
    """Whether the words may be a person: not a pious formula, not common words that no list knows."""
    words = line.words[guess.first : guess.last]
    if any("0" in word for word in words):
        return False  # «ميت 40 برو»
    if any("\u064b" in line.text[t.start : t.end] for t in line.tokens[guess.first : guess.last]):
        return False  # «مبتسماً»: no name ends so
    if len(words) == 1 and words[0].endswith("ا") and not line.classes(guess.first) and not rare(words[0][:-1]):
        return False  # «كثيرا»
    if len(words) == 2 and CAPITAL in line.classes(guess.last - 1) and not rare(words[0]) and line.kind(guess.first - 1) != "PER":
        return words[0] not in folded("known", "deeds")  # «انتصار عدن»
    if _adverb(line, guess) or _noun_of(line, guess) or _of_a_land(line, guess) or _subjunctive(line, guess) or _plural(words):
        return False
    if len(words) == 2 and words[0].startswith("ال") and words[0] in adjectives() and not rare(words[1]):
        return FAMILY in line.classes(guess.last - 1)  # «العربي الحبيب»
    if len(words) == 2 and words[1] == "الله" and words[0][guess.cut :] not in _OF_GOD:
        return False  # «توفيق الله»
    if (
        len(words) == 1
        and words[0].endswith(("ون", "ين"))
        and words[0][:-2]
        and not rare(words[0][:-2])
        and not line.classes(guess.first)
    ):
        return False  # «سائقون»
    if _FORMULAE.intersection(words) or words[0] == "الله" or (len(words) == 1 and guess.cut and not rare(words[0])):
        return False
    if (
        len(words) == 1
        and line.word(guess.last).startswith("ال")
        and TITLE in line.classes(guess.last)
        and line.joined(guess.first)
    ):
        return False  # a verb: «ورافق الرئيس»
    if len(words) == 1 and line.text[line.tokens[guess.first].end - 1] == "ى" and len(words[0]) < 4:
        return False  # «على»
    known = any({GIVEN, FAMILY, FOREIGN, RENOWNED, CHAIN} & set(line.classes(k)) for k in range(guess.first, guess.last))
    ranked = line.word(guess.first - 1) in folded("beside", "ranks") and words[0] in folded("known", "adjectival")
    known = known or ranked or (len(words) > 1 and words[0] in folded("known", "adjectival"))  # «عمر السومة»
    return known or not all(word.startswith("ال") or not rare(word) for word in words) or (len(words) == 1 and rare(words[0]))


def _adverb(line: Line, guess: Guess) -> bool:
    """Whether the words are months, or the last is an adjective in the accusative: «لائق بدنيا».

    It is frequent with the article, as no name is.
    """
    word = line.words[guess.last - 1]
    if line.word(guess.first - 1) in _MONTHS:
        return True  # «شهري رجب وشعبان»
    lone = guess.last - guess.first == 1 or line.words[guess.first].endswith("ا")
    free = not {FOREIGN, RENOWNED, CAPITAL} & set(line.classes(guess.last - 1))
    return lone and free and word.endswith("يا") and "ال" + word[:-1] + "ه" in bands()


def _noun_of(line: Line, guess: Guess) -> bool:
    """Whether a noun that is a given name too has a common genitive: «حسن الجوار», «صافي أرباح»."""
    if guess.last - guess.first != _PAIR or line.words[guess.first][guess.cut :] not in folded("known", "nouns"):
        return False
    if guess.rank >= _SURE or not (line.words[guess.last - 1].startswith("ال") or line.words[guess.first] == "صافي"):
        return False
    if guess.first == 0 and line.word(guess.last) == "-":
        return False  # a byline
    return not rare(line.words[guess.last - 1]) and not {GIVEN, FAMILY} & set(line.classes(guess.last - 1))


def _of_a_land(line: Line, guess: Guess) -> bool:
    """Whether the two words are a noun and its land: «أميرة مصرية», «شاه إيران»."""
    last = guess.last - 1
    if last - guess.first != 1 or guess.rank >= _SURE or GIVEN in line.classes(guess.first):
        return False
    word = line.words[last]
    return (word in adjectives() and word.endswith("ه") and not word.startswith("ال")) or COUNTRY in line.classes(last)


def _subjunctive(line: Line, guess: Guess) -> bool:
    """Whether a lone word that no list has is a verb after «أن»: «أستطيع أن أفسر»."""
    if guess.last - guess.first > 1 or line.classes(guess.first) or not guess.first:
        return False
    before = line.tokens[guess.first - 1]
    word = line.words[guess.first]
    return line.text[before.start : before.end] == "أن" and word[:1] in "اني" and word[1:] in bands()


def _plural(words: Sequence[str]) -> bool:
    """Whether the words are a plural: «للإعلاميين», «ميداليات برونزية»."""
    if len(words) == 1:
        return words[0].startswith("لل") and words[0].endswith(("ين", "ون", "ات"))
    return len(words) == _PAIR and words[0].endswith("ات") and words[1].endswith("يه") and not words[1].startswith("ال")
