"""A text with marks over it, as HTML: marks nest where they can, and are cut into pieces where they cross.

Every mark is an element with the id that links point at (`s-START-END`) around exactly its words; the later pieces of a
mark that is cut carry `data-of` with that id.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from markupsafe import Markup, escape

from tawatur.web.address import anchor

_OPEN = Markup('<span {place} class="m {kinds}"{tip}>')
_LINK = Markup('<a {place} class="m {kinds}" href="{href}"{tip}>')
_ID = Markup('id="{}"')
_OF = Markup('data-of="{}"')
_TIP = Markup(' tabindex="0" data-tip="{}"')
_LINK_TIP = Markup(' data-tip="{}"')
_CLOSE = Markup("</span>")
_CLOSE_LINK = Markup("</a>")


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Words that something is said of. `kind` is a style (`quote`, `date`, `name`, `place` for a mere target); `href` where they lead."""

    start: int
    end: int
    kind: str
    tip: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class _Merged:
    start: int
    end: int
    kinds: str
    tip: str
    href: str


class Marked:
    """The marks of one page of a text, of which its lines are asked for in order."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._waiting = _merge(mark for mark in marks if 0 <= mark.start < mark.end <= len(text))
        self._next = 0
        self._open: list[_Merged] = []
        self._seen: set[str] = set()

    def line(self, start: int, end: int) -> Markup:
        """Give the text from `start` to `end`; must not be asked for a place before the last one."""
        self._open = [mark for mark in self._open if mark.end > start]
        while self._next < len(self._waiting) and self._waiting[self._next].start < end:
            self._open.append(self._waiting[self._next])
            self._next += 1
        within = [mark for mark in self._open if mark.end > start]
        return Markup("").join(self._pieces(start, end, within))

    def _pieces(self, start: int, end: int, marks: Sequence[_Merged]) -> Iterator[Markup]:
        at = start
        links: list[bool] = []  # of the open elements, the innermost last: whether it is a link
        for place, mark in _nested(start, end, marks):
            if place > at:
                yield escape(self._text[at:place])
                at = place
            if mark is None:
                yield _CLOSE_LINK if links.pop() else _CLOSE
            else:
                links.append(bool(mark.href) and not any(links))  # a link holds no other one
                yield self._opening(mark, link=links[-1])
        if at < end:
            yield escape(self._text[at:end])

    def _opening(self, mark: _Merged, *, link: bool) -> Markup:
        name = anchor(mark.start, mark.end)
        place = (_OF if name in self._seen else _ID).format(name)
        self._seen.add(name)
        if link:
            return _LINK.format(place=place, kinds=mark.kinds, href=mark.href, tip=_LINK_TIP.format(mark.tip) if mark.tip else "")
        return _OPEN.format(place=place, kinds=mark.kinds, tip=_TIP.format(mark.tip) if mark.tip else "")


def _merge(marks: Iterable[Mark]) -> list[_Merged]:
    """Marks over the very same words become one, in the order of their places; the longer of two first."""
    together: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        together.setdefault((mark.start, -mark.end), []).append(mark)
    merged = []
    for (start, end), same in sorted(together.items(), key=lambda item: item[0]):
        kinds = " ".join(dict.fromkeys(mark.kind for mark in same))
        tip = "\n".join(dict.fromkeys(mark.tip for mark in same if mark.tip))
        href = next((mark.href for mark in same if mark.href), "")
        merged.append(_Merged(start=start, end=-end, kinds=kinds, tip=tip, href=href))
    return merged


def _nested(start: int, end: int, marks: Sequence[_Merged]) -> Iterator[tuple[int, _Merged | None]]:
    """Give openings (with their mark) and closings (None) in the order of their places, properly nested."""
    queue = [(max(start, mark.start), -min(end, mark.end), number, mark) for number, mark in enumerate(marks)]
    heapify(queue)
    ends: list[int] = []
    while queue:
        place, upto, number, mark = heappop(queue)
        while ends and ends[-1] <= place:
            yield ends.pop(), None
        upto = -upto
        if ends and upto > ends[-1]:  # it crosses the one that is open: the rest follows after that one's end
            heappush(queue, (ends[-1], -upto, number, mark))
            upto = ends[-1]
        yield place, mark
        ends.append(upto)
    while ends:
        yield ends.pop(), None
