"""The store: one SQLite file. This half writes, and gives the stages what they work on; `library.py` is the other."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec import structs

from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.base import Record, from_json, to_json
from tawatur.records.derived import Derived
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.records.judgement import Judgement
from tawatur.records.story import Story, story_id
from tawatur.records.story_judgement import StoryJudgement
from tawatur.store.connection import connect, translated

# a line key is furniture of its outlet where it stands in this many of the outlet's pages or more; see docs/cleaning.md
_REPEATED = 4


class Store:
    """The records of one collection of articles.

    Every method raises StoreError where the file cannot be read or written; what was committed before stays.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self._db = connect(path, create=create)

    def close(self) -> None:
        """Close the file. The store cannot be used afterwards."""
        self._db.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or none of it."""
        with translated(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def query(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Run a query of this package and give its rows."""
        with translated(self.path):
            return self._db.execute(sql, values).fetchall()

    def _write(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        with translated(self.path):
            self._db.executemany(sql, rows)

    # what was read

    def has_input(self, digest: str) -> bool:
        """Whether an input of this digest was read before."""
        return bool(self.query("SELECT 1 FROM inputs WHERE digest = ?", (digest,)))

    def add_inputs(self, digests: Iterable[str]) -> None:
        """Remember that these inputs were read."""
        self._write("INSERT OR IGNORE INTO inputs VALUES (?)", ((d,) for d in digests))

    def add_document(self, document: Document, outlet: str | None, keys: Iterable[str]) -> bool:
        """Keep a document with the keys of its lines; False where it was there already."""
        page = document.address or document.source
        with translated(self.path):
            row = (document.id, page, outlet, document.fetched, to_json(document).decode())
            sql = "INSERT OR IGNORE INTO documents (id, page, outlet, fetched, body) VALUES (?, ?, ?, ?, ?)"
            new = self._db.execute(sql, row).rowcount > 0
        if new and outlet:
            self._write("INSERT OR IGNORE INTO line_keys VALUES (?, ?, ?)", ((outlet, key, document.id) for key in keys))
        return new

    def add_dropped(self, dropped: Iterable[Dropped]) -> None:
        """Remember what was refused; the same refusal twice is one."""
        sql = "INSERT OR REPLACE INTO dropped VALUES (?, ?, ?, ?)"
        self._write(sql, ((d.stage, d.source, d.reason, d.detail) for d in dropped))

    def forget_dropped(self, stage: str, sources: Iterable[str] | None = None) -> None:
        """Forget the refusals of sources that are tried again; None for all of the stage."""
        if sources is None:
            self._write("DELETE FROM dropped WHERE stage = ?", [(stage,)])
        else:
            self._write("DELETE FROM dropped WHERE stage = ? AND source = ?", ((stage, source) for source in sources))

    # what cleaning and annotation work on

    def repeated(self) -> dict[str, frozenset[str]]:
        """The line keys that stand in many pages of their outlet, by document."""
        sql = """SELECT l.document, l.key FROM line_keys l JOIN (
                     SELECT outlet, key FROM line_keys GROUP BY outlet, key HAVING count(*) >= ?
                 ) many ON many.outlet = l.outlet AND many.key = l.key"""
        found: dict[str, set[str]] = {}
        for document, key in self.query(sql, (_REPEATED,)):
            found.setdefault(document, set()).add(key)
        return {document: frozenset(keys) for document, keys in found.items()}

    def states(self) -> dict[str, str | None]:
        """The state that each document's article was made from, None where it has none yet; in the order of ids."""
        return dict(self.query("SELECT d.id, a.state FROM documents d LEFT JOIN articles a ON a.document = d.id ORDER BY d.id"))

    def documents(self, ids: Sequence[str]) -> list[Document]:
        """The documents of these ids, in the order of ids."""
        return [
            from_json(body, Document) for (body,) in self._by_ids("SELECT body FROM documents WHERE id IN ({}) ORDER BY id", ids)
        ]

    def _by_ids(self, sql: str, ids: Sequence[str]) -> Iterator[Any]:
        for at in range(0, len(ids), 500):  # SQLite takes 32,766 values at most
            part = sorted(ids)[at : at + 500]
            yield from self.query(sql.format(",".join("?" * len(part))), part)

    def add_articles(self, rows: Iterable[tuple[Article, Annotated, str]]) -> None:
        """Keep what cleaning and annotation found, in place of what was there."""
        sql = "INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?)"
        self._write(sql, ((a.document, state, to_json(a).decode(), to_json(n).decode()) for a, n, state in rows))

    # what the later stages work on

    def articles(self) -> Iterator[tuple[Document, Article, Annotated]]:
        """All documents with what was found in them, in the order of ids."""
        sql = "SELECT d.body, a.article, a.annotated FROM documents d JOIN articles a ON a.document = d.id ORDER BY d.id"
        with translated(self.path):
            for document, article, annotated in self._db.execute(sql):
                yield from_json(document, Document), from_json(article, Article), from_json(annotated, Annotated)

    def link_versions(self) -> None:
        """Say of each document whose text its page had before: by time of fetching, then by order of reading."""
        before: list[tuple[str | None, str]] = []
        last: dict[str, str] = {}
        for identity, page in self.query("SELECT id, page FROM documents ORDER BY coalesce(fetched, ''), seq"):
            before.append((last.get(page), identity))
            last[page] = identity
        self._write("UPDATE documents SET version_of = ?1 WHERE id = ?2 AND version_of IS NOT ?1", before)

    # what people judged

    def judgements(self) -> list[Judgement]:
        """All judgements of names, also those that were taken back, in the order of writing."""
        return [from_json(body, Judgement) for (body,) in self.query("SELECT body FROM name_judgements ORDER BY n")]

    def keep_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Keep judgements; one that is there already is replaced, as when it is taken back."""
        sql = "INSERT INTO name_judgements (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
        self._write(sql, ((judgement.id, _json(judgement)) for judgement in judgements))

    def story_judgements(self) -> list[StoryJudgement]:
        """All judgements of stories, also those that were taken back, in the order of writing."""
        return [from_json(body, StoryJudgement) for (body,) in self.query("SELECT body FROM story_judgements ORDER BY n")]

    def keep_story_judgement(self, judgement: StoryJudgement) -> None:
        """Keep a judgement; one that is there already is replaced, as when it is taken back."""
        sql = "INSERT INTO story_judgements (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
        self._write(sql, [(judgement.id, _json(judgement))])

    def state(self, name: str) -> str | None:
        """A value that was remembered under this name."""
        rows = self.query("SELECT value FROM state WHERE name = ?", (name,))
        return rows[0][0] if rows else None

    def remember(self, name: str, value: str) -> None:
        """Keep a value under a name, in place of what was there."""
        self._write("INSERT OR REPLACE INTO state VALUES (?, ?)", [(name, value)])

    def replace_derived(self, derived: Derived, state: str) -> None:
        """Replace all that needs more than one article, and remember what it was made from."""
        with self.transaction():
            aliases = self._aliases(derived)
            self.link_versions()
            for table in ("settled", "entities", "reuse", "families", "family_documents", "stories", "story_documents",
                          "story_aliases", "threads", "back_references", "findings", "name_outcomes"):  # fmt: skip
                self._write(f"DELETE FROM {table}", [()])  # noqa: S608 (names of our own)
            self._write("INSERT INTO settled VALUES (?, ?)", ((s.document, _json(s)) for s in derived.settled))
            self._write("INSERT INTO entities VALUES (?, ?)", ((e.id, _json(e)) for e in derived.entities))
            self._write("INSERT INTO name_outcomes VALUES (?, ?)", ((o.judgement, _json(o)) for o in derived.outcomes))
            rows = ((r.a.document, r.b.document, _json(r)) for r in derived.reuse)
            self._write("INSERT INTO reuse (a, b, body) VALUES (?, ?, ?)", rows)
            self._write("INSERT INTO families VALUES (?, ?)", ((f.id, _json(f)) for f in derived.families))
            members = ((document, f.id) for f in derived.families for document in f.documents)
            self._write("INSERT INTO family_documents VALUES (?, ?)", members)
            self._write(
                "INSERT INTO stories VALUES (?, ?, ?)", ((s.id, s.date, _json(s)) for s in _with(derived.stories, aliases))
            )
            self._write("INSERT INTO story_documents VALUES (?, ?)", ((d, s.id) for s in derived.stories for d in s.documents))
            self._write("INSERT INTO story_aliases VALUES (?, ?)", sorted(aliases.items()))
            self._write("INSERT INTO threads VALUES (?, ?)", ((t.id, _json(t)) for t in derived.threads))
            pointers = ((r.document, r.story, _json(r)) for r in derived.references)
            self._write("INSERT INTO back_references (document, story, body) VALUES (?, ?, ?)", pointers)
            self._write("INSERT INTO findings VALUES (?, ?, ?)", ((f.id, f.story, _json(f)) for f in derived.findings))
            spans = {name: sum(len(getattr(s, name)) for s in derived.settled) for name in ("dates", "names", "quotes")}
            self.remember("spans", msgspec.json.encode(spans).decode())
            self.remember("derived", state)

    def _aliases(self, derived: Derived) -> dict[str, str]:
        """Old ids of stories, and the story that now holds what that story's id was made of, its first member."""
        kept = {story.id for story in derived.stories}
        holds = {document: story.id for story in derived.stories for document in story.documents}
        aliases = dict(self.query("SELECT alias, story FROM story_aliases"))
        members = self.query("SELECT story, document FROM story_documents")
        first = {story: document for story, document in members if story_id(document) == story}
        now = {story: holds[document] for story, document in first.items() if document in holds}
        moved = {alias: now.get(story, story) for alias, story in aliases.items()} | now
        return {alias: story for alias, story in moved.items() if alias not in kept and story in kept}


def _with(stories: Iterable[Story], aliases: dict[str, str]) -> Iterator[Story]:
    """The stories with the old ids that lead to them."""
    old: dict[str, list[str]] = {}
    for alias, leads_to in sorted(aliases.items()):
        old.setdefault(leads_to, []).append(alias)
    for story in stories:
        yield structs.replace(story, aliases=tuple(old.get(story.id, ())))


def _json(record: Record) -> str:
    return to_json(record).decode()
