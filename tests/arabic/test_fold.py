import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic.fold import Folded, fold

# letters, marks, ligatures, digits and marks of direction, mixed with anything
_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("أإآٱىةؤئًٌٍَُِّْـﷲﻻﻼ٠١٢۳‏‎لا ")), max_size=60)


@given(_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(_TEXT)
def test_the_map_of_offsets_leads_back_to_letters_of_the_same_fold(text: str) -> None:
    folded = Folded(text)
    assert folded.text == fold(text)
    for at in range(len(folded.text)):
        start = folded.start(at)
        assert folded.text[at] in fold(text[start])


@given(_TEXT)
def test_starts_never_go_back(text: str) -> None:
    folded = Folded(text)
    starts = [folded.start(at) for at in range(len(folded.text) + 1)]
    assert starts == sorted(starts)
    assert starts[-1] == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("العـــراق", "العراق"),
        ("مستشفى", "مستشفي"),
        ("مدرسة", "مدرسه"),
        ("٢٠٢١", "2021"),
        ("۲۰۲۱", "2021"),
        ("سؤال", "سوال"),
        ("ﻻجئ", "لاجي"),
        ("کابل", "كابل"),
        ("\u202bخبر\u202c", "خبر"),
        ("CNN", "cnn"),
    ],
)
def test_spellings_that_readers_take_for_one_word_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_marks_after_the_last_letter_belong_to_the_stretch() -> None:
    folded = Folded("قالَ أمس")
    assert folded.text == "قال امس"
    assert "قالَ أمس"[folded.start(0) : folded.end(3)] == "قالَ"


@given(_TEXT, st.integers(0, 60))
def test_a_place_in_the_source_is_found_in_the_folded_text(text: str, at: int) -> None:
    folded = Folded(text)
    place = folded.folded(at)
    assert all(folded.start(before) < at for before in range(place))
