"""The addresses of the pages: the same in the browser as in the folder of written files, always relative."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, get_args
from urllib.parse import urlencode

Plain = Literal["index", "dropped", "names", "threads", "commitments", "findings", "wires", "judgements"]
Room = Literal["story", "article", "name", "thread", "compare", "brief"]
Kind = Plain | Room | Literal["search"]
PLAIN: tuple[Plain, ...] = get_args(Plain)
ROOMS: tuple[Room, ...] = get_args(Room)
# what an id may be made of; such a string is safe in an address and as the name of a file
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_PATH = re.compile(
    rf"(?:(?P<kind>{'|'.join(PLAIN)})|(?P<room>{'|'.join(ROOMS)})/(?P<id>[A-Za-z0-9_-]{{1,80}}))(?:\.(?P<page>[1-9]\d{{0,5}}))?\.html"
)
_PAIR = "--"  # between the two ids of a comparison


@dataclass(frozen=True, kw_only=True)
class Address:
    """A page: its kind, the id of what it shows, the number of the part (1 is the first), and what is asked of it.

    `asked` are names and values, as a form gives them; only the server answers to them.
    """

    kind: Kind
    id: str = ""
    page: int = 1
    asked: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str:
        """What is asked under this name; empty where nothing is."""
        return next((value for key, value in self.asked if key == name), "").strip()

    @property
    def path(self) -> str:
        """The path below the root of one language's pages."""
        name = f"{self.kind}/{self.id}" if self.id else self.kind
        return f"{name}.html" if self.page == 1 else f"{name}.{self.page}.html"

    def at(self, page: int) -> "Address":
        """The same page's part of this number."""
        return replace(self, page=page)

    @property
    def href(self) -> str:
        """The path with what is asked, as it stands in a link."""
        return self.path + (f"?{urlencode(self.asked)}" if self.asked else "")


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


def pair_id(one: str, two: str) -> str:
    """Give the id under which two articles stand side by side."""
    return f"{one}{_PAIR}{two}"


def of_pair(identity: str) -> tuple[str, str] | None:
    """Give the ids of the two articles of a comparison, or None."""
    one, found, two = identity.partition(_PAIR)
    return (one, two) if found and is_id(one) and is_id(two) else None


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
        return self.up + address.href

    def index(self) -> str:
        """The link to the first page."""
        return self.to(Address(kind="index"))

    def plain(self, kind: Plain, **asked: str) -> str:
        """The link to a page that shows no one thing, with what is asked of it."""
        return self.to(Address(kind=kind, asked=tuple(asked.items())))

    def search(self) -> str:
        """The link to the search, empty where there is none (in written files)."""
        return f"{self.up}search" if self.searchable else ""

    def name(self, entity: str) -> str:
        """The link to the page of an entity."""
        return self.to(Address(kind="name", id=entity))

    def brief(self, of: str) -> str:
        """The link to the brief of a story (by its id) or of a day (ISO)."""
        return self.to(Address(kind="brief", id=of))

    def thread(self, thread: str) -> str:
        """The link to a thread."""
        return self.to(Address(kind="thread", id=thread))

    def compare(self, one: str, two: str) -> str:
        """The link to two articles side by side."""
        return self.to(Address(kind="compare", id=pair_id(one, two)))

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
