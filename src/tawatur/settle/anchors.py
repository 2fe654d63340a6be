"""What an expression of time says of the day of writing: a weekday, and how many days before it («أمس الأربعاء»)."""

from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.records.time import TimeExpression

_WEEKDAYS = {"اثنين": 0, "ثلاثاء": 1, "اربعاء": 2, "خميس": 3, "جمعه": 4, "سبت": 5, "احد": 6}
_DAYS_BEFORE = {"اليوم": 0, "الليله": 0, "امس": 1, "البارحه": 1, "غد": -1, "غدا": -1, "الغد": -1}
_TWICE = frozenset({"الاول", "اول"})


class Anchor(NamedTuple):
    """`weekday` (Monday is 0) of a day that lies `before` days before the day of writing; None where the words do not say."""

    weekday: int | None
    before: int | None


def anchor(expression: TimeExpression) -> Anchor:
    """Read the weekday and the distance that the words give."""
    found = [word.text for word in words(fold(expression.text))]
    days = [_WEEKDAYS[bare] for word in found if (bare := word.removeprefix("ال")) in _WEEKDAYS]
    before = [_DAYS_BEFORE[word] for word in found if word in _DAYS_BEFORE]
    if before == [1] and _TWICE & set(found):
        before = [2]
    return Anchor(days[0] if len(days) == 1 else None, before[0] if len(before) == 1 else None)
