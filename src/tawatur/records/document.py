"""A Document: one page, file or row as it was read, with what its source said of it. Nothing is judged here."""

from msgspec.structs import asdict, replace

from tawatur.records.base import Record, content_id


class Given(Record, frozen=True, kw_only=True):
    """What the source's own fields say (a row's `title`, a feed's `pubDate`); None where they say nothing."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None


class Hint(Record, frozen=True, kw_only=True):
    """A piece of a page's metadata, raw: `name` says where it stood (`jsonld:datePublished`, `meta:og:title`)."""

    name: str
    value: str


class Layout(Record, frozen=True, kw_only=True):
    """How the page drew a stretch of `text` (one block element): only HTML has it.

    `tag` is the block's own element (`p`, `h1`, `figcaption`, `li`, `time` …); `around` holds the names of the
    elements about it and their class and id words, outermost first; `linked` is the share of its characters that
    stand in links (0 to 1); `main` is True where the extractor counts the block to the article; `datetime` is the
    attribute of the first `<time>` in it (empty where it has none, None where there is no such element).
    """

    start: int
    end: int
    tag: str
    around: tuple[str, ...] = ()
    linked: float = 0.0
    main: bool = False
    datetime: str | None = None


class Document(Record, frozen=True, kw_only=True):
    """One input as read. `text` is never altered after this; every offset of the program counts its code points."""

    id: str
    key: str | None = None
    source: str  # where it was read: a path relative to what was read, with `!member` or `#row` after it, or an address
    address: str | None = None  # the page's own address, where one is known
    fetched: str | None = None  # ISO: when it was read from the web; bounds the publication date from above
    text: str
    sha256: str
    format: str  # `text`, `html`, `row`
    given: Given = Given()
    hints: tuple[Hint, ...] = ()
    layout: tuple[Layout, ...] = ()
    version_of: str | None = None  # the id of the document whose text this page had before


def document_id(address: str | None, source: str, text: str) -> str:
    """Give the id of a document: of its address (else its path relative to what was read) and its text."""
    return content_id("d", address or source, text)


def read_again(before: Document, now: Document) -> Document:
    """Give what another version of the program reads of a document, without losing what was known of it.

    It was there when it was first fetched, and what its source's fields said then and do not say now is still said.
    """
    told = {name: value for name, value in asdict(now.given).items() if value is not None}
    fetched = min(filter(None, (before.fetched, now.fetched)), default=None)
    return replace(now, given=replace(before.given, **told), fetched=fetched)
