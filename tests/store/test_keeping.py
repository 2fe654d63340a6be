from tests.postgresql import Stores

from tawatur.store import keeping
from tawatur.store.sqlite import Store


def test_what_a_stage_keeps_is_given_back_to_the_program_that_kept_it_alone(stores: Stores) -> None:
    with Store(stores("s")) as store:
        keeping.keep(store, "أسماء", {}, {"a": b"1", "b": b"2"}, "0.2.0+1")
        assert keeping.kept(store, "أسماء", "0.2.0+1") == {"a": b"1", "b": b"2"}
        assert keeping.kept(store, "أسماء", "0.2.0+2") == {}
        assert keeping.kept(store, "قصص", "0.2.0+1") == {}


def test_what_is_kept_now_takes_the_place_of_what_was_kept_before(stores: Stores) -> None:
    with Store(stores("s")) as store:
        before = {"a": b"1", "b": b"2", "c": b"3"}
        keeping.keep(store, "أسماء", {}, before, "by")
        keeping.keep(store, "قصص", {}, {"a": b"9"}, "by")
        keeping.keep(store, "أسماء", before, {"a": b"1", "b": b"5", "d": b"6"}, "by")
        assert keeping.kept(store, "أسماء", "by") == {"a": b"1", "b": b"5", "d": b"6"}
        assert keeping.kept(store, "قصص", "by") == {"a": b"9"}


def test_what_another_program_kept_goes_when_this_one_keeps_its_own(stores: Stores) -> None:
    with Store(stores("s")) as store:
        keeping.keep(store, "أسماء", {}, {"a": b"1", "b": b"2"}, "0.2.0+1")
        keeping.keep(store, "أسماء", keeping.kept(store, "أسماء", "0.2.0+2"), {"b": b"3"}, "0.2.0+2")
        assert keeping.kept(store, "أسماء", "0.2.0+2") == {"b": b"3"}


def test_after_forgetting_nothing_is_kept_of_any_stage(stores: Stores) -> None:
    with Store(stores("s")) as store:
        keeping.keep(store, "أسماء", {}, {"a": b"1"}, "by")
        keeping.keep(store, "قصص", {}, {"a": b"9"}, "by")
        keeping.forget(store)
        assert keeping.kept(store, "أسماء", "by") == keeping.kept(store, "قصص", "by") == {}


def test_what_is_the_very_same_stays_as_it_was_kept_and_only_the_rest_is_made_rows_of(stores: Stores) -> None:
    made: list[int] = []

    def body(one: list[int]) -> bytes:
        made.append(one[0])
        return bytes(one)

    with Store(stores("s")) as store:
        before = {1: [1], 2: [2], 3: [3]}
        keeping.keep_changes(store, "أسماء", {}, before, "by", str, body)
        assert sorted(made) == [1, 2, 3]
        made.clear()
        keeping.keep_changes(store, "أسماء", before, {1: before[1], 2: [5], 4: [6]}, "by", str, body)
        assert sorted(made) == [2, 3, 5, 6]
        assert keeping.kept(store, "أسماء", "by") == {"1": b"\1", "2": b"\5", "4": b"\6"}
