from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.fold import fold
from tawatur.arabic.words import forms, words


@given(st.text(st.one_of(st.characters(), st.sampled_from("ابتَُِـ 12،.")), max_size=80))
def test_words_stand_where_they_say_in_order_without_overlap(text: str) -> None:
    found = list(words(text))
    assert all(word.text == fold(text[word.start : word.end]) for word in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_run_of_marks_alone_is_no_word() -> None:
    assert [word.text for word in words("خبر ـــ َُ عاجل")] == ["خبر", "عاجل"]


def test_only_the_asked_stretch_is_read() -> None:
    text = "أول وثان وثالث"
    assert [word.text for word in words(text, 4, 8)] == ["وثان"]


def test_a_ligature_or_a_drawn_out_letter_moves_no_word_behind_it() -> None:
    text = "ﻻ خبر عـــاجل وصل"
    assert [(word.text, text[word.start : word.end]) for word in words(text)] == [
        ("لا", "ﻻ"),
        ("خبر", "خبر"),
        ("عاجل", "عـــاجل"),
        ("وصل", "وصل"),
    ]


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("ابتَُِـﻻ 12،.")), max_size=80),
    st.integers(0, 5),
    st.none() | st.integers(0, 20),
)
def test_forms_are_those_of_the_words(text: str, start: int, end: int | None) -> None:
    assert forms(text, start, end) == [word.text for word in words(text, start, end)]
