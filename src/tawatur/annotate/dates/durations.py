"""Amounts of time: their ISO form, and the stretch or the moment that they lead to from now."""

from datetime import date, datetime, timedelta
from typing import Any

from tawatur.annotate.dates import periods
from tawatur.annotate.dates.periods import Period, Unresolved
from tawatur.annotate.dates.reference import Meaning, Reference

Amount = list[list[Any]]  # pairs of number and unit, the largest unit first
_DATE_ORDER = ("Y", "M", "W", "D")
_TIME_ORDER = ("H", "MIN", "S")
_MANY = {"DEC": ("Y", 10), "CEN": ("Y", 100), "Q": ("M", 3)}
_SMALLER = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("H", 24), "H": ("MIN", 60), "MIN": ("S", 60)}


def plain(amount: Amount) -> dict[str, float]:
    """Give the amount by unit, decades and centuries in years, halves in the next smaller unit."""
    units: dict[str, float] = {}
    for number, unit in amount:
        factor_unit, factor = _MANY.get(unit, (unit, 1))
        whole = number * factor
        rest = whole % 1
        if rest in (0.5, 0.25, 0.75) and factor_unit in _SMALLER:
            smaller, times = _SMALLER[factor_unit]
            if (rest * times) % 1 == 0:
                units[smaller] = units.get(smaller, 0) + rest * times
                whole -= rest
        if whole:
            units[factor_unit] = units.get(factor_unit, 0) + whole
    return units


def iso(amount: Amount) -> str:
    """Give the ISO 8601 duration; a year and a half is P18M, three hours and ten minutes PT3H10M."""
    units = plain(amount)
    if set(units) == {"Y", "M"} and any(number % 1 for number, _ in amount):
        units = {"M": units["Y"] * 12 + units["M"]}
    days = "".join(f"{units[unit]:.10g}{unit}" for unit in _DATE_ORDER if unit in units)
    times = "".join(f"{units[unit]:.10g}{unit[0]}" for unit in _TIME_ORDER if unit in units)
    return f"P{days}{'T' + times if times else ''}"


def timed(amount: Amount) -> bool:
    """Whether the amount is one of hours, minutes or seconds."""
    return any(unit in _TIME_ORDER for _, unit in amount)


def _moved(at: datetime, amount: Amount, sign: int) -> datetime:
    units = plain(amount)
    for unit in _DATE_ORDER:
        if unit in units:
            if units[unit] % 1:
                raise Unresolved("a fraction of a day")
            at = datetime.combine(periods.step(at.date(), unit, sign * int(units[unit])), at.time())
    seconds = units.get("H", 0) * 3600 + units.get("MIN", 0) * 60 + units.get("S", 0)
    return at + sign * timedelta(seconds=seconds)


def smallest(amount: Amount) -> str:
    """The smallest unit of the amount that a day can be rounded to."""
    units = {unit for _, unit in amount}
    return next((unit for unit in ("D", "W", "M", "Q", "Y", "DEC", "CEN") if unit in units), "D")


def shifted(amount: Amount, sign: int, at: date) -> Period:
    """Give the day, week, month or year at that distance before (-1) or after (1) a day."""
    moved = _moved(datetime(at.year, at.month, at.day), amount, sign)
    unit = "D" if timed(amount) else smallest(amount)
    return periods.around(moved.date(), unit)


def moment(meaning: Meaning, reference: Reference) -> dict[str, Any] | None:
    """The time at a distance in hours, where the hour of publication is known; else None."""
    reference.day()
    if not reference.timed or reference.moment is None:
        return None
    at = _moved(reference.moment, meaning["amount"], meaning["sign"])
    value = at.isoformat(timespec="seconds" if at.second else "minutes")
    return {"value": value, "earliest": value, "latest": value}


def amount(meaning: Meaning, reference: Reference) -> dict[str, Any]:
    """The duration's value; where it is counted from now (`sign`), the days that it spans."""
    found: dict[str, Any] = {"value": iso(meaning["amount"])}
    sign = meaning.get("sign", 0)
    if sign and reference.moment is not None:
        now = reference.day()
        other = shifted(meaning["amount"], sign, now)
        first, last = (other.first, now) if sign < 0 else (now, other.last)
        found |= {"earliest": min(first, last).isoformat(), "latest": max(first, last).isoformat()}
    return found
