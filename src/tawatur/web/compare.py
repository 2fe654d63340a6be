"""Two articles side by side, aligned by what they share, differences marked by their kind."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawatur.records.reuse import Drift, Reuse
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.records.view import DocumentView, StoryView
from tawatur.report import labels
from tawatur.report.changes import Version, change
from tawatur.report.show import outlet_of
from tawatur.web.address import of_pair
from tawatur.web.facts import Because, Moment, Words, because, moment
from tawatur.web.parts import ROWS, Pager, pager, part, parts
from tawatur.web.setting import Setting

_BESIDE = 8  # articles that one can be laid beside, those that share most with it


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A stretch of a sentence; `kinds` of drift it is part of, `changed` where the other sentence lacks it."""

    text: str
    changed: bool
    kinds: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Proof:
    """One sentence of a pair."""

    href: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True)
class AlignedRow:
    """Two sentences of one text, or, where `one` is None, text that only one article or each for itself has.

    `moved`: the second article has its sentence in another order.
    """

    one: Proof | None
    two: Proof | None
    kinds: tuple[tuple[str, str], ...] = ()
    reasons: tuple[Because, ...] = ()
    moved: bool = False
    only_one: tuple[str, ...] = ()
    only_two: tuple[str, ...] = ()
    gap: str = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """An article at the head of its column."""

    title: str
    outlet: str
    date: Moment
    origin: str
    href: str
    share: str


@dataclass(frozen=True, kw_only=True)
class ComparePage:
    """The page, or a later part of it. `way` says who took it from whom."""

    one: Sheet
    two: Sheet
    way: str
    count: str
    swap: str
    story: Words | None
    legend: tuple[tuple[str, str, int], ...]
    rows: tuple[AlignedRow, ...]
    pager: Pager


def compare(setting: Setting) -> ComparePage | None:
    """Make the page of the two articles whose ids the address has; None where one of them is not there, or no such part."""
    ids = of_pair(setting.links.here.id)
    one, two = (setting.document(ids[0]), setting.document(ids[1])) if ids else (None, None)
    if one is None or two is None or ids is None or ids[0] == ids[1]:
        return None
    pairs = _best(_turned(setting.library.reuse_between(*ids), ids[0]))
    every = list(_rows(one, two, pairs, setting))
    pages = parts(len(every), ROWS)
    if setting.links.here.page > pages:
        return None
    held = setting.library.story_of(ids[0])
    story = setting.library.story(held) if held and held == setting.library.story_of(ids[1]) else None
    kinds = Counter(drift.kind for pair in pairs for drift in pair.drift)
    return ComparePage(
        one=_sheet(one, len({pair.a.start for pair in pairs}), setting),
        two=_sheet(two, len({pair.b.start for pair in pairs}), setting),
        way=_way(pairs, setting),
        count=setting.m.count("shared_sentences", len(pairs)),
        swap=setting.links.compare(ids[1], ids[0]) if setting.live else "",
        story=Words(text=story.story.title or setting.r("untitled"), href=setting.links.story(story.story.id)) if story else None,
        legend=tuple((kind, setting.r(f"drift_{kind}"), count) for kind, count in sorted(kinds.items())),
        rows=tuple(part(every, setting.links.here.page, ROWS)),
        pager=pager(setting.links, pages),
    )


def beside(document: str, view: StoryView) -> list[str]:
    """Give the articles of a story that share sentences with one of it, those that share most first, eight at most."""
    here = {one.document.id for one in view.documents}
    shared: Counter[str] = Counter()
    for pair in view.reuse:
        if document in (pair.a.document, pair.b.document) and not pair.template:
            other = pair.b.document if pair.a.document == document else pair.a.document
            shared[other] += other in here and other != document
    return [other for other, count in sorted(shared.items(), key=lambda one: (-one[1], one[0])) if count][:_BESIDE]


def pairs_of(view: StoryView) -> list[tuple[str, str]]:
    """Give the pairs of articles of a story that pages lead to, each once."""
    views = {one.document.id: one for one in view.documents}
    found = (in_order(views[one], views[other]) for one in views for other in beside(one, view))
    return sorted(set(found))


def in_order(one: DocumentView, two: DocumentView) -> tuple[str, str]:
    """Give the ids of two articles, the earlier first: the order in which they are laid side by side."""
    first, second = sorted((one, two), key=lambda view: (view.settled.publication.published or "9999", view.document.id))
    return first.document.id, second.document.id


def _turned(found: Iterable[Reuse], one: str) -> Iterator[Reuse]:
    """The pairs with the sentence of `one` as their first side."""
    ways = {"a_from_b": "b_from_a", "b_from_a": "a_from_b", "common": "common", None: None}
    for pair in found:
        if pair.a.document == one:
            yield pair
        else:
            drift = tuple(Drift(kind=drift.kind, a=drift.b, b=drift.a, reason=drift.reason) for drift in pair.drift)
            yield Reuse(
                a=pair.b, b=pair.a, score=pair.score, degree=pair.degree, run=pair.run, template=pair.template,
                direction=ways[pair.direction], drift=drift,  # type: ignore[arg-type]
            )  # fmt: skip


def _best(pairs: Iterable[Reuse]) -> list[Reuse]:
    """Each sentence of either article in one pair at most: the one in which most of it is shared; in the order of the first's places."""
    kept: list[Reuse] = []
    taken: set[tuple[str, int]] = set()
    for pair in sorted(pairs, key=lambda one: (-one.score, one.a.start, one.b.start)):
        keys = {(pair.a.document, pair.a.start), (pair.b.document, pair.b.start)}
        if not keys & taken:
            taken |= keys
            kept.append(pair)
    return sorted(kept, key=lambda one: one.a.start)


def _rows(one: DocumentView, two: DocumentView, pairs: Sequence[Reuse], setting: Setting) -> Iterator[AlignedRow]:
    first, second = _prose(one), _prose(two)
    paired_one = {pair.a.start for pair in pairs}
    paired_two = {pair.b.start for pair in pairs}
    at_one = at_two = 0
    for pair in pairs:
        only_one = [s for s in first if at_one <= s.start < pair.a.start and s.start not in paired_one]
        moved = pair.b.start < at_two
        only_two = [] if moved else [s for s in second if at_two <= s.start < pair.b.start and s.start not in paired_two]
        yield from _gap(one, two, only_one, only_two, setting)
        yield _pair(one, two, pair, setting, moved=moved)
        at_one = max(at_one, pair.a.end)
        at_two = max(at_two, pair.b.end)
    rest_one = [s for s in first if s.start >= at_one and s.start not in paired_one]
    rest_two = [s for s in second if s.start >= at_two and s.start not in paired_two]
    yield from _gap(one, two, rest_one, rest_two, setting)


def _prose(view: DocumentView) -> list[Sentence]:
    return [one for one in view.sentences if one.kind != "furniture"]


def _gap(
    one: DocumentView, two: DocumentView, only_one: Sequence[Sentence], only_two: Sequence[Sentence], setting: Setting
) -> Iterator[AlignedRow]:
    if only_one or only_two:
        mine, yours = (tuple(v.document.text[s.start : s.end] for s in held) for v, held in ((one, only_one), (two, only_two)))
        told = [setting.m("only_in", n=setting.m.count("sentences", len(held)), outlet=outlet_of(view, setting.lang))
                for view, held in ((one, mine), (two, yours)) if held]  # fmt: skip
        yield AlignedRow(one=None, two=None, only_one=mine, only_two=yours, gap=setting.r("semicolon").join(told))


def _pair(one: DocumentView, two: DocumentView, pair: Reuse, setting: Setting, *, moved: bool) -> AlignedRow:
    found = change(pair, one.document.text, two.document.text)
    versions = {version.span.document: version for version in (found.before, found.after)}
    reasons = dict.fromkeys(drift.reason for drift in pair.drift if drift.reason)
    return AlignedRow(
        one=_proof(versions[pair.a.document], [(drift, drift.a) for drift in pair.drift], setting),
        two=_proof(versions[pair.b.document], [(drift, drift.b) for drift in pair.drift], setting),
        kinds=tuple((kind, setting.r(f"drift_{kind}")) for kind in dict.fromkeys(drift.kind for drift in pair.drift)),
        reasons=tuple(because(reason, setting) for reason in reasons),
        moved=moved,
    )


def _proof(version: Version, drifts: Sequence[tuple[Drift, Span | None]], setting: Setting) -> Proof:
    at = version.span.start
    every = {drift.kind for drift, _ in drifts}
    alone = list(every) if len(every) == 1 else []  # what was changed is of the one kind, where no place is told
    marks = []
    for piece in version.pieces:
        end = at + len(piece.text)
        kinds = [drift.kind for drift, span in drifts if piece.changed and span and span.start < end and at < span.end]
        kinds = list(dict.fromkeys(kinds or (alone if piece.changed else [])))
        title = setting.r("comma").join(setting.r(f"drift_{kind}") for kind in kinds)
        marks.append(Mark(text=piece.text, changed=piece.changed, kinds=" ".join(f"d-{kind}" for kind in kinds), title=title))
        at = end
    span = version.span
    return Proof(href=setting.links.words(span.document, span.start, span.end), marks=tuple(marks))


def _sheet(view: DocumentView, shared: int, setting: Setting) -> Sheet:
    every = max(1, sum(one.kind == "body" for one in view.sentences))
    return Sheet(
        title=labels.title(view, setting.lang),
        outlet=outlet_of(view, setting.lang),
        date=moment(view.settled.publication.published, setting),
        origin=labels.agency(view.settled.origin, setting.lang) if view.settled.origin else "",
        href=setting.links.article(view.document.id),
        share=setting.m("share_of", shared=shared, every=max(every, shared)),
    )


def _way(pairs: Sequence[Reuse], setting: Setting) -> str:
    """Say what most pairs say of who took it from whom."""
    ways = Counter(pair.direction for pair in pairs)
    if not ways:
        return setting.m("way_none")
    best = max(ways, key=lambda way: (ways[way], way is not None))
    return setting.m({"a_from_b": "way_second", "b_from_a": "way_first", "common": "way_common"}.get(best or "", "way_unknown"))
