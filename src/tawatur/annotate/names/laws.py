"""Laws and treaties by their head noun: «قانون العقوبات», «اتفاقية باريس للمناخ», «معاهدة حظر الانتشار النووي»."""

from collections.abc import Iterator

from tawatur.annotate.names.lexicon import CAPITAL, COUNTRY, KNOWN, folded
from tawatur.annotate.names.line import Guess, Line, head
from tawatur.annotate.names.tails import DOINGS, adjectives_after
from tawatur.arabic.fold import fold

_LEGAL = frozenset(fold(w) for w in ("وفق", "وفقا", "بموجب", "المادة", "مادة", "لمخالفة", "مخالفة", "لائحة", "بحسب", "أحكام", "لأحكام", "مشروع"))  # fmt: skip
_NEAR = 3  # words between «المادة» and the law
_RELATIVE = frozenset(("الذي", "التي", "الذين", "الرامي", "الراميه", "الصادر"))
_OPEN = frozenset('"“«‹')
_CLOSE = frozenset('"”»›')
_MOST = 7  # words of a law in marks: longer ones are sentences
_FOLLOWING = 4  # words with the article after the purpose
_FIELD = 3  # words of the longest field


def laws(line: Line) -> Iterator[Guess]:
    """Give laws and treaties: what the tagger has, what a field, a place or a purpose names, and what marks hold."""
    for i, word in enumerate(line.words[:-1]):
        if word in _OPEN:
            yield from _in_marks(line, i)
        cut = head(word, folded("laws", "heads"))
        if cut is None or not line.joined(i):
            continue
        last = _system(line, i) if word[cut:] == "نظام" else _end(line, i + 1, word[cut:])
        if last > i + 1:
            yield Guess(i, last, "law", cut, 4)


def _in_marks(line: Line, i: int) -> Iterator[Guess]:
    """The law that the mark at `i` opens: «قانون قيصر» in marks; a system («نظام …») may be a government."""
    if line.word(i + 1) not in folded("laws", "heads") or line.word(i + 1) == "نظام":
        return
    last = next((k for k in range(i + 3, min(i + 2 + _MOST, len(line.words))) if line.words[k] in _CLOSE), None)
    if last is not None and all(line.words[k][0].isalnum() for k in range(i + 1, last)):
        yield Guess(i + 1, last, "law", 0, 5)


def _system(line: Line, i: int) -> int:
    """The end of «نظام الإجراءات الجزائية» after what shows a law («وفق», «من»), or before its article; `i` for none."""
    legal = line.word(i - 1) in _LEGAL or any(line.words[k] in _LEGAL for k in range(max(0, i - _NEAR), i))
    if not legal or not line.word(i + 1).startswith("ال") or line.word(i + 1) in folded("heads", "generic"):
        return i
    return adjectives_after(line, i + 2)


def _end(line: Line, j: int, plain: str) -> int:
    """The end of the law whose name goes on at `j`; before `j` where it has none."""
    if plain == "قانون":
        field = _field(line, j)
        if field > j:
            return field
    if line.word(j) in folded("laws", "purposes"):
        last = j + 1
        while last <= j + _FOLLOWING and _genitive(line, last):
            last += 1
        return last if last > j + 1 else j - 1
    if plain == "اتفاق":
        return _of_town(line, j)
    if line.kind(j) in ("LAW", "MIS") or {COUNTRY, CAPITAL, KNOWN} & set(line.classes(j)):
        found = line.lexicon.longest(line.words, j)
        last = line.run(j + (found[0] if found and not found[2] else 1), "I-LAW", "I-MIS")
        return last + 1 if plain in folded("laws", "treaties") and _for_what(line, last) else last
    return j - 1


def _of_town(line: Line, j: int) -> int:
    """The end of «اتفاق الطائف», called by its town at `j`; before `j` where two sides agree («اتفاق واشنطن وطهران»)."""
    found = line.lexicon.longest(line.words, j)
    if found is None or found[2] or found[1] != "city":
        return j - 1
    then = line.word(j + found[0])
    other = then.startswith("و") and {COUNTRY, CAPITAL} & set(line.lexicon.words.get(then[1:], ""))
    return j - 1 if other or then == "مع" else j + found[0]


def _field(line: Line, j: int) -> int:
    """The end of the longest field of law at `j`; `j` for none."""
    for n in range(_FIELD, 0, -1):
        if " ".join(line.words[j : j + n]) in folded("laws", "fields") and all(line.joined(k) for k in range(j, j + n - 1)):
            return j + n
    return j


def _genitive(line: Line, at: int) -> bool:
    word = line.word(at)
    return line.joined(at - 1) and word.startswith("ال") and word not in _RELATIVE


def _for_what(line: Line, at: int) -> bool:
    """Whether «لل…» at `at` belongs to a treaty: «اتفاقية باريس للمناخ»."""
    word = line.word(at)
    return line.joined(at - 1) and word.startswith("لل") and "ال" + word[2:] not in DOINGS | folded("heads", "generic")
