"""The same pages written as files, which a browser opens from the disk or any web server hands out."""

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from tawatur.records.view import Library
from tawatur.report.messages import Lang
from tawatur.web.address import Address, pair_id, parse
from tawatur.web.compare import pairs_of
from tawatur.web.filters import day_of
from tawatur.web.pages import Page, article_page, page, story_page
from tawatur.web.setting import SECTIONS, Place, has_page, other

_LIST = ".tawatur-site.json"  # what was written, so that the next writing can remove what is no longer there


def write_site(library: Library, out: Path, lang: Lang = "ar") -> Path:
    """Write all pages below `out`, in `lang` at its root and in the other language in a folder of its own.

    Pages of an earlier writing that are no more are removed; other files are left alone. Gives the path of the first
    page. Raises OSError where a file cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    earlier = _earlier(out)
    written = _copy_static(out)
    for one, folder in ((lang, ""), (other(lang), f"{other(lang)}/")):
        place = _place(lang, one)
        for address, html in _pages(library, one, place):
            _write(out / folder / address.path, html)
            written.add(folder + address.path)
    for path in earlier - written:
        (out / path).unlink(missing_ok=True)
    _write(out / _LIST, json.dumps(sorted(written), indent=0) + "\n")
    return out / "index.html"


def _place(first: Lang, lang: Lang) -> Place:
    """Where a language's pages are: the first one's at the root, the other's one folder down."""

    def switch(address: Address) -> str:
        up = "../" if address.id else ""
        return f"{up}{other(lang)}/{address.path}" if lang == first else f"{up}../{address.path}"

    return Place(static="static/" if lang == first else "../static/", switch=switch)


def _pages(library: Library, lang: Lang, place: Place) -> Iterator[tuple[Address, str]]:
    plain = [Address(kind=kind) for kind in SECTIONS]
    named = [Address(kind="name", id=one.id) for one in library.called() if has_page(one)]
    threads = [Address(kind="thread", id=one.id) for one in library.threads() if len(one.stories) > 1]
    briefs = [Address(kind="brief", id=one) for one in _told(library)]
    for address in (*plain, *threads, *named, *briefs):
        yield from _parts(address, lambda at: page(library, lang, at, place))
    for story in library.stories():
        view = library.story(story.id)
        if view is None:
            continue
        yield from _parts(Address(kind="story", id=story.id), lambda at, v=view: story_page(library, lang, at, place, v))  # type: ignore[misc]
        for document in view.documents:
            address = Address(kind="article", id=document.document.id)
            yield from _parts(address, lambda at, d=document, v=view: article_page(library, lang, at, place, (d, v)))  # type: ignore[misc]
        for pair in pairs_of(view):
            yield from _parts(Address(kind="compare", id=pair_id(*pair)), lambda at: page(library, lang, at, place))
    for identity in library.apart():
        yield from _parts(Address(kind="article", id=identity), lambda at: page(library, lang, at, place))


def _told(library: Library) -> list[str]:
    """What has a brief: every story, and every day with a story, in order."""
    listed = [one.story for one in library.listed()]
    days = {day for story in listed if (day := day_of((story.date or "")[:10]))}
    return [*sorted(days), *sorted(story.id for story in listed)]


def _parts(first: Address, make: Callable[[Address], Page | None]) -> Iterator[tuple[Address, str]]:
    """All parts of a page."""
    address, made = first, make(first)
    while made:
        yield address, made.html
        address = address.at(address.page + 1)
        made = make(address) if address.page <= made.parts else None


def _copy_static(out: Path) -> set[str]:
    written = set()
    for source in sorted(files("tawatur.web").joinpath("static").iterdir(), key=lambda one: one.name):
        if source.is_file():
            path = f"static/{source.name}"
            _write(out / path, source.read_text(encoding="utf-8"))
            written.add(path)
    return written


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _earlier(out: Path) -> set[str]:
    """The pages of the last writing. Only names that this program gives to pages count: the list may have been altered."""
    try:
        listed = json.loads((out / _LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    names = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    return {name for name in names if parse(name.removeprefix("en/").removeprefix("ar/")) is not None and name}
