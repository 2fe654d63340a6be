"""Threads: stories that hang together because one points back at the other, or goes on with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from tawatur.arabic.fold import fold
from tawatur.arabic.stems import stem
from tawatur.arabic.words import WORD
from tawatur.groups import groups
from tawatur.records.collection import Collection
from tawatur.records.sentence import Sentence
from tawatur.records.story import Member, Reference, Story, Thread, thread_id
from tawatur.records.time import Date
from tawatur.stories.continued import Continuation, continued
from tawatur.stories.links import Index


class Threaded(NamedTuple):
    """The stories with their threads, the threads, and the references."""

    stories: list[Story]
    threads: list[Thread]
    references: list[Reference]


def thread(collection: Collection, stories: Sequence[Story]) -> Threaded:
    """Find the references between stories, and hang together those that one points from or to, and those that go on with another."""
    index = Index(collection, stories)
    references = sorted(_references(collection, stories, index), key=lambda one: (one.document, one.start, one.end, one.story))
    home = {document: one.id for one in stories for document in one.documents}
    links = [(home[one.document], one.story, one.reason) for one in references]
    known = {one.id: one for one in stories}
    links += [(one.story, one.earlier, _going_on(collection, known[one.story], one)) for one in continued(collection, stories)]
    threads = [_thread(group, links, known) for group in groups((a, b) for a, b, _ in links)]
    thread_of = {member.story: one.id for one in threads for member in one.stories}
    return Threaded(
        [msgspec.structs.replace(one, thread=thread_of.get(one.id)) for one in stories],
        sorted(threads, key=lambda one: one.id),
        references,
    )


def _thread(group: Sequence[str], links: Sequence[tuple[str, str, str]], known: Mapping[str, Story]) -> Thread:
    order = sorted(group, key=lambda name: (known[name].date or "9999", name))
    reasons = {name: next((reason for a, b, reason in links if name in (a, b)), "") for name in order}
    return Thread(
        id=thread_id(order[0]),
        title=known[order[0]].title,
        stories=tuple(Member(story=name, reason=reasons[name]) for name in order),
    )


def _going_on(collection: Collection, story: Story, found: Continuation) -> str:
    words = _as_written(" ".join(collection.texts[document] for document in story.documents), found.words[:5])
    return f"the same actors, {'، '.join(found.actors[:3])}, on the same matter: {'، '.join(words)}"


def _references(collection: Collection, stories: Sequence[Story], index: Index) -> Iterator[Reference]:
    for one in stories:
        written = one.date
        if not written:
            continue
        for document in one.documents:
            for sentence, times in _dated(collection, document):
                yield from _pointing(collection, one, sentence, times, index)


def _dated(collection: Collection, document: str) -> Iterator[tuple[Sentence, list[Date]]]:
    """The sentences that name a time."""
    dates = collection.settled[document].dates
    for sentence in collection.sentences.get(document, ()):
        inside = [one for one in dates if sentence.start <= one.start < sentence.end and one.earliest and one.latest]
        if inside and sentence.kind in ("body", "title", "heading"):
            yield sentence, inside


def _as_written(sentence: str, shared: Sequence[str]) -> list[str]:
    """The words of a sentence that have these stems, the first of each: a stem is no word to show to a reader."""
    written = {stem(fold(word)): word for word in reversed(WORD.findall(sentence))}
    return [written.get(one, one) for one in shared]


def _pointing(collection: Collection, one: Story, sentence: Sentence, times: Sequence[Date], index: Index) -> Iterator[Reference]:
    """The best earlier story that a sentence points at, by one of its times."""
    for time in times:
        found = index.best(one, sentence, time, times)
        if found is None:
            continue
        story, shared = found
        words = "، ".join(_as_written(collection.texts[sentence.document][sentence.start : sentence.end], shared[:5]))
        reason = f"«{time.text}» ({time.value}) covers {story.date}, the day of that story; in common: {words}"
        yield Reference(document=sentence.document, start=sentence.start, end=sentence.end, story=story.id, reason=reason)
        return
