"""All findings, the gravest first, chosen by kind and period."""

from dataclasses import dataclass
from typing import get_args

from msgspec import structs

from tawatur.records.finding import Finding, FindingKind, Found, Side
from tawatur.web.facts import Words, by_story, story_words
from tawatur.web.filters import Choice, day_of
from tawatur.web.parts import FOUND, Pager, pager, part, parts
from tawatur.web.setting import Setting
from tawatur.web.story import FindingView, finding_view

_KINDS: tuple[FindingKind, ...] = get_args(FindingKind)
_SIDES = 3  # of one finding in the list; its story shows them all


@dataclass(frozen=True, kw_only=True)
class FindingRow:
    """A finding with its story."""

    id: str
    finding: FindingView
    story: Words | None


@dataclass(frozen=True, kw_only=True)
class FindingsPage:
    """The page, or a later part of it."""

    kinds: tuple[Choice, ...]
    since: str
    until: str
    found: str
    rows: tuple[FindingRow, ...]
    form: bool
    clear: str
    pager: Pager


def findings(setting: Setting) -> FindingsPage | None:
    """Make the page, or a later part of it; None where there is no such part. What one origin alone says is left out until asked for."""
    here = setting.links.here
    kind, since, until = here.value("kind"), day_of(here.value("from")), day_of(here.value("to"))
    held = [one for one in setting.library.found() if _fits(one, kind, since, until)]
    pages = parts(len(held), FOUND)
    if here.page > pages:
        return None
    listed = by_story(setting)
    shown = setting.library.findings_with([one.id for one in part(held, here.page, FOUND)])
    return FindingsPage(
        kinds=tuple(Choice(value=one, words=setting.r(f"finding_{one}"), chosen=one == kind) for one in _KINDS),
        since=since or "",
        until=until or "",
        found=setting.m.count("findings_found", len(held)),
        rows=tuple(
            FindingRow(
                id=one.id,
                finding=_view(one, setting),
                story=story_words(listed[one.story].story, setting) if one.story in listed else None,
            )
            for one in shown
        ),
        form=setting.live,
        clear=setting.links.plain("findings"),
        pager=pager(setting.links, pages),
    )


def _fits(one: Found, kind: str, since: str | None, until: str | None) -> bool:
    if one.kind != kind if kind in _KINDS else one.kind == "single_origin":
        return False
    day = (one.day or "")[:10]
    return not (since or until) or (bool(day) and (not since or day >= since) and (not until or day <= until))


def _view(one: Finding, setting: Setting) -> FindingView:
    """The finding with one side of each origin first, few in all."""
    sides = _first_of_each(one)[:_SIDES]
    views = {side.document: view for side in sides if (view := setting.document(side.document))}
    return finding_view(structs.replace(one, sides=tuple(sides)), views, setting)


def _first_of_each(one: Finding) -> list[Side]:
    origins = {document: number for number, origin in enumerate(one.origins) for document in origin.documents}
    seen: set[tuple[object, str | None]] = set()
    first: list[Side] = []
    rest: list[Side] = []
    for side in one.sides:
        key = origins.get(side.document, side.document), side.value
        (rest if key in seen else first).append(side)
        seen.add(key)
    return [*first, *rest]
