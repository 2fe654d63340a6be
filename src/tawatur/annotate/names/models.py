"""Products by their pattern: letters and a number («إس-400»), a coined word after a weapon («صواريخ ستينغر»), Latin names."""

from collections.abc import Iterator

from tawatur.annotate.names.lexicon import adjectives, bands, folded, rare
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.arabic.fold import fold

LETTERS = frozenset(fold(w) for w in ("إس", "إف", "بي", "تي", "إم", "مي", "ميغ", "ميج", "سوخوي", "سو", "أي", "آي", "آر", "إتش", "يو", "بوينغ", "إيرباص", "إيه", "إكس", "جي", "كيه", "كيو", "سي", "دي", "في", "أنتونوف", "توبوليف", "آيفون", "غالاكسي"))  # fmt: skip
_SPELLED = frozenset(
    fold(w) for w in ("إن", "ان", "إل", "ال", "إي", "أن", "بي", "زد", "كي", "أو", "دبليو", "أر", "إيه")
)  # beside LETTERS
_SPELT = 4  # words and stops of three letters but for the last
_UNSURE = frozenset(("في", "سو", "بي", "سي", "دي", "اي", "تي", "مي"))  # need the dash: «في 30» is no product
_DASHES = frozenset(("-", "–", "ـ"))
_DIGITS = 4
_COINED = "l"  # the rarest but one: «صواريخ مضادة» and «صواريخ كروز» are more frequent
_ENDINGS = ("يه", "ات", "ين", "ون", "تين", "تها", "ته", "ها", "هم", "نا", "وا", "وها", "وه", "وهم", "ت", "ا")
_MOST = 4  # words of a Latin name


def products(line: Line) -> Iterator[Guess]:
    """Give models: letters and a number, «إس-400», «إف 16», «F-16»."""
    for i, word in enumerate(line.words[:-1]):
        dash = line.words[i + 1] in _DASHES
        j = i + 2 if dash else i + 1
        if not _number(line.word(j)):
            continue
        latin = word.isascii() and word.isalpha() and len(word) <= 3 and dash
        if latin or (head(word, LETTERS) is not None and (dash or (word in LETTERS and word not in _UNSURE))):
            yield Guess(i, j + 1, "product", head(word, LETTERS) or 0, 4)


def weapons(line: Line) -> Iterator[Guess]:
    """Give a word that no list knows after a weapon, with its number: «صواريخ ستينغر», «دبابات ليوبارد 2»."""
    for i, word in enumerate(line.words[:-1]):
        if head(word, folded("heads", "weapon")) is None or not line.joined(i) or not _coined(line, i + 1):
            continue
        last = i + 2
        if line.word(last) in _DASHES and _number(line.word(last + 1)):
            last += 2
        elif _number(line.word(last)):
            last += 1
        yield Guess(i + 1, last, "product", 0, 2)


def latin(line: Line) -> Iterator[Guess]:
    """Give a name in Latin letters after a head noun: «شركة Apple» is a body, «هاتف iPhone 13» a product."""
    bodies, goods = folded("heads", "organization_construct"), folded("heads", "product")
    for i in range(1, len(line.words)):
        if not _roman(line.words[i]) or _roman(line.words[i - 1]):
            continue
        last = i + 1
        while last < min(i + _MOST, len(line.words)) and _roman(line.words[last]) and line.joined(last - 1):
            last += 1
        at = i - 1 if line.words[i - 1][0].isalnum() else i - 2
        if head(line.word(at), bodies) is not None:
            yield Guess(i, last, "organization", 0, 6)
        elif head(line.word(at), goods) is not None:
            yield Guess(i, last + (_number(line.word(last)) and line.joined(last - 1)), "product", 0, 6)


def initials(line: Line) -> Iterator[Guess]:
    """Give a body called by the names of letters with stops between them: «بي.بي.سي»."""
    i = 0
    while i < len(line.words):
        last = i
        while _spelt(line, last) and line.word(last + 1) == "." and _close(line, last) and _spelt(line, last + 2):
            last += 2
        if last - i >= _SPELT:
            yield Guess(i, last + 1, "organization", head(line.words[i], LETTERS) or 0, 5)
        i = last + 1


def _spelt(line: Line, at: int) -> bool:
    return head(line.word(at), LETTERS | _SPELLED) is not None


def _close(line: Line, at: int) -> bool:
    return at + 2 < len(line.tokens) and line.tokens[at].end + 1 == line.tokens[at + 2].start


def _number(word: str) -> bool:
    return bool(word) and set(word) == {"0"} and len(word) <= _DIGITS


def _roman(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) > 1


def _coined(line: Line, at: int) -> bool:
    word = line.words[at]
    if not word.isalpha() or word.isascii() or line.classes(at) or word.startswith(("ال", "لل")) or word in adjectives():
        return False
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return rare(word, _COINED) and not any(stem in bands() for stem in stems)
