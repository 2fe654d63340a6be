"""A story's title: the clearest of its articles' headlines, without what outlets add to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import unescape

from tawatur.arabic.fold import fold
from tawatur.resources import load
from tawatur.stories.told import stems

_JOINT = r"\s*(?:[:|،\-–—!]+|\.{2,}|…)\s*"  # between a label and the headline
_CUT = re.compile(r"(?:\.{2,}|…)\s*$")
_OUTLET = re.compile(r"\s+[|\-–—]\s+([^|]+)$")  # «عنوان الخبر | صحيفة كذا»
_FORMS = str.maketrans({"ا": "[اأإآ]", "ي": "[يى]", "ه": "[هة]"})


def clearest(titles: Sequence[tuple[str, str | None]]) -> str | None:
    """Give the cleaned title, of (title, outlet) in the order of publication, that has most in common with the others; of equals, the first.

    One that is cut by dots comes after all that are whole.
    """
    plain = [found for text, outlet in titles if (found := cleaned(text, outlet))]
    counts = Counter(word for one in plain for word in stems(one))

    def common(one: str) -> float:
        found = stems(one)
        return sum(counts[word] - 1 for word in found) / (len(found) + 1)

    return min(plain, key=lambda one: (bool(_CUT.search(one)), -common(one)), default=None)


def cleaned(title: str, outlet: str | None) -> str:
    """Give a title without labels («عاجل:», «بالفيديو..») and without its outlet's name at the end."""
    plain = " ".join(unescape(title).split())
    while (found := _labels().match(plain)) and found.end() < len(plain):
        plain = plain[found.end() :]
    tail = _OUTLET.search(plain)
    if tail and outlet and fold(tail[1].strip()) == fold(outlet):
        plain = plain[: tail.start()]
    return plain


@cache
def _labels() -> re.Pattern[str]:
    table = load("headline_labels")
    labelled, bare = ("|".join(_form(one) for one in sorted(table[kind], key=len, reverse=True)) for kind in ("labelled", "bare"))
    return re.compile(rf"[\"«“(]?(?:(?:{labelled})[\"»”)]?{_JOINT}|(?:{bare})[\"»”)]?(?:{_JOINT}|\s+))")


def _form(label: str) -> str:
    return re.escape(fold(label)).replace(r"\ ", " ").translate(_FORMS)
