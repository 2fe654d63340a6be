"""Articles that correct or withdraw a report: what they say replaces it, and they confirm nothing."""

from __future__ import annotations

from functools import cache

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.records.collection import Collection
from tawatur.resources import load

_BEGINS = 3  # words of a headline or lead among which the correction announces itself


def corrects(collection: Collection, document: str) -> bool:
    """Whether an article announces at the beginning of its headline or lead that it corrects («تصحيح:», «تعتذر», «تسحب»)."""
    title = collection.articles[document].title
    if title and announces(title.text):
        return True
    text = collection.texts[document]
    first = next((one for one in collection.sentences.get(document, ()) if one.kind == "body"), None)
    return first is not None and announces(text[first.start : first.end])


def announces(text: str) -> bool:
    """Whether a headline or a first sentence begins as corrections do."""
    begins = [word.text for _, word in zip(range(_BEGINS), words(text), strict=False)]
    return bool(_words() & set(begins))


@cache
def _words() -> frozenset[str]:
    return frozenset(fold(word) for word in load("comparing")["corrections"]["of"])
