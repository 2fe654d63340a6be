"""Writing what was derived, in place of what was derived before: only what is another than it was, and only what may be is looked at."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

import msgspec
from msgspec import structs

from tawatur.records.base import Record, from_json, to_json
from tawatur.records.commitment import Commitment
from tawatur.records.derived import Derived
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.name import Entity
from tawatur.records.settled import Settled
from tawatur.records.story import Story, Thread, story_id
from tawatur.records.untouched import Untouched
from tawatur.store.sqlite import Store

_NONE: frozenset[str] = frozenset()
_SPANS = ("dates", "names", "quotes")
_BODY, _TOLD = ("id", "body"), ("id", "story", "body")

Row = tuple[object, ...]
R = TypeVar("R")
_Identified = TypeVar("_Identified", Entity, Story, Thread, Finding, Event, Commitment)


def replace_derived(store: Store, derived: Derived, state: str) -> Untouched:
    """Replace all that needs more than one article but what they share, and remember what it was made from.

    What is as it was is not written; what is untouched is not looked at, whether it is among the records or left out. Gives what is
    untouched, with all other records that were found to be as they were; documents are not added, since their articles are not compared.
    """
    same = derived.untouched
    with store.transaction():
        store.link_versions()
        _put_settled(store, derived)
        _put(store, "name_outcomes", ("judgement", "body"), {one.judgement: one for one in derived.outcomes}, _with("judgement"))
        _put(store, "threads", _BODY, _by_id(derived.threads), _with("id"))
        same = structs.replace(
            same,
            entities=same.entities | _put(store, "entities", _BODY, _by_id(derived.entities), _with("id"), same.entities),
            stories=same.stories | _put_stories(store, derived),
            events=same.events | _put(store, "events", _TOLD, _by_id(derived.events), _with("id", "story"), same.events),
            findings=same.findings
            | _put(store, "findings", _TOLD, _by_id(derived.findings), _with("id", "story"), same.findings),
            commitments=same.commitments | _put_commitments(store, derived),
        )
        store.write("DELETE FROM back_references", [()])
        pointers = ((r.document, r.story, _json(r)) for r in derived.references)
        store.write("INSERT INTO back_references (document, story, body) VALUES (?, ?, ?)", pointers)
        store.remember("derived", state)
    return same


def records_of(store: Store, table: str, kind: type[R]) -> Iterator[R]:
    """Give the records of a table, in the order of ids, as they are written, even where that is not committed yet."""
    return (from_json(body, kind) for (body,) in store.each(f"SELECT body FROM {table} ORDER BY id"))  # noqa: S608 (names of our own)


def _by_id(records: Iterable[_Identified]) -> dict[str, _Identified]:
    return {one.id: one for one in records}


def _with(*names: str) -> Callable[[Any], Row]:
    """Give the row of a record: these of its fields, and its JSON."""
    return lambda one: (*(getattr(one, name) for name in names), _json(one))


def _put(
    store: Store,
    table: str,
    columns: Sequence[str],
    records: Mapping[str, R],
    row: Callable[[R], Row],
    untouched: AbstractSet[str] = _NONE,
) -> set[str]:
    """Make the rows of these records, and those that are untouched, all rows of a table whose first column is its key.

    Only those that are another are written. Gives the keys of those that were found to be as they were.
    """
    key, *others = columns
    known = {found for (found,) in store.query(f"SELECT {key} FROM {table}")}  # noqa: S608 (names of our own)
    asked = known.difference(untouched)
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {key} IN ({{}})"  # noqa: S608
    same = {before[0] for before in store.with_ids(sql, asked) if before[0] in records and row(records[before[0]]) == before}
    sets = ", ".join(f"{name} = excluded.{name}" for name in others)
    marks = ", ".join("?" * len(columns))
    written = (row(one) for name, one in records.items() if name not in same and name not in untouched)
    store.write(f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT ({key}) DO UPDATE SET {sets}", written)  # noqa: S608
    store.write(f"DELETE FROM {table} WHERE {key} = ?", ((name,) for name in sorted(asked - records.keys())))  # noqa: S608
    return same


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
    settled = {one.document: one for one in derived.settled if one.document not in same}
    for one in settled.values():
        spans.update(_counts(one))
    _put(store, "settled", ("document", "body"), settled, _with("document"), same)
    store.remember("spans", msgspec.json.encode({name: spans[name] for name in _SPANS}).decode())


def _counts(one: Settled | _Spans) -> dict[str, int]:
    return {name: len(getattr(one, name)) for name in _SPANS}


def _put_stories(store: Store, derived: Derived) -> set[str]:
    """Write the stories with the old ids that lead to them, and which story each document belongs to; give those that were as they are."""
    same = derived.untouched.stories
    before = dict(store.query("SELECT document, story FROM story_documents"))
    homes = {document: story for document, story in before.items() if story in same}
    homes |= {document: story.id for story in derived.stories for document in story.documents}
    known = dict(store.query("SELECT alias, story FROM story_aliases"))
    aliases = _aliases(known, before, homes)
    led, leading = _leading(known), _leading(aliases)
    otherwise = {story for story in same if led.get(story) != leading.get(story)}  # only their old ids are others
    stories = {one.id: one for one in derived.stories if one.id not in same}
    stories |= _by_id(
        from_json(body, Story) for (body,) in store.with_ids("SELECT body FROM stories WHERE id IN ({})", otherwise)
    )
    made = {name: structs.replace(one, aliases=leading.get(name, ())) for name, one in stories.items()}
    staying = {document for document, story in homes.items() if before.get(document) == story}
    moved = {document: (document, story) for document, story in homes.items() if document not in staying}
    _put(store, "story_documents", ("document", "story"), moved, tuple, staying)
    _put(store, "story_aliases", ("alias", "story"), {alias: (alias, story) for alias, story in aliases.items()}, tuple)
    return _put(store, "stories", ("id", "date", "body"), made, _with("id", "date"), same - otherwise)


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


def _put_commitments(store: Store, derived: Derived) -> set[str]:
    """Write the commitments, and which stories speak of each; give those that were as they are."""
    same = derived.untouched.commitments
    commitments = {one.id: one for one in derived.commitments if one.id not in same}
    known = set(store.query("SELECT story, commitment FROM commitment_stories"))
    told = {(story, one.id) for one in commitments.values() for story in one.stories}
    told |= {row for row in known if row[1] in same}
    store.write("DELETE FROM commitment_stories WHERE story = ? AND commitment = ?", sorted(known - told))
    store.write("INSERT INTO commitment_stories VALUES (?, ?)", sorted(told - known))
    return _put(store, "commitments", _BODY, commitments, _with("id"), same)


def _json(record: Record) -> str:
    return to_json(record).decode()
