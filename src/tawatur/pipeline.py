"""The order of the stages: the one file that knows it.

    read      ingest each input, keep its document                        one input at a time, in worker processes
    annotate  clean and annotate each new document                        one document at a time, in worker processes
    derive    reuse, settle, stories, compare over all of them            once; reuse only for what has changed

Each step keeps what it has done as it goes, so a run that was ended goes on where it was, and a step whose input has
not changed does nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from tawatur import __version__
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.base import Record
from tawatur.records.collection import Collection
from tawatur.records.derived import Derived
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.records.judgement import Judgement
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.settled import Settled
from tawatur.records.story_judgement import StoryJudgement
from tawatur.workers import batches, spread

if TYPE_CHECKING:
    from tawatur.ingest import Options, Raw, Visits
    from tawatur.settle.joined import Joined
    from tawatur.store.sqlite import Store

# (step, done, of how many, None where that is not known)
Progress = Callable[[str, int, int | None], None]

# documents in one transaction and in one worker's batch: a batch of long articles takes a worker about a second
_BATCH = 50


class ReadReport(Record, frozen=True, kw_only=True):
    """What one run of `read` did: inputs seen, documents new and known, and what was refused in this run."""

    inputs: int
    new: int
    known: int
    dropped: tuple[Dropped, ...]
    changed: bool  # whether anything was derived anew


def no_progress(step: str, done: int, total: int | None) -> None:
    """Show nothing."""


def read(
    store: "Store", where: Sequence[str], options: "Options", *, workers: int = 1, progress: Progress = no_progress
) -> ReadReport:
    """Read all of `where` into the store and bring what is known up to date.

    Raises StoreError where the store cannot be written, FailedError where a worker process is lost.
    """
    from tawatur.store.connection import writer

    with writer(store.path):
        taken = _Taken()
        visits = _visits(store)
        _take_in(store, _found(where, options, visits), taken, workers, progress)
        if visits:  # only once all that was read is kept
            store.remember("visits", msgspec.json.encode(visits).decode())
        taken.dropped += annotate(store, workers=workers, progress=progress)
        changed = derive(store, progress=progress)
    known = taken.documents - taken.new
    return ReadReport(inputs=taken.inputs, new=taken.new, known=known, dropped=tuple(taken.dropped), changed=changed)


class _Taken:
    """The counts of one run, as they grow."""

    def __init__(self) -> None:
        self.inputs = self.documents = self.new = 0
        self.dropped: list[Dropped] = []


# read: input by input


def _visits(store: "Store") -> "Visits":
    """What feeds and pages said when they were last fetched, so that what has not changed is not fetched again."""
    from tawatur.ingest import Visit

    return msgspec.json.decode(store.state("visits") or "{}", type=dict[str, Visit])


def _found(where: Sequence[str], options: "Options", visits: "Visits") -> Iterator["Raw | Dropped"]:
    from tawatur import ingest

    for place in where:
        yield from ingest.raws(place, options, visits)


def _take_in(store: "Store", found: Iterable["Raw | Dropped"], taken: _Taken, workers: int, progress: Progress) -> None:
    """Keep the documents of inputs that were not read before, a batch a transaction."""
    for batch in spread(_documents, _unread(store, found, taken), size=_BATCH, workers=workers):
        with store.transaction():
            for digest, source, document in batch:
                store.forget_dropped("ingest", [source])
                _keep(store, document, taken)
                if not isinstance(document, Dropped):  # what was refused is tried again, and told again
                    store.add_inputs([digest])
        progress("read", taken.documents + len(taken.dropped), None)
    with store.transaction():
        store.add_dropped(taken.dropped)


def _unread(store: "Store", found: Iterable["Raw | Dropped"], taken: _Taken) -> Iterator[tuple[str, "Raw"]]:
    for raw in found:
        taken.inputs += 1
        if isinstance(raw, Dropped):
            taken.dropped.append(raw)
            continue
        digest = _digest(raw)
        if store.has_input(digest):
            taken.documents += 1
        else:
            yield digest, raw


def _digest(raw: "Raw") -> str:
    """What an input is known by when it is read again: its content, where it stood, and this version of the program."""
    return hashlib.sha256(__version__.encode() + msgspec.msgpack.encode(raw)).hexdigest()


def _documents(batch: list[tuple[str, "Raw"]]) -> list[tuple[str, str, tuple[Document, str | None, list[str]] | Dropped]]:
    """Turn inputs into documents, each with its outlet and the keys of its lines (in a worker process)."""
    from tawatur import clean, ingest

    rows: list[tuple[str, str, tuple[Document, str | None, list[str]] | Dropped]] = []
    for digest, raw in batch:
        document = ingest.document(raw)
        if isinstance(document, Dropped):
            rows.append((digest, raw.source, document))
        else:
            rows.append((digest, raw.source, (document, clean.outlet_key(document), clean.line_keys(document))))
    return rows


def _keep(store: "Store", found: tuple[Document, str | None, list[str]] | Dropped, taken: _Taken) -> None:
    if isinstance(found, Dropped):
        taken.dropped.append(found)
        return
    document, outlet, keys = found
    taken.documents += 1
    taken.new += store.add_document(document, outlet, keys)


# annotate: document by document


def annotate(store: "Store", *, workers: int = 1, progress: Progress = no_progress) -> list[Dropped]:
    """Clean and annotate the documents that are new, or of whose outlet more is known than when they were cleaned."""
    repeated = store.repeated()
    have = store.states()
    program = _program()
    states = {identity: _state(program, repeated.get(identity, frozenset())) for identity in have}
    wanted = [identity for identity, state in have.items() if state != states[identity]]
    dropped: list[Dropped] = []
    store.forget_dropped("annotate")  # what failed has no article, and is tried again
    done = 0
    work = (
        (document, repeated.get(document.id, frozenset())) for ids in batches(wanted, _BATCH) for document in store.documents(ids)
    )
    for batch in spread(_annotated, work, size=_BATCH, workers=workers):
        refused = [row for row in batch if isinstance(row, Dropped)]
        with store.transaction():
            rows = (row for row in batch if not isinstance(row, Dropped))
            store.add_articles((article, annotated, states[article.document]) for article, annotated in rows)
            store.add_dropped(refused)
        dropped += refused
        done += len(batch)
        progress("annotate", done, len(wanted))
    return dropped


def _program() -> str:
    """What all articles are made with: this version of the program, the user's own registers and recogniser as they are now."""
    from tawatur.annotate.names import recognizers
    from tawatur.resources import own_entries, own_registers

    return repr([__version__, *map(own_entries, own_registers()), recognizers.state()])


def _state(program: str, repeated: frozenset[str]) -> str:
    """What an article is made from besides its document: the program, and the lines that its outlet repeats."""
    return hashlib.sha256("\n".join([program, *sorted(repeated)]).encode()).hexdigest()[:16]


def _annotated(batch: list[tuple[Document, frozenset[str]]]) -> list[tuple[Article, Annotated] | Dropped]:
    """Clean and annotate documents (in a worker process); one that fails is recorded and stops no other."""
    from tawatur.annotate.names.recognizers import RecognizerError

    rows: list[tuple[Article, Annotated] | Dropped] = []
    for document, repeated in batch:
        try:
            rows.append(_annotated_one(document, repeated))
        except RecognizerError as error:
            detail = f"{document.source}: the recognizer {error}"
            rows.append(Dropped(stage="annotate", source=document.source, reason="recognizer_failed", detail=detail))
        except Exception as error:
            detail = f"{document.source}: {type(error).__name__}: {error}. This is a fault of the program: please report it."
            rows.append(Dropped(stage="annotate", source=document.source, reason="program_fault", detail=detail))
    return rows


def _annotated_one(document: Document, repeated: frozenset[str]) -> tuple[Article, Annotated]:
    from tawatur import clean
    from tawatur.annotate import dates, events, figures, names, quotes, sentences

    article = clean.article(document, dates.read, repeated)
    if article.language != "ar":
        return article, Annotated(document=document.id)
    cut = sentences.split(document.text, article)
    named = names.annotate(document.text, article, cut, names.recognizers.chosen())
    times = dates.find(document.text, document.id)
    said = quotes.annotate(document.text, article, cut, named)
    return article, Annotated(
        document=document.id,
        sentences=tuple(cut),
        times=tuple(times),
        names=tuple(named),
        quotes=tuple(said),
        figures=tuple(figures.annotate(document.text, cut, said, times)),
        events=tuple(events.annotate(document.text, article, cut, named, times, said)),
    )


# derive: all documents together


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
    every = _Every(store.articles())
    steps = _Steps(progress)
    with store.transaction():
        _share(store, every)
        steps.next()
        library = StoreLibrary(store)
        shared = list(library.reuse()), list(library.families())
        store.replace_derived(_derived(every, *shared, judgements, of_stories, steps), state)
    return True


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
    pairs: list[Reuse],
    families: list[Family],
    judgements: Sequence[Judgement],
    of_stories: Sequence[StoryJudgement],
    steps: "_Steps",
) -> Derived:
    """Settle articles, group them and compare them."""
    from tawatur import compare, reuse, stories
    from tawatur.annotate import dates
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
    )
    threaded = stories.thread(collection, stories.group(collection, origins.independent, of_stories))
    steps.next()
    findings = [
        *compare.corroborate(collection, threaded.stories, origins.independent),
        *compare.conflicts(collection, threaded.stories, origins.independent),
    ]
    events = compare.events(settled, threaded.stories)
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
