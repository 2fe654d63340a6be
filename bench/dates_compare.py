"""Whether our reading of an expression of time means what the gold of Recognizers or Duckling says."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import structs

from tawatur.records.time import Date

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?")
_DURATION = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
_SECONDS = {"Y": 31_536_000, "M": 31_536_000 / 12, "W": 604_800, "D": 86_400, "H": 3_600, "S": 1}
_HASKELL = re.compile(r"\(\s*(\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")


def same_recognizers(case: dict[str, Any], found: Sequence[Date]) -> bool:
    """Whether every expected expression of a case has its equal among `found`, in its place."""
    for result in case["Results"]:
        start = result["Start"]
        end = start + (result["Length"] if "Length" in result else result["End"] - start + 1)
        near = [one for one in found if one.start < end and one.end > start] or (list(found) if len(case["Results"]) == 1 else [])
        near += _joined(near)
        readings = list(_readings(result))
        if not readings and any(one.value for one in near):
            continue  # the gold has no value: to find it is all that it asks
        if not any(_equal(gold, one) for gold in readings for one in near):
            return False
    return True


def _joined(near: Sequence[Date]) -> list[Date]:
    """The period between two days that stand in one expected expression: we give its first and its last day apart."""
    days = [one for one in near if one.type == "date" and one.earliest and one.latest]
    if len(days) != 2:
        return []
    first, last = days
    value = f"{first.value}/{last.value}"
    return [structs.replace(first, end=last.end, value=value, latest=last.latest)]


def _readings(result: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """The past reading of an expected result: its TIMEX, and its values by name."""
    value = result.get("Value") or result.get("Resolution") or {}
    if isinstance(value, str) or ("Timex" not in value and "values" not in value):
        return
    if "values" in value:
        first = value["values"][0]
        yield first.get("timex", ""), {key: text for key, text in first.items() if key not in ("timex", "type", "Mod")}
    else:
        yield value["Timex"], dict(value.get("PastResolution", {}))


def _equal(gold: tuple[str, dict[str, str]], ours: Date) -> bool:
    timex, values = gold
    value = ours.value
    if value is None:
        return "not resolved" in values.values() or "0001-01-01" in values.values()
    if timex == value or timex.split("-WE")[0] == value:
        return True
    if ours.type == "set":
        return timex.lstrip("P") == value.lstrip("P")
    if ours.type == "duration":
        length = seconds(timex.strip("()").split(",")[-1])
        begun = ours.text != "" and ours.earliest is not None and values.get("date") == ours.earliest[:10]
        return (length > 0 and abs(length - seconds(value)) < 1) or begun
    texts = [text for text in values.values() if isinstance(text, str) and text != "not resolved"]
    texts = [text.strip() for text in texts]
    if len(texts) == 1:
        return _point(texts[0], timex, ours)
    return len(texts) == 2 and (_part(timex, texts[0], value) or _stretch(timex, texts[0], texts[1], ours))


def seconds(duration: str) -> float:
    """The seconds of an ISO duration, months of 30 days and years of 365; 0 where it is none."""
    if not duration.startswith("P"):
        return 0
    days, _, time = duration[1:].partition("T")
    total = sum(float(number) * _SECONDS[unit] for number, unit in _DURATION.findall(days))
    return total + sum(float(number) * (60 if unit == "M" else _SECONDS[unit]) for number, unit in _DURATION.findall(time))


def _point(text: str, timex: str, ours: Date) -> bool:
    value = ours.value or ""
    day, _, clock = text.partition(" ")
    if ":" in day:  # a time of no day
        return _clock(value) == day
    if clock:
        return value[:10] == day and _clock(value) == clock
    if value == day:
        return True
    # a distance in months is a month by our rules, one in weeks a week: the day must lie in it
    return bool(ours.text.startswith(("قبل", "بعد")) and ours.earliest and ours.latest and ours.earliest <= day <= ours.latest)


def _clock(value: str) -> str:
    match = _CLOCK.search(value)
    return f"{match[1]}:{match[2] or '00'}:{match[3] or '00'}" if match else ""


def _part(timex: str, start: str, value: str) -> bool:
    match = re.search(r"T(MO|AF|EV|NI)\Z", timex)
    if not match:
        return False
    day = start[:10] if "-" in start else value[:10]
    return value == f"{day}T{match[1]}"


def _stretch(timex: str, start: str, end: str, ours: Date) -> bool:
    value = ours.value or ""
    if ":" in start:
        ends = value.split("/")
        if len(ends) != 2:
            return False
        return all(
            _clock(one) == text.split(" ")[-1] and (" " not in text or one[:10] == text[:10])
            for one, text in zip(ends, (start, end), strict=True)
        )
    if not (ours.earliest and ours.latest):
        return False
    last = date.fromisoformat(ours.latest[:10])
    whole = ours.earliest[:10] == start[:10] and end[:10] in (last.isoformat(), (last + timedelta(days=1)).isoformat())
    inside = ours.text.startswith(("قبل", "بعد")) and ours.earliest[:10] <= end[:10] and start[:10] <= ours.latest[:10]
    within = ours.mod is not None and value[:4] == start[:4] and timex_fits(timex, value)
    years = len(value) == 9 and value[:4] == start[:4] and value[5:] == end[:4]
    return whole or inside or within or years or (len(value) == 4 and "/" not in value and end[:4] == value == start[:4])


def timex_fits(timex: str, value: str) -> bool:
    """Whether a TIMEX with unknown parts (XXXX-03) is the value's."""
    return len(timex) == len(value) and all(a in ("X", b) for a, b in zip(timex, value, strict=True))


def same_duckling(haskell: str, found: Sequence[Date]) -> bool:
    """Whether one of `found` is the moment or interval that Duckling's value names, at its grain."""
    stamps = [
        datetime.fromisoformat("{:0>4}-{:0>2}-{:0>2}T{:0>2}:{:0>2}:{:0>2}".format(*match)) for match in _HASKELL.findall(haskell)
    ]
    grain = haskell.split('"')[0].split()[-1]
    return any(_at(stamps, grain, one) for one in (*found, *_joined(found)))


def _at(stamps: list[datetime], grain: str, ours: Date) -> bool:
    value = ours.value
    if value is None or not ours.earliest or not ours.latest:
        return False
    first = stamps[0]
    if len(stamps) == 2:
        return _interval(first, stamps[1], ours)
    if grain in ("Hour", "Minute", "Second"):
        return (value[:10] == f"{first:%Y-%m-%d}" and _clock(value) == f"{first:%H:%M:%S}") or _zoned(value, first)
    day = f"{first:%Y-%m-%d}"
    if grain == "Week":
        return value == "{}-W{:02d}".format(*first.isocalendar()[:2])
    if grain in ("Month", "Year"):
        return day.startswith(value) and len(value) == {"Month": 7, "Year": 4}[grain]
    if ours.mod == "start" or (len(value) == 7 and ours.mod is None):
        return ours.earliest[:10] == day
    return value == day or (ours.earliest[:10] <= day <= ours.latest[:10] and (ours.mod == "mid" or ours.text.startswith("قبل")))


def _zoned(value: str, first: datetime) -> bool:
    """A time with its zone, as the case's own zone (two hours west of Greenwich) has it."""
    if not value.endswith("+00:00"):
        return False
    return datetime.fromisoformat(value).replace(tzinfo=None) - timedelta(hours=2) == first


def _interval(first: datetime, end: datetime, ours: Date) -> bool:
    value = ours.value or ""
    if "T" in value:
        ends = value.split("/")
        if len(ends) == 2:  # Duckling's end of an hour is the hour's end
            closing = (datetime.fromisoformat(ends[1]), datetime.fromisoformat(ends[1]) + timedelta(hours=1))
            return datetime.fromisoformat(ends[0]) == first and end in closing
        return value[10:] in ("TNI", "TEV") and value[:10] == f"{first:%Y-%m-%d}"
    if not (ours.earliest and ours.latest):
        return False
    last = date.fromisoformat(ours.latest[:10])
    starts = ours.earliest[:10] == f"{first:%Y-%m-%d}"
    return starts and f"{end:%Y-%m-%d}" in (last.isoformat(), (last + timedelta(days=1)).isoformat())
