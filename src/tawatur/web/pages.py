"""Which page stands at an address. Nothing here knows of requests or files: both are made from this."""

from collections.abc import Callable
from dataclasses import dataclass

from tawatur.records.view import DocumentView, Library, StoryView
from tawatur.report.messages import Lang
from tawatur.web.address import Address
from tawatur.web.article import article
from tawatur.web.brief import brief
from tawatur.web.compare import compare
from tawatur.web.dropped import dropped
from tawatur.web.findings import findings
from tawatur.web.index import index
from tawatur.web.judgements import judgements
from tawatur.web.ledger import commitments
from tawatur.web.name import name
from tawatur.web.names import names
from tawatur.web.parts import cuts
from tawatur.web.render import render
from tawatur.web.setting import Place, Setting, setting
from tawatur.web.story import story
from tawatur.web.thread import thread
from tawatur.web.threads import threads
from tawatur.web.wires import wires

# the pages that are made from their address alone, by kind; each has a template of that name
_PAGES: dict[str, Callable[[Setting], object | None]] = {
    "index": index,
    "dropped": dropped,
    "thread": thread,
    "brief": brief,
    "threads": threads,
    "names": names,
    "name": name,
    "commitments": commitments,
    "findings": findings,
    "wires": wires,
    "judgements": judgements,
    "compare": compare,
}


@dataclass(frozen=True, kw_only=True)
class Page:
    """The HTML of a page, and how many parts it has."""

    html: str
    parts: int


def page(library: Library, lang: Lang, address: Address, place: Place) -> Page | None:
    """Give the page at an address, or None where there is none."""
    if address.kind == "story":
        view = library.story(address.id)
        return story_page(library, lang, address, place, view) if view else None
    if address.kind == "article":
        document = library.document(address.id)
        if document is None:
            return None
        held = library.story_of(address.id)
        return article_page(library, lang, address, place, (document, library.story(held) if held else None))
    make = _PAGES.get(address.kind)
    surroundings = setting(library, lang, address, place, {})
    return _made(address.kind, surroundings, make(surroundings)) if make else None


def story_page(library: Library, lang: Lang, address: Address, place: Place, view: StoryView) -> Page | None:
    """Give the page of a story."""
    views = {document.document.id: document for document in view.documents}
    surroundings = setting(library, lang, address, place, views)
    return _made("story", surroundings, story(view, surroundings))


def article_page(
    library: Library, lang: Lang, address: Address, place: Place, shown: tuple[DocumentView, StoryView | None]
) -> Page | None:
    """Give the page of an article; `shown` is the article and the story that it belongs to."""
    view, held = shown
    surroundings = setting(library, lang, address, place, {view.document.id: view})
    if address.page > len(cuts(view)):
        return None
    return _made("article", surroundings, article(view, held, surroundings))


def missing(library: Library, lang: Lang, address: Address, place: Place) -> str:
    """Give the page for an address at which there is none."""
    return render("missing", setting(library, lang, address, place, {}), None)


def _made(template: str, surroundings: Setting, shown: object) -> Page | None:
    if shown is None:
        return None
    return Page(html=render(template, surroundings, shown), parts=shown.pager.pages)  # type: ignore[attr-defined]
