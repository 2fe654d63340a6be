"""Derive: all that needs more than one article, made from all of them; what they share is looked for only where something has changed."""

import gc
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tawatur.made_by import digest_of, is_older, made_by
from tawatur.pipeline.engine import Engine, Local
from tawatur.pipeline.handed import handed
from tawatur.pipeline.indexing import index
from tawatur.pipeline.marking import mark, marks
from tawatur.pipeline.progress import Progress, no_progress
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.collection import Collection
from tawatur.records.correction import Correction
from tawatur.records.derived import Derived
from tawatur.records.document import Document
from tawatur.records.grouped import Grouped
from tawatur.records.judgement import Judgement
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.settled import Settled
from tawatur.records.story_judgement import StoryJudgement
from tawatur.records.told import Told
from tawatur.records.untouched import Untouched

if TYPE_CHECKING:
    from tawatur.settle.corrected import Corrected
    from tawatur.settle.joined import Joined
    from tawatur.store.sqlite import Store


_ARTICLES = "articles as settled"


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


def derive(store: "Store", *, engine: Engine | None = None, progress: Progress = no_progress, renew: bool = False) -> bool:
    """Bring all that needs more than one article up to date; False where nothing has changed.

    What articles share is looked for only for those that have changed; what is made from that is made anew, and written where it
    is another. Neither depends on the order of reading. Where nothing has changed but the program, what an older one made stays,
    unless `renew`; all of it is of one program, whatever made the articles.
    """
    from tawatur.store import grouping, keeping, wires
    from tawatur.store.derived import replace_derived
    from tawatur.store.library import StoreLibrary

    judgements = [judgement for judgement in store.judgements() if not judgement.undone]
    of_stories = [judgement for judgement in store.story_judgements() if not judgement.undone]
    corrections = [correction for correction in store.corrections() if not correction.undone]
    seen = sorted([one.id for one in judgements] + [one.id for one in of_stories] + [one.id for one in corrections])
    states = store.states()
    made_from = _derived_from(states, seen)
    state = _state(made_from)
    if _stands(store, made_from, state, renew=renew):
        return False
    steps = _Steps(progress)
    inherited = handed(store, corrections)
    holding = [*corrections, *inherited]
    again = _dated_otherwise(store, holding)
    # where what articles share stays as it is, others may write judgements meanwhile; else readers would see half of a new state
    anew = _by_another(store)
    changed = _to_share(store, states, again, anew=anew)
    renewed = anew or bool(changed)
    engine = engine or Local()
    if renewed:
        engine.prepare(lambda: _every(store, corrections, inherited)[0])
    with _uncollected(), store.transaction() if renewed else nullcontext():
        every, corrected = _every(store, corrections, inherited)
        _share(store, every, engine, changed, anew=anew)
        steps.next()
        library = StoreLibrary(store)
        shared = list(library.reuse()), list(library.families())
        told = {} if is_older(store.state("told by") or "", "tell") else store.told()
        known = frozenset(told)
        by = made_by("derive")
        before = _Before(keeping.kept(store, _ARTICLES, by), grouping.grouped(store, by), marks(states, holding))
        derived, made_of = _derived(every, told, *shared, _Judged(judgements, of_stories, corrected), before, steps)
        with store.transaction():
            store.keep_told({document: one for document, one in told.items() if document not in known})
            store.remember("told by", made_by("tell"))
            untouched = replace_derived(store, derived, state)
            store.remember("derived from", made_from)
            store.remember("derived by", by)
            keeping.keep(store, _ARTICLES, before.articles, made_of, by)
            grouping.keep(store, before.grouped, derived.grouped, by)
            index(store, every.texts, every.articles, {one.document: one for one in derived.settled}, derived, untouched)
            wires.keep(store, derived.printings, derived.untouched.printings)
            store.remember("judged by", msgspec.json.encode(seen).decode())
            store.remember("corrected", msgspec.json.encode(_dated(holding)).decode())
    return True


def _every(store: "Store", corrections: Sequence[Correction], inherited: Sequence[Correction]) -> tuple[_Every, "Corrected"]:
    """All articles, as people corrected them, and what they corrected; `inherited` hold for later versions of what was corrected."""
    from tawatur.settle.corrected import Corrected

    every = _Every(store.articles())
    corrected = Corrected(corrections, every.texts, inherited)
    every.articles = corrected.articles(every.articles)
    return every, corrected


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


class _Before(NamedTuple):
    """What was kept of the last time: digests of the articles as they were settled, and of the grouping; `marks` tell each article as it is now."""

    articles: Mapping[str, bytes]
    grouped: Grouped
    marks: Mapping[str, str]


class _Judged(NamedTuple):
    """What people judged that what is derived depends on."""

    names: Sequence[Judgement]
    stories: Sequence[StoryJudgement]
    articles: "Corrected"


def _derived_from(states: Mapping[str, str | None], judgements: Sequence[str]) -> str:
    """What all is derived from: the articles, and the judgements of names, stories and articles by their ids, in order."""
    return hashlib.sha256(repr([*sorted(states.items()), *judgements]).encode()).hexdigest()


def _state(made_from: str) -> str:
    """The mark of what is derived: what it is made from, and what makes it."""
    return hashlib.sha256(f"{made_from} {digest_of(made_by('derive'))}".encode()).hexdigest()


def _stands(store: "Store", made_from: str, state: str, *, renew: bool) -> bool:
    """Whether what was derived last is as it would be now, or, unless `renew`, as an older program made it from the same."""
    before = store.state("derived")
    return before == state or (before is not None and not renew and store.state("derived from") == made_from)


def _dated(corrections: Sequence[Correction]) -> dict[str, list[str]]:
    """The ids of the corrections of dates and origins, in order, by article: what was copied from what goes by them."""
    found: dict[str, list[str]] = defaultdict(list)
    for told in sorted(corrections, key=lambda one: one.id):
        if told.kind in ("date", "origin"):
            found[told.document].append(told.id)
    return dict(found)


def _dated_otherwise(store: "Store", corrections: Sequence[Correction]) -> frozenset[str]:
    """The articles whose dates or origins were corrected otherwise in the last run."""
    now = _dated(corrections)
    before = msgspec.json.decode(store.state("corrected") or "{}", type=dict[str, list[str]])
    return frozenset(name for name in now.keys() | before.keys() if now.get(name) != before.get(name))


def _by_another(store: "Store") -> bool:
    """Whether what articles share was looked for by another program, which may find other things in articles that are as they were."""
    return is_older(store.state("shared by") or "", "share")


def _to_share(store: "Store", states: Mapping[str, str | None], again: AbstractSet[str], *, anew: bool) -> set[str]:
    """The articles of which it is looked for what they share: those that have changed or gone, and `again`; `anew`, all of them."""
    there = {document for document, made_from in states.items() if made_from is not None}
    return there if anew else store.changed() | (again & there)


def _share(store: "Store", every: _Every, engine: Engine, changed: set[str], *, anew: bool) -> AbstractSet[str]:
    """Find what the articles that have changed share with all others; give the documents of which that may be another than it was."""
    if anew:
        store.forget_shared()
        store.remember("shared by", made_by("share"))
    found = engine.share(store, changed, every) if changed else frozenset()
    return every.texts.keys() if anew else found


def _derived(
    every: _Every,
    told: dict[str, Told],
    pairs: list[Reuse],
    families: list[Family],
    judged: _Judged,
    before: _Before,
    steps: "_Steps",
) -> tuple[Derived, dict[str, bytes]]:
    """Settle articles, group them and compare them; what headlines and leads tell is added to `told`. Gives also a digest of each article as settled."""
    from tawatur import compare, reuse, stories
    from tawatur.annotate import dates
    from tawatur.settle import dating, times
    from tawatur.settle.events import Events
    from tawatur.settle.undertaken import undertaken

    joined, quotes = _named(every.texts, every.annotated, judged.names)
    quotes = judged.articles.speakers(quotes, joined)
    steps.next()
    origins = reuse.Origins(every.articles, families, pairs, judged.articles.uncredited)
    publications = dating.date(every.articles, every.times, pairs, dates.resolve, judged.articles.undated).publications
    deeds = Events(joined)
    settled = {
        identity: judged.articles.settled(
            Settled(
                document=identity,
                publication=publication,
                origin=known.origin,
                origin_basis=known.basis,
                cites=_cited(every.articles[identity]),
                dates=values,
                names=joined.names.get(identity, ()),
                quotes=quotes.get(identity, ()),
                events=deeds.of(
                    identity,
                    every.annotated[identity].events,
                    values,
                    quotes.get(identity, ()),
                    every.annotated[identity].figures,
                ),
            )
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
    made_of = {identity: mark(before.marks[identity], one) for identity, one in settled.items()}
    touched = frozenset(identity for identity, one in made_of.items() if before.articles.get(identity) != one)
    made = stories.group(collection, origins.independent, judged.stories, before.grouped, touched)
    threaded = stories.thread(collection, made.stories, stories.longest(joined.entities))
    steps.next()
    promised = undertaken(every.undertakings, every.quotes, quotes)
    compared = compare.compare(collection, threaded.stories, compare.Sources(origins.independent, origins.texts), promised)
    steps.next()
    derived = Derived(
        settled=tuple(settled.values()),
        entities=joined.entities,
        outcomes=(*joined.outcomes, *judged.articles.outcomes()),
        stories=tuple(threaded.stories),
        grouped=made.kept,
        untouched=Untouched(documents=settled.keys() - touched),
        threads=tuple(threaded.threads),
        references=tuple(threaded.references),
        findings=tuple(compared.findings.made),
        events=tuple(compared.events.made),
        commitments=tuple(compared.commitments.made),
        printings=tuple(
            reuse.printings(
                (reuse.print_of(every.articles[identity], one, every.sentences[identity]) for identity, one in settled.items()),
                pairs,
            )
        ),
    )
    return derived, made_of


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
