"""What bears on a claim: the stories, statements and findings in which its words stand, each with the words that say it.

Nothing here says that a claim is true or false. It shows what was printed, by how many independent origins, and what contradicts it.
"""

from collections.abc import Iterator, Sequence

from tawatur.records.base import Record
from tawatur.records.errors import UsageError
from tawatur.records.finding import Finding
from tawatur.records.hit import Hit
from tawatur.records.story import Story
from tawatur.report.gravity import gravest_first
from tawatur.search import Query, find
from tawatur.search.terms import empty, folded, term
from tawatur.store.library import StoreLibrary

_LONGEST = 600  # letters of a claim
_WORDS = 12  # of a claim that are looked for, the rarest
_LEAST = 2  # words that what is shown has in common with the claim, where the claim has as many
_STORIES = 5
_HITS = 40
_FINDINGS = 8  # of one story


class Said(Record, frozen=True, kw_only=True):
    """Words in an article that bear on a claim: `text` stands in `document` from `start` to `end`. `speaker` where it is a statement."""

    text: str
    document: str
    start: int
    end: int
    outlet: str | None = None
    date: str | None = None
    speaker: str | None = None


class Bearing(Record, frozen=True, kw_only=True):
    """A story that bears on a claim: `said` are words of its articles, `findings` where its sources agree or contradict each other.

    `matched` are the words of the claim that stand together in it. `origins` counts independent origins, `origin_names` those that are known.
    """

    story: str
    title: str | None
    date: str | None
    matched: tuple[str, ...]
    outlets: tuple[str, ...]
    articles: int
    origins: int
    origin_names: tuple[str, ...]
    said: tuple[Said, ...]
    findings: tuple[Finding, ...]


class Check(Record, frozen=True, kw_only=True):
    """What bears on a claim. `nowhere` are words of it that stand in no article that was read."""

    claim: str
    nowhere: tuple[str, ...]
    bearings: tuple[Bearing, ...]


def check(claim: str, library: StoreLibrary) -> Check:
    """Give what bears on a claim, the story first that has most of its words. Raises UsageError where it has no word, or is too long."""
    if len(claim) > _LONGEST:
        raise UsageError("search_long", most=_LONGEST)
    saying = [one for one in dict.fromkeys(folded(claim)) if one not in empty()]
    if not saying:
        raise UsageError("search_no_word", query=claim)
    index = library.index()
    counts = {word: term(word, index).units for word in saying}
    known = sorted((word for word in saying if counts[word]), key=lambda word: (counts[word], word))[:_WORDS]
    bearings = tuple(_bearings(known, library))
    return Check(claim=claim, nowhere=tuple(word for word in saying if not counts[word]), bearings=bearings)


def _bearings(known: Sequence[str], library: StoreLibrary) -> Iterator[Bearing]:
    """Ask for all words, then for one less, the commonest first left out, until there are stories enough."""
    held: dict[str, tuple[tuple[str, ...], list[Hit]]] = {}
    for count in range(len(known), min(_LEAST, len(known)) - 1, -1):
        words = tuple(known[:count])
        query = Query(text=" ".join(words), words=words, kinds=("article", "statement"))
        for hit in find(query, library.index(), limit=_HITS).hits if words else ():
            story = library.story_of(hit.document) if hit.document else None
            if story and (story in held or len(held) < _STORIES):
                held.setdefault(story, (words, []))[1].append(hit)
        if len(held) >= _STORIES:
            break
    titles = {one.id: one for one in library.stories() if one.id in held}
    for story, (words, hits) in held.items():
        yield _bearing(titles[story], words, hits, library)


def _bearing(story: Story, words: tuple[str, ...], hits: Sequence[Hit], library: StoreLibrary) -> Bearing:
    said = {(one.document, one.start): one for one in (_said(hit) for hit in hits) if one}
    findings = [one for one in gravest_first(library.findings_of(story.id)) if one.judged != "dismissed"]
    return Bearing(
        story=story.id,
        title=story.title,
        date=story.date,
        matched=words,
        outlets=story.outlets,
        articles=len(story.documents),
        origins=len(story.origins),
        origin_names=tuple(sorted({one.name for one in story.origins if one.name})),
        said=tuple(said.values()),
        findings=tuple(findings[:_FINDINGS]),
    )


def _said(hit: Hit) -> Said | None:
    """The words of a hit as they stand in its article."""
    context = hit.context
    if hit.document is None or context.offset is None:
        return None
    return Said(
        text=context.text,
        document=hit.document,
        start=context.offset,
        end=context.offset + len(context.text),
        outlet=hit.outlet,
        date=hit.date,
        speaker=hit.speaker or None,
    )
