"""What holds of every store: the fixture `store` is the one place that names a kind of store."""

from collections.abc import Iterator

import pytest
from tests.postgresql import Stores

from tawatur.records.annotated import Annotated
from tawatur.records.article import Article, Publication
from tawatur.records.derived import Derived
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped
from tawatur.records.finding import Finding, Reason
from tawatur.records.judgement import Judgement, Outcome, Subject
from tawatur.records.name import Entity, Name
from tawatur.records.reuse import Family, Reuse
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.records.story import Member, Reference, Story, Thread, story_id
from tawatur.records.time import Date
from tawatur.records.told import Told
from tawatur.store.derived import replace_derived
from tawatur.store.library import StoreLibrary
from tawatur.store.shared import renew_shared
from tawatur.store.sqlite import Store


@pytest.fixture
def store(stores: Stores) -> Iterator[Store]:
    with Store(stores("s")) as opened:
        yield opened


def _document(name: str, *, address: str | None = None, fetched: str | None = None) -> Document:
    return Document(id=f"d-{name}", source=f"{name}.txt", address=address, fetched=fetched, text=name, sha256="", format="text")


def _add(store: Store, *names: str, outlet: str | None = "o", keys: tuple[str, ...] = ()) -> None:
    publication = Publication(reason="none")
    with store.transaction():
        for name in names:
            store.add_document(_document(name), outlet, keys)
            store.add_articles(
                [(Article(document=f"d-{name}", lines=(), publication=publication), Annotated(document=f"d-{name}"), "x")]
            )


def _settled(*names: str) -> tuple[Settled, ...]:
    return tuple(Settled(document=f"d-{name}", publication=Publication(reason="none")) for name in names)


def _story(*names: str, date: str | None = None, thread: str | None = None) -> Story:
    documents = tuple(f"d-{name}" for name in names)
    return Story(id=story_id(documents[0]), title=names[0], documents=documents, date=date, thread=thread)


def test_a_document_is_kept_once(store: Store) -> None:
    assert store.add_document(_document("a"), "o", ["k"])
    assert not store.add_document(_document("a"), "o", ["k"])
    assert [document.id for document in store.documents(["d-a"])] == ["d-a"]


def test_what_a_failed_transaction_wrote_is_gone(store: Store) -> None:
    def failing() -> None:
        with store.transaction():
            store.add_document(_document("a"), "o", [])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    assert store.documents(["d-a"]) == []


def test_an_input_is_known_by_its_digest(store: Store) -> None:
    assert not store.has_input("x")
    store.add_inputs(["x", "x"])
    assert store.has_input("x")


def test_a_line_is_repeated_where_it_stands_in_four_pages_of_its_outlet(store: Store) -> None:
    for name in "abc":
        store.add_document(_document(name), "o", ["footer"])
    store.add_document(_document("other"), "another outlet", ["footer"])
    assert store.repeated() == {}
    store.add_document(_document("d"), "o", ["footer", "own"])
    assert store.repeated() == {f"d-{name}": frozenset({"footer"}) for name in "abcd"}


def test_documents_without_an_article_have_no_state(store: Store) -> None:
    _add(store, "a")
    store.add_document(_document("b"), None, [])
    assert store.states() == {"d-a": "x", "d-b": None}


def test_more_documents_are_asked_for_than_one_query_takes(store: Store) -> None:
    names = [f"{number:04}" for number in range(1100)]
    with store.transaction():
        for name in names:
            store.add_document(_document(name), None, [])
    assert [document.text for document in store.documents([f"d-{name}" for name in names])] == names


def test_versions_of_a_page_follow_the_time_of_fetching_not_the_order_of_reading(store: Store) -> None:
    address = "http://a.example/1"
    with store.transaction():
        store.add_document(_document("new", address=address, fetched="2024-05-02"), None, [])
        store.add_document(_document("old", address=address, fetched="2024-05-01"), None, [])
    _add(store, "new", "old")
    replace_derived(store, Derived(settled=_settled("new", "old")), "1")
    found = StoreLibrary(store)
    assert [view.document.version_of for view in map(found.document, ("d-new", "d-old")) if view] == ["d-old", None]


def test_refusals_are_kept_once_and_forgotten_when_their_source_is_read(store: Store) -> None:
    refused = Dropped(stage="ingest", source="a.txt", reason="empty", detail="a.txt is empty")
    store.add_dropped([refused, refused])
    assert StoreLibrary(store).dropped() == [refused]
    store.forget_dropped("ingest", ["a.txt"])
    assert StoreLibrary(store).dropped() == []


def test_a_storys_view_holds_all_that_stands_between_its_articles(store: Store) -> None:
    _add(store, "a", "b", "c")
    pair = Reuse(a=Span(document="d-a", start=0, end=1), b=Span(document="d-b", start=0, end=1), score=1.0, degree="same", run=1)
    story = _story("a", "b", thread="t-1")
    earlier = _story("c")
    place = Entity(id="e-1", type="place", name="الدرعان", forms=("الدرعان",))
    derived = Derived(
        settled=_settled("a", "b", "c"),
        entities=(place, Entity(id="e-2", type="place", name="صفوان", forms=("صفوان",))),
        stories=(Story(id=story.id, title="a", documents=story.documents, thread="t-1", place="e-1"), earlier),
        threads=(Thread(id="t-1", title="t", stories=(Member(story=story.id, reason="r"),)),),
        references=(Reference(document="d-a", start=0, end=1, story=earlier.id, reason="r"),),
        findings=(
            Finding(
                id="n-1", kind="single_origin", story=story.id, sides=(), documents=2, origins=(), reason=Reason(ar="س", en="r")
            ),
        ),
    )
    family = Family(id="f-1", documents=("d-a", "d-b"), degree="passage")
    renew_shared(store, [("d-a", "d-b")], [pair], {"d-a", "d-b"}, [family])
    replace_derived(store, derived, "1")
    view = StoreLibrary(store).story(story.id)
    assert view is not None
    assert [document.document.id for document in view.documents] == ["d-a", "d-b"]
    assert (view.entities, view.reuse, view.families) == ((place,), (pair,), (family,))
    assert (view.thread, view.references, view.findings) == (derived.threads[0], derived.references, derived.findings)
    pointed_at = StoreLibrary(store).story(earlier.id)
    assert pointed_at is not None
    assert pointed_at.references == derived.references


def test_stories_are_listed_newest_first_and_undated_ones_last(store: Store) -> None:
    _add(store, "a", "b", "c")
    stories = (_story("a", date="2024-01-01"), _story("b"), _story("c", date="2024-02-01"))
    replace_derived(store, Derived(settled=_settled("a", "b", "c"), stories=stories), "1")
    assert [story.title for story in StoreLibrary(store).stories()] == ["c", "a", "b"]
    assert StoreLibrary(store).counts()["stories"] == 3


def test_an_old_id_of_a_story_leads_to_the_story_that_took_it_in(store: Store) -> None:
    _add(store, "a", "b")
    alone = _story("b")
    replace_derived(store, Derived(settled=_settled("a", "b"), stories=(alone,)), "1")
    together = _story("a", "b")
    replace_derived(store, Derived(settled=_settled("a", "b"), stories=(together,)), "2")
    found = StoreLibrary(store)
    view = found.story(alone.id)
    assert view is not None
    assert view.story.id == together.id
    assert view.story.aliases == (alone.id,)
    assert [story.aliases for story in found.stories()] == [(alone.id,)]


def test_documents_of_no_story_are_listed_apart(store: Store) -> None:
    _add(store, "a", "b")
    replace_derived(store, Derived(settled=_settled("a", "b"), stories=(_story("a"),)), "1")
    assert StoreLibrary(store).apart() == ["d-b"]
    assert StoreLibrary(store).story_of("d-a") == story_id("d-a")


def test_spans_are_counted_beside_the_records_that_have_tables(store: Store) -> None:
    _add(store, "a", "b")
    time = Date(document="d-a", start=0, end=1, text="a", type="date", value=None, basis="none")
    settled = Settled(document="d-a", publication=Publication(reason="none"), dates=(time, time))
    assert "dates" not in StoreLibrary(store).counts()
    replace_derived(store, Derived(settled=(settled, *_settled("b"))), "1")
    counts = StoreLibrary(store).counts()
    assert (counts["documents"], counts["dates"], counts["quotes"]) == (2, 2, 0)


def test_what_was_derived_is_replaced_as_a_whole(store: Store) -> None:
    _add(store, "a", "b")
    replace_derived(store, Derived(settled=_settled("a", "b"), stories=(_story("a"),)), "1")
    replace_derived(store, Derived(settled=_settled("a"), stories=()), "2")
    assert StoreLibrary(store).stories() == []
    assert StoreLibrary(store).document("d-b") is None
    assert store.state("derived") == "2"


def _judgement(identity: str, *, undone: str | None = None) -> Judgement:
    subject = Subject(type="person", name="سامي النورس")
    return Judgement(
        id=identity,
        kind="rename",
        subjects=(subject,),
        name="النورس",
        who="نادية",
        when="2024-05-01T00:00:00+00:00",
        undone=undone,
    )


def test_judgements_outlive_what_is_derived_and_are_replaced_by_their_id(store: Store) -> None:
    _add(store, "a")
    store.keep_judgements([_judgement("j-2"), _judgement("j-1")])
    replace_derived(store, Derived(settled=_settled("a"), outcomes=(Outcome(judgement="j-2", status="applied"),)), "1")
    replace_derived(store, Derived(settled=_settled("a"), outcomes=(Outcome(judgement="j-2", status="lost"),)), "2")
    store.keep_judgements([_judgement("j-2", undone="2024-05-02T00:00:00+00:00")])
    found = StoreLibrary(store)
    assert [(one.id, one.undone) for one in found.judgements()] == [("j-2", "2024-05-02T00:00:00+00:00"), ("j-1", None)]
    assert {key: one.status for key, one in found.outcomes().items()} == {"j-2": "lost"}


def test_the_mentions_of_an_entity_are_found_over_all_documents(store: Store) -> None:
    _add(store, "a", "b")
    settled = tuple(
        Settled(
            document=f"d-{name}",
            publication=Publication(reason="none"),
            names=(Name(document=f"d-{name}", start=0, end=1, text=name, type="person", entity=entity),),
        )
        for name, entity in (("a", "e-1"), ("b", "e-2"))
    )
    replace_derived(store, Derived(settled=settled), "1")
    assert [name.text for name in StoreLibrary(store).mentions("e-2")] == ["b"]


def test_what_an_article_tells_is_known_as_long_as_the_article_is_the_same(store: Store) -> None:
    _add(store, "1", "2")
    told = {name: Told(lead=((0, 4),), stems=frozenset(["ميناء"]), reacting=frozenset()) for name in ("d-1", "d-2")}
    store.keep_told(told)
    assert store.told(["d-1", "d-2"]) == told
    changed = Article(document="d-2", lines=(), publication=Publication(reason="none"))
    store.add_articles([(changed, Annotated(document="d-2"), "another state")])
    assert store.told(["d-1", "d-2"]) == {"d-1": told["d-1"]}
    store.keep_told({"d-2": told["d-2"]})
    assert store.told(["d-1", "d-2"]) == told
