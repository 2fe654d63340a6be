"""Comparing: what is told by whom, and against whom, in stories and threads; made anew where something has changed, else as it was."""

from __future__ import annotations

from collections.abc import Collection as Sized
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple, TypeVar

from tawatur.compare import conflicts
from tawatur.compare.anew import Anew, anew, scope, standing
from tawatur.compare.carried import Carried, carried, statement_id, statements
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
from tawatur.records.story import Story

_Identified = TypeVar("_Identified", Finding, Event, Commitment)


class Sources(NamedTuple):
    """The independent origins of documents, and of each that is one text with others the first of them (`reuse.Origins`)."""

    independent: Independent
    texts: Mapping[str, str] = {}


class Made(NamedTuple):
    """What comparing shows, and what the next comparing may go on from."""

    findings: Changes[Finding]
    events: Changes[Event]
    commitments: Changes[Commitment]
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
    ledger = one.commitments(undertaken)
    in_story = {document for story in stories for document in story.documents}
    kept = parts._replace(
        stories={story.id: (scope(story), story.documents) for story in stories},
        alone=tuple(document for document in sorted(collection.texts) if document not in in_story),
        texts=sources.texts,
        events=_ids(known.events, again.former_stories, deeds),
        commitments=_ids(known.commitments, again.former_scopes, ledger),
    )
    return Made(
        found,
        _changes(chain.from_iterable(deeds.values()), _of(known.events, again.former_stories)),
        _changes(chain.from_iterable(ledger.values()), _of(known.commitments, again.former_scopes)),
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
        texts = carried(self._collection, again.documents, before.carried)
        carrying = statements(self._collection, texts.made, home, self._independent, self._name)
        tolls, told_again = self._tolls(texts)
        clashes = self._clashes()
        grave = list(gather(chain.from_iterable(_in_order(clashes, self._stories)), self._collection, home, self._independent))
        gone = {
            *(one for story, one in before.happenings.items() if story in again.former_stories),
            *map(statement_id, texts.gone),
            *(one for story, (ids, _) in before.tolls.items() if story in told_again for one in ids),
            *before.conflicts,
        }
        numbers = chain.from_iterable(found for found, _ in tolls.values())
        kept = before._replace(
            carried=texts.every,
            happenings=standing(before.happenings, again.former_stories) | {story: one.id for story, one in told.items()},
            tolls=standing(before.tolls, told_again)
            | {story: (tuple(one.id for one in found), places) for story, (found, places) in tolls.items()},
            copied=clashes.copied,
            renamed=clashes.renamed,
            told=clashes.told,
            conflicts=tuple(one.id for one in grave),
        )
        return _changes(chain(told.values(), carrying, numbers, grave), gone), kept

    def _tolls(self, texts: Carried) -> tuple[dict[str, tuple[list[Finding], tuple[Place, ...]]], set[str]]:
        """The findings of tolls of the stories that have changed or a sentence of which goes back to others now, with the sentences they
        depend on; and all of which those of before stand no more.
        """
        other = texts.otherwise
        gone = set(self._again.former_stories)
        gone.update(story for story, (_, places) in self._before.tolls.items() if not other.isdisjoint(places))
        mine = {story.id for story in self._again.stories} | gone
        told = list(told_of(self._collection, (story for story in self._stories if story.id in mine)))
        text_of = {at: number for number, group in enumerate(texts.every) for at in group} if told else {}
        found: dict[str, tuple[list[Finding], tuple[Place, ...]]] = {}
        for one in told:
            finding = counted(self._collection, one, text_of, self._name)
            rows, places = found.get(one.story, ([], ()))
            found[one.story] = ([*rows, finding] if finding else rows, (*places, *one.places))
        return found, gone

    def _clashes(self) -> _Clashes:
        before, changed = self._before, self._again.documents
        thread = {document: scope(story) for document, story in self._home.items()}
        copies = conflicts.Copies(self._collection, changed, thread)
        gone = {pair for pair in before.copied.keys() | before.renamed.keys() if not changed.isdisjoint(conflicts.of_pair(pair))}
        told = conflicts.told(self._collection, self._again.stories)
        return _Clashes(
            standing(before.copied, gone) | copies.copied(),
            standing(before.renamed, gone) | copies.renamed(),
            standing(before.told, self._again.former_stories) | told,
        )

    def events(self) -> dict[str, list[Event]]:
        """Give the events made anew, by story or by document of none."""
        settled, alone = self._collection.settled, [name for name in self._again.scopes if name in self._collection.texts]
        found = {story.id: events(settled, story.documents, story.id) for story in self._again.stories}
        return found | {document: events(settled, (document,), None) for document in alone}

    def commitments(self, undertaken: Mapping[str, Sequence[Undertaking]]) -> dict[str, list[Commitment]]:
        """Give the commitments made anew, by thread, story or document of none."""
        return {
            name: commitments(self._collection, documents, undertaken, self._home)
            for name, documents in self._again.scopes.items()
        }


class _Clashes(NamedTuple):
    copied: conflicts.Clashes
    renamed: conflicts.Clashes
    told: conflicts.Clashes


def _in_order(clashes: _Clashes, stories: Sequence[Story]) -> Iterable[Sequence[Clash]]:
    """All clashes in the order in which they were made, had they been made together."""
    for pairs in (clashes.copied, clashes.renamed):
        yield from (pairs[pair] for pair in sorted(pairs, key=conflicts.of_pair))
    yield from (clashes.told[story.id] for story in stories if story.id in clashes.told)


def _changes(made: Iterable[_Identified], gone: Iterable[str]) -> Changes[_Identified]:
    rows = sorted(made, key=lambda one: one.id)
    return Changes(rows, frozenset(gone).difference(one.id for one in rows))


def _of(kept: Mapping[str, Ids], names: AbstractSet[str]) -> Iterable[str]:
    return chain.from_iterable(ids for name, ids in kept.items() if name in names)


def _ids(kept: Mapping[str, Ids], gone: AbstractSet[str], made: Mapping[str, Sized[_Identified]]) -> dict[str, Ids]:
    """What is kept of others than `gone`, with the ids of what was made."""
    return standing(kept, gone) | {name: tuple(one.id for one in found) for name, found in made.items() if found}
