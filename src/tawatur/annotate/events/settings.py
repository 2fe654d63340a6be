"""When and where: the expression of time and the name of a place that stand nearest to a trigger in its sentence."""

from collections.abc import Sequence

from tawatur.annotate.events.clause import Clause
from tawatur.annotate.events.lexicon import triggers, words
from tawatur.records.name import Name
from tawatur.records.time import TimeExpression

_BEFORE, _AFTER = 20, 30  # tokens looked at before and after a trigger
_COMMA = 6  # a comma between counts as so many tokens, a relative clause too
_OTHER = 10  # another deed between: the time is rather that deed's
_FARTHEST = 45
_SIGNS = frozenset({"،", ",", "التي", "الذي", "الذين", "ان", "و"})
_THAT = frozenset({"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها"})
_HARD = frozenset(".!?؟؛;")


def near_time(clause: Clause, at: int, times: Sequence[TimeExpression], *, of_saying: bool = False) -> TimeExpression | None:
    """The nearest date or time of the sentence; durations and sets tell no day.

    `of_saying`: the deed is one of words that goes with a saying («قالت أمس إن …، نافية …»), whose day is its own.
    """
    best: tuple[int, TimeExpression] | None = None
    seen: set[int] = set()
    for k in range(max(clause.start, at - (_FARTHEST if of_saying else _BEFORE)), min(clause.end, at + _AFTER)):
        number = clause.tokens.timed.get(k)
        if number is None or number in seen:
            continue
        seen.add(number)
        time = times[number]
        if time.type in ("date", "time"):
            far = _distance(clause, at, k, of_saying=of_saying)
            if far is not None and (best is None or far < best[0]):
                best = far, time
    return best[1] if best else None


def near_place(clause: Clause, at: int) -> Name | None:
    """The nearest name of a place after a word of place, or with ب, or behind the trigger at the least."""
    best: tuple[int, Name] | None = None
    for k in range(max(clause.start, at - _BEFORE), min(clause.end, at + _AFTER)):
        named = clause.tokens.names.get(k)
        if named is None or named.name.type not in ("place", "country") or not _within(clause, k):
            continue
        far = _distance(clause, at, k)
        if far is not None and (best is None or far < best[0]):
            best = far, named.name
    return best[1] if best else None


def _within(clause: Clause, k: int) -> bool:
    return clause.word(k - 1) in words("of_place") or clause.word(k - 2) in words("of_place") or clause.word(k)[:1] == "ب"


def _distance(clause: Clause, at: int, k: int, *, of_saying: bool = False) -> int | None:
    low, high = min(at, k), max(at, k)
    between = clause.tokens.words[low + 1 : high]
    if any(word in _HARD for word in between) or (k < at and not of_saying and any(word in _THAT for word in between)):
        return None  # «قالت الشرطة أمس إن …»: the day of saying
    others = sum(word in triggers() for word in between)
    signs = 0 if of_saying else sum(word in _SIGNS for word in between)
    far = high - low + _COMMA * signs + _OTHER * others
    return far if far <= _FARTHEST else None
