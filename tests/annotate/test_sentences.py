from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.annotate import sentences
from tawatur.records.article import Article, Line, Publication


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.cuts(text, 0, len(text))]


def test_a_line_is_cut_at_its_stops() -> None:
    assert parts("وصل الوفد. هل يعود؟ نعم! انتهى") == ["وصل الوفد.", "هل يعود؟", "نعم!", "انتهى"]


@pytest.mark.parametrize(
    "text",
    [
        "بلغت الكلفة 8.1 مليون دينار",
        "بلغت الكلفة 8.\u200f1 مليون دينار",
        "قال د. سامر الحلاق",
        "قال د.سامر الحلاق",
        "ذكرت أ.ف.ب أمس",
        "زار موقع www.example.org اليوم",
        "وقال «لن نغلق. هذا وعد» ثم غادر",
    ],
)
def test_numbers_abbreviations_addresses_and_quotations_are_not_cut(text: str) -> None:
    assert parts(text) == [text]


def test_a_stop_glued_to_the_next_word_cuts() -> None:
    assert parts("انتهى الاجتماع.وغادر الوفد المدينة.") == ["انتهى الاجتماع.", "وغادر الوفد المدينة."]


def test_marks_that_close_after_a_stop_belong_to_the_sentence() -> None:
    assert parts("وقال «لن نغلق المدرسة.» وغادر القاعة.") == ["وقال «لن نغلق المدرسة.»", "وغادر القاعة."]


def test_a_quotation_never_closed_does_not_hold_the_line_together() -> None:
    assert len(parts("وقال «لن نغلق المدرسة. وغادر القاعة. وعاد بعد ساعة.")) == 3


def test_rows_of_dots_are_no_sentences() -> None:
    assert parts(". . . .") == []


def test_each_sentence_has_the_kind_of_its_line() -> None:
    text = "عنوان الخبر\nوصل الوفد. وغادر."
    lines = (Line(start=0, end=11, kind="title", reason="t"), Line(start=12, end=len(text), kind="body", reason="t"))
    article = Article(document="d-1", lines=lines, publication=Publication(reason="t"))
    assert [(s.kind, text[s.start : s.end]) for s in sentences.split(text, article)] == [
        ("title", "عنوان الخبر"), ("body", "وصل الوفد."), ("body", "وغادر."),
    ]  # fmt: skip


@given(st.text(alphabet=st.sampled_from("ابج د. .!?؟…\"«»“”'81\u200f"), max_size=80))
def test_sentences_keep_every_letter_in_order_and_never_overlap(line: str) -> None:
    places = list(sentences.cuts(line, 0, len(line)))
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    kept = "".join(line[start:end] for start, end in places)
    assert [c for c in kept if c.isalnum()] == [c for c in line if c.isalnum()]
