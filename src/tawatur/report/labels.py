"""What people call an outlet, an agency or an article: the registers' names where they have one, else the key itself."""

from tawatur.records.name import Entity
from tawatur.records.view import DocumentView
from tawatur.report.clean_text import isolated
from tawatur.report.messages import Lang, messages
from tawatur.resources.registers import agency_names, outlet_names


def outlet(key: str | None, lang: Lang) -> str:
    """Give an outlet's name."""
    if not key:
        return messages("report", lang)("no_outlet")
    called = outlet_names().get(key)
    return getattr(called, lang) if called else agency(key, lang)


def agency(key: str, lang: Lang) -> str:
    """Give an agency's name."""
    called = agency_names().get(key)
    return getattr(called, lang) if called else key


def origin(name: str | None, lang: Lang) -> str:
    """Give the name of an origin: an agency's or an outlet's, or words for one that nobody credits."""
    return outlet(name, lang) if name else messages("report", lang)("origin_unnamed")


def own(outlets: set[str], lang: Lang) -> str:
    """Give words for an origin that no agency is credited for: the outlet that wrote it, or that it is shared by several."""
    r = messages("report", lang)
    return r("origin_own", outlet=isolated(next(iter(outlets)))) if len(outlets) == 1 else r("origin_unnamed")


def title(view: DocumentView, lang: Lang) -> str:
    """Give an article's title, or words for its lack."""
    found = view.article.title
    return found.text.strip() if found and found.text.strip() else messages("report", lang)("untitled")


def place(entity: Entity | None, lang: Lang) -> str | None:
    """Give a place's name."""
    if entity is None:
        return None
    return entity.name_en or entity.name if lang == "en" else entity.name
