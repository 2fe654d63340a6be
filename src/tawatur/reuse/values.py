"""What is written in digits, so that «945» and «945.4», «1,949» and «1.949», «340 ألف» and «340.000» are one number."""

import re
from collections.abc import Iterable

from tawatur.arabic.numerals import separated

_DIGITS = re.compile(r"\d{1,15}(?:[.,٫٬]\d{1,15})*")
_MARK = re.compile(r"[.,٫٬]")
# of 97 pairs of sentences that otherwise agree (bench/gold/retold_seen.jsonl) this refuses 8 of the 37 that tell of two things (another session,
# hour or company) and none of the 60 that tell of one; with 1, it also parts a story among the pools held out
_TIMES = 2
_WHOLE = 10  # from here on a fraction is left off: papers round it
_TENTHS = 10
_THOUSAND = 1000
_MOST = 10**15  # what is longer is an address or an account


def values(folded: str) -> set[int]:
    """Give what a folded text writes in digits, each as a number below 0, which no word has."""
    return {-1 - _value(digits) for digits in _DIGITS.findall(folded)}


def at_odds(mine: Iterable[int], yours: Iterable[int]) -> bool:
    """Whether two sentences tell of other numbers: each has more than twice as many that the other has not as both have in common.

    Both are words of sentences as `tawatur.reuse.contents` gives them.
    """
    one, other = ({word for word in words if word < 0} for words in (mine, yours))
    return _TIMES * len(one & other) < min(len(one - other), len(other - one))


def _value(digits: str) -> int:
    """A number in tenths, rounded from ten on, and whole thousands without their last zeros: «340 ألف» leaves them to a word."""
    pieces = _MARK.split(digits)
    found = separated(pieces)
    found = min(float("".join(pieces)) if found is None else found, _MOST)
    while found and found % _THOUSAND == 0:
        found /= _THOUSAND
    return round(found) * _TENTHS if found >= _WHOLE else round(found * _TENTHS)
