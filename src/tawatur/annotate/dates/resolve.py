"""From the meaning of an expression to its value: pure arithmetic against the day of publication.

A meaning is plain data, written by `grammar` and read here; `kind` says which of these it is:

  date      y, m, d, cal, wd: numbers of a calendar; `yrel`, `mrel` count years and months from now; `dir` -1 or 1: the
            last or next such month; what is missing is taken from the day of writing
  day       n days from now; `wd` checks it        weekday   wd, `rel` (-2 to 2) or `week` (weeks from now)
  unit      n units from now (D, W, M, Q, Y, DEC, CEN); `new`: the year whose beginning is nearest
  quarter, half, season, decade, century           nth       the n-th `unit` or `wd` of the period `of`
  shift     amount, sign: a distance from now      amount    a duration; `sign`: the stretch before or after now
  set       value                                  holiday   key
  rest      from now to the end of its `unit`
  clock     a time of the day `of`                 range     a, b
  bad       reason: there is no such time

Beside these, any may have: `part` (MO, AF, EV, NI), `clock` [hour, minute, second], `zone` (an offset or an IANA name), `midnight`, `mod`,
`tense` (past, future) of the verb near it, and `uttered`: the meaning of the day on which the quoted words were spoken.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from tawatur.annotate.dates import durations, periods
from tawatur.annotate.dates.calendar_dates import calendar_date
from tawatur.annotate.dates.feasts import feast
from tawatur.annotate.dates.periods import Period, Unresolved
from tawatur.annotate.dates.reference import Meaning, Prefer, Reference, read_published, year_of
from tawatur.annotate.dates.zones import offset
from tawatur.arabic import calendars
from tawatur.records.time import Date, DateType, TimeExpression

__all__ = ["Prefer", "resolve"]
_WINTER_OVER = 5  # until May the last winter is nearer than the next
# hours that a part of the day spans, from the day's midnight
_PARTS = {"MO": (0, 12), "AF": (12, 18), "EV": (16, 24), "NI": (18, 30)}


def resolve(expression: TimeExpression, published: str | None, prefer: Prefer = "nearest") -> Date:
    """Give the expression its value.

    `published` is an ISO date or time, or None. `prefer` says which of several days is meant by a weekday or by a date
    without its year: `nearest` by the rules of news (a weekday is the nearest past one unless the verb's tense shows
    the future), `past`, or `future`. Where there is no value, `value` is None and `basis` says why.
    """
    meaning = expression.meaning
    reference = Reference(read_published(published), prefer, meaning.get("tense"))
    given: dict[str, Any] = {"type": expression.type, "value": None, "mod": meaning.get("mod")}
    try:
        if meaning.get("uttered") and reference.moment and expression.anchor == "utterance":
            spoken = period(meaning["uttered"], reference).first
            reference = Reference(datetime(spoken.year, spoken.month, spoken.day), prefer, meaning.get("tense"))
        given |= _value(meaning, reference, expression.type)
        given["basis"] = reference.basis(expression.anchor)
    except Unresolved as reason:
        given["basis"] = str(reason)
    except (ValueError, OverflowError):
        given["basis"] = "outside of the calendar"
    return Date(document=expression.document, start=expression.start, end=expression.end, text=expression.text, **given)


def _value(meaning: Meaning, reference: Reference, kind: DateType) -> dict[str, Any]:
    if meaning["kind"] == "set":
        return {"value": meaning["value"]}
    if meaning["kind"] == "amount":
        return durations.amount(meaning, reference)
    if meaning["kind"] == "shift" and durations.timed(meaning["amount"]):
        found = durations.moment(meaning, reference)
        if found:
            return found
    if meaning["kind"] == "range" and any("clock" in meaning[side] for side in "ab"):
        return _clock_range(meaning, reference)
    span = period(meaning, reference)
    if "clock" in meaning or meaning.get("midnight"):
        return _clock(meaning, span)
    if "part" in meaning:
        return _part(meaning["part"], span)
    first, last = _narrowed(span, meaning.get("mod"))
    return {"value": span.value, "earliest": first.isoformat(), "latest": last.isoformat(), "calendar": span.calendar}


def _narrowed(span: Period, mod: str | None) -> tuple[date, date]:
    """The third of a period that its beginning, middle or end is."""
    length = (span.last - span.first).days + 1
    third = length // 3
    if mod == "start" and third:
        return span.first, span.first + timedelta(days=third - 1)
    if mod == "mid" and third:
        return span.first + timedelta(days=third), span.last - timedelta(days=third)
    if mod == "end" and third:
        return span.last - timedelta(days=length - 2 * third - 1), span.last
    return span.first, span.last


def _stamp(at: date, clock: list[int | None], zone: str) -> str:
    hour, minute, second = clock
    text = f"{at.isoformat()}T{hour:02d}:{minute or 0:02d}"
    local = datetime(at.year, at.month, at.day, hour or 0, minute or 0)
    return text + (f":{second:02d}" if second is not None else "") + offset(zone, local)


def _clock(meaning: Meaning, span: Period) -> dict[str, Any]:
    at, clock = span.first, list(meaning.get("clock") or [0, 0, None])
    if span.first != span.last:
        raise Unresolved("an hour of no certain day")
    if meaning.get("midnight") or clock[0] == 24:  # the midnight that ends the day, or an hour after it
        at, clock[0] = at + timedelta(days=1), clock[0] % 24
    value = _stamp(at, clock, meaning.get("zone", ""))
    return {"value": value, "earliest": value, "latest": value, "calendar": span.calendar}


def _clock_range(meaning: Meaning, reference: Reference) -> dict[str, Any]:
    ends: list[str] = []
    for side in (meaning["a"], meaning["b"]):
        span = period(side, reference)
        if ends and ends[0][:10] == span.value and meaning["b"]["clock"] < meaning["a"]["clock"]:
            span = periods.day(span.first + timedelta(days=1))  # from evening until morning
        ends.append(_clock(side, span)["value"] if "clock" in side else span.value)
    return {"value": "/".join(ends), "earliest": ends[0], "latest": ends[1]}


def _part(part: str, span: Period) -> dict[str, Any]:
    if span.first != span.last:
        raise Unresolved("a part of no certain day")
    from_, to = (datetime(span.first.year, span.first.month, span.first.day) + timedelta(hours=h) for h in _PARTS[part])
    to -= timedelta(minutes=1)
    value = f"{span.first.isoformat()}T{part}"
    return {"value": value, "earliest": from_.isoformat(timespec="minutes"), "latest": to.isoformat(timespec="minutes"),
            "calendar": span.calendar}  # fmt: skip


def period(meaning: Meaning, reference: Reference) -> Period:
    """Give the days that a meaning spans. Raises Unresolved where they cannot be known."""
    return _KINDS[meaning["kind"]](meaning, reference)


def _bad(meaning: Meaning, reference: Reference) -> Period:
    raise Unresolved(meaning["reason"])


def _day(meaning: Meaning, reference: Reference) -> Period:
    at = periods.step(reference.day(), "D", meaning["n"])
    wanted = meaning.get("wd")
    if wanted and at.isoweekday() != wanted:
        # the weekday is surer than a day of publication that may be one off
        near = [at + timedelta(days=shift) for shift in (-1, 1, -2, 2, -3, 3)]
        at = next(candidate for candidate in near if candidate.isoweekday() == wanted)
    return periods.day(at)


def _weekday(meaning: Meaning, reference: Reference) -> Period:
    at, wanted = reference.day(), meaning["wd"]
    if "week" in meaning:
        first = periods.week(periods.step(at, "W", meaning["week"])).first
        return periods.day(first + timedelta(days=wanted - 1))
    back, ahead = (at.isoweekday() - wanted) % 7, (wanted - at.isoweekday()) % 7
    rel = meaning.get("rel")
    if rel is None and "toward" not in meaning:
        future = reference.prefer == "future" or (reference.prefer == "nearest" and reference.tense == "future")
        rel = 0 if future and reference.prefer == "nearest" else 1 if future else None
    if rel is None:
        return periods.day(at - timedelta(days=back))
    if rel == 0 and reference.prefer != "future":
        return periods.day(at + timedelta(days=ahead))
    weeks = timedelta(days=7 * max(abs(rel) - 1, 0))  # «الأربعاء قبل الماضي»
    return periods.day(at - timedelta(days=back or 7) - weeks if rel < 0 else at + timedelta(days=ahead or 7) + weeks)


def _unit(meaning: Meaning, reference: Reference) -> Period:
    unit, count = meaning["unit"], meaning["n"]
    if meaning.get("new"):  # in the second half of a year the next one
        month = calendars.to_hijri(reference.day())[1] if meaning.get("cal") == "hijri" else reference.day().month
        count = int(month > 6)
    if meaning.get("cal") == "hijri":
        year, month, _ = calendars.to_hijri(reference.day())
        if unit == "Y":
            return periods.hijri(year + count, None, None)
        at, month = divmod(year * 12 + month - 1 + count, 12)
        return periods.hijri(at, month + 1, None)
    at = reference.day()
    if unit in ("M", "Y", "DEC", "CEN", "Q"):
        at = at.replace(day=1)
    return periods.around(periods.step(at, unit, count), unit)


def _quarter(meaning: Meaning, reference: Reference) -> Period:
    found = periods.quarter(year_of(meaning, reference), meaning["q"])
    if not {"y", "yrel"} & set(meaning) and found.first > reference.day():  # the last one that has begun
        return periods.quarter(found.first.year - 1, meaning["q"])
    return found


def _half(meaning: Meaning, reference: Reference) -> Period:
    return periods.half(year_of(meaning, reference), meaning["h"])


def _season(meaning: Meaning, reference: Reference) -> Period:
    if "rel" not in meaning:
        return periods.season(year_of(meaning, reference), meaning["s"])
    at = reference.day()
    near = [periods.season(at.year + shift, meaning["s"]) for shift in (-2, -1, 0, 1, 2)]
    if meaning["rel"] < 0:
        return next(s for s in reversed(near) if s.last < at)
    if meaning["rel"] > 0:
        return next(s for s in near if s.first > at)
    toward = meaning.get("toward") or {"past": -1, "future": 1}.get(reference.tense or "", 0) if "toward" in meaning else 0
    if toward:  # named alone: the last that has begun, or the first that has not ended
        return next(s for s in reversed(near) if s.first <= at) if toward < 0 else next(s for s in near if s.last >= at)
    # this one is of the year of writing; in the first months of a year the winter is the one that began before it
    return near[1] if meaning["s"] == "WI" and at.month <= _WINTER_OVER else near[2]


def _decade(meaning: Meaning, reference: Reference) -> Period:
    if "y" in meaning:
        return periods.decade(meaning["y"])
    year = reference.day().year
    start = year // 100 * 100 + meaning["tens"]
    return periods.decade(start if start <= year else start - 100)


def _century(meaning: Meaning, reference: Reference) -> Period:
    return periods.century(meaning["y"])


def _nth(meaning: Meaning, reference: Reference) -> Period:
    of = period(meaning["of"], reference)
    which = meaning["n"]
    wanted = meaning.get("wd", 0)
    if meaning.get("unit") == "D":
        at = of.last if which < 0 else of.first + timedelta(days=which - 1)
        found = [at] if of.first <= at <= of.last else []
    elif meaning.get("unit") == "W" and len(of.value) == 4:  # of a year: the ISO week
        found = [date.fromisocalendar(of.first.year, which if which > 0 else date(of.first.year, 12, 28).isocalendar()[1], 1)]
    else:
        days = (of.first + timedelta(days=n) for n in range((of.last - of.first).days + 1))
        all_ = [at for at in days if at.isoweekday() == (wanted or 1)]
        if meaning.get("unit") == "W" and which < 0:  # the last week that lies in the period as a whole
            all_ = [at for at in all_ if at + timedelta(days=6) <= of.last]
        found = all_[-1:] if which < 0 else all_[which - 1 : which]
    if not found:
        raise Unresolved(f"no such day in {of.value}")
    return periods.week(found[0]) if meaning.get("unit") == "W" else periods.day(found[0])


def _shift(meaning: Meaning, reference: Reference) -> Period:
    return durations.shifted(meaning["amount"], meaning["sign"], reference.day())


def _of(meaning: Meaning, reference: Reference) -> Period:
    of = meaning.get("of")
    return period(of, reference) if of else periods.day(reference.day())


def _rest(meaning: Meaning, reference: Reference) -> Period:
    at = reference.day()
    return periods.joined(periods.day(at), periods.day(periods.around(at, meaning["unit"]).last))


def _range(meaning: Meaning, reference: Reference) -> Period:
    a, b = meaning["a"], meaning["b"]
    if a["kind"] == b["kind"] == "weekday" and "week" not in a and a.get("rel") is None:
        # the second weekday follows the first
        start = period(a, reference)
        return periods.joined(start, periods.day(start.first + timedelta(days=(b["wd"] - a["wd"]) % 7)))
    end = period(b, reference)
    start = period(a, reference)
    if start.first > end.last and a["kind"] == "date" and a.get("m") and "y" not in a and "yrel" not in a:
        start = period(a | {"y": end.first.year - (a["m"] > (b.get("m") or 0))}, reference)
    return periods.joined(start, end)


_KINDS: dict[str, Callable[[Meaning, Reference], Period]] = {
    "date": calendar_date, "day": _day, "weekday": _weekday, "unit": _unit, "quarter": _quarter, "half": _half,
    "season": _season, "decade": _decade, "century": _century, "nth": _nth, "shift": _shift, "holiday": feast,
    "clock": _of, "range": _range, "bad": _bad, "rest": _rest,
}  # fmt: skip
