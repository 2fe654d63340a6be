"""Texts that are broken: marks left open, no punctuation, vowel marks everywhere, signs of direction inside words, great length."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.quotes.conftest import Said
from tests.annotate.quotes.test_find import PIECES, in_range, whole
from tests.annotate.steps import calls

from tawatur.annotate import quotes

PLAIN = "قال وزير المياه سامر الحلاق إن السد ممتلئ. وأضاف أن الماء يكفي."
STATEMENTS = [("السد ممتلئ", "سامر الحلاق"), ("الماء يكفي", "سامر الحلاق")]
VOWELS = "\u064e\u064f\u0650\u0651\u0652"
DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069"


def between(text: str, signs: str) -> str:
    """The text with one of the signs after every letter."""
    return "".join(letter + signs[at % len(signs)] if letter.isalpha() else letter for at, letter in enumerate(text))


def without(text: str, signs: str) -> str:
    return "".join(letter for letter in text if letter not in signs)


@pytest.mark.parametrize("signs", [VOWELS[:3], DIRECTIONS, "\u0640"])
def test_signs_on_every_letter_change_nothing(said: Said, signs: str) -> None:
    found = quotes.annotate(between(PLAIN, signs), whole(between(PLAIN, signs)), [], [])
    assert [(without(q.text, signs), without(q.speaker_name or "", signs)) for q in found] == STATEMENTS
    assert [without(q.cue.text, signs) for q in found] == ["قال", "أضاف"]


def test_a_text_without_punctuation_is_read_from_cue_to_cue(said: Said) -> None:
    text = PLAIN.replace(".", "") + " وأكد مازن العطار أن الطريق آمن وقالت الوزارة إن العمل مستمر"
    assert said(text) == [*STATEMENTS, ("الطريق آمن", "مازن العطار"), ("العمل مستمر", "الوزارة")]


def test_a_text_all_in_quotation_marks_is_read_like_any_other(said: Said) -> None:
    assert said(f"«{PLAIN}»") == STATEMENTS


def test_marks_that_are_never_closed_spoil_no_later_paragraph(said: Said) -> None:
    text = "\n".join(f'وقال سامر الحلاق: "الخبر رقم {number} ليس صحيحا أبدا.' for number in range(2, 12))
    assert said(text) == [(f"الخبر رقم {number} ليس صحيحا أبدا", "سامر الحلاق") for number in range(2, 12)]


@pytest.mark.parametrize("mark", ["«", "»", '"', "“", "”", "'"])
def test_a_mark_before_every_word_does_not_raise(mark: str) -> None:
    text = f" {mark}".join(PLAIN.split())
    in_range(text, quotes.annotate(text, whole(text), [], []))


@pytest.mark.parametrize("word", ["قال", "إن", "«", ":", "بحسب", "الوزير", "\u200f"])
def test_an_article_of_one_word_says_nothing(said: Said, word: str) -> None:
    assert said(word) == []


@pytest.mark.parametrize(
    "words",
    [
        "قال سامر إن السد ممتلئ وأضاف أن الماء يكفي ", "وقال سامر «لن نغلق المدرسة ", "وصل الوفد، بحسب الوكالة، ", "الاتفاق، وفقا للوزارة، يشمل ",
        '"قال سامر إن السد ممتلئ"، وفق الشاهد ', "نقلت وكالة عن مصدر قوله إن ", "نقلا عن مصدر ", "طلب عدم ذكر اسمه ", "وكان سامر قد قال إن ",
        "قال سامر: ", "بيان جاء فيه: ", "، وعن الأسعار قال إن ", "سبق للوزير أن قال إن ", "وقال سامر:\n", "بن عبد الله ",
    ],
)  # fmt: skip
def test_twice_the_words_is_twice_the_work(words: str) -> None:
    def steps(times: int) -> int:
        text = words * times
        article = whole(text)
        return calls(lambda: quotes.annotate(text, article, [], []))

    steps(200)  # what is read once and kept is no part of the count
    assert steps(800) < 2.5 * steps(400)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
@settings(max_examples=100)
def test_two_statements_of_one_line_follow_or_hold_one_another(text: str) -> None:
    """A span may stand in another, or after it: halves that cross say of the same words that they end and go on."""
    found = quotes.annotate(text, whole(text), [], [])
    for one in found:
        for other in found:
            crossing = one.start < other.start < one.end < other.end
            assert not crossing, (one.text, other.text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_marks_of_direction_change_nothing(text: str, rng: random.Random) -> None:
    marked = "".join(letter + rng.choice(("", "\u200f")) if letter.isalpha() else letter for letter in text)
    plain = [without(q.text, "\u200f") for q in quotes.annotate(text, whole(text), [], [])]
    assert [without(q.text, "\u200f") for q in quotes.annotate(marked, whole(marked), [], [])] == plain
