"""The timeline as a drawing: time runs from right to left, a mark an entry. Its data stand in the table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from tawatur.records.brief import Brief, Entry
from tawatur.report.brief.frame import counted
from tawatur.report.brief.timeline import begin
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


def timeline_svg(brief: Brief) -> str:
    """Give the timeline as an SVG element, its words escaped; empty where no entry has a day or month."""
    marks = [_Mark(day, entry) for entry in brief.timeline if (day := day_of(entry.date))]
    if not marks:
        return ""
    first, last = min(mark.day for mark in marks), max(mark.day for mark in marks)
    stacks: dict[date, list[_Mark]] = {}
    for mark in marks:
        stacks.setdefault(mark.day, []).append(mark)
    height = _STEP * max(map(len, stacks.values())) + 70
    line = height - 44
    drawn = [_ticks(sorted(stacks), first, last, line, brief.lang)]
    for day, stack in stacks.items():
        drawn += [_mark(mark, _x(day, first, last), line - _STEP * (n + 1) + 2) for n, mark in enumerate(stack)]
    title, told = _told(brief, first, last, len(marks))
    return (
        f'<svg class="timeline" role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        f' aria-labelledby="timeline-title timeline-desc" direction="{"rtl" if brief.lang == "ar" else "ltr"}">'
        f'<title id="timeline-title">{title}</title><desc id="timeline-desc">{told}</desc>'
        f'<line x1="{_SIDE / 2}" y1="{line}" x2="{_WIDTH - _SIDE / 2}" y2="{line}" stroke="#777" stroke-width="1.5"/>'
        f'<path d="M {_SIDE / 2} {line} l 9 -5 v 10 z" fill="#777"/>{"".join(drawn)}{_key(brief, height)}</svg>'
    )


def day_of(value: str) -> date | None:
    """Give the first day of a value of time: of a day, week, month or quarter; None for anything longer or not understood."""
    text = begin(value)
    try:
        if "-W" in text:
            return date.fromisocalendar(int(text[:4]), int(text[6:8]), 1)
        if "-Q" in text:
            return date(int(text[:4]), 3 * int(text[6]) - 2, 1)
        return date.fromisoformat(text if len(text) > len("2019-06") else f"{text}-01")
    except ValueError:
        return None


def _told(brief: Brief, first: date, last: date, number: int) -> tuple[str, str]:
    m = messages("brief", brief.lang)
    title = m("svg_title", title=_clean(brief.title or when(brief.date, brief.lang) or m("untitled")))
    entries = counted("", "entries", number, brief.lang)
    days = [when(day.isoformat(), brief.lang, weekday=False) for day in (first, last)]
    told = (
        m("svg_desc", first=days[0], last=days[1], entries=entries)
        if first != last
        else m("svg_desc_one", first=days[0], entries=entries)
    )
    return escape(title), escape(told)


def _clean(text: str) -> str:
    return one_line(text)


def _x(day: date, first: date, last: date) -> float:
    """The place of a day: the first at the right."""
    span = (last - first) / timedelta(days=1)
    share = (day - first) / timedelta(days=1) / span if span else 0.5
    return round(_WIDTH - _SIDE - share * (_WIDTH - 2 * _SIDE), 1)


def _mark(mark: _Mark, x: float, y: float) -> str:
    words = escape(_clean(mark.entry.sentence.text))
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


def _ticks(days: Sequence[date], first: date, last: date, line: float, lang: Lang) -> str:
    """Names under the line: of the first and last day, and of others that leave room."""
    drawn, taken = [], list[float]()
    for day in (first, last, *days):
        x = _x(day, first, last)
        if all(abs(x - other) >= (_WIDTH - 2 * _SIDE) / _TICKS for other in taken):
            taken.append(x)
            anchor = "middle" if _SIDE < x < _WIDTH - _SIDE else ("start" if (x <= _SIDE) == (lang == "en") else "end")
            at = x if anchor == "middle" else (_SIDE / 2 if x <= _SIDE else _WIDTH - _SIDE / 2)
            if first == last:
                anchor, at = "middle", x
            drawn.append(
                f'<line x1="{x}" y1="{line - 4}" x2="{x}" y2="{line + 4}" stroke="#777"/>'
                f'<text x="{at}" y="{line + 20}" text-anchor="{anchor}" font-size="12" fill="currentColor">{escape(_day_name(day, lang))}</text>'
            )
    return "".join(drawn)


def _day_name(day: date, lang: Lang) -> str:
    """A day, short: in Arabic with the month's first name only («9 نيسان 2019»)."""
    return when(day.isoformat(), lang, weekday=False).partition("/")[0] + (f" {day.year}" if lang == "ar" else "")


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
