"""The list of names, most mentioned first, by type; and what any spelling of a name leads to."""

from dataclasses import dataclass

from tawatur.records.name import NameType
from tawatur.records.overview import Called
from tawatur.web.filters import Choice
from tawatur.web.parts import NAMES, Pager, pager, part, parts
from tawatur.web.setting import Setting, has_page

_TYPES: tuple[NameType, ...] = ("person", "organization", "country", "place", "event", "law", "product")


@dataclass(frozen=True, kw_only=True)
class NameRow:
    """An entity in a list."""

    href: str
    name: str
    kind: str
    articles: str
    statements: str


@dataclass(frozen=True, kw_only=True)
class NamesPage:
    """The page, or a later part of it. `found` says how many names are asked for."""

    asked: str
    types: tuple[Choice, ...]
    found: str
    rows: tuple[NameRow, ...]
    form: bool
    clear: str
    pager: Pager


def names(setting: Setting) -> NamesPage | None:
    """Make the page, or a later part of it; None where there is no such part."""
    here = setting.links.here
    words, kind = here.value("name"), here.value("type")
    held = setting.library.calling(words) if words else setting.library.called()
    if kind in _TYPES:
        held = [one for one in held if one.type == kind]
    if not setting.live:
        held = [one for one in held if has_page(one)]
    pages = parts(len(held), NAMES)
    if here.page > pages:
        return None
    return NamesPage(
        asked=words,
        types=tuple(Choice(value=one, words=setting.m(f"names_{one}"), chosen=one == kind) for one in _TYPES),
        found=setting.m.count("names_found", len(held)),
        rows=tuple(name_row(one, setting) for one in part(held, here.page, NAMES)),
        form=setting.live,
        clear=setting.links.plain("names"),
        pager=pager(setting.links, pages),
    )


def name_row(one: Called, setting: Setting) -> NameRow:
    """Give an entity as it stands in a list."""
    return NameRow(
        href=setting.links.name(one.id) if setting.live or has_page(one) else "",
        name=one.name_en or one.name if setting.lang == "en" else one.name,
        kind=setting.m(f"name_{one.type}"),
        articles=setting.r.count("articles", one.articles),
        statements=setting.m.count("statements_count", one.statements) if one.statements else "",
    )
