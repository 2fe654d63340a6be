"""A page's text: every text node outside script, style and template, one block element a line, with how it was drawn."""

from functools import lru_cache
from typing import Any, NamedTuple

from tawatur.records.document import Layout

SKIPPED = frozenset({"script", "style", "template"})
# what browsers draw as a block, and cells, options and line breaks, which a reader sees as lines; then NITF's blocks
_BLOCK_NAMES = """
    address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav noscript ol
    optgroup option p pre section select summary table tbody td textarea tfoot th thead title tr ul
    block body.content body.end body.head byline dateline distributor hedline hl1 hl2 media media-caption media-producer
    note tagline
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
_PLAIN = frozenset({"html", "body", "div", "span", "font", "tbody"})  # say nothing of what is in them
_AROUND = 32  # names kept about a line, the innermost
_WORD = 64  # letters of a name that still says something


class Lines(NamedTuple):
    """The text of a page and its lines' places in it."""

    text: str
    layout: tuple[Layout, ...]


class _Frame(NamedTuple):
    """An open element: its block's tag, the names about it, whether it is in a link, its time element's `datetime`."""

    tag: str
    around: tuple[str, ...]
    linked: bool
    time: str | None


class _Writer:
    """Collects pieces of text into lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.layout: list[Layout] = []
        self._at = 0
        self._pieces: list[tuple[str, _Frame]] = []

    def add(self, piece: str, frame: _Frame) -> None:
        """Add a text node; white space before the first word of a line is none of it."""
        if self._pieces or not piece.isspace():
            self._pieces.append((piece, frame))

    def flush(self, block: _Frame) -> None:
        """End the line."""
        pieces = self._pieces
        if not pieces:
            return
        self._pieces = []
        text = " ".join("".join([piece for piece, _ in pieces]).split())
        time = next((frame.time for _, frame in pieces if frame.time is not None), None)
        self.lines.append(text)
        self.layout.append(
            Layout(
                start=self._at,
                end=self._at + len(text),
                tag="time" if time is not None and _share(pieces, timed=True) == 1 else block.tag,
                around=block.around,
                linked=_share(pieces),
                datetime=time,
            )
        )
        self._at += len(text) + 1


def _share(pieces: list[tuple[str, _Frame]], timed: bool = False) -> float:
    """The share of the letters that stand in links, or in time elements; 0 to 1."""
    if len(pieces) == 1:
        frame = pieces[0][1]
        return float(frame.time is not None if timed else frame.linked)
    inside = every = 0
    for piece, frame in pieces:
        letters = len("".join(piece.split()))
        every += letters
        if frame.time is not None if timed else frame.linked:
            inside += letters
    return round(inside / every, 3)


def _names(element: Any, tag: str, around: tuple[str, ...]) -> tuple[str, ...]:
    """The names about what is in `element`: those about itself, its tag, and the words of its class and id."""
    words = [] if tag in _PLAIN else [tag]
    for attribute in ("class", "id"):
        value = element.get(attribute)
        if value:
            words += value.split()
    new = [word for word in dict.fromkeys(words) if len(word) <= _WORD and word not in around]
    return (*around, *new)[-_AROUND:] if new else around


@lru_cache(maxsize=1024)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _local(tag: Any) -> str:
    """An element's name without its namespace, in lower case; empty for what is no element."""
    return _bare(tag) if isinstance(tag, str) else ""


def _enter(element: Any, tag: str, parent: _Frame, block: bool) -> _Frame:
    """The frame of what is in an element."""
    if block:
        return parent if tag == "br" else _Frame(tag, _names(element, tag, parent.around), parent.linked, parent.time)
    if tag == "a":
        return parent._replace(linked=True)
    return parent._replace(time=element.get("datetime") or "") if tag == "time" else parent


def linearise(root: Any) -> Lines:
    """Make the lines of a parsed page (an lxml element). Works off a stack, so depth does no harm."""
    writer = _Writer()
    top = _Frame("body", (), False, None)
    # what is still to be done, last first: an element, its parent's frame, and (where it is to be left) its own
    todo: list[tuple[Any, _Frame, _Frame | None]] = [(root, top, None)]
    while todo:
        element, parent, own = todo.pop()
        tag = _local(element.tag)
        block = tag in BLOCKS
        if own is None and tag and tag not in SKIPPED:
            own = _enter(element, tag, parent, block)
            if block:
                writer.flush(parent)
            if element.text:
                writer.add(element.text, own)
            if len(element):
                inner = own
                todo.append((element, parent, own))
                todo.extend([(child, inner, None) for child in reversed(element)])
                continue
        if block and own is not None:
            writer.flush(own)
        if element.tail and element is not root:
            writer.add(element.tail, parent)
    writer.flush(top)
    return Lines("\n".join(writer.lines), tuple(writer.layout))
