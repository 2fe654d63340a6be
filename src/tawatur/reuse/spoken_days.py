"""The weekdays and months that words name, so that two names of one month are one («كانون الثاني» and «يناير»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tawatur.arabic.fold import fold
from tawatur.arabic.words import Word
from tawatur.resources import load

_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_CLITICS = ("و", "ل", "ب")


class Named(NamedTuple):
    """Words `first` to before `last` name the month or weekday `value` («month 7», «day 3»)."""

    first: int
    last: int
    value: str

    @property
    def kind(self) -> str:
        """`month`, `hijri` or `day`."""
        return self.value.split()[0]


@cache
def _forms() -> tuple[dict[tuple[str, ...], str], frozenset[tuple[str, ...]]]:
    """The value of every form, as folded words, and the forms that are other words too."""
    forms: dict[tuple[str, ...], str] = {(fold(word),): f"day {number}" for number, word in enumerate(_WEEKDAYS)}
    weak: set[tuple[str, ...]] = set()
    months = load("time/months")
    for kind, table in (("month", months["gregorian"]), ("hijri", months["hijri"])):
        for number, entry in table.items():
            for form in [*entry.get("forms", ()), *entry.get("weak", ())]:
                forms[tuple(fold(form).split())] = f"{kind} {number}"
            weak |= {tuple(fold(form).split()) for form in entry.get("weak", ())}
    return forms, frozenset(weak)


@cache
def _beside() -> frozenset[str]:
    """The words beside which a weak form is a month."""
    return frozenset(fold(word) for word in load("drift")["beside_months"]["of"])


@cache
def _first() -> frozenset[str]:
    """The words with which a name of a month or weekday may begin, with and without a clitic."""
    bare = {form[0] for form in _forms()[0]}
    return frozenset(bare | {clitic + word for clitic in _CLITICS for word in bare})


def named(words: Sequence[Word]) -> Iterator[Named]:
    """Give the months and weekdays of a sentence, in the order of their words; of two names of one place the longer."""
    first = _first()
    last = 0
    for at, word in enumerate(words):
        if at >= last and word.text in first and (found := _at(words, at, 2) or _at(words, at, 1)):
            last = found.last
            yield found


def _at(words: Sequence[Word], at: int, size: int) -> Named | None:
    forms, weak = _forms()
    texts = [word.text for word in words[at : at + size]]
    if len(texts) < size:
        return None
    bare = texts[0][1:] if texts[0].startswith(_CLITICS) else texts[0]
    for form in ((*texts,), (bare, *texts[1:])):
        if form in forms and (form not in weak or _is_month(words, at, at + size)):
            return Named(at, at + size, forms[form])
    return None


def _is_month(words: Sequence[Word], first: int, last: int) -> bool:
    near = [*words[max(0, first - 1) : first], *words[last : last + 1]]
    return any(word.text[0].isdigit() or word.text in _beside() for word in near)
