"""The numbers of a text, in digits of both kinds and in words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tawatur.arabic.clitics import splits
from tawatur.arabic.fold import fold
from tawatur.arabic.numerals import cardinal, ordinal
from tawatur.arabic.words import words

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_MONDAY = "اثنين"
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@lru_cache(maxsize=20_000)  # a source is read again for each sentence that cites it, and a word for each text it stands in
def numbers(text: str) -> frozenset[str]:
    """Give the numbers that a text tells, as digits without separators: «1,200» is 1200, «خمسة وعشرين» 25, «الثالث» 3."""
    return frozenset({*_in_digits(text), *_in_words(text)})


def _in_digits(text: str) -> Iterator[str]:
    for match in _DIGITS.finditer(fold(text)):
        found = match.group()
        plain = found.replace(",", "") if _THOUSANDS.fullmatch(found) else found
        yield _trimmed(plain)


def _trimmed(number: str) -> str:
    """A number without zeros that say nothing: «007» is 7, «2.50» 2.5."""
    whole, point, rest = number.partition(".")
    rest = rest.rstrip("0") if "." not in rest else rest
    return (whole.lstrip("0") or "0") + (point + rest if rest else "")


def _in_words(text: str) -> Iterator[str]:
    found = [word.text for word in words(text)]
    at = 0
    while at < len(found):
        read = _read(found, at)
        if read is None:
            at += 1
        else:
            yield str(read[0])
            at = read[1]


def _read(found: list[str], at: int) -> tuple[int, int] | None:
    """A number in words at a place, also with a clitic before it («بثلاثة»، «والأربعة»)."""
    if any(split.article and split.stem == _MONDAY for split in splits(found[at])):
        return None  # the day of the week, not «two»
    for split in splits(found[at]):
        here = [*found[:at], split.stem, *found[at + 1 :]]
        read = cardinal(here, at)
        if read is None and split.article:
            read = ordinal(here, at)
        if read is not None:
            return read.value, read.end
    return None
