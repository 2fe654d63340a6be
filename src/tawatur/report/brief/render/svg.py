"""The timeline as a drawing: time runs from right to left, a mark an entry. Its data stand in the table beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import accumulate, pairwise
from math import log2

from tawatur.records.brief import Brief, Entry
from tawatur.report.brief.frame import counted
from tawatur.report.brief.timeline import begin, day_of
from tawatur.report.clean_text import one_line
from tawatur.report.messages import Lang, messages
from tawatur.report.wording import when

_WIDTH, _SIDE, _STEP, _RADIUS = 720, 40, 16, 6
_TICKS = 6  # names of days that stand beside one another at this width
_COLOURS = {"event": "#9a3412", "statement": "#b98309", "update": "#1f5fa8", "report": "#0f5e5a"}
_SHAPES = ("update", "event", "statement", "report")


@dataclass(frozen=True)
class _Mark:
    day: date
    entry: Entry


@dataclass(frozen=True)
class _Tick:
    """A name under the line, at `x` of the drawing's width."""

    x: float
    name: str


def timeline_svg(brief: Brief) -> str:
    """Give the timeline as an SVG element, its words escaped; empty where no entry has a day or month."""
    stacks = _stacks(brief)
    if not stacks:
        return ""
    line = _line(stacks)
    return _svg(brief, stacks, line + 44, f"{_names(_ticks(stacks, brief.lang), line, brief.lang)}{_key(brief, line + 44)}")


def timeline_figure(brief: Brief) -> str:
    """Give the timeline as a drawing without words, and its words as HTML below: for printers that do not shape Arabic inside of SVG."""
    stacks = _stacks(brief)
    if not stacks:
        return ""
    m, line = messages("brief", brief.lang), _line(stacks)
    names = "".join(
        f'<span style="position:absolute;{_aside(tick.x)}">{escape(tick.name)}</span>' for tick in _ticks(stacks, brief.lang)
    )
    shapes = "".join(
        f'<svg width="16" height="16" viewBox="-8 -8 16 16">{_shape(kind, 0, 0, _COLOURS[kind])}</svg> {escape(m(f"kind_{kind}"))} '
        for kind in _SHAPES
    )
    return f'{_svg(brief, stacks, line + 8, "")}<div class="days">{names}</div><div class="key">{shapes}</div>'


def _aside(x: float) -> str:
    """Where a name stands in the width of the page: about its place, at the edges inwards."""
    if x <= _SIDE:
        return f"left:{50 * _SIDE / _WIDTH:.1f}%;text-align:left"
    if x >= _WIDTH - _SIDE:
        return f"right:{50 * _SIDE / _WIDTH:.1f}%;text-align:right"
    return f"left:{100 * x / _WIDTH - 50 / _TICKS:.1f}%;width:{100 / _TICKS:.1f}%;text-align:center"


def _stacks(brief: Brief) -> dict[date, list[_Mark]]:
    """The entries of each day, in the order of days."""
    marks = [_Mark(day, entry) for entry in brief.timeline if (day := day_of(entry.date))]
    stacks: dict[date, list[_Mark]] = {}
    for mark in sorted(marks, key=lambda one: one.day):
        stacks.setdefault(mark.day, []).append(mark)
    return stacks


def _line(stacks: Mapping[date, Sequence[_Mark]]) -> float:
    """The height of the line of time, below the highest stack."""
    return _STEP * max(map(len, stacks.values())) + 26


def _svg(brief: Brief, stacks: Mapping[date, Sequence[_Mark]], height: float, words: str) -> str:
    places, line = _places(list(stacks)), _line(stacks)
    marks = [
        _mark(mark, places[day], line - _STEP * (n + 1) + 2) for day, stack in stacks.items() for n, mark in enumerate(stack)
    ]
    title, told = _told(brief, list(stacks.values()))
    return (
        f'<svg class="timeline" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        f' aria-labelledby="timeline-title timeline-desc" direction="{"rtl" if brief.lang == "ar" else "ltr"}">'
        f'<title id="timeline-title">{title}</title><desc id="timeline-desc">{told}</desc>'
        f'<line x1="{_SIDE / 2}" y1="{line}" x2="{_WIDTH - _SIDE / 2}" y2="{line}" stroke="#777" stroke-width="1.5"/>'
        f'<path d="M {_SIDE / 2} {line} l 9 -5 v 10 z" fill="#777"/>{"".join(marks)}{words}</svg>'
    )


def _told(brief: Brief, stacks: Sequence[Sequence[_Mark]]) -> tuple[str, str]:
    m = messages("brief", brief.lang)
    title = m("svg_title", title=one_line(brief.title or when(brief.date, brief.lang) or m("untitled")))
    entries = counted("", "entries", sum(map(len, stacks)), brief.lang)
    first, last = _named(stacks[0], brief.lang), _named(stacks[-1], brief.lang)
    if len(stacks) == 1:
        return escape(title), escape(m("svg_desc_one", first=first, entries=entries))
    return escape(title), escape(m("svg_desc", first=first, last=last, entries=entries))


def _places(days: Sequence[date]) -> dict[date, float]:
    """The places of days, the first at the right. Room grows with the logarithm of the days between, so that a week after years is seen."""
    if len(days) == 1:
        return {days[0]: _WIDTH / 2}
    steps = [1 + log2((later - earlier) / timedelta(days=1)) for earlier, later in pairwise(days)]
    reached = list(accumulate(steps, initial=0.0))
    return {
        day: round(_WIDTH - _SIDE - (_WIDTH - 2 * _SIDE) * at / reached[-1], 1) for day, at in zip(days, reached, strict=True)
    }


def _mark(mark: _Mark, x: float, y: float) -> str:
    words = escape(one_line(mark.entry.sentence.text))
    colour, kind = _COLOURS[mark.entry.kind], mark.entry.kind
    return f'<g class="mark {kind}"><title>{words}</title>{_shape(kind, x, y, colour)}</g>'


def _shape(kind: str, x: float, y: float, colour: str) -> str:
    """Kinds differ in shape too, for those who do not see colours."""
    r = _RADIUS
    if kind == "update":
        return f'<rect x="{x - r}" y="{y - r}" width="{2 * r}" height="{2 * r}" fill="{colour}"/>'
    if kind == "event":
        return f'<path d="M {x} {y - r - 1} L {x + r + 1} {y} L {x} {y + r + 1} L {x - r - 1} {y} Z" fill="{colour}"/>'
    if kind == "statement":
        return f'<circle cx="{x}" cy="{y}" r="{r - 1.25}" fill="none" stroke="{colour}" stroke-width="2.5"/>'
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{colour}"/>'


def _ticks(stacks: Mapping[date, Sequence[_Mark]], lang: Lang) -> list[_Tick]:
    """Names of the first and last day, and of others that leave room."""
    places = _places(list(stacks))
    ticks = [_Tick(places[day], _named(stack, lang)) for day, stack in stacks.items()]
    kept: list[_Tick] = []
    for tick in (ticks[0], ticks[-1], *ticks):
        if all(abs(tick.x - other.x) >= (_WIDTH - 2 * _SIDE) / _TICKS for other in kept):
            kept.append(tick)
    return kept


def _names(ticks: Sequence[_Tick], line: float, lang: Lang) -> str:
    drawn = []
    for tick in ticks:
        anchor, at = _anchor(tick.x, lang)
        drawn.append(
            f'<line x1="{tick.x}" y1="{line - 4}" x2="{tick.x}" y2="{line + 4}" stroke="#777"/>'
            f'<text x="{at}" y="{line + 20}" text-anchor="{anchor}" font-size="12" fill="currentColor">{escape(tick.name)}</text>'
        )
    return "".join(drawn)


def _anchor(x: float, lang: Lang) -> tuple[str, float]:
    """How a name hangs at its place: in the middle, at the drawing's edges inwards. `start` is the right in Arabic."""
    if x <= _SIDE:
        return ("end" if lang == "ar" else "start"), _SIDE / 2
    if x >= _WIDTH - _SIDE:
        return ("start" if lang == "ar" else "end"), _WIDTH - _SIDE / 2
    return "middle", x


def _named(stack: Sequence[_Mark], lang: Lang) -> str:
    """The day of some entries, short: in Arabic with the month's first name only («9 نيسان 2019»); the month where none has a day."""
    value = max((begin(mark.entry.date) for mark in stack), key=len)
    words = when(value, lang, weekday=False)
    return f"{words.partition('/')[0]} {stack[0].day.year}" if lang == "ar" and "/" in words else words


def _key(brief: Brief, height: float) -> str:
    m = messages("brief", brief.lang)
    drawn, x = [], float(_WIDTH - _SIDE / 2)
    for kind in _SHAPES:
        drawn.append(_shape(kind, x - _RADIUS, height - 10, _COLOURS[kind]))
        anchor = "start" if brief.lang == "ar" else "end"
        drawn.append(
            f'<text x="{x - 3 * _RADIUS}" y="{height - 6}" font-size="12" text-anchor="{anchor}" fill="currentColor">{escape(m(f"kind_{kind}"))}</text>'
        )
        x -= 110
    return "".join(drawn)
