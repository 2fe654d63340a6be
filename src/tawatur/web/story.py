"""The page of a story: its origins and who carries whose text, what was said, what comparing shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tawatur.arabic.fold import fold
from tawatur.records.finding import Finding, Side
from tawatur.records.story import Reference, Story
from tawatur.records.view import DocumentView, StoryView
from tawatur.report import labels
from tawatur.report.brief.render.parts import ShownSentence
from tawatur.report.carriers import Branch, Carrier
from tawatur.report.gravity import gravest_first
from tawatur.report.show import branch_name, outlet_of, tie_words
from tawatur.report.story import Told, tell
from tawatur.web.brief import lead
from tawatur.web.commitments import CommitmentView, ledger
from tawatur.web.compare import in_order, pairs_of
from tawatur.web.drift import ChangeView, change_view
from tawatur.web.facts import Balance, Because, Moment, Words, balance, because, full_moment, moment
from tawatur.web.origins import OriginsView, origins
from tawatur.web.parts import ARTICLES, CHANGES, FINDINGS, STATEMENTS, Pager, pager, part, parts
from tawatur.web.setting import Setting
from tawatur.web.statements import VoiceView, voices

_SIDES = 60  # of one finding
_REFERENCES = 40
_AROUND = 90  # letters before and after a conflict's words


@dataclass(frozen=True, kw_only=True)
class ArticleRow:
    """An article under its origin; `depth` says how far down the line of copies it stands."""

    document: str
    href: str
    outlet: str
    title: str
    date: Moment
    basis: str
    ties: tuple[str, ...]
    depth: int
    compare: tuple[Words, ...]  # the same article beside those that share most with it


@dataclass(frozen=True, kw_only=True)
class BranchView:
    """An independent origin with the articles of this part of the page."""

    number: int
    name: str
    named: bool
    count: str
    articles: tuple[ArticleRow, ...]


@dataclass(frozen=True, kw_only=True)
class SideView:
    """One source's words in a finding."""

    outlet: str
    words: Words
    value: str
    why: Because | None = None
    before: str = ""  # what the sentence says before the words, and after them
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class SidesView:
    """The words that go back to one origin."""

    origin: str
    sides: tuple[SideView, ...]


@dataclass(frozen=True, kw_only=True)
class FindingView:
    """A finding with its evidence, grouped by origin."""

    id: str
    kind: str
    kind_words: str
    judged: str  # in words, empty where nobody judged it
    soft: bool
    reason: str
    count: str
    origins: tuple[SidesView, ...]
    more: int


@dataclass(frozen=True, kw_only=True)
class ReferenceView:
    """Words of this story that point at another one (`outwards`), or that one's words that point here."""

    outwards: bool
    story: Words
    pointing: tuple[SideView, ...]


@dataclass(frozen=True, kw_only=True)
class Sibling:
    """Another story of the thread."""

    title: str
    href: str
    date: Moment
    here: bool


@dataclass(frozen=True, kw_only=True)
class StoryPage:
    """The page, or a later part of it."""

    id: str
    title: str
    date: Moment
    place: str
    outlets: str
    balance: Balance
    lead: tuple[ShownSentence, ...]  # of its brief
    brief: str
    thread: str
    siblings: tuple[Sibling, ...]
    references: tuple[ReferenceView, ...]
    origins: OriginsView | None
    branches: tuple[BranchView, ...]
    families: tuple[str, ...]
    voices: tuple[VoiceView, ...]
    changes: tuple[ChangeView, ...]
    findings: tuple[FindingView, ...]
    single: tuple[FindingView, ...]  # what one origin alone stands behind
    ledger: tuple[CommitmentView, ...]
    pager: Pager


def story(view: StoryView, setting: Setting) -> StoryPage | None:
    """Make the page of a story, or a later part of it; None where there is no such part."""
    told = tell(view)
    pages = _pages(told)
    page = setting.links.here.page
    if page > pages:
        return None
    views = {document.document.id: document for document in view.documents}
    titles = _titles(view, setting)
    places = {entity.id: entity for entity in view.entities}
    first = page == 1
    findings = [finding_view(finding, views, setting) for finding in part(gravest_first(view.findings), page, FINDINGS)]
    return StoryPage(
        id=view.story.id,
        title=view.story.title or setting.r("untitled"),
        date=full_moment(view.story.date, setting),
        place=labels.place(places.get(view.story.place or ""), setting.lang) or "",
        outlets=setting.r.count("outlets", len(view.story.outlets)),
        balance=balance(len(view.story.documents), view.story.origins, setting),
        lead=lead(view, setting) if first else (),
        brief=setting.links.brief(view.story.id),
        thread=(view.thread.title or setting.r("untitled")) if view.thread and len(view.thread.stories) > 1 else "",
        siblings=_siblings(view, titles, setting),
        references=tuple(_references(view, views, titles, setting)) if first else (),
        origins=origins(told, setting) if first else None,
        branches=tuple(_branches(told, views, setting)),
        families=tuple(_families(view, setting)) if first else (),
        voices=voices(told, setting),
        changes=tuple(change_view(change, views, setting) for change in part(told.changes, page, CHANGES)),
        findings=tuple(finding for finding in findings if finding.kind != "single_origin"),
        single=tuple(finding for finding in findings if finding.kind == "single_origin"),
        ledger=ledger(view.commitments, views, setting) if first else (),
        pager=pager(setting.links, pages),
    )


def _titles(view: StoryView, setting: Setting) -> dict[str, Story]:
    """The stories by their ids, where this one leads to others."""
    if view.thread is None and not view.references:
        return {}
    return {one.story.id: one.story for one in setting.library.listed()}


def _pages(told: Told) -> int:
    """Every list of the page goes on on its later parts; the longest says how many there are."""
    return max(
        parts(len(told.view.documents), ARTICLES),
        parts(len(told.statements), STATEMENTS),
        parts(len(told.changes), CHANGES),
        parts(len(told.view.findings), FINDINGS),
    )


def _siblings(view: StoryView, titles: Mapping[str, Story], setting: Setting) -> tuple[Sibling, ...]:
    """The stories of the thread, earliest first; none where there is no other."""
    members = [titles[m.story] for m in view.thread.stories if m.story in titles] if view.thread else []
    members.sort(key=lambda one: (one.date or "9999", one.id))
    found = [
        Sibling(
            title=one.title or setting.r("untitled"),
            href=setting.links.story(one.id),
            date=moment(one.date, setting),
            here=one.id == view.story.id,
        )
        for one in members
    ]
    return tuple(found) if len(found) > 1 else ()


def _references(
    view: StoryView, views: Mapping[str, DocumentView], titles: Mapping[str, Story], setting: Setting
) -> list[ReferenceView]:
    """The references under the story that they lead to or come from; words that several articles share are told once."""
    pointing: dict[tuple[bool, str], dict[str, SideView]] = {}
    for reference in view.references[:_REFERENCES]:
        outwards = reference.story != view.story.id
        other = reference.story if outwards else setting.library.story_of(reference.document)
        source = views.get(reference.document) or setting.document(reference.document)
        if source is not None and other is not None and other in titles:
            side = _pointing(reference, source, setting)
            pointing.setdefault((outwards, other), {}).setdefault(fold(side.words.text), side)
    return [
        ReferenceView(
            outwards=outwards,
            story=Words(text=titles[other].title or setting.r("untitled"), href=setting.links.story(other)),
            pointing=tuple(sides.values()),
        )
        for (outwards, other), sides in pointing.items()
    ]


def _pointing(reference: Reference, source: DocumentView, setting: Setting) -> SideView:
    text = source.document.text[reference.start : reference.end]
    return SideView(
        outlet=outlet_of(source, setting.lang),
        words=Words(text=text, href=setting.links.words(reference.document, reference.start, reference.end)),
        value="",
        why=because(reference.reason, setting) if reference.reason else None,
    )


def _branches(told: Told, views: dict[str, DocumentView], setting: Setting) -> list[BranchView]:
    """The articles of this part of the page, under their origins."""
    page = setting.links.here.page
    first, last = (page - 1) * ARTICLES, page * ARTICLES
    found, at = [], 0
    pairs = set(pairs_of(told.view))
    for number, branch in enumerate(told.branches, 1):
        held = branch.carriers[max(0, first - at) : max(0, last - at)]
        at += len(branch.carriers)
        if held:
            found.append(_branch(number, branch, held, views, pairs, setting))
    return found


def _branch(
    number: int,
    branch: Branch,
    held: Sequence[Carrier],
    views: dict[str, DocumentView],
    pairs: Collection[tuple[str, str]],
    setting: Setting,
) -> BranchView:
    return BranchView(
        number=number,
        name=branch_name(branch, setting.lang),
        named=branch.name is not None,
        count=setting.r.count("articles", len(branch.carriers)),
        articles=tuple(_article(carrier, views, pairs, setting) for carrier in held),
    )


def _article(
    carrier: Carrier, views: dict[str, DocumentView], pairs: Collection[tuple[str, str]], setting: Setting
) -> ArticleRow:
    view = carrier.view
    basis = view.settled.origin_basis
    ties = (carrier.tie,) if carrier.tie else carrier.others
    return ArticleRow(
        document=view.document.id,
        href=setting.links.article(view.document.id),
        outlet=outlet_of(view, setting.lang),
        title=labels.title(view, setting.lang),
        date=moment(view.settled.publication.published, setting),
        basis=setting.r(f"origin_basis_{basis}") if basis else "",
        ties=tuple(tie_words(tie, views, setting.lang) for tie in ties),
        compare=tuple(
            Words(
                text=outlet_of(views[tie.document], setting.lang),
                href=setting.links.compare(*in_order(view, views[tie.document])),
            )
            for tie in ties
            if tie.document in views and (in_order(view, views[tie.document])) in pairs
        ),
        depth=min(carrier.depth, 4),
    )


def _families(view: StoryView, setting: Setting) -> list[str]:
    return [
        setting.m.count(f"family_{family.degree}", len(family.documents)) for family in view.families if len(family.documents) > 1
    ]


def finding_view(finding: Finding, views: Mapping[str, DocumentView], setting: Setting) -> FindingView:
    """Give a finding as it is shown, its sides by origin."""
    grouped: dict[str, list[Side]] = {}
    for side in finding.sides[:_SIDES]:
        grouped.setdefault(_origin_of(side, finding), []).append(side)
    return FindingView(
        id=finding.id,
        kind=finding.kind,
        kind_words=setting.r(f"finding_{finding.kind}"),
        judged=setting.r(f"finding_{finding.judged}") if finding.judged else "",
        soft=finding.soft,
        reason=finding.reason.ar if setting.lang == "ar" else finding.reason.en,
        count=setting.m("finding_count", **_counts(finding, setting)),
        origins=tuple(_sides(sides, views, setting) for sides in grouped.values()),
        more=max(0, len(finding.sides) - _SIDES),
    )


def _counts(finding: Finding, setting: Setting) -> dict[str, str]:
    return {
        "articles": setting.r.count("articles", finding.documents),
        "origins": setting.r.count("origins", len(finding.origins)),
    }


def _origin_of(side: Side, finding: Finding) -> str:
    """A key for the independent origin that a side goes back to: its place in the finding's list, else its own name."""
    for number, origin in enumerate(finding.origins):
        if side.document in origin.documents:
            return str(number)
    return side.origin or side.document


def _sides(sides: Sequence[Side], views: Mapping[str, DocumentView], setting: Setting) -> SidesView:
    shown = tuple(_side(side, views, setting) for side in sides)
    name = sides[0].origin
    origin = labels.origin(name, setting.lang) if name else labels.own({side.outlet for side in shown}, setting.lang)
    return SidesView(origin=origin, sides=shown)


def _side(side: Side, views: Mapping[str, DocumentView], setting: Setting) -> SideView:
    view = views.get(side.document)
    before, after = _around(side, view) if view else ("", "")
    return SideView(
        before=before,
        after=after,
        outlet=outlet_of(view, setting.lang) if view else side.document,
        words=Words(text=side.text, href=setting.links.words(side.document, side.start, side.end)),
        value=side.value or "",
    )


def _around(side: Side, view: DocumentView) -> tuple[str, str]:
    """What stands around a side's words in their sentence, cut to what is still read with them."""
    held = next((one for one in view.sentences if one.start <= side.start and side.end <= one.end), None)
    if held is None:
        return "", ""
    before, after = view.document.text[held.start : side.start], view.document.text[side.end : held.end]
    before = f"… {before[-_AROUND:].partition(' ')[2]}" if len(before) > _AROUND else before
    after = f"{after[:_AROUND].rpartition(' ')[0]} …" if len(after) > _AROUND else after
    return before, after
