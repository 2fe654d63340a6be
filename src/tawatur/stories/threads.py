"""Threads: stories that hang together because one points back at the other, or goes on with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple

import msgspec

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.groups import groups
from tawatur.records.collection import Collection
from tawatur.records.parts import packed, unpacked
from tawatur.records.story import Member, Reference, Story, Thread, thread_id
from tawatur.stories.continued import Continuation, Longest, Pair, continued, likely
from tawatur.stories.links import Near, Pointer, best, depends, pointers, shared
from tawatur.stories.numbered import Words
from tawatur.stories.tellings import Tellings, counted
from tawatur.stories.terms import Terms, day, terms


class Hung(NamedTuple):
    """What finding threads keeps for the next time.

    `words` are those that have a number, `halves` and `every` count the stories of each (`tellings`), `common` are those that say nothing, and
    `actors` who acts in too many stories to say anything. `reasons` say why stories go on with earlier ones.
    """

    words: tuple[str, ...] = ()
    halves: bytes = b""
    every: bytes = b""
    common: frozenset[int] = frozenset()
    actors: frozenset[str] = frozenset()
    stories: Mapping[str, Terms] = {}
    pointers: Mapping[str, tuple[Pointer, ...]] = {}  # by document
    likely: frozenset[Pair] = frozenset()
    reasons: tuple[tuple[Continuation, str], ...] = ()


class Threaded(NamedTuple):
    """The stories with their threads, the threads, and the references; and what the next finding of threads may go on from."""

    stories: list[Story]
    threads: list[Thread]
    references: list[Reference]
    kept: Hung


def thread(
    collection: Collection,
    stories: Sequence[Story],
    longest: Longest,
    before: Hung | None = None,
    touched: AbstractSet[str] = frozenset(),
) -> Threaded:
    """Find the references between stories, and hang together those that one points from or to, and those that go on with another.

    `longest` gives the longest form of an entity. `before` is what was kept the last time; `touched` are the documents that are not as they
    were then, in any record. Only what depends on one of them is read anew; all is the same as from nothing.
    """
    one = _Threading(collection, stories, before or Hung(), touched)
    pointing = one.pointers()
    references = sorted(_references(pointing), key=lambda one: (one.document, one.start, one.end, one.story))
    pairs = one.likely()
    going_on = one.going_on(pairs, longest)
    home = {document: one.id for one in stories for document in one.documents}
    links = [(home[one.document], one.story, one.reason) for one in references]
    links += [(one.story, one.earlier, reason) for one, reason in going_on]
    known = {one.id: one for one in stories}
    threads = [_thread(group, links, known) for group in groups((a, b) for a, b, _ in links)]
    thread_of = {member.story: one.id for one in threads for member in one.stories}
    return Threaded(
        [msgspec.structs.replace(one, thread=thread_of[one.id]) if one.id in thread_of else one for one in stories],
        sorted(threads, key=lambda one: one.id),
        references,
        one.kept(pointing, pairs, going_on),
    )


class _Threading:
    """One finding of threads: what was kept of stories that are as they were stands."""

    def __init__(self, collection: Collection, stories: Sequence[Story], before: Hung, touched: AbstractSet[str]) -> None:
        self._collection = collection
        self._stories = {one.id: one for one in stories}
        self._before = before
        self._words = Words(before.words)
        then = before.stories
        self._again = {one.id for one in stories if _is_new(one, then.get(one.id), touched)}  # they are read again
        self._gone = then.keys() - self._stories.keys()
        told = {one.id: terms(collection, one, self._words) if one.id in self._again else then[one.id] for one in stories}
        self._new = {name for name in self._again if told[name] != then.get(name)}  # they tell something else
        former = [then[name] for name in (self._new & then.keys()) | self._gone]
        come = [told[name] for name in self._new]
        size = len(self._words.every())
        halves = counted(unpacked(before.halves), (one.half for one in former), (one.half for one in come), size)
        every = counted(unpacked(before.every), (one.every for one in former), (one.every for one in come), size)
        self._tellings = Tellings(told, halves, every)
        self._otherwise = self._tellings.common ^ before.common  # words that say nothing now and did then, or the other way

    def pointers(self) -> dict[str, tuple[Pointer, ...]]:
        """Give the times of all articles that may point back, with what they point at."""
        mine = [(story, document) for story in self._stories.values() for document in story.documents]
        fresh = {
            document: tuple(pointers(self._collection, story, document, self._words))
            for story, document in mine
            if story.id in self._again
        }
        standing = {
            document: self._before.pointers[document]
            for _, document in mine
            if document not in fresh and document in self._before.pointers
        }
        of_all = Near(self._tellings, self._tellings.stories, chain.from_iterable(fresh.values()))
        of_new = Near(self._tellings, self._new, chain.from_iterable(standing.values()))
        found = {
            document: tuple(self._standing(one, story, document, of_new) for one in standing[document])
            if document in standing
            else tuple(self._pointing(one, story, document, of_all.of(one, story.id)) for one in fresh.get(document, ()))
            for story, document in mine
        }
        return {document: rows for document, rows in found.items() if rows}

    def _standing(self, one: Pointer, story: Story, document: str, of_new: Near) -> Pointer:
        """What a time points at, of which all is as it was but the stories that it may point at, and how common words are."""
        others = self._new | self._gone
        near = one.near if others.isdisjoint(one.near) else tuple(other for other in one.near if other not in others)
        added = of_new.of(one, story.id)
        same = near is one.near and not added
        if same and not (near and depends(one, self._tellings, story.id, self._otherwise)):
            return one
        return self._pointing(one, story, document, tuple(sorted((*near, *added))))

    def _pointing(self, one: Pointer, story: Story, document: str, near: tuple[str, ...]) -> Pointer:
        """What a time points at among the stories near it."""
        found = best(one, near, story.id, self._tellings)
        if found is None or found != one.best or found in self._new:
            reason = self._reason(one, document, found) if found else ""
        else:
            reason = one.reason
        return msgspec.structs.replace(one, near=near, best=found, reason=reason)

    def _reason(self, one: Pointer, document: str, found: str) -> str:
        told = self._collection.settled[document].dates[one.time]
        words = shared(one, self._tellings.stories[found], self._words)
        said = "، ".join(_as_written(self._collection.texts[document][one.start : one.end], words[:5]))
        day = self._stories[found].date
        return f"«{told.text}» ({told.value}) covers {day}, the day of that story; in common: {said}"

    def likely(self) -> frozenset[Pair]:
        """Give the pairs of stories of which one may go on with the other."""
        others = self._new | self._gone
        standing = {pair for pair in self._before.likely if others.isdisjoint(pair)}
        rarer = {actor for actor in self._before.actors if self._tellings.actors[actor] <= self._tellings.limit}
        return frozenset(standing | likely(self._tellings, self._new, rarer))

    def going_on(self, pairs: frozenset[Pair], longest: Longest) -> list[tuple[Continuation, str]]:
        """Give the stories that go on with earlier ones, in their order, and why they do."""
        order = {name: at for at, name in enumerate(self._stories)}
        known = {one: reason for one, reason in self._before.reasons if one.story not in self._again}
        found = sorted(continued(pairs, self._tellings, self._words, longest), key=lambda one: order[one.story])
        return [(one, known.get(one) or self._going_on(one)) for one in found]

    def _going_on(self, one: Continuation) -> str:
        texts = (self._collection.texts[document] for document in self._stories[one.story].documents)
        words = _as_written(" ".join(texts), one.words[:5])
        return f"the same actors, {'، '.join(one.actors[:3])}, on the same matter: {'، '.join(words)}"

    def kept(
        self, pointing: Mapping[str, tuple[Pointer, ...]], pairs: frozenset[Pair], going_on: Sequence[tuple[Continuation, str]]
    ) -> Hung:
        """Give what is kept for the next time."""
        told = self._tellings
        return Hung(
            words=self._words.every(),
            halves=packed(told.halves),
            every=packed(told.every),
            common=told.common,
            actors=frozenset(actor for actor, count in told.actors.items() if count > told.limit),
            stories=told.stories,
            pointers=pointing,
            likely=pairs,
            reasons=tuple(going_on),
        )


def _is_new(story: Story, then: Terms | None, touched: AbstractSet[str]) -> bool:
    """Whether a story is not as it was: of other articles, or one of them is, or of another day."""
    same = then is not None and then.documents == story.documents and then.day == day(story)
    return not same or not touched.isdisjoint(story.documents)


def _references(pointing: Mapping[str, tuple[Pointer, ...]]) -> Iterator[Reference]:
    """Of each sentence the first of its times that points at a story."""
    for document, rows in pointing.items():
        last = -1
        for one in rows:
            if one.best and one.start != last:
                last = one.start
                yield Reference(document=document, start=one.start, end=one.end, story=one.best, reason=one.reason)


def _thread(group: Sequence[str], links: Sequence[tuple[str, str, str]], known: Mapping[str, Story]) -> Thread:
    order = sorted(group, key=lambda name: (known[name].date or "9999", name))
    reasons = {name: next((reason for a, b, reason in links if name in (a, b)), "") for name in order}
    return Thread(
        id=thread_id(order[0]),
        title=known[order[0]].title,
        stories=tuple(Member(story=name, reason=reasons[name]) for name in order),
    )


def _as_written(sentence: str, shared: Sequence[str]) -> list[str]:
    """The words of a sentence that have these stems, the first of each: a stem is no word to show to a reader."""
    written = {stem(fold(word)): word for word in reversed(WORD.findall(sentence))}
    return [written.get(one, one) for one in shared]
