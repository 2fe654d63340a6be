"""Words as numbers: sets of them are kept as the bytes of arrays, and counted and compared as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur.records.parts import packed


class Words:
    """The words that have a number, which is their place in the order in which they came. A figure has none: it tells no story from another."""

    def __init__(self, known: Sequence[str] = ()) -> None:
        self._words = list(known)
        self._numbers = {word: number for number, word in enumerate(known)}

    def packed(self, words: Iterable[str]) -> bytes:
        """Give the numbers of words as bytes; those that have none yet get the next."""
        found: list[int] = []
        for word in sorted(words):
            if not word.isdigit():
                number = self._numbers.setdefault(word, len(self._words))
                if number == len(self._words):
                    self._words.append(word)
                found.append(number)
        return packed(found)

    def word(self, number: int) -> str:
        """Give the word of a number."""
        return self._words[number]

    def every(self) -> tuple[str, ...]:
        """Give all words, in the order of their numbers."""
        return tuple(self._words)
