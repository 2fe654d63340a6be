"""Taking articles out of the store for good, and knowing them when they are read again."""

import hashlib
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from tawatur.arabic.words import words
from tawatur.records.alert import Alert
from tawatur.records.base import from_json, to_json
from tawatur.records.document import Document
from tawatur.records.forgotten import Forgotten
from tawatur.store import keeping, search_index
from tawatur.store.sqlite import Store

# the tables with rows of one document each, by its id; what is made of several is made anew, without it
_OWN = ("articles", "told", "settled", "contents", "line_keys", "story_documents")

# the story of a document, and the ids that it had before
_STORIES = """SELECT story FROM story_documents WHERE document = :document UNION
              SELECT alias FROM story_aliases WHERE story IN (SELECT story FROM story_documents WHERE document = :document)"""

_BURY = "INSERT INTO forgotten VALUES (?, ?) ON CONFLICT (document) DO UPDATE SET body = excluded.body"


class Tombstones:
    """The articles that were taken down, to be asked of each that is read."""

    def __init__(self, forgotten: Sequence[Forgotten]) -> None:
        self._documents = {one.document for one in forgotten}
        self._known = {one.words for one in forgotten} | {one.page for one in forgotten if one.page}

    def covers(self, document: Document) -> bool:
        """Whether the document, another one from its address, or another one of the very same words was taken down."""
        if not self._documents:
            return False
        if document.id in self._documents or words_key(document.text) in self._known:
            return True
        return document.address is not None and digest(document.address) in self._known


def forgotten(store: Store) -> list[Forgotten]:
    """The tombstones, in the order of their times."""
    found = [from_json(body, Forgotten) for (body,) in store.query("SELECT body FROM forgotten")]
    return sorted(found, key=lambda one: (one.when, one.document))


def bury(store: Store, tombstones: Iterable[Forgotten]) -> None:
    """Take the documents of these tombstones out, with all rows that are theirs alone, and keep the tombstones.

    The index of searching is emptied: what is derived next fills it anew, since words that are only taken out of it stay in its pages.
    """
    with store.judging():
        every = list(tombstones)
        there = {one.id: one.source for one in store.documents([one.document for one in every])}
        if there:
            _hush(store, there.keys())
            search_index.forget(store)
            keeping.forget(store)
        for one in every:
            store.write(_BURY, [(one.document, to_json(one).decode())])
            store.write("DELETE FROM dropped WHERE source = ?", [(there[one.document],)] if one.document in there else [])
            for table in _OWN:
                store.write(f"DELETE FROM {table} WHERE document = ?", [(one.document,)])  # noqa: S608 (names of our own)
            store.write("DELETE FROM documents WHERE id = ?", [(one.document,)])
        store.remember("unswept", "yes")


def _hush(store: Store, documents: AbstractSet[str]) -> None:
    """Take the words out of alerts that show some of these documents, or are of their stories; that they were told stays known."""
    places = [row for name in documents for row in store.query(_STORIES, {"document": name})]
    stories = {story for (story,) in places}
    for n, body in store.query("SELECT n, body FROM alerts WHERE body IS NOT NULL"):
        told = from_json(body, Alert)
        if told.story in stories or any(span.document in documents for span in told.evidence):
            store.write("UPDATE alerts SET body = NULL WHERE n = ?", [(n,)])


def lift(store: Store, document: str) -> bool:
    """Take a tombstone away, so that the article is taken in when it is read again; False where there is none."""
    with store.transaction():
        there = bool(store.query("SELECT 1 FROM forgotten WHERE document = ?", (document,)))
        store.write("DELETE FROM forgotten WHERE document = ?", [(document,)])
        if there:  # which input it came from is not known any more: all are looked at again
            store.write("DELETE FROM inputs", [()])
    return there


def sweep(store: Store) -> None:
    """Leave nothing in the store's files of what was taken out: a file of SQLite is written anew, for which it needs as much room again as
    it takes, and so is every table in PostgreSQL, where what is in use for longer is left for the next time.

    A reader that looks at an older state meanwhile keeps that state's pages until it is done.
    """
    if store.state("unswept") and store.sweep():
        store.write("DELETE FROM state WHERE name = 'unswept'", [()])


def versions(store: Store, document: Document) -> list[Document]:
    """All documents that were read from the place of one, it too, in the order of ids."""
    rows = store.query("SELECT body FROM documents WHERE page = ? ORDER BY id", (document.address or document.source,))
    return [from_json(body, Document) for (body,) in rows]


def digest(text: str) -> str:
    """Give the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words_key(text: str) -> str:
    """Give the SHA-256 of a text's words, so that other marks, spaces and ways of writing hamza make no other article; of the text where it has none."""
    return digest(" ".join(word.text for word in words(text)) or text)
