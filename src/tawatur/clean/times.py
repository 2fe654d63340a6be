"""What a date looks like from outside: words of months and weekdays, shapes of numbers. The reading is the resolver's."""

import re
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.resources import load

_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?(?:م|ه|ص)?$")
_LONGEST = 14  # words of a line that is a date: weekday, Hijri and Gregorian day, hour and zone


@cache
def months() -> frozenset[str]:
    """The words of months, folded: of «كانون الثاني» and «ربيع الأول» the first."""
    return frozenset(map(fold, load("date_words")["months"]))


@cache
def weekdays() -> dict[str, int]:
    """The weekdays, folded, and their numbers, Monday as 0. Callers must not change it."""
    return {fold(word): number for word, number in load("date_words")["weekdays"].items()}


@cache
def _around() -> frozenset[str]:
    return frozenset(map(fold, load("date_words")["around"]))


def is_date(words: str) -> bool:
    """Whether `words` (as `registers.plain` gives them) are a date and nothing else."""
    tokens = words.split()
    if not tokens or len(tokens) > _LONGEST:
        return False
    named = [token for token in tokens if token in months() or token in weekdays()]
    numbers = [token for token in tokens if _NUMBER.match(token)]
    if len(named) + len(numbers) < len(tokens) - sum(token in _around() for token in tokens):
        return False
    return bool(named and (numbers or len(tokens) == 1)) or (len(numbers) >= 3 and any(len(t) == 4 for t in numbers))
