import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.annotate import quotes
from tawatur.records.article import Article, Line, Publication
from tawatur.records.name import Name, NameType
from tawatur.records.quote import Quote

PIECES = [
    "قال", "وأضاف", "سامر الحلاق", "الوزير", "إن", "أن", "إلى", "مؤكدا", "بحسب", "وفق ما", "أفادت", "وكالة الوادي", "«", "»", '"', "“", "”", ":", "،", ".", "؟", "\n", "الماء يكفي", "لـ",
    "نقلت", "عن", "قوله", "بأنه", "وصف", "بيّن", "ـ", "8.1", "د.", "…", "'", "\u200f", "على حد قوله", "فإن", "ووفقا", "كشف", "تحليل", "الذي", "(", ")",
]  # fmt: skip


def whole(text: str) -> Article:
    lines, at = [], 0
    for row in text.split("\n"):
        lines.append(Line(start=at, end=at + len(row), kind="body", reason="test"))
        at += len(row) + 1
    return Article(document="d-1", lines=tuple(lines), publication=Publication(reason="test"))


def in_range(text: str, found: list[Quote]) -> None:
    for quote in found:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
        assert text[quote.cue.start : quote.cue.end] == quote.cue.text
        assert quote.text.strip()


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_statements_go_back_to_their_words_whatever_the_order_of_cues_and_marks(text: str) -> None:
    in_range(text, quotes.annotate(text, whole(text), [], []))


@given(st.text(max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    in_range(text, quotes.annotate(text, whole(text), [], []))


@given(st.lists(st.sampled_from(PIECES), min_size=5, max_size=40).map(" ".join), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_names_does_not_matter(text: str, rng: random.Random) -> None:
    forms: tuple[tuple[str, NameType], ...] = (("سامر الحلاق", "person"), ("الحلاق", "person"), ("وكالة الوادي", "organization"))
    names = [
        Name(document="d-1", start=at, end=at + len(form), text=form, type=kind)
        for form, kind in forms
        for at in range(len(text))
        if text.startswith(form, at)
    ]
    other = names[:]
    rng.shuffle(other)
    assert quotes.annotate(text, whole(text), [], names) == quotes.annotate(text, whole(text), [], other)


def test_statements_come_in_the_order_of_their_places() -> None:
    text = "قال سامر الحلاق إن السد ممتلئ. وأضاف أن الماء يكفي، مؤكدا أن الشبكة سليمة."
    found = quotes.annotate(text, whole(text), [], [])
    assert [quote.start for quote in found] == sorted(quote.start for quote in found)
    assert len({quote.id for quote in found}) == 3
