"""Writing what was derived, in place of what was derived before: only what is another than it was, and only what may be is looked at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

import msgspec
from msgspec import structs

from tawatur.records.base import Record, from_json, to_json
from tawatur.records.derived import Derived
from tawatur.records.settled import Settled
from tawatur.records.story import Story, story_id
from tawatur.store.sqlite import Store

_NONE: frozenset[str] = frozenset()
_SPANS = ("dates", "names", "quotes")


def replace_derived(store: Store, derived: Derived, state: str) -> None:
    """Replace all that needs more than one article but what they share, and remember what it was made from.

    What is as it was is not written; what is untouched is not looked at, whether it is among the records or left out.
    """
    same = derived.untouched
    put = partial(_put, store)
    with store.transaction():
        store.link_versions()
        _put_settled(store, derived)
        entities = (one for one in derived.entities if one.id not in same.entities)
        put("entities", ("id", "body"), ((e.id, _json(e)) for e in entities), same.entities)
        put("name_outcomes", ("judgement", "body"), ((o.judgement, _json(o)) for o in derived.outcomes))
        _put_stories(store, derived)
        put("threads", ("id", "body"), ((t.id, _json(t)) for t in derived.threads))
        events = (one for one in derived.events if one.id not in same.events)
        put("events", ("id", "story", "body"), ((e.id, e.story, _json(e)) for e in events), same.events)
        findings = (one for one in derived.findings if one.id not in same.findings)
        put("findings", ("id", "story", "body"), ((f.id, f.story, _json(f)) for f in findings), same.findings)
        _put_commitments(store, derived)
        store.write("DELETE FROM back_references", [()])
        pointers = ((r.document, r.story, _json(r)) for r in derived.references)
        store.write("INSERT INTO back_references (document, story, body) VALUES (?, ?, ?)", pointers)
        store.remember("derived", state)


def _put(
    store: Store,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    untouched: AbstractSet[str] = _NONE,
) -> None:
    """Make these, and the rows of keys that are untouched, the rows of a table whose first column is its key; one that is as it was is
    not written.
    """
    key, *others = columns
    keys: set[object] = set()

    def seen() -> Iterator[Sequence[object]]:
        for row in rows:
            keys.add(row[0])
            yield row

    sets = ", ".join(f"{name} = excluded.{name}" for name in others)
    differs = " OR ".join(f"{table}.{name} IS DISTINCT FROM excluded.{name}" for name in others)
    marks = ", ".join("?" * len(columns))
    store.write(f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {sets} WHERE {differs}", seen())  # noqa: S608
    known = store.query(f"SELECT {key} FROM {table}")  # noqa: S608 (names of our own)
    gone = [row for row in known if row[0] not in untouched and row[0] not in keys]
    store.write(f"DELETE FROM {table} WHERE {key} = ?", gone)  # noqa: S608


class _Spans(msgspec.Struct):
    """How many dates, names and statements a settled record has: nothing else of it is read."""

    dates: list[msgspec.Raw]
    names: list[msgspec.Raw]
    quotes: list[msgspec.Raw]


def _put_settled(store: Store, derived: Derived) -> None:
    """Write what is settled of the documents, and remember how many dates, names and statements there are in all."""
    same = derived.untouched.documents
    spans: Counter[str] = Counter()
    if same:
        spans.update(msgspec.json.decode(store.state("spans") or "{}", type=dict[str, int]))
        known = [document for (document,) in store.query("SELECT document FROM settled")]
        for (body,) in store.with_ids("SELECT body FROM settled WHERE document IN ({})", [i for i in known if i not in same]):
            spans.subtract(_counts(from_json(body, _Spans)))
    settled = [one for one in derived.settled if one.document not in same]
    for one in settled:
        spans.update(_counts(one))
    _put(store, "settled", ("document", "body"), ((one.document, _json(one)) for one in settled), same)
    store.remember("spans", msgspec.json.encode({name: spans[name] for name in _SPANS}).decode())


def _counts(one: Settled | _Spans) -> dict[str, int]:
    return {name: len(getattr(one, name)) for name in _SPANS}


def _put_stories(store: Store, derived: Derived) -> None:
    """Write the stories with the old ids that lead to them, and which story each document belongs to."""
    same = derived.untouched.stories
    before = dict(store.query("SELECT document, story FROM story_documents"))
    homes = {document: story for document, story in before.items() if story in same}
    homes |= {document: story.id for story in derived.stories for document in story.documents}
    known = dict(store.query("SELECT alias, story FROM story_aliases"))
    aliases = _aliases(known, before, homes)
    led, leading = _leading(known), _leading(aliases)
    otherwise = [story for story in same if led.get(story) != leading.get(story)]  # only their old ids are others
    stories = [one for one in derived.stories if one.id not in same]
    stories += [from_json(body, Story) for (body,) in store.with_ids("SELECT body FROM stories WHERE id IN ({})", otherwise)]
    rows = (structs.replace(one, aliases=leading.get(one.id, ())) for one in stories)
    _put(store, "stories", ("id", "date", "body"), ((s.id, s.date, _json(s)) for s in rows), same)
    moved = ((document, story) for document, story in homes.items() if before.get(document) != story)
    _put(store, "story_documents", ("document", "story"), moved, homes.keys())
    _put(store, "story_aliases", ("alias", "story"), aliases.items())


def _aliases(known: Mapping[str, str], before: Mapping[str, str], homes: Mapping[str, str]) -> dict[str, str]:
    """Old ids of stories, and the story that now holds what that story's id was made of, its first member.

    `known` are those of the last run; `before` and `homes` tell which story each document belonged to then, and belongs to now.
    """
    kept = set(homes.values())
    first = {story: document for document, story in before.items() if story_id(document) == story}
    now = {story: homes[document] for story, document in first.items() if document in homes}
    moved = {alias: now.get(story, story) for alias, story in known.items()} | now
    return {alias: story for alias, story in moved.items() if alias not in kept and story in kept}


def _leading(aliases: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The old ids that lead to each story, in order."""
    old: dict[str, tuple[str, ...]] = {}
    for alias, story in sorted(aliases.items()):
        old[story] = (*old.get(story, ()), alias)
    return old


def _put_commitments(store: Store, derived: Derived) -> None:
    """Write the commitments, and which stories speak of each."""
    same = derived.untouched.commitments
    commitments = [one for one in derived.commitments if one.id not in same]
    _put(store, "commitments", ("id", "body"), ((c.id, _json(c)) for c in commitments), same)
    known = set(store.query("SELECT story, commitment FROM commitment_stories"))
    told = {(story, one.id) for one in commitments for story in one.stories}
    told |= {row for row in known if row[1] in same}
    store.write("DELETE FROM commitment_stories WHERE story = ? AND commitment = ?", sorted(known - told))
    store.write("INSERT INTO commitment_stories VALUES (?, ?)", sorted(told - known))


def _json(record: Record) -> str:
    return to_json(record).decode()
