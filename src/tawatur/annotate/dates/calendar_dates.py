"""Dates of a calendar whose year or month may be missing: which one is meant."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from tawatur.annotate.dates import periods
from tawatur.annotate.dates.periods import Period, Unresolved
from tawatur.annotate.dates.reference import Meaning, Reference
from tawatur.arabic.calendars import to_hijri

_NOT_HIJRI = 1600  # a larger year beside a Hijri month is Gregorian
# a weekday that does not fit so near a date is a slip of the pen; farther off it shows the year
_NEAR = timedelta(days=60)
Make = Callable[[int, int | None, int | None], Period]


def calendar_date(meaning: Meaning, reference: Reference) -> Period:
    """Give the period of a meaning of kind `date`."""
    make: Make = periods.hijri if meaning.get("cal") == "hijri" else periods.gregorian
    month, day = meaning.get("m"), meaning.get("d")
    if "mrel" in meaning:
        year, number = _month_from_now(meaning, reference)
        return make(year, number, day)
    if "y" in meaning and make is periods.hijri and meaning["y"] > _NOT_HIJRI:
        return _in_gregorian_year(meaning["y"], month, day)
    if "y" in meaning:
        found = make(meaning["y"], month, day)
        if meaning.get("either") and meaning.get("wd", found.first.isoweekday()) != found.first.isoweekday():
            # month and day in the other order, as the weekday shows
            return (_on(_existing(make, [(meaning["y"], day, month)]), meaning["wd"]) or [found])[0]
        return found
    if "yrel" in meaning:
        return make(_now(meaning, reference)[0] + meaning["yrel"], month, day)
    if month is None:
        return _day_of_some_month(meaning, reference, make)
    year = _now(meaning, reference)[0]
    options = _existing(make, [(year + shift, month, day) for shift in (-1, 0, 1)])
    if meaning.get("either") and meaning.get("wd") and not _on(options, meaning["wd"]):
        # digits of a Hijri month, as the weekday shows
        near = to_hijri(reference.day())[0]
        hijri = _on(_existing(periods.hijri, [(near + shift, month, day) for shift in (-1, 0, 1)]), meaning["wd"])
        options = hijri or options
    if not options:
        options = _existing(make, [(year + shift, month, day) for shift in (-4, -3, -2, 2, 3, 4)])
    if not options:
        raise Unresolved(f"no such day: {day} of month {month}")
    if meaning.get("dir"):
        return _beside(options, reference, meaning["dir"])
    toward = meaning.get("toward", -1 if reference.prefer == "nearest" and reference.tense == "past" else None)
    if day is None and toward is None and reference.prefer == "nearest" and make is periods.gregorian:
        return _nearest_month(options, reference)
    found = nearest(options, reference, toward)
    far = max(found.first - reference.day(), reference.day() - found.last) > _NEAR
    fitting = _on(options, meaning.get("wd", 0)) if day and far else []
    return nearest(fitting, reference, toward) if fitting else found


def _nearest_month(options: Sequence[Period], reference: Reference) -> Period:
    """The month that is fewest months away, on a tie the earlier unless the tense shows the future: in July, January is the last."""
    at = reference.day()
    ordered = options[::-1] if reference.tense == "future" else options
    return min(ordered, key=lambda option: abs((option.first.year - at.year) * 12 + option.first.month - at.month))


def _on(options: Sequence[Period], weekday: int) -> list[Period]:
    return [option for option in options if option.first.isoweekday() == weekday]


def _in_gregorian_year(year: int, month: int | None, day: int | None) -> Period:
    """«رمضان 2019»: the Hijri month or day that began in a Gregorian year."""
    start = to_hijri(date(year, 1, 1))[0]
    options = [periods.hijri(hijri, month, day) for hijri in (start, start + 1)]
    return next((option for option in options if option.first.year == year), options[0])


def _now(meaning: Meaning, reference: Reference) -> tuple[int, int, int]:
    at = reference.day()
    return to_hijri(at) if meaning.get("cal") == "hijri" else (at.year, at.month, at.day)


def _month_from_now(meaning: Meaning, reference: Reference) -> tuple[int, int]:
    year, month, _ = _now(meaning, reference)
    year, month = divmod(year * 12 + month - 1 + meaning["mrel"], 12)
    return year, month + 1


def _existing(make: Make, options: Sequence[tuple[int, int | None, int | None]]) -> list[Period]:
    found = []
    for option in options:
        try:
            found.append(make(*option))
        except Unresolved:
            continue
    return found


def _day_of_some_month(meaning: Meaning, reference: Reference, make: Make) -> Period:
    """A day without its month: this month's, or with a weekday the nearest on which it fell."""
    year, month, _ = _now(meaning, reference)
    months = [divmod(year * 12 + month - 1 + shift, 12) for shift in (0, -1, 1, -2, 2)]
    options = _existing(make, [(y, m + 1, meaning.get("d")) for y, m in months])
    wanted = meaning.get("wd")
    fitting = [option for option in options if not wanted or option.first.isoweekday() == wanted]
    if not fitting:
        raise Unresolved("no such day in the months around")
    if reference.prefer == "nearest" and not wanted:
        return fitting[0]
    return nearest(sorted(fitting), reference, None)


def _beside(options: list[Period], reference: Reference, direction: int) -> Period:
    """The last such period before now (-1), the next after (1): not the one that holds now."""
    at = reference.day()
    if direction < 0:
        before = [option for option in options if option.last < at]
        return before[-1] if before else options[0]
    after = [option for option in options if option.first > at]
    return after[0] if after else options[-1]


def nearest(options: Sequence[Period], reference: Reference, toward: int | None) -> Period:
    """Choose among periods in their order: the nearest to now, the earlier on a tie; or the last past, the next future.

    `toward` -1 asks for one that has begun, whatever the reading, 1 for one that has not ended.
    """
    at = reference.day()
    if toward == -1 or (toward is None and reference.prefer == "past"):
        begun = [option for option in options if option.first <= at]
        return begun[-1] if begun else options[0]
    if toward == 1 or reference.prefer == "future":
        open_ = [option for option in options if option.last >= at]
        return open_[0] if open_ else options[-1]
    zero = timedelta(0)
    return min(options, key=lambda option: (max(option.first - at, at - option.last, zero), option.first))
