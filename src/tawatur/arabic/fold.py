"""The folded view of a text: one spelling for what readers take for one word, with a map back to the letters.

Folded away are vowel marks, tatweel and invisible marks of direction; hamza on its carriers, alef maqsura, ta marbuta,
Persian letters, presentation forms, both kinds of Arabic digits, and the case of Latin letters. The source text is
never changed: this is a second view of it.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

# vowel marks and Quranic signs, tatweel, zero-width characters, marks of direction, BOM, soft hyphen
_INVISIBLE = [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A), 0xFEFF, 0xAD]
_MARKS = [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9), 0x0640]
_PRESENTATION = re.compile("[\ufb50-\ufeff]")
_ONE_FOR_ONE = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
    "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڨ": "ق", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز", "ھ": "ه", "ہ": "ه", "ۀ": "ه",
    "٫": ".", "٬": ",", "٪": "%",
}  # fmt: skip


@cache
def _table() -> dict[int, str | None]:
    """The table of `str.translate`; what it lacks stays as it is."""
    table: dict[int, str | None] = {ord(letter): to for letter, to in _ONE_FOR_ONE.items()}
    table |= {ord(d): str(i) for i, d in enumerate("٠١٢٣٤٥٦٧٨٩")} | {ord(d): str(i) for i, d in enumerate("۰۱۲۳۴۵۶۷۸۹")}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):  # presentation forms
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[code] = plain.replace(" ", "").translate(table) or None
    for code in range(0x41, 0x5B):
        table[code] = chr(code + 32)
    table |= dict.fromkeys([*_MARKS, *_INVISIBLE])
    return table


def fold(text: str) -> str:
    """Give the folded view of `text`. Folding twice is folding once."""
    return text.translate(_table())


def folds_in_place(text: str) -> bool:
    """Whether folding `text` gives a letter for each letter, so that places and the borders of words stay."""
    return _moving().search(text) is None


@cache
def _moving() -> re.Pattern[str]:
    """A character that folding drops, or for which it may give several."""
    return re.compile("[" + re.escape("".join(chr(code) for code, to in _table().items() if to is None or len(to) > 1)) + "]")


class Folded:
    """A folded text with the map back: `start` and `end` give the place in the source of a place in `text`."""

    __slots__ = ("_offsets", "source", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = fold(source)
        self._offsets: Sequence[int] = (
            _offsets(source) if len(self.text) != len(source) or _expands(source) else range(len(source) + 1)
        )

    def start(self, at: int) -> int:
        """The place in the source of the folded character `at` (0 to the folded length)."""
        return self._offsets[at]

    def end(self, at: int) -> int:
        """The exclusive end in the source of a folded stretch that ends (exclusively) at `at`.

        Marks that follow its last letter belong to it.
        """
        return self._offsets[at] if at else 0

    def folded(self, at: int) -> int:
        """The place in the folded text of the source character `at` (of the next one kept, where it is dropped)."""
        return bisect_left(self._offsets, at)


def _expands(source: str) -> bool:
    """Whether a ligature could stand for several letters while marks are dropped, so that the lengths agree by chance."""
    return _PRESENTATION.search(source) is not None


@cache
def _dropped() -> re.Pattern[str]:
    """Runs of the characters that folding drops."""
    return re.compile("[" + re.escape("".join(chr(code) for code, to in _table().items() if to is None)) + "]+")


def _offsets(source: str) -> list[int]:
    offsets: list[int] = []
    if not _expands(source):  # a letter for each letter, but for those dropped: whole stretches at once
        kept = 0
        for run in _dropped().finditer(source):
            offsets.extend(range(kept, run.start()))
            kept = run.end()
        offsets.extend(range(kept, len(source) + 1))
        return offsets
    table = _table()
    for at, letter in enumerate(source):
        plain = table.get(ord(letter), letter)
        if plain:
            offsets.extend([at] * len(plain))
    return [*offsets, len(source)]
