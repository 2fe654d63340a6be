from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from tests.settle.invented import Call, entity, named, why

from tawatur.records.judgement import Judgement, JudgementKind, Subject
from tawatur.records.name import Entity
from tawatur.settle.entities import Joined, join
from tawatur.settle.ruling import judgement, subject

TEXTS = {"a": "قال سامي النورس", "b": "قال فهد المرجان", "c": "قال سامي النورس وهاني الورد"}
CALLS: tuple[Call, ...] = (
    ("a", "سامي النورس", "person"),
    ("b", "فهد المرجان", "person"),
    ("c", "سامي النورس", "person"),
    ("c", "هاني الورد", "person"),
)
NOW = datetime(2024, 5, 1, tzinfo=UTC)


def _join(judgements: Sequence[Judgement] = (), texts: Mapping[str, str] = TEXTS, calls: Sequence[Call] = CALLS) -> Joined:
    return join(texts, named(texts, *calls), judgements)


def _subject(found: Joined, of: Entity) -> Subject:
    return subject(of, [name for rows in found.names.values() for name in rows if name.entity == of.id])


def _judged(kind: JudgementKind, *subjects: Subject, after: int = 0, **what: object) -> Judgement:
    return judgement(kind, subjects, "نادية", NOW + timedelta(seconds=after), **what)  # type: ignore[arg-type]


def _merge(after: int = 0) -> Judgement:
    found = _join()
    return _judged("merge", _subject(found, entity(found, "a", 0)), _subject(found, entity(found, "b", 0)), after=after)


def test_a_merge_makes_two_one_and_says_who_judged() -> None:
    found = _join([_merge()])
    assert entity(found, "a", 0) == entity(found, "b", 0)
    assert entity(found, "a", 0).id == entity(_join(), "a", 0).id
    [decision] = [d for d in entity(found, "a", 0).joined if d.form == "فهد المرجان"]
    assert [(f.name, f.reason.en) for f in decision.features] == [("judged", "نادية judged so")]
    assert [(o.status, o.entities) for o in found.outcomes] == [("applied", (entity(found, "a", 0).id,))]


def test_a_split_by_form_parts_all_that_is_written_so() -> None:
    merged = _merge()
    first = _join([merged])
    apart = _judged("split", _subject(first, entity(first, "a", 0)), after=1, forms=("فهد المرجان",))
    found = _join([merged, apart])
    assert entity(found, "b", 0) != entity(found, "a", 0)
    assert [o.status for o in found.outcomes] == ["applied", "applied"]


def test_a_split_by_document_parts_two_of_one_name() -> None:
    first = _join()
    of = entity(first, "a", 0)
    seen = subject(of, [first.names["a"][0]])
    found = _join([_judged("split", seen, documents=("c",))])
    assert entity(found, "c", 0) != entity(found, "a", 0)
    assert entity(found, "a", 0).id == of.id


def test_a_rename_names_the_entity() -> None:
    first = _join()
    found = _join([_judged("rename", _subject(first, entity(first, "b", 0)), name="فهد بن راكان المرجان")])
    assert entity(found, "b", 0).name == "فهد بن راكان المرجان"
    assert entity(found, "b", 0).id == entity(first, "b", 0).id


def test_of_judgements_that_contradict_each_other_the_later_holds() -> None:
    merged = _merge()
    first = _join([merged])
    apart = _judged("split", _subject(first, entity(first, "a", 0)), after=1, forms=("فهد المرجان",))
    again = _merge(after=2)
    for given_in in ([merged, apart, again], [again, apart, merged]):
        found = _join(given_in)
        assert entity(found, "a", 0) == entity(found, "b", 0)


def test_a_judgement_holds_where_ids_have_changed_by_a_new_article() -> None:
    merged = _merge()
    role = "وزير المال الزمردي "
    texts = {**TEXTS, "a": f"قال {role}سامي النورس", "c": f"قال {role}سامي النورس وهاني الورد"}
    texts |= {f"n{n}": f"قال {role}سامى نورس" for n in range(4)}
    more: list[Call] = [(f"n{n}", "سامى نورس", "person") for n in range(4)]
    found = join(texts, named(texts, *CALLS, *more), [merged])
    assert entity(found, "b", 0) == entity(found, "c", 0)
    assert entity(found, "c", 0).id != entity(_join([merged]), "c", 0).id


def test_a_judgement_finds_by_name_what_its_places_no_longer_hold() -> None:
    moved = {f"x{d}": text for d, text in TEXTS.items()}
    calls: list[Call] = [(f"x{d}", form, kind) for d, form, kind in CALLS]
    found = _join([_merge()], moved, calls)
    assert entity(found, "xa", 0) == entity(found, "xb", 0)


def test_a_judgement_of_what_is_gone_is_lost_and_names_it() -> None:
    found = _join([_merge()], {"c": TEXTS["c"]}, CALLS[2:])
    assert [(o.status, o.missing) for o in found.outcomes] == [("lost", "فهد المرجان")]
    assert entity(found, "c", 0).forms == ("سامي النورس",)


def test_a_merge_of_what_is_one_already_holds() -> None:
    first = _join()
    twice = _judged("merge", _subject(first, entity(first, "a", 0)), _subject(first, entity(first, "c", 0)))
    assert [o.status for o in _join([twice]).outcomes] == ["held"]


def test_a_judgement_that_was_taken_back_does_nothing() -> None:
    undone = msgspec.structs.replace(_merge(), undone=NOW.isoformat())
    assert _join([undone]) == _join()


@given(st.permutations([_merge(), _merge(after=1), _merge(after=2)]))
def test_the_order_of_the_list_does_not_matter(judgements: list[Judgement]) -> None:
    found = _join(judgements)
    assert found.entities == _join(sorted(judgements, key=lambda j: j.when)).entities


def test_what_was_joined_before_a_merge_keeps_its_reasons_and_what_is_parted_gets_the_judges() -> None:
    texts = {"a": "قال سامي النورس ثم قال النورس", "b": "قال فهد المرجان"}
    calls: list[Call] = [("a", "سامي النورس", "person"), ("a", "النورس", "person"), ("b", "فهد المرجان", "person")]
    first = _join((), texts, calls)
    one, other = (_subject(first, entity(first, d, 0)) for d in ("a", "b"))
    merged = entity(_join([_judged("merge", other, one)], texts, calls), "b", 0)
    assert [why(merged, form) for form in ("النورس", "سامي النورس")] == [["last_word", "only_one", "full_first"], ["judged"]]
    apart = entity(_join([_judged("split", one, forms=("النورس",))], texts, calls), "a", 1)
    assert why(apart, "النورس") == ["judged"]
