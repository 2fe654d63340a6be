"""What stands round an expression: the tense of the verb near it, quotation marks, the day of a bare hour."""

from bisect import bisect_right

from tawatur.annotate.dates.found import Expression, Meaning
from tawatur.annotate.dates.moments import is_day
from tawatur.annotate.dates.tense import STOPS, tense_around, words
from tawatur.annotate.dates.tokens import Tokens

_OPEN, _CLOSE = "“«„‹", "”»›"
_CUE = 12  # words between the day and the quotation that it introduces, at most
_LONGEST_QUOTATION = 900


class Surroundings:
    """What is known of the places round the expressions of one text."""

    def __init__(self, w: Tokens, found: list[Expression]) -> None:
        self._w = w
        self._found = found
        self._quotes = _quotations(w)
        self._quote_starts = [start for start, _ in self._quotes]
        self._index = {one.start: n for n, one in enumerate(found)}

    def fields(self, found: Expression) -> Meaning:
        """The fields to add to a meaning: its tense, and for a bare hour its day."""
        fields: Meaning = {}
        tense = self._tense(found)
        if tense:
            fields["tense"] = tense
        if found.meaning["kind"] == "amount" and found.meaning.get("during"):
            fields["sign"] = {"future": 1, "past": -1}.get(tense or "", 0)
        if found.meaning["kind"] == "clock" or _clock_range(found.meaning):
            day = self._day_of_hour(found)
            if day and found.meaning["kind"] == "clock":
                fields["of"] = day
            elif day:
                fields |= {side: {"of": day} | found.meaning[side] for side in "ab"}
        return fields

    def _day_of_hour(self, found: Expression) -> Meaning | None:
        """The day that the same sentence named before an hour."""
        index = self._index[found.start]
        if index == 0:
            return None
        before = self._found[index - 1]
        if any(self._w.word(at) in STOPS for at in range(before.end, found.start)) or not is_day(before.meaning):
            return None
        return {key: value for key, value in before.meaning.items() if key not in ("part", "clock", "midnight", "zone")}

    def _tense(self, found: Expression) -> str | None:
        """Past or future, from the nearest word of the clause that shows one."""
        return tense_around(self._w, found.start, found.end)

    def quoted(self, found: Expression) -> bool:
        """Whether the expression stands inside quotation marks with other words."""
        return self._quotation(found) is not None

    def _quotation(self, found: Expression) -> tuple[int, int] | None:
        place = bisect_right(self._quote_starts, found.start) - 1
        if place < 0:
            return None
        start, end = self._quotes[place]
        long_enough = end - start - 1 > found.end - found.start + 1
        return (start, end) if start < found.start and found.end <= end and long_enough else None

    def uttered(self, found: Expression) -> Meaning | None:
        """The day, named between the start of the sentence and the quotation, on which the words were spoken."""
        quotation = self._quotation(found)
        if quotation is None:
            return None
        index = self._index[found.start] - 1
        while index >= 0 and self._found[index].start > quotation[0]:
            index -= 1
        if index < 0:
            return None
        before = self._found[index]
        if quotation[0] - before.end > _CUE:
            return None
        between = [self._w.word(at) for at in range(before.end, quotation[0])]
        cue = any(word in words("cues") for word in (self._w.word(at) for at in range(max(0, before.start - 6), quotation[0])))
        if not cue or not is_day(before.meaning) or any(word in STOPS for word in between):
            return None
        return {key: value for key, value in before.meaning.items() if key not in ("part", "clock", "midnight", "zone")}


def _clock_range(meaning: Meaning) -> bool:
    return bool(meaning["kind"] == "range" and meaning["a"]["kind"] == meaning["b"]["kind"] == "clock")


def _quotations(w: Tokens) -> list[tuple[int, int]]:
    """The tokens between a pair of marks, by the place of the opening and of the closing one."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for at, word in enumerate(w.words):
        if len(word) != 1 or word.isalnum():
            continue
        if word == "\n":
            opened = None
        elif word == '"':
            if opened is None:
                opened = at
            else:
                found.append((opened, at))
                opened = None
        elif word in _OPEN and opened is None:
            opened = at
        elif word in _CLOSE and opened is not None:
            found.append((opened, at))
            opened = None
    return [(start, end) for start, end in found if end - start < _LONGEST_QUOTATION]
