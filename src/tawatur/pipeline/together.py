"""What is made of all articles together (settled, grouped into stories and threads, compared), and written: only what may be another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tawatur import compare, reuse, stories
from tawatur.made_by import is_older, made_by
from tawatur.pipeline.every import Every, Telling
from tawatur.pipeline.indexing import index
from tawatur.pipeline.lazily import Lazily
from tawatur.pipeline.remembered import Memory, Remembered
from tawatur.pipeline.settling import Judged, Settling, Shared, settle
from tawatur.records.collection import Collection, RowsOf
from tawatur.records.commitment import Undertaking
from tawatur.records.derived import Derived
from tawatur.records.settled import Settled
from tawatur.records.story import Story
from tawatur.records.story_judgement import StoryJudgement
from tawatur.records.untouched import Untouched
from tawatur.records.wire import Printing
from tawatur.settle.undertaken import undertaken
from tawatur.store import wires
from tawatur.store.derived import replace_derived

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store


class _Made(NamedTuple):
    """What each stage made, and what it keeps for the next time."""

    settling: Settling
    grouped: stories.Made
    threaded: stories.Threaded
    compared: compare.Made


def together(
    store: "Store",
    every: Every,
    shared: Shared,
    judged: Judged,
    of_stories: Sequence[StoryJudgement],
    marks: Mapping[str, str],
    step: Callable[[], None],
) -> Callable[[str], None]:
    """Make all that is made of articles together; gives what writes it, under the mark of what it is made from.

    `marks` tell of each article what it was made from and how it was corrected; `step` is called after each of four steps.
    """
    memory = Memory(store)
    last = memory.last
    settling = settle(store, every, shared, judged, marks, last.settled if last else None)
    step()
    told = Telling(store, anew=is_older(store.state("told by") or "", "tell"))
    if last is None:
        told.ahead(every.articles)
    made = _made(settling, every, _collection(every, shared, settling.settled, told), of_stories, last, step)
    derived = _derived(every, shared, made, last)

    def write(state: str) -> None:
        store.keep_told(told.made)
        store.remember("told by", made_by("tell"))
        untouched = replace_derived(store, derived, state)
        store.remember("derived by", made_by("derive"))
        memory.keep(settling.kept, made.grouped.kept, made.threaded.kept, made.compared.kept)
        index(store, every.texts, every.articles, settling.settled, derived, untouched)
        wires.keep(store, derived.printings, derived.untouched.printings)

    return write


def _made(
    settling: Settling,
    every: Every,
    collection: Collection,
    of_stories: Sequence[StoryJudgement],
    last: Remembered | None,
    step: Callable[[], None],
) -> _Made:
    """Group, thread and compare what is settled, going on from the last time."""
    touched, independent = settling.touched, settling.origins.independent
    known = (last.grouped, last.stories) if last else (None, ())
    grouped = stories.group(collection, independent, of_stories, known[0], touched, known[1])
    step()
    longest = stories.longest(settling.entities)
    threaded = stories.thread(collection, grouped.stories, longest, last.hung if last else None, touched)
    step()
    sources = compare.Sources(independent, settling.origins.texts)
    undertakings = _undertakings(every, settling.settled)
    compared = compare.compare(collection, threaded.stories, sources, undertakings, last.compared if last else None, touched)
    step()
    return _Made(settling, grouped, threaded, compared)


def _derived(every: Every, shared: Shared, made: _Made, last: Remembered | None) -> Derived:
    """What was made, as the store is to have it; what is untouched is left out."""
    settling, threaded, compared = made.settling, made.threaded, made.compared
    touched = settling.touched
    printed = touched | {name for pair in settling.kept.between if not touched.isdisjoint(pair) for name in pair}
    return Derived(
        settled=tuple(settling.settled[document] for document in sorted(touched)),
        entities=tuple(settling.names.entities[one] for one in sorted(settling.names.others)),
        outcomes=settling.outcomes,
        stories=tuple(threaded.stories),
        threads=tuple(threaded.threads),
        references=tuple(threaded.references),
        findings=tuple(compared.findings.made),
        events=tuple(compared.events.made),
        commitments=tuple(compared.commitments.made),
        printings=tuple(_printings(every, settling.settled, printed, shared.rows_of)),
        untouched=_untouched(every, made, last, printed) if last else Untouched(),
    )


def _untouched(every: Every, made: _Made, last: Remembered, printed: AbstractSet[str]) -> Untouched:
    settling, compared = made.settling, made.compared
    return Untouched(
        documents=every.articles.keys() - settling.touched,
        printings=every.articles.keys() - printed,
        entities=frozenset(settling.entities) - settling.names.others,
        stories=_as_they_were(last.stories, made.threaded.stories),
        findings=compared.findings.standing,
        events=compared.events.standing,
        commitments=compared.commitments.standing,
    )


def _collection(every: Every, shared: Shared, settled: Mapping[str, Settled], told: Telling) -> Collection:
    return Collection(
        texts=every.texts,
        articles=every.articles,
        sentences=every.sentences,
        settled=settled,
        reuse=shared.rows_of,
        figures=every.figures,
        told=told,
    )


def _undertakings(every: Every, settled: Mapping[str, Settled]) -> Mapping[str, tuple[Undertaking, ...]]:
    """The undertakings of each article, with the speakers that people corrected."""

    def of(document: str) -> tuple[Undertaking, ...]:
        return undertaken(every.annotated[document].undertakings, every.quotes[document], settled[document].quotes)

    return Lazily(every.articles, lambda ids: ((document, of(document)) for document in ids))


def _printings(every: Every, settled: Mapping[str, Settled], wanted: AbstractSet[str], rows_of: RowsOf) -> Iterable[Printing]:
    """What the wanted articles carry; of the others with which they share something is only asked whose they are."""
    rows = rows_of(wanted)
    others = {span.document for row in rows for span in (row.a, row.b)} - wanted
    every.annotated.ahead(wanted)
    prints = [
        reuse.print_of(every.articles[document], settled[document], every.sentences[document] if document in wanted else ())
        for document in sorted(wanted | others)
    ]
    return (one for one in reuse.printings(prints, rows) if one.document in wanted)


def _as_they_were(before: Iterable[Story], now: Sequence[Story]) -> frozenset[str]:
    """The ids of the stories that are what they were, but for the old ids that lead to them."""
    known = {one.id: one for one in before}
    return frozenset(one.id for one in now if one.id in known and msgspec.structs.replace(known[one.id], aliases=()) == one)
