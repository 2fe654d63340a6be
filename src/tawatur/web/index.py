"""The first page: the stories day by day, those first where sources contradict each other, and the state of the store."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.records.overview import Listed
from tawatur.records.story import Thread
from tawatur.report import labels
from tawatur.report.gravity import gravest_first
from tawatur.report.listing import chosen, ordered
from tawatur.report.stories import place_name
from tawatur.web.facts import Balance, Moment, balance, moment
from tawatur.web.filters import Filters, day_of, filters, read_asked
from tawatur.web.parts import STORIES, Pager, pager, part, parts
from tawatur.web.setting import Setting

_SHOWN = ("documents", "stories", "threads", "quotes", "findings")
_OUTLETS = 6
_LEADS = 3  # stories at the head of the first page that say their gravest finding


@dataclass(frozen=True, kw_only=True)
class Badge:
    """How many findings of a kind a story holds, in words."""

    kind: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A story in a list. `says` is its gravest finding in words, where it stands at the head of the page."""

    href: str
    title: str
    date: Moment
    place: str
    outlets: tuple[str, ...]
    more_outlets: int
    balance: Balance
    badges: tuple[Badge, ...]
    thread: str
    thread_href: str
    says: str = ""


@dataclass(frozen=True, kw_only=True)
class Day:
    """The stories of one day."""

    id: str
    date: Moment
    count: str
    brief: str  # the link to the day's brief
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Apart:
    """An article that belongs to no story."""

    href: str
    title: str
    outlet: str


@dataclass(frozen=True, kw_only=True)
class Index:
    """The first page. `counts` are pairs of a name and a number; `found` says how many stories are asked for."""

    counts: tuple[tuple[str, int], ...]
    dropped: str
    refused: bool
    filters: Filters | None
    found: str
    leads: tuple[Row, ...]
    days: tuple[Day, ...]
    apart: tuple[Apart, ...]
    pager: Pager


def index(setting: Setting) -> Index | None:
    """Make the first page, or a later part of it; None where there is no such part."""
    asked, within = read_asked(setting)
    listed = chosen(setting.library.listed(), asked, within)
    page, filtered = setting.links.here.page, bool(setting.links.here.asked)
    loose = [] if filtered else setting.library.apart()
    pages = max(parts(len(listed), STORIES), parts(len(loose), STORIES))
    if page > pages:
        return None
    counts = setting.library.counts()
    make = rows(setting)
    shown = ordered(listed, (page - 1) * STORIES, page * STORIES)
    leads = _leads(shown) if page == 1 and not filtered else []
    return Index(
        counts=tuple((setting.m.count(f"noun_{name}", counts[name]), counts[name]) for name in _SHOWN if name in counts),
        dropped=setting.r.count("dropped", counts.get("dropped", 0)),
        refused=counts.get("dropped", 0) > 0,
        filters=filters(setting) if setting.live else None,
        found=setting.m.count("stories_found", len(listed)) if filtered else "",
        leads=tuple(make(one, says=_gravest(one, setting)) for one in leads),
        days=_days([one for one in shown if one not in leads], make, setting),
        apart=tuple(_apart(part(loose, page, STORIES), setting)),
        pager=pager(setting.links, pages),
    )


def _leads(shown: Sequence[Listed]) -> list[Listed]:
    """The stories of the newest day that head the page: those where sources contradict or correct each other, or that many tell."""
    newest = (shown[0].story.date or "")[:10] if shown else ""
    return [one for one in shown if newest and (one.story.date or "")[:10] == newest and len(one.story.documents) > 1][:_LEADS]


def _gravest(one: Listed, setting: Setting) -> str:
    """The reason of the story's gravest finding that nobody dismissed, if it is more than one origin alone."""
    standing = [found for found in setting.library.findings_of(one.story.id) if found.judged != "dismissed"]
    told = [found for found in gravest_first(standing) if found.kind != "single_origin"]
    return (told[0].reason.ar if setting.lang == "ar" else told[0].reason.en) if told else ""


def _days(shown: Sequence[Listed], make: "MakeRow", setting: Setting) -> tuple[Day, ...]:
    days: dict[str, list[Listed]] = {}
    for one in shown:
        days.setdefault((one.story.date or "")[:10], []).append(one)
    return tuple(
        Day(
            id=f"day-{day or 'none'}",
            date=moment(day or None, setting),
            count=setting.m.count("stories_of_day", len(held)),
            brief=setting.links.brief(day) if day_of(day) else "",
            rows=tuple(make(one) for one in held),
        )
        for day, held in days.items()
    )


MakeRow = Callable[..., Row]


def rows(setting: Setting) -> MakeRow:
    """Give what makes a row of a story; the threads are looked up once."""
    threads = {
        member.story: thread for thread in setting.library.threads() if len(thread.stories) > 1 for member in thread.stories
    }
    return lambda one, says="": _row(one, threads, says, setting)


def _row(one: Listed, threads: Mapping[str, Thread], says: str, setting: Setting) -> Row:
    story, thread = one.story, threads.get(one.story.id)
    return Row(
        href=setting.links.story(story.id),
        title=story.title or setting.r("untitled"),
        date=moment(story.date, setting),
        place=place_name(story.place, setting.lang, setting.library.entity),
        outlets=tuple(labels.outlet(key, setting.lang) for key in story.outlets[:_OUTLETS]),
        more_outlets=max(0, len(story.outlets) - _OUTLETS),
        balance=balance(len(story.documents), story.origins, setting),
        badges=tuple(
            Badge(kind=kind, words=setting.m.count(f"badge_{kind}", count))
            for kind, count in (("conflict", one.conflicts), ("update", one.updates))
            if count
        ),
        thread=(thread.title or setting.r("untitled")) if thread else "",
        thread_href=setting.links.thread(thread.id) if thread else "",
        says=says,
    )


def _apart(documents: Sequence[str], setting: Setting) -> list[Apart]:
    views = filter(None, map(setting.document, documents))
    return [
        Apart(
            href=setting.links.article(view.document.id),
            title=labels.title(view, setting.lang),
            outlet=labels.outlet(view.article.outlet, setting.lang),
        )
        for view in views
    ]
