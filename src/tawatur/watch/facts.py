"""What in a store can be told, each under a key that stays the same when more articles come to carry it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from tawatur.compare.corrections import announced
from tawatur.records.alert_kinds import AlertKind
from tawatur.records.commitment import Commitment
from tawatur.records.finding import Finding, Reason
from tawatur.records.overview import Listed
from tawatur.records.span import Span
from tawatur.records.story import Origin, Story
from tawatur.records.view import DocumentView, Library
from tawatur.report.messages import messages

Say = Callable[[], Reason]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that can be told. `keys` are those under which it may have been told before: a story may have had another id, and its
    articles may have stood in another story, since new articles change what belongs together.

    `says` makes the words, which costs too much for facts that are not told.
    """

    kind: AlertKind
    keys: tuple[str, ...]
    says: Say
    story: Story | None = None
    about: str | None = None
    evidence: tuple[Span, ...] = ()


def facts(library: Library, documents: Iterable[str], names: Iterable[str]) -> Iterator[Fact]:
    """Give all that can be told: of all stories and commitments, and of the articles `documents`, which are new.

    `names` are spellings of what is waited for.
    """
    listed = list(library.listed())
    stories = {one.story.id: one.story for one in listed}
    yield from _findings(library, listed)
    for one in listed:
        yield from _origins(one.story)
    for commitment in library.commitments():
        yield from _breaches(commitment, stories)
    new = list(documents)
    yield from _corrections(library, new, stories)
    yield from _named(library, set(new), names, stories)


def _findings(library: Library, listed: Iterable[Listed]) -> Iterator[Fact]:
    for one in listed:
        if one.conflicts or one.updates:
            for finding in library.findings_of(one.story.id):
                if finding.kind in ("conflict", "update") and not finding.soft and finding.judged != "dismissed":
                    yield _finding(finding, one.story)


def _finding(finding: Finding, story: Story) -> Fact:
    values = sorted({side.value or " ".join(side.text.split()) for side in finding.sides})
    parts = (finding.kind, finding.aspect, finding.about, *values)
    kind: AlertKind = "conflict" if finding.kind == "conflict" else "update"
    return Fact(
        kind=kind,
        keys=(*_keys(story, *parts), *_of_articles((side.document for side in finding.sides), *parts)),
        says=partial(_reason, finding),
        story=story,
        about=story.title,
        evidence=tuple(Span(document=side.document, start=side.start, end=side.end) for side in finding.sides),
    )


def _keys(story: Story, *parts: object) -> tuple[str, ...]:
    return tuple("\x1f".join(map(str, (*parts, identity))) for identity in (story.id, *story.aliases))


def _of_articles(documents: Iterable[str], *parts: object) -> tuple[str, ...]:
    return tuple("\x1f".join(map(str, (*parts, document))) for document in dict.fromkeys(documents))


def _origins(story: Story) -> Iterator[Fact]:
    """Each origin of a story but the one whose article stands first."""
    for origin in story.origins:
        if len(story.origins) > 1 and story.documents[0] not in origin.documents:
            yield Fact(
                kind="origin",
                keys=_origin_keys(story, origin),
                says=partial(_both, "alert_origin", len(story.origins)),
                story=story,
                about=story.title,
                evidence=tuple(Span(document=document, start=0, end=0) for document in origin.documents[:1]),
            )


def _origin_keys(story: Story, origin: Origin) -> tuple[str, ...]:
    """An origin without a name may have been known by any of its articles."""
    called = [origin.name] if origin.name else list(origin.documents)
    return (*(key for name in called for key in _keys(story, "origin", name)), *_of_articles(origin.documents, "origin of"))


def _both(key: str, count: int) -> Reason:
    return Reason(ar=messages("watch", "ar").count(key, count), en=messages("watch", "en").count(key, count))


def _breaches(commitment: Commitment, stories: dict[str, Story]) -> Iterator[Fact]:
    for later in commitment.later:
        if later.status in ("broken", "denied"):
            story = next((stories[one] for one in commitment.stories if one in stories), None)
            yield Fact(
                kind="breach",
                keys=("\x1f".join(("breach", commitment.id, later.status, later.document)),),
                says=partial(_text, f"alert_{later.status}", what=commitment.what),
                story=story,
                about=commitment.what,
                evidence=(Span(document=later.document, start=later.start, end=later.end),),
            )


def _corrections(library: Library, documents: Iterable[str], stories: dict[str, Story]) -> Iterator[Fact]:
    for identity in documents:
        view = library.document(identity)
        span = _correction(view) if view else None
        if view and span:
            held = library.story_of(identity)
            yield Fact(
                kind="correction",
                keys=("\x1f".join(("correction", identity)),),
                says=partial(_text, "alert_correction"),
                story=stories.get(held) if held else None,
                about=view.article.title.text if view.article.title else None,
                evidence=(span,),
            )


def _correction(view: DocumentView) -> Span | None:
    place = announced(view.document.text, view.article.title, view.sentences)
    return Span(document=view.document.id, start=place[0], end=place[1]) if place else None


def _named(library: Library, documents: set[str], names: Iterable[str], stories: dict[str, Story]) -> Iterator[Fact]:
    """What is waited for, once a story; once an article where it belongs to none."""
    waited = {called.id: called.name for name in names for called in library.calling(name)}
    for identity in sorted(documents) if waited else ():
        view = library.document(identity)
        for name in view.settled.names if view else ():
            if name.entity in waited:
                story = stories.get(library.story_of(identity) or "")
                keys = _keys(story, "name", name.entity) if story else ("\x1f".join(("name", name.entity, identity)),)
                yield Fact(
                    kind="name",
                    keys=keys,
                    says=partial(_text, "alert_name", name=waited[name.entity]),
                    story=story,
                    about=story.title if story else None,
                    evidence=(Span(document=identity, start=name.start, end=name.end),),
                )


def _reason(finding: Finding) -> Reason:
    return finding.reason


def _text(key: str, **values: str) -> Reason:
    return Reason(ar=messages("watch", "ar")(key, **values), en=messages("watch", "en")(key, **values))
