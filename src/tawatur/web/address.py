"""The addresses of the pages: the same in the browser as in the folder of written files, always relative."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["index", "dropped", "story", "article", "search"]
# what an id may be made of; such a string is safe in an address and as the name of a file
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_PATH = re.compile(
    r"(?:(?P<kind>index|dropped)|(?P<room>story|article)/(?P<id>[A-Za-z0-9_-]{1,80}))(?:\.(?P<page>[1-9]\d{0,5}))?\.html"
)


@dataclass(frozen=True, kw_only=True)
class Address:
    """A page: its kind, the id of what it shows, and the number of the part (1 is the first)."""

    kind: Kind
    id: str = ""
    page: int = 1

    @property
    def path(self) -> str:
        """The path below the root of one language's pages."""
        name = f"{self.kind}/{self.id}" if self.id else self.kind
        return f"{name}.html" if self.page == 1 else f"{name}.{self.page}.html"

    def at(self, page: int) -> "Address":
        """The same page's part of this number."""
        return Address(kind=self.kind, id=self.id, page=page)


def parse(path: str) -> Address | None:
    """Read a path below the root (empty for the index); None where it is no page's."""
    if not path:
        return Address(kind="index")
    found = _PATH.fullmatch(path)
    if not found or not path.isascii():
        return None
    page = int(found["page"] or 1)
    if found["kind"]:
        return Address(kind=found["kind"], page=page)  # type: ignore[arg-type]
    return Address(kind=found["room"], id=found["id"], page=page) if is_id(found["id"]) else None  # type: ignore[arg-type]


def is_id(text: str) -> bool:
    """Whether `text` may be an id."""
    return _ID.fullmatch(text) is not None


def anchor(start: int, end: int) -> str:
    """Give the name of the place on an article's page that holds the words from `start` to `end`."""
    return f"s-{start}-{end}"


@dataclass(frozen=True, kw_only=True)
class Links:
    """Links of the page at `here`.

    `static` is the way from the root of the language's pages to the folder of styles; `switch` the link to this page in
    the other language; `page_of` tells on which part of an article a place stands; `searchable` whether there is a search.
    """

    here: Address
    static: str
    switch: str
    page_of: Callable[[str, int], int]
    searchable: bool = False

    @property
    def up(self) -> str:
        """The way from this page to the root of the language's pages."""
        return "../" if self.here.id else ""

    def asset(self, name: str) -> str:
        """The link to a style, script or picture."""
        return f"{self.up}{self.static}{name}"

    def to(self, address: Address) -> str:
        """The link to a page."""
        return self.up + address.path

    def index(self) -> str:
        """The link to the first page."""
        return self.to(Address(kind="index"))

    def search(self) -> str:
        """The link to the search, empty where there is none (in written files)."""
        return f"{self.up}search" if self.searchable else ""

    def dropped(self) -> str:
        """The link to what was dropped."""
        return self.to(Address(kind="dropped"))

    def story(self, story: str) -> str:
        """The link to a story."""
        return self.to(Address(kind="story", id=story))

    def article(self, document: str) -> str:
        """The link to an article."""
        return self.to(Address(kind="article", id=document))

    def words(self, document: str, start: int, end: int) -> str:
        """The link to words in an article, by their place."""
        page = self.page_of(document, start)
        return f"{self.to(Address(kind='article', id=document, page=page))}#{anchor(start, end)}"
