"""The page of a search: what was found, with its words marked in context; the same as JSON and as a feed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import escape

import msgspec

from tawatur.records.errors import UsageError
from tawatur.records.hit import Context, FacetValue, Hit, Results
from tawatur.report import labels
from tawatur.report.clean_text import shown
from tawatur.report.messages import Lang, Messages, messages
from tawatur.search import Query, find, parse
from tawatur.search.protocol import Index
from tawatur.search.rewrite import with_field, without_field
from tawatur.web.facts import Moment, moment
from tawatur.web.setting import Setting

SHOWN = 20  # hits of one page
_LAST = 5000  # pages beyond are not asked for
_FACETS = 12  # values of one kind that are offered
_FORMS = 8  # forms of a word that are named


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an address asks for: the query, the page (1 is the first), and the form of the answer (`html`, `json` or `rss`)."""

    query: str
    page: int = 1
    form: str = "html"

    def href(self, **other: object) -> str:
        """The address of the same search with other values, relative to the root of the pages."""
        values = {"q": self.query, "page": 1, "format": "html", **other}
        return "search?" + urlencode({k: v for k, v in values.items() if v and (k, v) not in (("page", 1), ("format", "html"))})


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of words, marked or not."""

    text: str
    marked: bool


@dataclass(frozen=True, kw_only=True)
class HitView:
    """One thing found. `href` leads to the words."""

    kind: str
    label: str
    href: str
    title: tuple[Piece, ...]
    context: tuple[Piece, ...]
    speaker: str
    outlet: str
    date: Moment | None


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A link that narrows the search (or, where `chosen`, shows how it is narrowed), with how many results it has."""

    label: str
    href: str
    count: str = ""
    chosen: bool = False


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """The values of one kind by which a search can be narrowed."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    """The page; `error` says what is wrong with the query, and then nothing was looked for."""

    query: str
    error: str = ""
    count: str = ""
    at: str = ""
    forms: tuple[str, ...] = ()
    hits: tuple[HitView, ...] = ()
    narrowings: tuple[Narrowing, ...] = ()
    json: str = ""
    rss: str = ""
    before: str = ""
    after: str = ""


def asked(values: Mapping[str, str]) -> Asked:
    """Read the values of an address; what is of no use is left out."""
    page = values.get("page", "1")
    number = min(int(page), _LAST) if page.isascii() and page.isdecimal() and len(page) < 6 else 1
    form = values.get("format", "html")
    return Asked(query=values.get("q", ""), page=max(1, number), form=form if form in ("json", "rss") else "html")


def results(wanted: Asked, index: Index) -> tuple[Query, Results]:
    """Carry out a search. Raises UsageError where the query is wrong."""
    query = parse(wanted.query)
    return query, find(query, index, limit=SHOWN, offset=(wanted.page - 1) * SHOWN)


def explained(error: UsageError, lang: Lang) -> str:
    """Say what is wrong with a query."""
    return messages("errors", lang)(error.code, **error.values)


def search_page(wanted: Asked, index: Index, setting: Setting) -> SearchPage:
    """Make the page of a search; without a query it has only the form, and how to ask."""
    if not wanted.query.strip():
        return SearchPage(query="")
    try:
        query, found = results(wanted, index)
    except UsageError as error:
        return SearchPage(query=wanted.query, error=explained(error, setting.lang))
    s = messages("search", setting.lang)
    last = found.offset + len(found.hits)
    return SearchPage(
        query=wanted.query,
        count=s.count("results", found.total),
        at=s("results_at", first=found.offset + 1, last=last, total=found.total) if found.total > SHOWN and found.hits else "",
        forms=tuple(_forms(found, s)),
        hits=tuple(_hit(hit, setting, s) for hit in found.hits),
        narrowings=tuple(_narrowings(wanted, query, found, setting, s)),
        json=wanted.href(format="json"),
        rss=wanted.href(format="rss"),
        before=wanted.href(page=wanted.page - 1) if wanted.page > 1 else "",
        after=wanted.href(page=wanted.page + 1) if last < found.total and wanted.page < _LAST else "",
    )


def _forms(found: Results, s: Messages) -> list[str]:
    said = []
    for one in found.words:
        words = s("forms", word=one.word, forms=" ".join(one.forms[:_FORMS]))
        more = len(one.forms) - _FORMS
        said.append(f"{words} {s('forms_more', count=more)}" if more > 0 else words)
    return said


def _hit(hit: Hit, setting: Setting, s: Messages) -> HitView:
    return HitView(
        kind=hit.kind,
        label=s(f"kind_{hit.kind}"),
        href=link(hit, setting),
        title=pieces(hit.title) or (Piece(text=hit.speaker or s("untitled"), marked=False),),
        context=pieces(hit.context),
        speaker=hit.speaker or "",
        outlet=labels.outlet(hit.outlet, setting.lang) if hit.outlet else "",
        date=moment(hit.date, setting) if hit.date else None,
    )


def link(hit: Hit, setting: Setting) -> str:
    """The link to what was found: the marked words in the article, the story, or all that mentions the name."""
    if hit.kind == "story":
        return setting.links.story(hit.id)
    if hit.document is None:
        name = hit.title.text.replace('"', "")
        return setting.links.up + Asked(query=f'name:"{name}"').href()
    if hit.start is None or hit.end is None:
        return setting.links.article(hit.document)
    offset = hit.context.offset or 0
    marks = [(offset + mark.start, offset + mark.end) for mark in hit.context.marks] if hit.context.offset is not None else []
    places = ",".join(f"{start}-{end}" for start, end in marks or [(hit.start, hit.end)])
    path, _, anchor = setting.links.words(hit.document, hit.start, hit.end).partition("#")
    return f"{path}?found={places}#{anchor}"


def places(value: str) -> tuple[tuple[int, int], ...]:
    """Read the places of found words from an address (`found=12-17,30-35`); what is none is left out."""
    pairs = [one.partition("-") for one in value[:1000].split(",")]
    numbers = [(a, b) for a, _, b in pairs if a.isascii() and b.isascii() and a.isdecimal() and b.isdecimal()]
    return tuple((int(a), int(b)) for a, b in numbers if len(a) < 9 and len(b) < 9)


def pieces(context: Context) -> tuple[Piece, ...]:
    """Cut a context into stretches, the words that were asked for marked."""
    found = [Piece(text="… ", marked=False)] if context.cut_before else []
    at = 0
    for mark in context.marks:
        found += [
            Piece(text=context.text[at : mark.start], marked=False),
            Piece(text=context.text[mark.start : mark.end], marked=True),
        ]
        at = mark.end
    found.append(Piece(text=context.text[at:] + (" …" if context.cut_after else ""), marked=False))
    return tuple(piece for piece in found if piece.text)


def _narrowings(wanted: Asked, query: Query, found: Results, setting: Setting, s: Messages) -> list[Narrowing]:
    facets = found.facets
    outlets = labels.outlet
    rows: list[tuple[str, str, Sequence[FacetValue], tuple[str, ...], Any]] = [
        (s("kinds"), "kind", facets.kinds, query.kinds, lambda value: s(f"kinds_{value}")),
        (s("outlets"), "outlet", facets.outlets, query.outlets, lambda value: outlets(value, setting.lang)),
        (
            s("months"),
            "month",
            facets.months,
            tuple(filter(None, (query.first, query.last))),
            lambda value: moment(value, setting).words,
        ),
    ]
    made = [_narrowing(wanted, s, *row) for row in rows]
    sorts = tuple(
        Choice(
            label=s(f"sort_{one}"),
            href=wanted.href(q=with_field(wanted.query, "sort", one)),
            chosen=found.sorting == one,
        )
        for one in ("score", "date")
    )
    return [*(one for one in made if one.choices), Narrowing(label=s("sorting"), choices=sorts)] if found.total else []


def _narrowing(
    wanted: Asked, s: Messages, label: str, field: str, values: Sequence[FacetValue], chosen: Sequence[str], called: Any
) -> Narrowing:
    fields = ("from", "to", "day", "month") if field == "month" else (field,)
    wide = wanted.query
    for name in fields:
        wide = without_field(wide, name)
    choices = [Choice(label=s("all"), href=wanted.href(q=wide))] if chosen and wide else []
    for one in values[:_FACETS] if len(values) > 1 or chosen else ():
        href = wanted.href(q=with_field(wide, field, one.value))
        choices.append(Choice(label=called(one.value), href=href, count=f"{one.count:,}", chosen=one.value in chosen))
    return Narrowing(label=label, choices=tuple(choices))


def as_json(found: Results) -> bytes:
    """Give the results as JSON."""
    return msgspec.json.encode(found)


def as_rss(wanted: Asked, found: Results, root: str, setting: Setting) -> str:
    """Give the results as an RSS 2.0 feed; `root` is the address of the first page, with a slash at its end."""
    s = messages("search", setting.lang)
    title = s("feed", query=wanted.query)
    items = "".join(_item(hit, root, setting, s) for hit in found.hits)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
        f"<title>{_xml(title)}</title><link>{_xml(root + wanted.href())}</link><description>{_xml(s('title'))}</description>"
        f"<language>{setting.lang}</language>{items}</channel></rss>\n"
    )


def _item(hit: Hit, root: str, setting: Setting, s: Messages) -> str:
    title = hit.title.text or " ".join(filter(None, (hit.speaker, s(f"kind_{hit.kind}"))))
    when = f"<pubDate>{_rfc(hit.date)}</pubDate>" if hit.date and _rfc(hit.date) else ""
    return (
        f"<item><title>{_xml(title)}</title><link>{_xml(root + link(hit, setting))}</link>"
        f"<description>{_xml(hit.context.text)}</description><category>{_xml(s(f'kind_{hit.kind}'))}</category>"
        f'<guid isPermaLink="false">{_xml(hit.id)}</guid>{when}</item>'
    )


def _rfc(day: str) -> str:
    """A day as feeds write it; empty where it is none."""
    try:
        return format_datetime(datetime.fromisoformat(f"{day}T00:00:00+00:00"))
    except ValueError:
        return ""


def _xml(text: str) -> str:
    return escape(shown(text))
