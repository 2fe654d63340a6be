"""What differs between two states of a collection."""

from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from tawatur.changes import Comparison, compare
from tawatur.records.article import Publication
from tawatur.records.change import Change, Tally
from tawatur.records.commitment import Commitment
from tawatur.records.event import Event
from tawatur.records.finding import Finding, Reason, Side
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Cue, Quote
from tawatur.records.reuse import Reuse
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.records.story import Story


@dataclass
class _State:
    """A state by hand."""

    held: dict[str, list[Any]] = field(default_factory=dict)

    def entities(self) -> list[Entity]:
        return self.held.get("entities", [])

    def settled(self) -> list[Settled]:
        return self.held.get("settled", [])

    def reuse(self) -> list[Reuse]:
        return self.held.get("reuse", [])

    def stories(self) -> list[Story]:
        return self.held.get("stories", [])

    def events(self) -> list[Event]:
        return self.held.get("events", [])

    def findings(self) -> list[Finding]:
        return self.held.get("findings", [])

    def commitments(self) -> list[Commitment]:
        return self.held.get("commitments", [])


def _told(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> list[Change]:
    told: list[Change] = []
    compare(_State(before), _State(after), Comparison(told.append))
    return told


_QUOTE = Quote(
    id="q-1", document="d-1", start=0, end=9, text="السد آمن", kind="direct", cue=Cue(start=10, end=13, text="قال"), speaker="e-1"
)
_SETTLED = Settled(
    document="d-1",
    publication=Publication(published="2023-05-12", basis="text", reason=""),
    origin="reuters",
    origin_basis="credit",
    names=(Name(document="d-1", start=20, end=25, text="النورس", type="person", entity="e-1"),),
    quotes=(_QUOTE,),
)
_ENTITY = Entity(id="e-1", type="person", name="سامي النورس", forms=("النورس",))


def test_two_equal_states_have_no_changes_and_are_counted() -> None:
    comparison = Comparison()
    state = _State({"settled": [_SETTLED], "entities": [_ENTITY]})
    compare(state, state, comparison)
    counted = {kind: tally for kind, tally in comparison.tallies().items() if tally != Tally()}
    assert counted == {kind: Tally(same=1) for kind in ("publication", "origin", "name", "statement")}
    assert comparison.examples() == {}


def test_a_statement_of_another_speaker_tells_from_whom_to_whom() -> None:
    other = Entity(id="e-2", type="person", name="فهد المرجان", forms=("المرجان",))
    after = replace(_SETTLED, quotes=(replace(_QUOTE, speaker="e-2"),))
    [change] = _told({"settled": [_SETTLED], "entities": [_ENTITY]}, {"settled": [after], "entities": [_ENTITY, other]})
    assert (change.kind, change.how, change.text) == ("statement", "changed", "السد آمن")
    assert (change.document, change.start, change.end) == ("d-1", 0, 9)
    assert (change.before, change.after) == ({"speaker": "سامي النورس"}, {"speaker": "فهد المرجان"})


def test_an_entity_of_another_id_and_the_same_name_is_as_before() -> None:
    renumbered = replace(
        _SETTLED,
        names=(replace(_SETTLED.names[0], entity="e-9"),),
        quotes=(replace(_QUOTE, speaker="e-9"),),
    )
    entity = replace(_ENTITY, id="e-9")
    assert _told({"settled": [_SETTLED], "entities": [_ENTITY]}, {"settled": [renumbered], "entities": [entity]}) == []


def test_a_day_that_is_no_longer_known_is_gone_and_one_that_is_another_has_changed() -> None:
    undated = replace(_SETTLED, publication=Publication(reason=""))
    [gone] = _told({"settled": [_SETTLED]}, {"settled": [undated]})
    assert (gone.kind, gone.how, gone.id, gone.after) == ("publication", "gone", "d-1", None)
    later = replace(_SETTLED, publication=replace(_SETTLED.publication, published="2023-05-13"))
    [changed] = _told({"settled": [_SETTLED]}, {"settled": [later]})
    assert (changed.before, changed.after) == ({"published": "2023-05-12"}, {"published": "2023-05-13"})


def test_articles_of_one_state_alone_are_new_or_gone_with_all_that_is_theirs() -> None:
    other = replace(_SETTLED, document="d-0", names=(), quotes=())
    told = _told({"settled": [_SETTLED]}, {"settled": [other]})
    assert sorted((one.kind, one.how, one.document) for one in told) == [
        ("name", "gone", "d-1"),
        ("origin", "gone", "d-1"),
        ("origin", "new", "d-0"),
        ("publication", "gone", "d-1"),
        ("publication", "new", "d-0"),
        ("statement", "gone", "d-1"),
    ]


def _span(document: str, start: int, end: int) -> Span:
    return Span(document=document, start=start, end=end)


def test_a_passage_of_another_degree_has_changed() -> None:
    one = Reuse(a=_span("d-1", 0, 40), b=_span("d-2", 5, 45), score=1.0, degree="same", run=1)
    after = replace(one, b=_span("d-2", 5, 40), degree="edited")
    [change] = _told({"reuse": [one]}, {"reuse": [after]})
    assert (change.kind, change.before, change.after) == ("passage", {"degree": "same"}, {"degree": "edited"})


def test_a_finding_with_one_side_more_has_changed_and_one_of_another_kind_is_another() -> None:
    sides = tuple(Side(document=f"d-{n}", start=0, end=2, text="14", value="14") for n in range(3))
    one = Finding(
        id="n-1", kind="conflict", aspect="number", sides=sides[:2], documents=2, origins=(), reason=Reason(ar="", en="")
    )
    [change] = _told({"findings": [one]}, {"findings": [replace(one, id="n-2", sides=sides, documents=3)]})
    assert (change.how, change.id) == ("changed", "n-2")
    assert change.after == {"sides": ["14", "14", "14"], "documents": 3}
    told = _told({"findings": [one]}, {"findings": [replace(one, id="n-2", kind="update")]})
    assert sorted(one.how for one in told) == ["gone", "new"]


def test_a_story_that_took_in_an_article_tells_its_articles() -> None:
    one = Story(id="y-1", title="جسر", documents=("d-1", "d-2"))
    [change] = _told({"stories": [one]}, {"stories": [replace(one, id="y-0", documents=("d-0", "d-1", "d-2"))]})
    assert (change.kind, change.how, change.document) == ("story", "changed", None)
    assert change.after == {"documents": ["d-0", "d-1", "d-2"]}


def test_a_deed_of_another_type_in_the_same_words_has_changed() -> None:
    one = Event(id="v-1", type="CONSULT", status="happened", evidence=(_span("d-1", 3, 8),))
    [change] = _told({"events": [one]}, {"events": [replace(one, id="v-2", type="AGREE")]})
    assert (change.before, change.after) == ({"type": "CONSULT"}, {"type": "AGREE"})


def test_a_commitment_that_was_broken_has_changed() -> None:
    one = Commitment(
        id="c-1", what="هدنة", by=("أ",), to=("ب",), made=None, in_force=None, until=None, condition=None, status="made",
        evidence=(_span("d-1", 0, 9),),
    )  # fmt: skip
    [change] = _told({"commitments": [one]}, {"commitments": [replace(one, status="broken")]})
    assert (change.text, change.before, change.after) == ("هدنة", {"status": "made"}, {"status": "broken"})


def test_a_few_examples_are_kept_of_each_kind_and_all_are_told() -> None:
    names = tuple(Name(document="d-1", start=n, end=n + 1, text="ا", type="person") for n in range(9))
    before = replace(_SETTLED, names=names)
    after = replace(_SETTLED, names=tuple(replace(one, type="place") for one in names))
    told: list[Change] = []
    comparison = Comparison(told.append)
    compare(_State({"settled": [before]}), _State({"settled": [after]}), comparison)
    assert (len(told), len(comparison.examples()["name"])) == (9, 3)
    assert comparison.tallies()["name"] == Tally(changed=9)
