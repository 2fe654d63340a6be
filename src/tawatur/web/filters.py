"""The form above a list of stories: by time, place, name, outlet, agency and kind of finding."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawatur.records.overview import Called
from tawatur.report import labels
from tawatur.report.clean_text import isolated
from tawatur.report.listing import KINDS, Asked
from tawatur.resources.registers import agency_names
from tawatur.web.setting import Setting

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CHOICES = 60  # of a list to choose from, the most frequent


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What can be chosen in a list."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Filters:
    """The form with what is asked. `note` says where a name was not found, or which of several is meant."""

    since: str
    until: str
    name: str
    note: str
    others: tuple[tuple[str, str], ...]  # other entities of that name, with the links that ask for them
    places: tuple[Choice, ...]
    outlets: tuple[Choice, ...]
    agencies: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    clear: str


def read_asked(setting: Setting) -> tuple[Asked, frozenset[str] | None]:
    """What the address asks for, and the ids of stories that a name asked for is in; None where none is asked for."""
    value = setting.links.here.value
    asked = Asked(
        since=day_of(value("from")),
        until=day_of(value("to")),
        place=value("place") or None,
        outlet=value("outlet") or None,
        agency=value("agency") or None,
        kind=value("kind") if value("kind") in KINDS else None,
    )
    if not value("name"):
        return asked, None
    called = setting.library.calling(value("name"))
    return asked, setting.library.stories_with(called[0].id) if called else frozenset()


def day_of(text: str) -> str | None:
    """Give an ISO day as a form sends it, or None."""
    return text if _DAY.fullmatch(text) else None


def filters(setting: Setting) -> Filters:
    """Make the form."""
    value, library = setting.links.here.value, setting.library
    facets, agencies = library.facets(), agency_names()
    named = library.calling(value("name")) if value("name") else []
    origins = tuple(one for one in facets.origins if one[0] in agencies)
    return Filters(
        since=day_of(value("from")) or "",
        until=day_of(value("to")) or "",
        name=named[0].name if named and named[0].id == value("name") else value("name"),
        note=_note(named, setting) if value("name") else "",
        others=tuple((_title(one, setting), setting.links.plain("index", name=one.id)) for one in named[1:6]),
        places=_choices(facets.places, value("place"), lambda key: _place(key, setting)),
        outlets=_choices(facets.outlets, value("outlet"), lambda key: labels.outlet(key, setting.lang)),
        agencies=_choices(origins, value("agency"), lambda key: labels.agency(key, setting.lang)),
        kinds=tuple(Choice(value=kind, words=setting.m(f"kind_filter_{kind}"), chosen=value("kind") == kind) for kind in KINDS),
        clear=setting.links.plain("index"),
    )


def _note(named: list[Called], setting: Setting) -> str:
    if not named:
        return setting.m("filter_name_unknown")
    return setting.m("filter_name_meant", name=isolated(_title(named[0], setting)))


def _title(one: Called, setting: Setting) -> str:
    name = one.name_en or one.name if setting.lang == "en" else one.name
    return f"{name} ({setting.m(f'name_{one.type}')})"


def _place(key: str, setting: Setting) -> str:
    return labels.place(setting.library.entity(key), setting.lang) or key


def _choices(counted: Sequence[tuple[str, int]], chosen: str, words: Callable[[str], str]) -> tuple[Choice, ...]:
    """The most frequent keys and the one that is chosen, in the order of their words."""
    held = {key for key, _ in counted[:_CHOICES]} | {key for key, _ in counted if key == chosen}
    return tuple(sorted((Choice(value=key, words=words(key), chosen=key == chosen) for key in held), key=lambda one: one.words))
