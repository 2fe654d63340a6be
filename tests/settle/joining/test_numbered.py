import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.parts import packed, unpacked
from tawatur.settle.joining.numbered import Numbered


def words(kept: dict[str, bytes] | None = None) -> Numbered[str]:
    return Numbered("words", str, kept or {})


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_numbers_come_out_as_they_were_packed_four_bytes_each_the_least_first(numbers: list[int]) -> None:
    assert packed(numbers) == b"".join(number.to_bytes(4, "little") for number in numbers)
    assert list(unpacked(packed(numbers))) == numbers


@given(st.lists(st.text(), max_size=3000))
def test_what_is_kept_gives_every_thing_its_number_again(things: list[str]) -> None:
    first = words()
    numbers = [first.number(thing) for thing in things]
    again = words(dict(first.rows()))
    assert [again.number(thing) for thing in things] == numbers
    assert [again[number] for number in numbers] == things


def test_a_number_that_is_free_is_given_again_and_its_thing_is_not_kept() -> None:
    first = words()
    one, other = first.number("واحد"), first.number("آخر")
    first.keep({other})
    kept = dict(first.rows())
    assert "واحد".encode() not in b"".join(kept.values())
    again = words(kept)
    assert again.known("واحد") is None
    with pytest.raises(LookupError):
        again[one]
    assert (again.number("ثالث"), again.number("آخر"), again.number("رابع")) == (one, other, 2)


def test_rows_without_a_new_thing_are_the_bytes_that_they_were() -> None:
    first = words()
    for number in range(3000):
        first.number(str(number))
    kept = dict(first.rows())
    again = words(kept)
    again.number("new")
    assert [name for name, body in again.rows() if body != kept.get(name)] == ["words 2"]
