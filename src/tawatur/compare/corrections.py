"""Articles that correct or withdraw a report: what they say replaces it, and they confirm nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.records.article import Title
from tawatur.records.collection import Collection
from tawatur.records.sentence import Sentence
from tawatur.resources import load

_BEGINS = 3  # words of a headline or lead among which the correction announces itself


def corrects(collection: Collection, document: str) -> bool:
    """Whether an article announces at the beginning of its headline or lead that it corrects («تصحيح:», «تعتذر», «تسحب»)."""
    title = collection.articles[document].title
    return announced(collection.texts[document], title, collection.sentences.get(document, ())) is not None


def announced(text: str, title: Title | None, sentences: Sequence[Sentence]) -> tuple[int, int] | None:
    """Where an article announces that it corrects: its first sentence, else its headline; None where it does not."""
    first = next((one for one in sentences if one.kind == "body"), None)
    if first and _announces(text[first.start : first.end]):
        return first.start, first.end
    if title and _announces(title.text):
        at = max(0, text.find(title.text))
        return at, at + len(title.text)
    return None


def _announces(text: str) -> bool:
    begins = [word.text for _, word in zip(range(_BEGINS), words(text), strict=False)]
    return bool(_words() & set(begins))


@cache
def _words() -> frozenset[str]:
    return frozenset(fold(word) for word in load("comparing")["corrections"]["of"])
