"""Finding the expressions of time of a text: what they mean depends on this text alone."""

from typing import cast

from tawatur.annotate.dates import context, expressions, traps
from tawatur.annotate.dates.found import Expression, Meaning
from tawatur.annotate.dates.months import day_number
from tawatur.annotate.dates.periods import Unresolved
from tawatur.annotate.dates.reference import Reference
from tawatur.annotate.dates.resolve import period
from tawatur.annotate.dates.tense import STOPS
from tawatur.annotate.dates.tokens import Tokens
from tawatur.records.time import DateType, TimeExpression

_MONTH = ("kind", "m", "y", "yrel", "mrel", "dir", "cal", "unit", "n")
_ABOUT = frozenset({"يقارب", "يناهز", "يزيد", "يربو"})  # «قبل ما يقارب عامين»
_ALONE = frozenset({"in", "and", "to", "zone", "same", "era_g", "era_h", "corresponding", "except", "weekend"})


def find(text: str, document: str = "") -> list[TimeExpression]:
    """Give the expressions of time of `text` in their order; none overlaps another."""
    w = Tokens(text)
    found = _scan(w)
    if not found:
        return []
    surroundings = context.Surroundings(w, found)
    return [_record(w, expression, surroundings, document) for expression in found]


def _scan(w: Tokens) -> list[Expression]:
    found: list[Expression] = []
    at = 0
    entries, words = w.entries, w.words
    while at < w.count:
        if entries[at] is None and not words[at][0].isdigit() and words[at] not in ("ال", "لل", "("):
            at += 1
            continue
        read = _of_it(w, at, found) or ([] if w.entry(at).function in _ALONE else expressions.read_at(w, at))
        kept = [one for one in read if one.type and not traps.trapped(w, one)]
        found.extend(kept)
        at = read[-1].end if read else at + 1
    return found


def _of_it(w: Tokens, at: int, found: list[Expression]) -> list[Expression]:
    """«حتى 27 منه»: a day of the month that the sentence named before."""
    number = day_number(w, at) if found and w.entry(at - 1).function else None  # not «الباب الرابع منه»
    if number is None or w.word(number[1]) not in ("منه", "منها") or any(word in STOPS for word in w.words[found[-1].end : at]):
        return []
    before = found[-1].meaning
    if not ("m" in before or "mrel" in before or (before["kind"] == "unit" and before.get("unit") == "M")):
        return []
    month = {key: before[key] for key in _MONTH if key in before}
    return [Expression({"kind": "nth", "unit": "D", "n": number[0], "of": month}, at, number[1] + 1, "date")]


def _record(w: Tokens, found: Expression, surroundings: "context.Surroundings", document: str) -> TimeExpression:
    start, end = w.place(found.start, found.end)
    meaning = dict(found.meaning)
    if "mod" not in meaning and meaning["kind"] != "set" and _approximate(w, found):
        meaning["mod"] = "approx"
    anchor = "none"
    if not _absolute(meaning):
        anchor = "published"
        meaning |= surroundings.fields(found)
        if surroundings.quoted(found):
            anchor = "utterance"
            spoken = surroundings.uttered(found)
            if spoken:
                meaning["uttered"] = spoken
    return TimeExpression(
        document=document,
        start=start,
        end=end,
        text=w.folded.source[start:end],
        type=cast("DateType", found.type),
        meaning=meaning,
        anchor=anchor,  # type: ignore[arg-type]
    )


def _approximate(w: Tokens, found: Expression) -> bool:
    """Whether «نحو», «حوالي» or the like stands before the expression or in it, or «تقريبا» after it."""
    bound = w.entry(found.start).function in ("before", "after") and any(
        w.word(at) in _ABOUT for at in range(found.start + 1, found.end)
    )
    inside = bound or any(w.entry(at).approximate and not w.entry(at).mod for at in range(found.start - 1, found.end))
    return inside or w.word(found.end) == "تقريبا"


def _absolute(meaning: Meaning) -> bool:
    """Whether the value needs no day of writing."""
    if meaning["kind"] in ("set", "bad"):
        return True
    if meaning["kind"] == "amount":
        return not meaning.get("sign") and not meaning.get("during")
    if meaning["kind"] == "date":
        return "y" in meaning
    if meaning["kind"] in ("day", "weekday", "unit", "shift"):
        return False
    try:
        period(meaning, Reference(None, "nearest", None))
    except Unresolved as reason:
        return not str(reason).startswith("counted")
    except (ValueError, OverflowError):
        return True
    return True
