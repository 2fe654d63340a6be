"""What must be compared anew: the documents that have changed or moved, and the stories and threads that have or had one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeVar

from tawatur.compare.kept import Compared
from tawatur.records.changes import differing
from tawatur.records.story import Story

_NOWHERE = ("", "")

T = TypeVar("T")


class Anew(NamedTuple):
    """What is compared anew. What is told of others stands: it depends on documents that are as they were, in the same story and thread.

    `documents` are those that have changed, are new or gone, or are now in another story or thread or one text with others than before.
    `stories` are those of which one is or was, and `scopes` their threads, else the stories themselves, else the documents. What was told
    of those in `of_stories` and `of_scopes` stands no more: these hold also what is no longer there.
    """

    documents: AbstractSet[str]
    stories: Sequence[Story]
    scopes: Mapping[str, Sequence[str]]  # with all of their documents
    of_stories: AbstractSet[str]
    of_scopes: AbstractSet[str]


def anew(
    documents: Iterable[str], stories: Sequence[Story], texts: Mapping[str, str], before: Compared, touched: AbstractSet[str]
) -> Anew:
    """Give what must be compared anew of `documents`, which are all there are; `touched` are those that are not as they were.

    `texts` has for a document that is one text with others the first of them. Cost: linear in stories and their documents.
    """
    now = dict.fromkeys(documents, _NOWHERE) | {document: (one.id, scope(one)) for one in stories for document in one.documents}
    then = dict.fromkeys(before.alone, _NOWHERE) | {
        document: (story, thread) for story, (thread, members) in before.stories.items() for document in members
    }
    changed = {document for document, place in now.items() if then.get(document) != place}
    changed |= touched | (then.keys() - now.keys())
    changed |= differing(before.texts, texts)
    places = {place[document] for place in (now, then) for document in changed if document in place}
    names, threads = {story for story, _ in places}, {thread for _, thread in places}
    alone = {document for document in changed if _NOWHERE in (now.get(document), then.get(document))}
    scopes: dict[str, list[str]] = {document: [document] for document in alone if now.get(document) == _NOWHERE}
    for one in stories:
        if scope(one) in threads:
            scopes.setdefault(scope(one), []).extend(one.documents)
    return Anew(changed, [one for one in stories if one.id in names], scopes, alone | names, alone | threads)


def scope(story: Story) -> str:
    """Give the thread that a story hangs in, else itself: within it commitments and copies are compared."""
    return story.thread or story.id


def standing(kept: Mapping[str, T], gone: AbstractSet[str]) -> dict[str, T]:
    """Give what was kept of those that stand as they were."""
    return {name: one for name, one in kept.items() if name not in gone}
