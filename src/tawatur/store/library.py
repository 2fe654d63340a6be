"""Looking things up in a store: what the page, the reports and the export are handed."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import structs

from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.base import R, content_id, from_json, to_json
from tawatur.records.commitment import Commitment
from tawatur.records.correction import Correction
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.records.event import Event
from tawatur.records.finding import Finding, Found
from tawatur.records.finding_judgement import FindingJudgement
from tawatur.records.judgement import Judgement, Outcome
from tawatur.records.name import Entity, Name
from tawatur.records.overview import Called, EntityView, Facets, Listed
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.settled import Settled
from tawatur.records.story import Reference, Story, Thread
from tawatur.records.story_judgement import StoryJudgement
from tawatur.records.view import DocumentView, StoryView
from tawatur.records.wire import Wires
from tawatur.store.entity_view import entity_view
from tawatur.store.judged import judged
from tawatur.store.kept import Kept
from tawatur.store.overview import all_wires, calls, commitments, facets, form_words, found, listed, newest_carried
from tawatur.store.search import StoreSearch
from tawatur.store.sqlite import Store
from tawatur.store.statements import Values
from tawatur.store.wires import wires

_JUDGED = ("name_judgements", "story_judgements", "finding_judgements", "corrections")
_DOCUMENT = """SELECT d.body, d.version_of, a.article, a.annotated, s.body FROM documents d
               JOIN articles a ON a.document = d.id JOIN settled s ON s.document = d.id"""

# the tables whose rows are counted under another name in the export
_TABLES = {
    "documents": "documents",
    "entities": "entities",
    "reuse": "reuse",
    "families": "families",
    "stories": "stories",
    "threads": "threads",
    "references": "back_references",
    "events": "events",
    "findings": "findings",
    "commitments": "commitments",
    "dropped": "dropped",
}


class StoreLibrary:
    """A `records.view.Library` over a store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self) -> str:
        """A mark of all that is told of the store: as long as it is the same, every answer is."""
        counts = [self._store.query(f"SELECT count(*), sum(length(body)) FROM {table}") for table in _JUDGED]  # noqa: S608
        read = self._store.query("SELECT (SELECT max(seq) FROM documents), (SELECT count(*) FROM dropped)")
        return content_id("s", self._store.state("derived"), self._store.state("judged by"), counts, read)

    def stories(self) -> list[Story]:
        """All stories, newest first; those without a date last."""
        return list(_stories.of(self._store))

    def threads(self) -> list[Thread]:
        """All threads, in the order of ids."""
        return list(_threads.of(self._store))

    def story(self, story: str) -> StoryView | None:
        """The story of this id, or the one that an alias stands for, or None."""
        rows = self._store.query("SELECT story FROM story_aliases WHERE alias = ?", (story,))
        found = self._one("SELECT body FROM stories WHERE id = ?", Story, rows[0][0] if rows else story)
        if found is None:
            return None
        documents = tuple(filter(None, map(self.document, found.documents)))
        mine = found.documents
        return StoryView(
            story=found,
            thread=self._one("SELECT body FROM threads WHERE id = ?", Thread, found.thread),
            documents=documents,
            entities=tuple(
                self._of("SELECT body FROM entities WHERE id IN ({0}) ORDER BY id", Entity, sorted(_entities(found, documents)))
            ),
            reuse=tuple(self._of("SELECT body FROM reuse WHERE a IN ({0}) OR b IN ({0}) ORDER BY a, b, n", Reuse, mine)),
            families=tuple(self._of(_FAMILIES, Family, mine)),
            references=tuple(self._of(_REFERENCES, Reference, [*mine, found.id])),
            findings=tuple(self.findings_of(found.id)),
            commitments=tuple(self.commitments(found.id)),
            events=tuple(self._records("SELECT body FROM events WHERE story = ? ORDER BY id", Event, (found.id,))),
        )

    def document(self, document: str) -> DocumentView | None:
        """The document of this id, or None."""
        rows = self._store.query(f"{_DOCUMENT} WHERE d.id = ?", (document,))
        return _view(rows[0]) if rows else None

    def documents(self) -> Iterator[DocumentView]:
        """All documents, in the order of ids."""
        for (identity,) in self._store.query("SELECT document FROM settled ORDER BY document"):
            view = self.document(identity)
            if view:
                yield view

    def story_of(self, document: str) -> str | None:
        """The id of the story that a document belongs to."""
        rows = self._store.query("SELECT story FROM story_documents WHERE document = ?", (document,))
        return rows[0][0] if rows else None

    def apart(self) -> list[str]:
        """The ids of documents that belong to no story."""
        sql = "SELECT document FROM settled WHERE document NOT IN (SELECT document FROM story_documents) ORDER BY document"
        return [document for (document,) in self._store.query(sql)]

    def dropped(self) -> list[Dropped]:
        """What was refused, in the order of stage and source."""
        rows = self._store.query("SELECT stage, source, reason, detail FROM dropped ORDER BY stage, source, reason")
        return [Dropped(stage=stage, source=source, reason=reason, detail=detail) for stage, source, reason, detail in rows]

    def counts(self) -> dict[str, int]:
        """How many there are of each kind of record, by the export's file names; sentences are not counted."""
        own = {name: int(self._store.query(f"SELECT count(*) FROM {table}")[0][0]) for name, table in _TABLES.items()}  # noqa: S608
        return own | msgspec.json.decode(self._store.state("spans") or "{}", type=dict[str, int])

    def entity(self, entity: str) -> Entity | None:
        """The entity of this id, or None."""
        return self._one("SELECT body FROM entities WHERE id = ?", Entity, entity)

    def listed(self) -> Sequence[Listed]:
        """All stories with how many findings each holds, newest first; those without a date last."""
        return listed(self._store)

    def facets(self) -> Facets:
        """What stories can be chosen by."""
        return facets(self._store)

    def findings_of(self, story: str) -> list[Finding]:
        """The findings of a story, with what people judged of them."""
        return list(self._judged("SELECT body FROM findings WHERE story = ? ORDER BY id", (story,)))

    def found(self) -> Sequence[Found]:
        """All findings in a list, the gravest first."""
        return found(self._store)

    def findings_with(self, ids: Sequence[str]) -> list[Finding]:
        """The findings of these ids, in their order, with what people judged of them."""
        records = self._of("SELECT body FROM findings WHERE id IN ({0})", Finding, ids)
        by_id = {one.id: one for one in judged(records, self._store.finding_judgements())}
        return [by_id[one] for one in ids if one in by_id]

    def reuse_between(self, one: str, two: str) -> list[Reuse]:
        """What two documents share, in the order of places; the sides are as they are kept."""
        sql = "SELECT body FROM reuse WHERE a = ? AND b = ? ORDER BY n"
        return sorted(self._records(sql, Reuse, sorted((one, two))), key=lambda row: (row.a.start, row.b.start))

    def wires(self, since: str | None = None, until: str | None = None) -> Wires:
        """Who carries whom from `since` to `until` (ISO days, inclusive)."""
        return wires(self._store, since, until) if since or until else all_wires(self._store)

    def carried(self, source: str, publisher: str | None) -> tuple[str, ...]:
        """The ids of the newest documents in which a publisher carries text of a source, three at most."""
        return newest_carried(self._store).get((source, publisher), ())

    def called(self) -> Sequence[Called]:
        """All entities, the one first that most articles mention."""
        return calls(self._store).called

    def calling(self, words: str) -> list[Called]:
        """The entities of which `words` are a spelling, or the id; the one first that most articles mention."""
        found = calls(self._store)
        places = found.forms.get(form_words(words), ())
        return [found.called[place] for place in places] or [found.by_id[one] for one in (words,) if one in found.by_id]

    def entity_view(self, entity: str) -> EntityView | None:
        """An entity with all that is known of it, or None."""
        return entity_view(self, self._store, entity)

    def stories_with(self, entity: str) -> frozenset[str]:
        """The ids of the stories with an article that mentions the entity."""
        sql = "SELECT s.story FROM document_entities d JOIN story_documents s ON s.document = d.document WHERE d.entity = ?"
        return frozenset(story for (story,) in self._store.query(sql, (entity,)))

    def entities(self) -> Iterator[Entity]:
        """All entities, in the order of ids."""
        return self._each("SELECT body FROM entities ORDER BY id", Entity)

    def mentions(self, entity: str) -> Iterator[Name]:
        """The mentions of an entity, in the order of documents and places."""
        for settled in self._records(_MENTIONING, Settled, (entity,)):
            yield from (name for name in settled.names if name.entity == entity)

    def documents_called(self, asked: str) -> list[str]:
        """The ids of the document of this id; else of those that were read there, or called so, or whose id begins so. In order."""
        if self._store.query("SELECT 1 FROM documents WHERE id = ?", (asked,)):
            return [asked]
        return self._read_from(asked) or self._titled(asked) or self._beginning(asked)

    def _read_from(self, asked: str) -> list[str]:
        """The documents that were read at an address or path, in the order of ids."""
        sql = "SELECT id, page, body FROM documents WHERE page = ? OR instr(body, ?) > 0 ORDER BY id"
        rows = self._store.query(sql, (asked, to_json(asked).decode()))
        return [name for name, page, body in rows if page == asked or from_json(body, Document).source == asked]

    def _titled(self, asked: str) -> list[str]:
        """The documents that are called so, in the order of ids."""
        sql = "SELECT document, article FROM articles WHERE instr(article, ?) > 0 ORDER BY document"
        rows = ((name, from_json(body, Article).title) for name, body in self._store.query(sql, (to_json(asked).decode(),)))
        return [name for name, title in rows if title and title.text == asked]

    def _beginning(self, asked: str) -> list[str]:
        """The documents whose id begins so, in order, where that is long enough to mean one."""
        sql = "SELECT id FROM documents WHERE substr(id, 1, ?) = ? ORDER BY id"
        return [name for (name,) in self._store.query(sql, (len(asked), asked))] if len(asked) > 2 else []

    def statements(self, asked: str) -> Iterator[Quote]:
        """The statements of articles one of which has an id that begins with `asked`, or holds the words; in the order of documents."""
        key = max(re.split(r"[\s\"\\\x00-\x1f]+", asked), key=len, default="")  # what stands in JSON as in the text
        for settled in self._records("SELECT body FROM settled WHERE instr(body, ?) > 0 ORDER BY document", Settled, (key,)):
            yield from settled.quotes

    def judgements(self) -> list[Judgement]:
        """All judgements of names, also those that were taken back, in the order of writing."""
        return self._store.judgements()

    def story_judgements(self) -> list[StoryJudgement]:
        """All judgements of stories, also those that were taken back, in the order of writing."""
        return self._store.story_judgements()

    def corrections(self) -> list[Correction]:
        """All corrections of articles, also those that were taken back, in the order of writing."""
        return self._store.corrections()

    def outcomes(self) -> dict[str, Outcome]:
        """What became of each judgement in the last run, by the judgement's id."""
        return {found.judgement: found for found in self._records("SELECT body FROM name_outcomes", Outcome)}

    def judged_by(self) -> frozenset[str] | None:
        """The ids of the standing judgements that the last run saw, None where no run has told."""
        told = self._store.state("judged by")
        return None if told is None else frozenset(msgspec.json.decode(told, type=list[str]))

    def reuse(self) -> Iterator[Reuse]:
        """All pairs of sentences that come from one text, in the order of their places."""
        return self._each("SELECT body FROM reuse ORDER BY a, b, n", Reuse)

    def families(self) -> Iterator[Family]:
        """All families of articles, in the order of ids."""
        return self._each("SELECT body FROM families ORDER BY id", Family)

    def references(self) -> Iterator[Reference]:
        """All references from one story to another."""
        return self._records("SELECT body FROM back_references ORDER BY n", Reference)

    def events(self) -> Iterator[Event]:
        """All events, in the order of ids."""
        return self._each("SELECT body FROM events ORDER BY id", Event)

    def findings(self) -> Iterator[Finding]:
        """All findings with what people judged of them, in the order of ids."""
        return iter(_findings.of(self._store))

    def finding_judgements(self) -> list[FindingJudgement]:
        """All judgements of findings, also those that were taken back, in the order of writing."""
        return self._store.finding_judgements()

    def _judged(self, sql: str, values: Sequence[object] = ()) -> Iterator[Finding]:
        return judged(self._records(sql, Finding, values), self._store.finding_judgements())

    def searching(self) -> StoreSearch:
        """What can be searched of the same store."""
        return StoreSearch(self._store)

    def commitments(self, story: str | None = None) -> Iterator[Commitment]:
        """All commitments, or those that a story speaks of, in the order of ids."""
        if story is None:
            return iter(commitments(self._store))
        return self._records(_COMMITMENTS, Commitment, (story,))

    def _records(self, sql: str, kind: type[R], values: Values = ()) -> Iterator[R]:
        return (from_json(body, kind) for (body,) in self._store.query(sql, values))

    def _each(self, sql: str, kind: type[R]) -> Iterator[R]:
        """The records of a whole table, one by one: there may be more than memory should hold."""
        return (from_json(body, kind) for (body,) in self._store.each(sql))

    def _one(self, sql: str, kind: type[R], identity: str | None) -> R | None:
        return next(self._records(sql, kind, (identity,)), None)

    def _of(self, sql: str, kind: type[R], ids: Sequence[str]) -> Iterator[R]:
        """The records of a query over a list of ids, which stands at each {0}; a story of many articles is asked in one."""
        values = {f"v{number}": one for number, one in enumerate(ids)}
        return self._records(sql.format(",".join(f":{name}" for name in values) or "NULL"), kind, values)


_FINDINGS = "SELECT body FROM findings ORDER BY id"
_FAMILIES = """SELECT body FROM families WHERE id IN (SELECT family FROM family_documents WHERE document IN ({0})) ORDER BY id"""
_COMMITMENTS = (
    """SELECT body FROM commitments WHERE id IN (SELECT commitment FROM commitment_stories WHERE story = ?) ORDER BY id"""
)
_MENTIONING = """SELECT s.body FROM document_entities d JOIN settled s ON s.document = d.document
                 WHERE d.entity = ? ORDER BY s.document"""
_REFERENCES = "SELECT body FROM back_references WHERE document IN ({0}) OR story IN ({0}) ORDER BY n"


def _all(sql: str, kind: type[R]) -> Kept[tuple[R, ...]]:
    return Kept(lambda store: tuple(from_json(body, kind) for (body,) in store.query(sql)))


# asked for by nearly every page: 12,500 stories are half a second of reading
_stories = _all("SELECT body FROM stories ORDER BY date IS NULL, date DESC, id", Story)
_threads = _all("SELECT body FROM threads ORDER BY id", Thread)
_findings = Kept(
    lambda store: tuple(judged((from_json(body, Finding) for (body,) in store.query(_FINDINGS)), store.finding_judgements()))
)


def _view(row: Sequence[Any]) -> DocumentView:
    document, version_of, article, annotated, settled = row
    return DocumentView(
        document=structs.replace(from_json(document, Document), version_of=version_of),
        article=from_json(article, Article),
        sentences=from_json(annotated, Annotated).sentences,
        settled=from_json(settled, Settled),
    )


def _entities(story: Story, documents: Sequence[DocumentView]) -> set[str]:
    mentioned = {name.entity for view in documents for name in view.settled.names}
    speaking = {quote.speaker for view in documents for quote in view.settled.quotes}
    return {identity for identity in (*mentioned, *speaking, story.place) if identity}
