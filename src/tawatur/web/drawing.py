"""Drawings as SVG: places and sizes are worked out here, the templates only write them down.

Across, places are shares of the width in percent, so that a drawing fits any width without its words growing or shrinking; down,
they are pixels.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import Literal, TypeVar

T = TypeVar("T")
Manner = Literal["credited", "named", "silent"]

_ROW = 44  # pixels from one name of a column to the next: two lines of words
_HEAD = 8
_LINE = 19  # letters of a line beside the drawing: what stands in a third of 358 pixels at the drawing's size of letters
_THICKEST, _THINNEST = 16.0, 1.2


@dataclass(frozen=True, kw_only=True)
class End:
    """A name at one side of a drawing, in one or two lines; `full` is all of it."""

    full: str
    lines: tuple[str, ...]
    y: float
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Flow:
    """What goes from one side to the other, before it has a place. `share` is 0 to 1; `title` says it in words."""

    source: str
    target: str
    share: float
    manner: Manner
    title: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Strand:
    """A line of the drawing: a path in a box of 100 by the drawing's height."""

    path: str
    width: float
    manner: Manner
    title: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Flows:
    """Sources at the side where reading begins, targets at the other, and strands between them."""

    height: int
    sources: tuple[End, ...]
    targets: tuple[End, ...]
    strands: tuple[Strand, ...]
    rtl: bool


def flows(found: Sequence[Flow], hrefs: dict[str, str], *, rtl: bool) -> Flows:
    """Place flows: the names of each side in the order in which they come, what the shares of one pair add up to side by side."""
    sources = list(dict.fromkeys(one.source for one in found))
    targets = list(dict.fromkeys(one.target for one in found))
    rows = max(len(sources), len(targets), 1)
    height = rows * _ROW + 2 * _HEAD
    starts, ends = _spread(sources, height), _spread(targets, height)
    return Flows(
        height=height,
        sources=tuple(_end(name, starts[name], hrefs) for name in sources),
        targets=tuple(_end(name, ends[name], hrefs) for name in targets),
        strands=tuple(_strands(found, starts, ends, rtl=rtl)),
        rtl=rtl,
    )


def _spread(names: Sequence[str], height: int) -> dict[str, float]:
    step = (height - 2 * _HEAD) / max(1, len(names))
    return {name: round(_HEAD + step * (at + 0.5), 1) for at, name in enumerate(names)}


def _end(name: str, y: float, hrefs: dict[str, str]) -> End:
    return End(full=name, lines=lines(name), y=y, href=hrefs.get(name, ""))


def lines(text: str) -> tuple[str, ...]:
    """Give words in one line or two of at most 19 letters; what is longer is cut off with an ellipsis."""
    if len(text) <= _LINE:
        return (text,)
    first, rest = "", text.split()
    while rest and len(f"{first} {rest[0]}".strip()) <= _LINE:
        first = f"{first} {rest.pop(0)}".strip()
    second = " ".join(rest)
    if not first:
        return (_cut(second),)
    return (first, _cut(second)) if second else (first,)


def _cut(text: str) -> str:
    return text if len(text) <= _LINE else f"{text[: _LINE - 1].rstrip()}…"


def _strands(found: Sequence[Flow], starts: dict[str, float], ends: dict[str, float], *, rtl: bool) -> list[Strand]:
    together: dict[tuple[str, str], list[Flow]] = {}
    for one in found:
        together.setdefault((one.source, one.target), []).append(one)
    made = []
    for (source, target), held in together.items():
        widths = [max(_THINNEST, _THICKEST * min(1.0, one.share)) for one in held]
        at = -sum(widths) / 2
        for one, width in zip(held, widths, strict=True):
            shift = at + width / 2
            at += width
            path = _curve(starts[source] + shift, ends[target] + shift, rtl=rtl)
            made.append(Strand(path=path, width=round(width, 1), manner=one.manner, title=one.title, href=one.href))
    return made


def _curve(start: float, end: float, *, rtl: bool) -> str:
    first, last = (100, 0) if rtl else (0, 100)
    return f"M{first} {start:.1f}C50 {start:.1f} 50 {end:.1f} {last} {end:.1f}"


@dataclass(frozen=True, kw_only=True)
class Point:
    """A happening on a line of time: `x` in percent of the width, `y` and `r` in pixels. `kind` is a style."""

    x: float
    y: float
    r: float
    kind: str
    title: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A year or month under the line."""

    x: float
    words: str


@dataclass(frozen=True, kw_only=True)
class Happening:
    """What is to be put on a line of time: an ISO day, and how much it weighs (1 and more)."""

    day: str
    weight: int
    kind: str
    title: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Years:
    """A line of time; what falls together is heaped above it (`kind` story) or below it (all else)."""

    height: int
    base: float
    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]


_MARGIN = 5.0  # percent of the width that stays free at both ends
_TICKS = 7  # at most
_STEP = 20  # pixels from one of a heap to the next
_HEAP = 8  # of one heap; the rest stands in the table
_NEAR = 3.4  # percent of the width within which two points would touch on 358 pixels


def years(found: Sequence[Happening], ticks: Sequence[tuple[str, str]], *, rtl: bool) -> Years:
    """Place happenings on one line. `ticks` are ISO days with their words, of which so many are kept as can be read."""
    days = sorted(ordinal(one.day) for one in found)
    first, last = days[0], max(days[-1], days[0] + 1)

    def across(day: int) -> float:
        share = _MARGIN + (100 - 2 * _MARGIN) * (day - first) / (last - first)
        placed: float = 100 - share if rtl else share
        return round(placed, 2)

    above = _heaped([one for one in found if one.kind == "story"], across)
    below = _heaped([one for one in found if one.kind != "story"], across)
    base = 14 + _STEP * max((level + 1 for _, level, _ in above), default=1)
    points = [
        Point(x=x, y=base - 8 - _STEP * level if one.kind == "story" else base + 34 + _STEP * level, r=_radius(one), kind=one.kind,
              title=one.title, href=one.href)
        for x, level, one in (*above, *below)
    ]  # fmt: skip
    depth = max((level + 1 for _, level, _ in below), default=0)
    kept = [Tick(x=across(ordinal(day)), words=words) for day, words in ticks if first <= ordinal(day) <= last]
    return Years(height=int(base + 30 + _STEP * depth), base=base, points=tuple(points), ticks=tuple(_apart(kept)))


def _radius(one: Happening) -> float:
    return round(min(9.0, 3.5 + 1.1 * sqrt(one.weight - 1)), 1)


def _heaped(found: Sequence[Happening], across: Callable[[int], float]) -> list[tuple[float, int, Happening]]:
    placed: list[tuple[float, int, Happening]] = []
    for one in sorted(found, key=lambda one: one.day):
        x = across(ordinal(one.day))
        taken = {level for other, level, _ in placed if abs(other - x) < _NEAR}
        level = next(level for level in range(len(taken) + 1) if level not in taken)
        if level < _HEAP:
            placed.append((x, level, one))
    return placed


def _apart(ticks: Sequence[Tick]) -> list[Tick]:
    step = -(-len(ticks) // _TICKS) or 1
    return list(ticks[::step])


def ticks_of(days: Sequence[str]) -> list[str]:
    """Give the firsts of years between ISO days, of months where the days are within two years; none where they are within a month."""
    years_, months = sorted({day[:4] for day in days}), sorted({day[:7] for day in days if len(day) >= 7})
    if int(years_[-1]) - int(years_[0]) > 1 or len(months) < 2:
        return [f"{year}-01-01" for year in range(int(years_[0]) + 1, int(years_[-1]) + 1)]
    first, last = months[0], months[-1]
    at, found = (int(first[:4]), int(first[5:7])), []
    while (at := (at[0] + at[1] // 12, at[1] % 12 + 1)) <= (int(last[:4]), int(last[5:7])):
        found.append(f"{at[0]:04}-{at[1]:02}-01")
    return found


def ordinal(day: str) -> int:
    """Give the number of an ISO day; of a month or year that of its first day. Raises ValueError where it is none."""
    year, month, number = (*day[:10].split("-"), "01", "01")[:3]
    return date(int(year), int(month), int(number)).toordinal()
