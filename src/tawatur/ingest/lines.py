"""A page's text: every text node outside script, style and template, one block element a line, with how it was drawn."""

from typing import Any, NamedTuple

from tawatur.records.document import Layout

SKIPPED = frozenset({"script", "style", "template"})
# what browsers draw as a block, and cells, options and line breaks, which a reader sees as lines; then NITF's blocks
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
        "block",
        "body.content",
        "body.end",
        "body.head",
        "byline",
        "dateline",
        "distributor",
        "hedline",
        "hl1",
        "hl2",
        "media",
        "media-caption",
        "media-producer",
        "note",
        "tagline",
    ]
)
_PLAIN = frozenset({"html", "body", "div", "span", "font", "tbody"})  # say nothing of what is in them
_AROUND = 32  # names kept about a line, the innermost


class Lines(NamedTuple):
    """The text of a page and its lines' places in it."""

    text: str
    layout: tuple[Layout, ...]


class _Frame(NamedTuple):
    """An open element: its tag, the names about it, whether it stands in a link, the `datetime` of its time element."""

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
        self._pieces: list[str] = []
        self._frames: list[_Frame] = []

    def add(self, piece: str | None, frame: _Frame) -> None:
        """Add a text node."""
        if piece:
            self._pieces.append(piece)
            self._frames.append(frame)

    def flush(self, block: _Frame) -> None:
        """End the line."""
        if not self._pieces:
            return
        pieces, frames = self._pieces, self._frames
        self._pieces, self._frames = [], []
        text = " ".join("".join(pieces).split())
        if not text:
            return
        written = [(frame, len("".join(piece.split()))) for piece, frame in zip(pieces, frames, strict=True)]
        letters = sum(count for _, count in written)
        linked = sum(count for frame, count in written if frame.linked)
        timed = sum(count for frame, count in written if frame.time is not None)
        self.lines.append(text)
        self.layout.append(
            Layout(
                start=self._at,
                end=self._at + len(text),
                tag="time" if timed == letters else block.tag,
                around=block.around,
                linked=round(linked / letters, 3),
                datetime=next((frame.time for frame in frames if frame.time is not None), None),
            )
        )
        self._at += len(text) + 1


def _names(element: Any, tag: str, around: tuple[str, ...]) -> tuple[str, ...]:
    """The names about what is in `element`: those about itself, its tag, and the words of its class and id."""
    words = [] if tag in _PLAIN else [tag]
    for attribute in ("class", "id"):
        value = element.get(attribute)
        if value:
            words += value.split()
    words = [word for word in words if len(word) <= 64 and word not in around]
    return (*around, *words)[-_AROUND:] if words else around


def _local(tag: Any) -> str:
    """An element's name without its namespace, in lower case; empty for what is no element."""
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _enter(element: Any, tag: str, parent: _Frame) -> tuple[_Frame, bool]:
    """The frame of an element, and whether it is a block."""
    if tag in BLOCKS:
        return _Frame(tag, _names(element, tag, parent.around), parent.linked, parent.time), True
    time = element.get("datetime") or "" if tag == "time" else parent.time
    if tag == "a" or time is not parent.time:
        return _Frame(parent.tag, parent.around, parent.linked or tag == "a", time), False
    return parent, False


def linearise(root: Any) -> Lines:
    """Make the lines of a parsed page (an lxml element). Works off a stack, so depth does no harm."""
    writer = _Writer()
    top = _Frame("body", (), False, None)
    # what is still to be done, last first: an element to enter (with its parent's frame), or a tail and a block to end
    todo: list[tuple[Any, _Frame, bool]] = [(root, top, False)]
    while todo:
        element, frame, done = todo.pop()
        tag = _local(element.tag)
        if done:
            if tag in BLOCKS:
                writer.flush(_enter(element, tag, frame)[0] if tag != "br" else frame)
            if element is not root:
                writer.add(element.tail, frame)
            continue
        if not tag or tag in SKIPPED:
            if element is not root:
                writer.add(element.tail, frame)
            continue
        inner, block = _enter(element, tag, frame)
        if block:
            writer.flush(frame)
        todo.append((element, frame, True))
        writer.add(element.text, inner)
        todo.extend((child, inner, False) for child in reversed(element))
    writer.flush(top)
    return Lines("\n".join(writer.lines), tuple(writer.layout))
