"""Whatever is said to be untouched, and left out: the store and its index hold what they hold where all is written anew."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from tests.postgresql import Stores

from tawatur.pipeline.indexing import index
from tawatur.records.article import Article, Publication
from tawatur.records.commitment import Commitment
from tawatur.records.derived import Derived
from tawatur.records.document import Document
from tawatur.records.event import Event
from tawatur.records.finding import Finding, Reason, Side
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Cue, Quote
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.records.story import Story, story_id
from tawatur.records.untouched import NOTHING, Untouched
from tawatur.records.wire import Carried, Printing
from tawatur.store import search_index, wires
from tawatur.store.copying import TABLES
from tawatur.store.derived import replace_derived
from tawatur.store.sqlite import Store

_TEXT = "وصل المركب إلى ميناء الدرعان صباحا"
_DOCUMENTS = [f"d-{number}" for number in range(6)]


class _State(NamedTuple):
    """What an invented run found: which articles name what and in which version, their stories, and the versions of names and findings."""

    named: dict[str, tuple[str, int] | None]
    homes: dict[str, int]
    versions: dict[str, int]


# of each run what is another than in the one before: what an article names (None: it is gone), where it belongs, and versions
_names = st.tuples(st.sampled_from(["e-1", "e-2", "e-3"]), st.integers(0, 1))
_changes = st.builds(
    _State,
    named=st.dictionaries(st.sampled_from(_DOCUMENTS), st.one_of(_names, _names, st.none()), max_size=3),
    homes=st.dictionaries(st.sampled_from(_DOCUMENTS), st.integers(0, 2), max_size=2),
    versions=st.dictionaries(st.sampled_from(["e-1", "e-2", "e-3", "n", "v", "c"]), st.integers(0, 1), max_size=2),
)


def _changed(before: _State, by: _State) -> _State:
    return _State(before.named | by.named, before.homes | by.homes, before.versions | by.versions)


def _settled(document: str, entity: str, version: int) -> Settled:
    name = Name(document=document, start=4, end=10, text="المركب", type="product", entity=entity)
    cue = Cue(start=0, end=3, text="وصل")
    said = Quote(
        id=f"q-{document}-{version}", document=document, start=0, end=20, text=_TEXT[:20], kind="direct", cue=cue, speaker=entity
    )
    day = f"2024-05-0{version + 1}"
    return Settled(
        document=document, publication=Publication(published=day, reason="-"), names=(name,) * (version + 1), quotes=(said,)
    )


def _derived(state: _State) -> Derived:
    """All that an invented run made."""
    named = {name: how for name, how in sorted(state.named.items()) if how}
    groups: dict[int, list[str]] = {}
    for document in named:
        groups.setdefault(state.homes.get(document, 0), []).append(document)
    stories = [Story(id=story_id(group[0]), title=f"خبر {len(group)}", documents=tuple(group)) for group in groups.values()]
    version = defaultdict(int, state.versions)
    first = {story.id: Side(document=story.documents[0], start=0, end=12, text=_TEXT[:12]) for story in stories}
    return Derived(
        settled=tuple(_settled(name, *how) for name, how in named.items()),
        entities=tuple(
            Entity(id=name, type="product", name=f"مركب {version[name]}", forms=("مركب",))
            for name in sorted({entity for entity, _ in named.values()})
        ),
        stories=tuple(stories),
        findings=tuple(
            Finding(id=f"n-{story}", kind="single_origin", story=story, about=f"مركب {version['n']}", sides=(side,), documents=1,
                    origins=(), reason=Reason(ar="س", en="r"))
            for story, side in first.items()
        ),
        events=tuple(
            Event(id=f"v-{story}", type="AGREE", story=story, status="happened", date=f"2024-05-0{version['v'] + 1}",
                  evidence=())
            for story in first
        ),
        commitments=tuple(
            Commitment(id=f"c-{story}", what=f"وعد {version['c']}", by=(), to=(), made=None, in_force=None, until=None, condition=None,
                       status="made", stories=(story,), evidence=(Span(document=side.document, start=0, end=3),))
            for story, side in first.items()
        ),
        printings=tuple(
            Printing(document=name, day=None, publisher=None, outlet=None, letters=how + 1,
                     carried=(Carried(kind="agency", source="afp", letters=1, manner="named"),))
            for name, (_, how) in named.items()
        ),
    )  # fmt: skip


def _untouched(before: Derived, now: Derived) -> Untouched:
    """What two runs made alike, of alike articles."""
    same = frozenset(one.document for one in now.settled if one in before.settled)

    def alike(kind: str) -> frozenset[str]:
        return frozenset(one.id for one in getattr(now, kind) if one in getattr(before, kind))

    return Untouched(
        documents=same,
        printings=frozenset(one.document for one in now.printings if one in before.printings),
        **{kind: alike(kind) for kind in ("entities", "stories", "findings", "events", "commitments")},
    )


def _left_out(now: Derived, same: Untouched) -> dict[str, Any]:
    """The records but for those that are untouched, with all that they are made of."""
    whole = {one.id for one in now.stories if same.documents >= set(one.documents)}
    kept = {
        "settled": tuple(one for one in now.settled if one.document not in same.documents),
        "printings": tuple(one for one in now.printings if one.document not in same.printings),
        "entities": tuple(one for one in now.entities if one.id not in same.entities),
        "stories": tuple(one for one in now.stories if one.id not in same.stories & whole),
    }
    for kind in ("findings", "events", "commitments"):
        rests_on = {one.id: one.story if kind != "commitments" else one.stories[0] for one in getattr(now, kind)}
        kept[kind] = tuple(
            one for one in getattr(now, kind) if one.id not in getattr(same, kind) or rests_on[one.id] not in whole
        )
    return kept


def _write(store: Store, now: Derived, derived: Derived, run: int, *, everything: bool = False) -> None:
    """Write what a run made, as the pipeline does, or with `everything` that can be found compared; `now` is all of it."""
    settled = {one.document: one for one in now.settled}
    articles = {name: Article(document=name, lines=(), publication=Publication(reason="-")) for name in settled}
    with store.transaction():
        untouched = replace_derived(store, derived, str(run))
        index(store, dict.fromkeys(settled, _TEXT), articles, settled, derived, NOTHING if everything else untouched)
        wires.keep(store, derived.printings, derived.untouched.printings)


def _held(store: Store) -> dict[str, list[Any]]:
    """All rows of a store, with what its index finds."""
    tables = TABLES | {"document_entities": "entity, document"}
    tables |= {"search_units": "n", "search_named": "name, n", "search_spellings": "spelling, name", "search_readings": "stem, word",
               "search_bodies": "n"}  # fmt: skip
    held = {table: store.query(f"SELECT * FROM {table} ORDER BY {order}") for table, order in tables.items()}  # noqa: S608
    words = "search_places" if store.dialect == "sqlite" else "search_words"
    return held | {"words": sorted(map(repr, store.query(f"SELECT * FROM {words}")))}  # noqa: S608


@pytest.fixture(scope="module")
def pair(shared_stores: Stores) -> Iterator[tuple[Store, Store]]:
    """A store in which all is written anew, and one in which what is untouched is left alone."""
    with Store(shared_stores("all")) as one, Store(shared_stores("touched")) as other:
        for store in (one, other):
            for name in _DOCUMENTS:
                store.add_document(Document(id=name, source=name, text=_TEXT, sha256="", format="text"), None, ())
        yield one, other


def _empty(store: Store) -> None:
    with store.transaction():
        replace_derived(store, Derived(), "-")
        search_index.forget(store)
        wires.keep(store, ())
        if store.dialect == "sqlite":
            store.write("DELETE FROM sqlite_sequence", [()])


@settings(max_examples=60)
@given(runs=st.lists(_changes, min_size=2, max_size=5), leave_out=st.booleans(), lost=st.booleans())
def test_a_store_holds_the_same_whether_the_untouched_is_left_out_or_all_is_written_anew(
    pair: tuple[Store, Store], runs: list[_State], leave_out: bool, lost: bool
) -> None:
    one, other = pair
    for store in pair:
        _empty(store)
    before, state = Derived(), _State({}, {}, {})
    for run, changes in enumerate(runs):
        state = _changed(state, changes)
        now = _derived(state)
        same = _untouched(before, now)
        left = structs.replace(now, untouched=same, **(_left_out(now, same) if leave_out else {}))
        if lost and run == len(runs) - 1:  # the index has to be made of what the store has
            for store in pair:
                with store.transaction():
                    search_index.forget(store)
        _write(one, now, now, run, everything=True)
        _write(other, now, left, run)
        before = now
    assert _held(other) == _held(one)
    sizes = other.query("SELECT kind, count(*), sum(size) FROM search_units GROUP BY kind")
    assert search_index.known(other).totals == {kind: (count, size) for kind, count, size in sizes}
    with one.transaction():
        search_index.forget(one)
    _write(one, before, before, len(runs), everything=True)
    assert _found(other) == _found(one)


def _found(store: Store) -> list[list[Any]]:
    """What the index tells of each unit and of each name in it, whatever their numbers are."""
    asked = (
        """SELECT u.kind, u.id, u.document, u.date, u.outlet, u.origin, u.size, s.id, b.body FROM search_units u
           JOIN search_bodies b ON b.n = u.n LEFT JOIN search_units s ON s.n = u.speaker ORDER BY u.kind, u.id""",
        """SELECT name.id, u.kind, u.id FROM search_named x JOIN search_units name ON name.n = x.name JOIN search_units u ON u.n = x.n
           ORDER BY name.id, u.kind, u.id""",
        "SELECT x.spelling, u.id FROM search_spellings x JOIN search_units u ON u.n = x.name ORDER BY x.spelling, u.id",
    )
    return [store.query(sql) for sql in asked]
