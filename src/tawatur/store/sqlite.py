"""The store, in a file of SQLite or on a PostgreSQL server. This half writes, and gives the stages what they work on; `library.py` is the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Self

import msgspec

from tawatur.made_by import UNKNOWN, same
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.base import Record, from_json, to_json
from tawatur.records.correction import Correction
from tawatur.records.document import Document, read_again
from tawatur.records.dropped import Dropped
from tawatur.records.finding_judgement import FindingJudgement
from tawatur.records.judgement import Judgement
from tawatur.records.name import Entity
from tawatur.records.settled import Settled
from tawatur.records.story_judgement import StoryJudgement
from tawatur.records.told import Told
from tawatur.store.address import Place
from tawatur.store.database import Database, Dialect, opened
from tawatur.store.statements import Values

# a line key is furniture of its outlet where it stands in this many of the outlet's pages or more; see docs/cleaning.md
_REPEATED = 4

# the stage under which the counts of content words are kept (see `passages`): they are of what is found shared
SCARCE = "content words"
NEARBY = "nearby"  # the stage under which it is kept what articles tell within few days

_encode = msgspec.msgpack.Encoder().encode
_article = msgspec.json.Decoder(Article).decode
_told = msgspec.msgpack.Decoder(Told).decode


class Store:
    """The records of one collection of articles.

    Every method raises StoreError where the store cannot be read or written; what was committed before stays.
    """

    def __init__(self, path: Place, *, create: bool = True) -> None:
        self.path = path
        self._db: Database = opened(path, create=create)

    @property
    def dialect(self) -> Dialect:
        """Which SQL the store speaks, for the few statements that are not the same."""
        return self._db.dialect

    def close(self) -> None:
        """Close the store. It cannot be used afterwards."""
        self._db.close()

    def reopen(self) -> None:
        """Use what is at the store's place now, where it was lost. Raises StoreError where there is nothing."""
        found = opened(self.path, create=False)
        self._db.close()
        self._db = found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside is kept, or none of it; one inside another is part of it."""
        return self._db.transaction()

    def judging(self) -> AbstractContextManager[None]:
        """A transaction in which nobody else judges: what was judged before can be read and written anew."""
        return self._db.judging()

    def writing(self, patience: float = 0.0) -> AbstractContextManager[None]:
        """Be the one process that reads articles into the store: others are told so, after `patience` seconds.

        The lock goes with the process, however that ends. Raises StoreError "store_locked" where another process holds it.
        """
        return self._db.writing(patience)

    def query(self, sql: str, values: Values = ()) -> list[Any]:
        """Run a query of this package (`statements` says how they are written) and give its rows."""
        return self._db.query(sql, values)

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Run a query of this package and give its rows one by one."""
        return self._db.each(sql, values)

    def write(self, sql: str, rows: Iterable[Values]) -> int:
        """Run a statement of this package for each row of values; give how many rows of the table it changed."""
        return self._db.write(sql, rows)

    def number_on(self, table: str, column: str) -> None:
        """Let the next number that a table of this package gives out follow the last that is in it, after rows came with theirs."""
        self._db.number_on(table, column)

    def sweep(self) -> bool:
        """Leave nothing of what was deleted, as far as that can be done from here; False where it must be tried again."""
        return self._db.sweep()

    # what was read

    def has_input(self, digest: str) -> bool:
        """Whether an input of this digest was read before."""
        return bool(self.query("SELECT 1 FROM inputs WHERE digest = ?", (digest,)))

    def add_inputs(self, digests: Iterable[str]) -> None:
        """Remember that these inputs were read."""
        self.write("INSERT INTO inputs VALUES (?) ON CONFLICT DO NOTHING", ((d,) for d in digests))

    def add_document(
        self,
        document: Document,
        outlet: str | None,
        keys: Iterable[str],
        *,
        read_by: str = UNKNOWN,
        keyed_by: str = UNKNOWN,
    ) -> bool:
        """Keep a document with the keys of its lines, and by which programs they were made; False where it was there already.

        One that is there stays, unless another program made it: then what this one read takes its place.
        """
        page = document.address or document.source
        row = (document.id, page, outlet, document.fetched, to_json(document).decode(), read_by, keyed_by)
        sql = """INSERT INTO documents (id, page, outlet, fetched, body, read_by, keyed_by) VALUES (?, ?, ?, ?, ?, ?, ?)
                 ON CONFLICT DO NOTHING"""
        new = self.write(sql, [row]) > 0
        if not new and not self._replaced(document, read_by):
            return False
        self.key_document(document.id, outlet, keys, keyed_by)
        return new

    def _replaced(self, document: Document, read_by: str) -> bool:
        """Whether a document that is there was made by another program, and has given way to this one."""
        [(body, by)] = self.query("SELECT body, read_by FROM documents WHERE id = ?", (document.id,))
        if same(by, read_by) or by == read_by:
            return False
        again = read_again(from_json(body, Document), document)
        now = _json(again)
        self.write("UPDATE documents SET read_by = ? WHERE id = ?", [(read_by, document.id)])
        if now != body:
            self.write("UPDATE documents SET body = ?, fetched = ? WHERE id = ?", [(now, again.fetched, document.id)])
            self.write("UPDATE articles SET state = '' WHERE document = ?", [(document.id,)])
        return True

    def key_document(self, document: str, outlet: str | None, keys: Iterable[str], by: str) -> None:
        """Keep the outlet of a document and the keys of its lines, in place of what was there."""
        self.write("UPDATE documents SET outlet = ?, keyed_by = ? WHERE id = ?", [(outlet, by, document)])
        self.write("DELETE FROM line_keys WHERE document = ?", [(document,)])
        if outlet:
            self.write("INSERT INTO line_keys VALUES (?, ?, ?) ON CONFLICT DO NOTHING", ((outlet, key, document) for key in keys))

    def keyed_otherwise(self, by: str) -> list[str]:
        """The ids of the documents whose line keys were made by another program than `by`, in order."""
        every = [one for (one,) in self.query("SELECT DISTINCT keyed_by FROM documents")]
        others = [one for one in every if not same(one, by)]
        return sorted(i for other in others for (i,) in self.query("SELECT id FROM documents WHERE keyed_by = ?", (other,)))

    def add_dropped(self, dropped: Iterable[Dropped]) -> None:
        """Remember what was refused; the same refusal twice is one."""
        rows = {(d.stage, d.source, d.reason): d.detail for d in dropped}
        with self.transaction():
            self.write("DELETE FROM dropped WHERE stage = ? AND source = ? AND reason = ?", rows)
            self.write("INSERT INTO dropped VALUES (?, ?, ?, ?)", ((*key, detail) for key, detail in rows.items()))

    def forget_dropped(self, stage: str, sources: Iterable[str] | None = None) -> None:
        """Forget the refusals of sources that are tried again; None for all of the stage."""
        if sources is None:
            self.write("DELETE FROM dropped WHERE stage = ?", [(stage,)])
        else:
            self.write("DELETE FROM dropped WHERE stage = ? AND source = ?", ((stage, source) for source in sources))

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
        made_from = dict(self.query("SELECT document, state FROM articles"))
        return {document: made_from.get(document) for (document,) in self.query("SELECT id FROM documents ORDER BY id")}

    def made_by(self) -> dict[str, str]:
        """By which program each article was made, by document."""
        return dict(self.query("SELECT document, made_by FROM articles"))

    def versions(self) -> dict[str, int]:
        """How many articles each program has made, by its version."""
        return dict(self.query("SELECT made_by, count(*) FROM articles GROUP BY made_by ORDER BY made_by"))

    def documents(self, ids: Sequence[str]) -> list[Document]:
        """The documents of these ids, in the order of ids."""
        return [
            from_json(body, Document) for (body,) in self.with_ids("SELECT body FROM documents WHERE id IN ({}) ORDER BY id", ids)
        ]

    def with_ids(self, sql: str, ids: Iterable[str]) -> Iterator[Any]:
        """The rows of a query of this package with a list of ids at {}, asked for in parts, in the order of ids."""
        every = sorted(ids)
        for at in range(0, len(every), 500):  # SQLite takes 32,766 values at most
            part = every[at : at + 500]
            yield from self.query(sql.format(",".join("?" * len(part))), part)

    def add_articles(self, rows: Iterable[tuple[Article, Annotated, str]], by: str = UNKNOWN) -> None:
        """Keep what cleaning and annotation found, in place of what was there, and by which program."""
        sql = """INSERT INTO articles (document, state, article, annotated, made_by) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT (document) DO UPDATE SET state = excluded.state, article = excluded.article,
                 annotated = excluded.annotated, made_by = excluded.made_by"""
        self.write(sql, ((a.document, state, to_json(a).decode(), to_json(n).decode(), by) for a, n, state in rows))

    def found_in(self, ids: Sequence[str]) -> Iterator[tuple[Article, Annotated]]:
        """What was found in the documents of these ids, in their order; nothing of those that have no article."""
        sql = "SELECT article, annotated FROM articles WHERE document IN ({}) ORDER BY document"
        for article, annotated in self.with_ids(sql, ids):
            yield from_json(article, Article), from_json(annotated, Annotated)

    # what the later stages work on

    def cleaned(self) -> dict[str, Article]:
        """All articles as they were cleaned, by document in the order of ids."""
        return {
            one.document: one
            for (body,) in self.each("SELECT article FROM articles ORDER BY document")
            for one in [_article(body)]
        }

    def annotated(self, ids: Sequence[str]) -> Iterator[Annotated]:
        """What annotation found in the articles of these ids, in their order."""
        return (
            from_json(body, Annotated)
            for (body,) in self.with_ids("SELECT annotated FROM articles WHERE document IN ({}) ORDER BY document", ids)
        )

    def settled(self, ids: Sequence[str]) -> Iterator[Settled]:
        """What the last run settled of the articles of these ids, in their order."""
        return (
            from_json(body, Settled)
            for (body,) in self.with_ids("SELECT body FROM settled WHERE document IN ({}) ORDER BY document", ids)
        )

    def entities(self, ids: Sequence[str]) -> Iterator[Entity]:
        """The entities of these ids as the last run made them, in their order."""
        return (
            from_json(body, Entity) for (body,) in self.with_ids("SELECT body FROM entities WHERE id IN ({}) ORDER BY id", ids)
        )

    def entity_ids(self) -> list[str]:
        """The ids of all entities of the last run, in order."""
        return [one for (one,) in self.query("SELECT id FROM entities ORDER BY id")]

    def naming(self, entities: Iterable[str]) -> set[str]:
        """The documents in which the last run found one of these entities named or speaking."""
        return {one for (one,) in self.with_ids("SELECT document FROM document_entities WHERE entity IN ({})", entities)}

    def articles(self) -> Iterator[tuple[Document, Article, Annotated]]:
        """All documents with what was found in them, in the order of ids."""
        sql = "SELECT d.body, a.article, a.annotated FROM documents d JOIN articles a ON a.document = d.id ORDER BY d.id"
        for document, article, annotated in self.each(sql):
            yield from_json(document, Document), from_json(article, Article), from_json(annotated, Annotated)

    def told(self, ids: Iterable[str]) -> dict[str, Told]:
        """What headline and lead of these articles tell, of those of which it is known and which have not changed since."""
        sql = "SELECT t.document, t.body FROM told t JOIN articles a ON a.document = t.document AND a.state = t.state WHERE t.document IN ({})"
        return {document: _told(bytes(body)) for document, body in self.with_ids(sql, ids)}

    def keep_told(self, told: Mapping[str, Told]) -> None:
        """Keep what headline and lead of these articles tell, as long as these do not change."""
        sql = """INSERT INTO told SELECT document, state, ? FROM articles WHERE document = ?
                 ON CONFLICT (document) DO UPDATE SET state = excluded.state, body = excluded.body"""
        self.write(sql, ((_encode(one), document) for document, one in told.items()))
        self.write("DELETE FROM told WHERE document NOT IN (SELECT document FROM articles)", [()])

    def earlier(self) -> dict[str, str]:
        """The document whose text its page had before, by document: by time of fetching, then by order of reading."""
        before: dict[str, str] = {}
        last: dict[str, str] = {}
        for identity, page in self.query("SELECT id, page FROM documents ORDER BY coalesce(fetched, ''), seq"):
            if page in last:
                before[identity] = last[page]
            last[page] = identity
        return before

    def link_versions(self) -> None:
        """Say of each document whose text its page had before."""
        before = self.earlier()
        said = self.query("SELECT id, version_of FROM documents")
        changed = [(before.get(name), name) for name, version in said if version != before.get(name)]
        self.write("UPDATE documents SET version_of = ? WHERE id = ?", changed)

    # what people judged

    def judgements(self) -> list[Judgement]:
        """All judgements of names, also those that were taken back, in the order of writing."""
        return [from_json(body, Judgement) for (body,) in self.query("SELECT body FROM name_judgements ORDER BY n")]

    def keep_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Keep judgements; one that is there already is replaced, as when it is taken back."""
        sql = "INSERT INTO name_judgements (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
        self.write(sql, ((judgement.id, _json(judgement)) for judgement in judgements))

    def story_judgements(self) -> list[StoryJudgement]:
        """All judgements of stories, also those that were taken back, in the order of writing."""
        return [from_json(body, StoryJudgement) for (body,) in self.query("SELECT body FROM story_judgements ORDER BY n")]

    def keep_story_judgement(self, judgement: StoryJudgement) -> None:
        """Keep a judgement; one that is there already is replaced, as when it is taken back."""
        sql = "INSERT INTO story_judgements (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
        self.write(sql, [(judgement.id, _json(judgement))])

    def finding_judgements(self) -> list[FindingJudgement]:
        """All judgements of findings, also those that were taken back, in the order of writing."""
        return [from_json(body, FindingJudgement) for (body,) in self.query("SELECT body FROM finding_judgements ORDER BY n")]

    def keep_finding_judgement(self, judgement: FindingJudgement) -> None:
        """Keep a judgement; one that is there already is replaced, as when it is taken back."""
        sql = "INSERT INTO finding_judgements (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
        self.write(sql, [(judgement.id, _json(judgement))])

    def corrections(self) -> list[Correction]:
        """All corrections of articles, also those that were taken back, in the order of writing."""
        return [from_json(body, Correction) for (body,) in self.query("SELECT body FROM corrections ORDER BY n")]

    def keep_correction(self, correction: Correction) -> None:
        """Keep a correction; one that is there already is replaced, as when it is taken back."""
        sql = "INSERT INTO corrections (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
        self.write(sql, [(correction.id, _json(correction))])

    def state(self, name: str) -> str | None:
        """A value that was remembered under this name."""
        rows = self.query("SELECT value FROM state WHERE name = ?", (name,))
        return rows[0][0] if rows else None

    def remember(self, name: str, value: str) -> None:
        """Keep a value under a name, in place of what was there."""
        self.write("INSERT INTO state VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", [(name, value)])

    def changed(self) -> set[str]:
        """The documents whose article is another than when what they share was looked for, and those that have none any more."""
        sql = """SELECT a.document FROM articles a LEFT JOIN document_texts t ON t.document = a.document WHERE t.state IS DISTINCT FROM a.state
                 UNION SELECT document FROM document_texts WHERE document NOT IN (SELECT document FROM articles)"""
        return {document for (document,) in self.query(sql)}

    def forget_shared(self) -> None:
        """Forget all that was found shared, so that it is looked for anew in all articles."""
        for table in ("document_texts", "texts", "prints", "standing_prints", "text_pairs", "told_pairs", "ties", "contents",
                      "reuse", "families", "family_documents"):  # fmt: skip
            self.write(f"DELETE FROM {table}", [()])  # noqa: S608 (names of our own)
        self.write("DELETE FROM kept WHERE stage = ?", [(NEARBY,), (SCARCE,)])


def _json(record: Record) -> str:
    return to_json(record).decode()
