"""Titles of works in marks: «روايته الجديدة "…"», «تقرير بعنوان «…»», «مقاله "…"»."""

from collections.abc import Iterator

from tawatur.annotate.names.lexicon import adjectives, folded
from tawatur.annotate.names.line import Guess, Line
from tawatur.annotate.names.things import closes
from tawatur.annotate.names.tokens import bare
from tawatur.arabic.fold import fold

_OPEN = frozenset('"“”«»‹›‘’(')
_CLOSE = frozenset('"“”«»‹›‘’)')
_ONE = 2  # places from one mark to the next with a word between them
_MOST = 9  # words of a title
_NEAR = 5  # words between the work and «بعنوان»
_CALLED = frozenset(fold(w) for w in ("بعنوان", "بعنوان:", "عنوانه", "عنوانها", "عنوان", "المعنون", "المعنونة", "الموسوم", "اسمه", "اسم", "باسم"))  # fmt: skip
_CHAPTERS = frozenset(fold(w) for w in ("قسم", "فصل", "فقرة", "جزء", "محور", "جلسة", "ندوة", "ورشة", "محاضرة", "حملة"))
_HIS = ("ه", "ها", "هم", "ته", "تها", "تهم")


def works(line: Line) -> Iterator[Guess]:
    """Give the title in marks after a work, «بعنوان» or an adjective between them."""
    for i, word in enumerate(line.words):
        if word not in _OPEN or i == 0 or closes(line, i):
            continue
        last = next((k for k in range(i + 2, min(i + 2 + _MOST, len(line.words))) if line.words[k] in _CLOSE), None)
        nation = last == i + _ONE and line.words[i + 1] in adjectives()  # «دراسة "بريطانية" مثيرة»
        if last is not None and _announced(line, i) and not nation:
            yield Guess(i + 1, last, "product", 0, 4)


def _announced(line: Line, i: int) -> bool:
    at = i - 1 if line.words[i - 1] != ":" else i - 2
    if line.word(at) in _CALLED:
        if line.word(at - 1) in _CHAPTERS:
            return False  # «تقرير … في قسم بعنوان «…»»
        return any(_work(line.word(k)) for k in range(max(0, at - _NEAR), at))
    if _work(line.word(at)):
        return True
    described = line.word(at).startswith("ال") and at > 0 and line.joined(at - 1)
    return described and _work(line.word(at - 1)) and (line.word(at - 1).endswith("ه") or line.word(at - 1).startswith("ال"))


def _work(word: str) -> bool:
    """Whether `word` is a work that has a title, with clitics and with «his»: «كتابا», «روايته», «مسلسلها»."""
    works = folded("heads", "work")
    return any(_stem(way.form) in works for way in bare(word))


def _stem(form: str) -> str:
    works = folded("heads", "work")
    plain = form.removeprefix("ال")
    if plain in works:
        return plain
    for ending in ("ا", *_HIS):
        stem = plain.removesuffix(ending)
        if stem != plain and (stem in works or stem + "ه" in works):
            return stem if stem in works else stem + "ه"
    return plain
