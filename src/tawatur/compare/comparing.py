"""Comparing: what is told by whom, and against whom, in stories and threads; made anew where something has changed, else as it was."""

from __future__ import annotations

from collections.abc import Collection as Sized
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple, TypeVar

from tawatur.compare import conflicts
from tawatur.compare.anew import Anew, anew, scope, standing
from tawatur.compare.carried import Carried, carried, statements
from tawatur.compare.clash import Clash, Independent, gather
from tawatur.compare.counted import counted, told_of
from tawatur.compare.events import events
from tawatur.compare.happenings import happenings
from tawatur.compare.kept import Compared, Ids, Place
from tawatur.compare.named import Name, namer
from tawatur.compare.promised import commitments
from tawatur.records.changes import Changes
from tawatur.records.collection import Collection
from tawatur.records.commitment import Commitment, Undertaking
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.parts import pair_of
from tawatur.records.reuse import Reuse
from tawatur.records.story import Story

_all = chain.from_iterable
_Identified = TypeVar("_Identified", Finding, Event, Commitment)


class Sources(NamedTuple):
    """The independent origins of documents, and of each that is one text with others the first of them (`reuse.Origins`)."""

    independent: Independent
    texts: Mapping[str, str] = {}


class Made(NamedTuple):
    """What comparing shows, and what the next comparing may go on from. `stories` are the ids of those that are as they were, in a thread as they were."""

    findings: Changes[Finding]
    events: Changes[Event]
    commitments: Changes[Commitment]
    stories: AbstractSet[str]
    kept: Compared


def compare(
    collection: Collection,
    stories: Sequence[Story],
    sources: Sources,
    undertaken: Mapping[str, Sequence[Undertaking]],
    before: Compared | None = None,
    touched: AbstractSet[str] = frozenset(),
) -> Made:
    """Compare the articles of stories and threads; `undertaken` are the reports of undertakings by article.

    `before` is what was kept the last time; `touched` are the documents that are not as they were then, in any record, in what they share or
    in the stories and texts that they are of. Only what depends on one of them is made anew; all is the same as from nothing.
    """
    known = before or Compared()
    again = anew(collection.texts, stories, sources.texts, known, touched)
    one = _Comparing(collection, stories, sources, known, again)
    found, parts = one.findings()
    deeds = one.events()
    still = (known.reporting - touched) & collection.texts.keys()
    reported = one.reports(undertaken, None if before is None else still | touched)
    ledger = one.commitments(reported)
    in_story = {document for story in stories for document in story.documents}
    kept = parts._replace(
        stories={story.id: (scope(story), story.documents) for story in stories},
        alone=tuple(document for document in sorted(collection.texts) if document not in in_story),
        texts=sources.texts,
        events=_ids(known.events, again.of_stories, deeds),
        reporting=still | reported.keys(),
        commitments=_ids(known.commitments, again.of_scopes, ledger),
    )
    return Made(
        found,
        _changes(_all(deeds.values()), _all(standing(known.events, again.of_stories).values())),
        _changes(_all(ledger.values()), _all(standing(known.commitments, again.of_scopes).values())),
        frozenset(story.id for story in stories) - again.of_stories,
        kept,
    )


class _Comparing:
    """One comparing: what `before` holds of others than `again` stands."""

    def __init__(self, collection: Collection, stories: Sequence[Story], sources: Sources, before: Compared, again: Anew) -> None:
        self._collection = collection
        self._stories = stories
        self._independent = sources.independent
        self._before = before
        self._again = again
        self._home = {document: story for story in stories for document in story.documents}
        self._name: Name = namer(collection.articles)

    def findings(self) -> tuple[Changes[Finding], Compared]:
        """Give the findings, and what is kept of them."""
        before, again = self._before, self._again
        home = {document: story.id for document, story in self._home.items()}
        told = dict(happenings(self._collection, again.stories, self._independent, self._name))
        rows = self._collection.reuse_of(again.documents)
        texts = carried(self._collection, again.documents, rows, before.carried)
        carrying = statements(self._collection, texts.made, home, self._independent, self._name)
        tolls, told_again = self._tolls(texts)
        clashes = self._clashes(rows)
        grave = list(gather(_all(_in_order(clashes, self._stories)), self._collection, home, self._independent))
        happened, numbered = standing(before.happenings, again.of_stories), standing(before.tolls, told_again)
        numbers = _all(found for found, _ in tolls.values())
        kept = before._replace(
            carried=texts.every,
            happenings=happened | {story: one.id for story, one in told.items()},
            tolls=numbered | {story: (tuple(one.id for one in found), places) for story, (found, places) in tolls.items()},
            copied=clashes.copied,
            renamed=clashes.renamed,
            told=clashes.told,
        )
        stay = {*happened.values(), *(texts.every.keys() - texts.made.keys()), *_all(ids for ids, _ in numbered.values())}
        return _changes(chain(told.values(), carrying, numbers, grave), stay), kept

    def _tolls(self, texts: Carried) -> tuple[dict[str, tuple[list[Finding], tuple[Place, ...]]], set[str]]:
        """The findings of tolls of the stories that have changed or a sentence of which goes back to others now, with the sentences they
        depend on; and all of which those of before stand no more.
        """
        other = texts.otherwise
        gone = set(self._again.of_stories)
        gone.update(story for story, (_, places) in self._before.tolls.items() if not other.isdisjoint(places))
        mine = {story.id for story in self._again.stories} | gone
        told = list(told_of(self._collection, (story for story in self._stories if story.id in mine)))
        text_of = {at: number for number, group in enumerate(texts.every.values()) for at in group} if told else {}
        found: dict[str, tuple[list[Finding], tuple[Place, ...]]] = {}
        for one in told:
            finding = counted(self._collection, one, text_of, self._name)
            rows, places = found.get(one.story, ([], ()))
            found[one.story] = ([*rows, finding] if finding else rows, (*places, *one.places))
        return found, gone

    def _clashes(self, rows: Iterable[Reuse]) -> _Clashes:
        before, changed = self._before, self._again.documents
        thread = {document: scope(story) for document, story in self._home.items()}
        copies = conflicts.Copies(self._collection, rows, thread)
        gone = {pair for pair in before.copied.keys() | before.renamed.keys() if not changed.isdisjoint(pair_of(pair))}
        told = conflicts.told(self._collection, self._again.stories)
        return _Clashes(
            standing(before.copied, gone) | copies.copied(),
            standing(before.renamed, gone) | copies.renamed(),
            standing(before.told, self._again.of_stories) | told,
        )

    def events(self) -> dict[str, list[Event]]:
        """Give the events made anew, by story or by document of none."""
        settled, alone = self._collection.settled, [name for name in self._again.scopes if name in self._collection.texts]
        found = {story.id: events(settled, story.documents, story.id) for story in self._again.stories}
        return found | {document: events(settled, (document,), None) for document in alone}

    def reports(
        self, undertaken: Mapping[str, Sequence[Undertaking]], asked: AbstractSet[str] | None
    ) -> dict[str, Sequence[Undertaking]]:
        """Give the reports that the commitments made anew are made of; no other document than those `asked` has any."""
        wanted = _all(self._again.scopes.values())
        mine = wanted if asked is None else filter(asked.__contains__, wanted)
        return {document: found for document in mine if (found := undertaken.get(document, ()))}

    def commitments(self, reported: Mapping[str, Sequence[Undertaking]]) -> dict[str, list[Commitment]]:
        """Give the commitments made anew, by thread, story or document of none."""
        return {
            name: commitments(self._collection, documents, reported, self._home) for name, documents in self._again.scopes.items()
        }


class _Clashes(NamedTuple):
    copied: conflicts.Clashes
    renamed: conflicts.Clashes
    told: conflicts.Clashes


def _in_order(clashes: _Clashes, stories: Sequence[Story]) -> Iterable[Sequence[Clash]]:
    """All clashes in the order in which they were made, had they been made together."""
    for pairs in (clashes.copied, clashes.renamed):
        yield from (pairs[pair] for pair in sorted(pairs, key=pair_of))
    yield from (clashes.told[story.id] for story in stories if story.id in clashes.told)


def _changes(made: Iterable[_Identified], stay: Iterable[str]) -> Changes[_Identified]:
    return Changes(sorted(made, key=lambda one: one.id), frozenset(stay))


def _ids(kept: Mapping[str, Ids], gone: AbstractSet[str], made: Mapping[str, Sized[_Identified]]) -> dict[str, Ids]:
    """What is kept of others than `gone`, with the ids of what was made."""
    return standing(kept, gone) | {name: tuple(one.id for one in found) for name, found in made.items() if found}
