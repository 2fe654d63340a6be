"""Times: an expression as it stands in one text, and the interval that it means once the day of writing is known."""

from typing import Any, Literal

from tawatur.records.base import Record

DateType = Literal["date", "time", "duration", "set"]
Mod = Literal["start", "mid", "end", "approx"]
Calendar = Literal["gregorian", "hijri"]


class TimeExpression(Record, frozen=True, kw_only=True):
    """Words of a text that tell a time, with their meaning before the day of writing is known.

    `meaning` is plain data (strings, numbers, lists, dictionaries) that the dates annotator writes and its resolver
    reads; it depends on this text alone. `anchor` says what the expression is counted from: `none` (it is absolute),
    `published` (the day of publication) or `utterance` (the day on which the quoted words were spoken).
    """

    document: str
    start: int
    end: int
    text: str
    type: DateType
    meaning: dict[str, Any]
    anchor: Literal["none", "published", "utterance"] = "none"


class Date(Record, frozen=True, kw_only=True):
    """An expression of time with its value (ISO 8601 with TIMEX's extensions), None where the text does not say.

    `earliest` and `latest` are inclusive ISO dates or times, None for a bare duration or set. `basis` says what the
    value was resolved against (`absolute`, `published 2021-09-29`, or why there is none).
    """

    document: str
    start: int
    end: int
    text: str
    type: DateType
    value: str | None
    mod: Mod | None = None
    earliest: str | None = None
    latest: str | None = None
    calendar: Calendar = "gregorian"
    basis: str
