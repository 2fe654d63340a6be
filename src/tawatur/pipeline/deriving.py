"""Derive: all that needs more than one article, made from all of them; what they share is looked for only where something has changed."""

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tawatur import __version__
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.collection import Collection
from tawatur.records.derived import Derived
from tawatur.records.document import Document
from tawatur.records.judgement import Judgement
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.settled import Settled
from tawatur.records.story_judgement import StoryJudgement
from tawatur.records.told import Told

if TYPE_CHECKING:
    from tawatur.settle.joined import Joined
    from tawatur.store.sqlite import Store


class _Every:
    """All articles with what was found in them, each mapping in the order of ids."""

    def __init__(self, found: Iterable[tuple[Document, Article, Annotated]]) -> None:
        self.texts: dict[str, str] = {}
        self.articles: dict[str, Article] = {}
        self.annotated: dict[str, Annotated] = {}
        for document, article, annotated in sorted(found, key=lambda one: one[0].id):
            self.texts[document.id] = document.text
            self.articles[document.id] = article
            self.annotated[document.id] = annotated
        self.sentences = {identity: one.sentences for identity, one in self.annotated.items()}
        self.quotes = {identity: one.quotes for identity, one in self.annotated.items()}
        self.times = {identity: one.times for identity, one in self.annotated.items()}
        self.figures = {identity: one.figures for identity, one in self.annotated.items() if one.figures}
        self.undertakings = {identity: one.undertakings for identity, one in self.annotated.items() if one.undertakings}


def derive(store: "Store", *, progress: Progress = no_progress) -> bool:
    """Bring all that needs more than one article up to date; False where nothing has changed.

    What articles share is looked for only for those that have changed; what is made from that is made anew, and written where it
    is another. Neither depends on the order of reading.
    """
    from tawatur.store.library import StoreLibrary

    judgements = [judgement for judgement in store.judgements() if not judgement.undone]
    of_stories = [judgement for judgement in store.story_judgements() if not judgement.undone]
    state = _derived_from(store.states(), [*judgements, *of_stories])
    if store.state("derived") == state:
        return False
    steps = _Steps(progress)
    with _uncollected(), store.transaction():
        every = _Every(store.articles())
        _share(store, every)
        steps.next()
        library = StoreLibrary(store)
        shared = list(library.reuse()), list(library.families())
        told = store.told()
        known = frozenset(told)
        derived = _derived(every, told, *shared, judgements, of_stories, steps)
        store.keep_told({document: one for document, one in told.items() if document not in known})
        store.replace_derived(derived, state)
    return True


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles again and again among millions of records, which have none: it took a tenth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _derived_from(states: Mapping[str, str | None], judgements: Sequence[Judgement | StoryJudgement]) -> str:
    """What all is derived from: the articles, and what people judged of names and stories."""
    told = sorted(judgement.id for judgement in judgements)
    return hashlib.sha256(repr([*sorted(states.items()), *told]).encode()).hexdigest()


def _share(store: "Store", every: _Every) -> None:
    """Find what the articles that have changed share with all others."""
    from tawatur import reuse
    from tawatur.store.passages import StoreIndex

    if store.state("shared by") != __version__:  # another version may find other things in articles that are as they were
        store.forget_shared()
        store.remember("shared by", __version__)
    changed = store.changed()
    if not changed:
        return
    found = reuse.renew(StoreIndex(store), changed, every.texts, every.sentences, every.quotes, every.articles)
    store.renew_shared(found.pairs, found.rows, found.documents, found.families)


def _derived(
    every: _Every,
    told: dict[str, Told],
    pairs: list[Reuse],
    families: list[Family],
    judgements: Sequence[Judgement],
    of_stories: Sequence[StoryJudgement],
    steps: "_Steps",
) -> Derived:
    """Settle articles, group them and compare them; what headlines and leads tell is added to `told`."""
    from tawatur import compare, reuse, stories
    from tawatur.annotate import dates
    from tawatur.compare import promised
    from tawatur.settle import dating, times
    from tawatur.settle.events import Events

    joined, quotes = _named(every.texts, every.annotated, judgements)
    steps.next()
    origins = reuse.Origins(every.articles, families, pairs)
    publications = dating.date(every.articles, every.times, pairs, dates.resolve)
    deeds = Events(joined)
    settled = {
        identity: Settled(
            document=identity,
            publication=publication,
            origin=known.origin,
            origin_basis=known.basis,
            cites=_cited(every.articles[identity]),
            dates=values,
            names=joined.names.get(identity, ()),
            quotes=quotes.get(identity, ()),
            events=deeds.of(
                identity, every.annotated[identity].events, values, quotes.get(identity, ()), every.annotated[identity].figures
            ),
        )
        for identity, publication in sorted(publications.items())
        for known in [origins.of(identity)]
        for values in [times.values(every.times[identity], publication.published, dates.resolve)]
    }
    steps.next()
    collection = Collection(
        texts=every.texts,
        articles=every.articles,
        sentences=every.sentences,
        settled=settled,
        reuse=pairs,
        figures=every.figures,
        told=told,
    )
    threaded = stories.thread(collection, stories.group(collection, origins.independent, of_stories))
    steps.next()
    findings = [
        *compare.corroborate(collection, threaded.stories, origins.independent),
        *compare.conflicts(collection, threaded.stories, origins.independent),
    ]
    events = compare.events(settled, threaded.stories)
    ledger = promised.commitments(collection, threaded.stories, every.undertakings)
    steps.next()
    return Derived(
        settled=tuple(settled.values()),
        entities=joined.entities,
        outcomes=joined.outcomes,
        stories=tuple(threaded.stories),
        threads=tuple(threaded.threads),
        references=tuple(threaded.references),
        findings=tuple(sorted(findings, key=lambda one: one.id)),
        events=tuple(events),
        commitments=tuple(ledger),
    )


class _Steps:
    """The progress of deriving: reuse, names, settling, stories, comparing."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._done = 0

    def next(self) -> None:
        """Tell that one more step is done."""
        self._done += 1
        self._progress("derive", self._done, 5)


def _named(
    texts: Mapping[str, str], annotated: Mapping[str, Annotated], judgements: Sequence[Judgement]
) -> tuple["Joined", dict[str, tuple[Quote, ...]]]:
    from tawatur.settle import entities, seats, speakers

    quotes = {identity: one.quotes for identity, one in annotated.items()}
    names = seats.by_use({identity: one.names for identity, one in annotated.items()}, quotes)
    joined = entities.join(texts, names, judgements)
    return joined, speakers.speakers(quotes, joined)


def _cited(article: Article) -> tuple[str, ...]:
    """The agencies that are the source of one fact or more, each once."""
    return tuple(dict.fromkeys(one.agency for one in article.agencies if one.agency and not one.credit))
