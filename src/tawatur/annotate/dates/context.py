"""What stands round an expression: the tense of the verb near it, quotation marks, the day of a bare hour."""

import re
from bisect import bisect_right
from functools import cache

from tawatur.annotate.dates.found import Expression, Meaning
from tawatur.annotate.dates.moments import is_day
from tawatur.annotate.dates.tokens import Tokens
from tawatur.arabic.fold import fold
from tawatur.resources import load

_STOPS = frozenset({".", "\n", "؟", "!", "؛"})
_CLAUSE = frozenset(
    {"عندما", "حيث", "بعدما", "التي", "الذي", "فيما", "بينما", "حين", "قبل", "بعد", "الذين"}
)  # after these stands another clause
_SPEECH = frozenset({":", "«", "“", '"'})  # before these stands another's clause
_BREAKS = frozenset({"،", ",", ":", "(", ")", "«", "»", '"', "“", "”", "-", "–"})
# how many words before and after an expression are searched for the tense of its clause
_BEFORE, _AFTER = 14, 6
_FUTURE_VERB = re.compile(r"س[اينت]\w{3,}\Z")
_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها", "انهم", "وان"})
_OPEN, _CLOSE = "“«„‹", "”»›"
_CUE = 12  # words between the day and the quotation that it introduces, at most
_LONGEST_QUOTATION = 900


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load("time/tense")[name])


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
        if any(self._w.word(at) in _STOPS for at in range(before.end, found.start)) or not is_day(before.meaning):
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
        long_enough = end - start - 1 > found.end - found.start + 2
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
        cue = any(word in _words("cues") for word in (self._w.word(at) for at in range(max(0, before.start - 6), quotation[0])))
        if not cue or not is_day(before.meaning) or any(word in _STOPS for word in between):
            return None
        return {key: value for key, value in before.meaning.items() if key not in ("part", "clock", "midnight", "zone")}


def _clock_range(meaning: Meaning) -> bool:
    return bool(meaning["kind"] == "range" and meaning["a"]["kind"] == meaning["b"]["kind"] == "clock")


def tense_around(w: Tokens, start: int, end: int) -> str | None:
    """Give past or future, from the nearest word of the clause that shows one.

    A verb before «أن» governs another clause; the words after the expression show the future only.
    """
    for at in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
        word = w.word(at)
        if word in _THAT:  # «من المقرر أن»
            return "future" if _tense_of(w.word(at - 1)) == "future" else None
        if word in _STOPS or word in _SPEECH:
            break
        tense = _may(w.word(at + 1)) if word in ("قد", "وقد", "فقد") else _tense_of(word)
        if tense or _present(word):
            return tense
    for at in range(end, min(w.count, end + _AFTER)):
        word = w.word(at)
        if word in _STOPS or word in _BREAKS or word in _THAT or word in _CLAUSE:
            break
        if _tense_of(word) == "future":
            return "future"
    return None


def _may(word: str) -> str:
    """«قد» before a verb of the present says that it may come, before one of the past that it has."""
    present = word[:1] == "ي" or (word[:1] == "ت" and word[-1] != "ت")
    return "future" if present and word not in _words("past") else "past"


@cache
def _present(word: str) -> bool:
    """Whether a word is a verb of the present in the third person: it says neither past nor future."""
    bare = word[1:] if word[:1] in "وف" and len(word) > 4 else word
    return bare.startswith("ي") and len(bare) >= 4 and bare not in _words("not_present")


@cache
def _tense_of(word: str) -> str | None:
    bare = word[1:] if word[:1] in "وف" and len(word) > 3 else word
    stems = (bare.removesuffix(pronoun) for pronoun in ("ها", "هما", "هم", "ه") if bare.endswith(pronoun) and len(bare) > 4)
    for form in (word, bare, *stems):
        if form in _words("future"):
            return "future"
        if form in _words("past"):
            return "past"
    if bare.startswith("س") and _FUTURE_VERB.match(bare) and not bare.startswith(tuple(_words("not_future"))):
        return "future"
    return None


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
