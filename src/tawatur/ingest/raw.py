"""A Raw: one page, file or row as it was found, before the costly part (decoding, HTML) is done to it."""

from typing import Literal

from tawatur.records.base import Record
from tawatur.records.document import Given, Hint

Format = Literal["text", "html", "row"]


class Raw(Record, frozen=True, kw_only=True):
    """What a reader gives for one document: bytes as they were found (`data`), or text that needs no decoding (`text`).

    `format` says how to read it: `text` and `row` are taken letter by letter, `html` is made into lines. A Raw can be
    pickled, so `document` may run in another process. `identity` stands for the address in the id where there is none
    (a path relative to what was read, with the row's own key where it has one).
    """

    source: str
    format: Format
    data: bytes | None = None
    text: str | None = None
    identity: str | None = None
    key: str | None = None
    address: str | None = None
    fetched: str | None = None  # ISO
    charset: str | None = None  # what the server said of `data`
    whole: bool = False  # HTML that is the article's own body (a feed's content), without a page around it
    given: Given = Given()
    hints: tuple[Hint, ...] = ()
