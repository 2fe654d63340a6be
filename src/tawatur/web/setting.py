"""What every page is made with: the language, the texts, the links, and where things are looked up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tawatur.records.overview import Called
from tawatur.records.view import DocumentView, Library
from tawatur.report.messages import Lang, Messages, messages
from tawatur.web.address import Address, Links, Plain
from tawatur.web.parts import LINES, cuts, part_of

# the pages that every page's head leads to, in its order
SECTIONS: tuple[Plain, ...] = ("index", "threads", "names", "findings", "commitments", "wires", "dropped")


@dataclass(frozen=True, kw_only=True)
class Editor:
    """Who looks at a page. `token` goes with every form, in a hidden field named `csrf`."""

    name: str
    token: str


@dataclass(frozen=True, kw_only=True)
class Setting:
    """The surroundings of one page. `m` are the page's texts, `r` those it has in common with the terminal's reports.

    `live`: a server answers, so that forms work. `editor` is None where the reader may not edit: pages then show no forms that
    change anything. `visitor` is who came in by signing in, and can go out again.
    """

    library: Library
    lang: Lang
    links: Links
    live: bool
    m: Messages
    r: Messages
    document: Callable[[str], DocumentView | None]  # each article is looked up once for a page
    editor: Editor | None = None
    visitor: Editor | None = None
    found: tuple[tuple[int, int], ...] = ()  # places in the article that a search led to
    sections: tuple[Plain, ...] = SECTIONS

    @property
    def direction(self) -> str:
        """The direction of the page's own words."""
        return direction(self.lang)

    def name_href(self, entity: str | None) -> str:
        """The link to the page of an entity, empty where it has none.

        A server makes one for each entity; written as files are only those of entities in the news more than once.
        """
        if not entity:
            return ""
        if not self.live:
            found = self.library.calling(entity)
            if not found or not has_page(found[0]):
                return ""
        return self.links.name(entity)


def has_page(one: Called) -> bool:
    """Whether an entity's page is written as a file: it stands in more than one article, or speaks."""
    return one.articles > 1 or one.statements > 0


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where pages are put: the way from the root of the language's pages to the styles, and to a page in the other language.

    `live` where a server answers; `searchable` where it has a search; `found` are the places that it led to.
    """

    static: str
    switch: Callable[[Address], str]
    live: bool = False
    editor: Editor | None = None
    visitor: Editor | None = None
    searchable: bool = False
    found: tuple[tuple[int, int], ...] = ()


def direction(lang: Lang) -> str:
    """The direction of a language's words."""
    return "rtl" if lang == "ar" else "ltr"


def other(lang: Lang) -> Lang:
    """The language to switch to."""
    return "en" if lang == "ar" else "ar"


def setting(library: Library, lang: Lang, here: Address, place: Place, views: Mapping[str, DocumentView]) -> Setting:
    """Set up one page. `views` are the articles at hand; others are looked up when a link points into them."""
    held: dict[str, DocumentView | None] = dict(views)
    known: dict[str, list[int]] = {}

    def document(identity: str) -> DocumentView | None:
        if identity not in held:
            held[identity] = library.document(identity)
        return held[identity]

    def page_of(identity: str, at: int) -> int:
        if at < 2 * LINES:  # a line has a letter and an end: so far in, no part can have been full
            return 1
        if identity not in known:
            view = document(identity)
            known[identity] = cuts(view) if view else [0]
        return part_of(known[identity], at)

    links = Links(here=here, static=place.static, switch=place.switch(here), page_of=page_of, searchable=place.searchable)
    return Setting(
        library=library,
        lang=lang,
        links=links,
        live=place.live,
        m=messages("web", lang),
        r=messages("report", lang),
        document=document,
        editor=place.editor,
        visitor=place.visitor,
        found=place.found,
    )
