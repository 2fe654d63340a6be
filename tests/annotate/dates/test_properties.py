"""What holds on any text."""

from collections.abc import Callable
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.annotate.dates import Prefer, find, read
from tawatur.records.base import from_json, to_json
from tawatur.records.time import TimeExpression

Count = Callable[[str], int]


_WORDS = [
    "اليوم",
    "أمس",
    "الأول",
    "من",
    "إلى",
    "قبل",
    "بعد",
    "غد",
    "الأربعاء",
    "والخميس",
    "يوم",
    "يومي",
    "3",
    "15",
    "31",
    "2015",
    "1436هـ",
    "م",
    "/",
    "-",
    "(",
    ")",
    "،",
    ".",
    "مارس",
    "آذار",
    "شباط",
    "كانون",
    "الثاني",
    "رمضان",
    "شوال",
    "مساء",
    "فجر",
    "ليل",
    "منتصف",
    "الساعة",
    "الثامنة",
    "والنصف",
    "10:30",
    "الأسبوع",
    "الماضي",
    "المقبل",
    "العام",
    "شهر",
    "شهرين",
    "عامين",
    "نحو",
    "منذ",
    "خلال",
    "كل",
    "مطلع",
    "أواخر",
    "الربع",
    "القرن",
    "التاسع",
    "عشر",
    "التسعينيات",
    "صيف",
    "عيد",
    "الفطر",
    "الموافق",
    "بتوقيت",
    "غرينتش",
    "ألفين",
    "وخمسة",
    "«",
    "»",
    '"',
    "سنة",
    "21/7/2015",
    "إلا",
    "هذا",
    "الصيف",
    "القاهرة",
    "عمان",
    "صفر",
    "الجديد",
    "2020",
    "رؤية",
]
_TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from([*_WORDS, "ـ", "\u064b", "\u200f", "\n"]), max_size=25).map("".join),
)
_DAYS = st.one_of(st.none(), st.dates().map(str), st.text(max_size=12))


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _DAYS, st.sampled_from(["nearest", "past", "future"]))
def test_spans_are_in_order_and_equal_to_their_words(text: str, published: str | None, prefer: Prefer) -> None:
    last = 0
    for found in read(text, published, prefer):
        assert last <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.basis
        last = found.end


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_an_expression_survives_the_way_to_json_and_back(text: str) -> None:
    assert all(from_json(to_json(found), TimeExpression) == found for found in find(text))


@settings(max_examples=60, deadline=None)
@given(_TEXTS, st.dates())
def test_reading_twice_gives_the_same(text: str, day: date) -> None:
    assert read(text, str(day)) == read(text, str(day))


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_what_needs_no_day_of_writing_does_not_change_with_it(text: str) -> None:
    absolute = [(f.start, f.value) for f in read(text, "1999-01-31") if f.basis == "absolute"]
    assert absolute == [(f.start, f.value) for f in read(text, "2024-02-29") if f.basis == "absolute"]


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)))
def test_a_date_in_digits_is_read_back(day: date) -> None:
    (found,) = read(f"صدر البيان في {day.day}/{day.month}/{day.year}")
    assert found.value == day.isoformat()


def test_time_grows_with_the_length_alone(count_steps: Count) -> None:
    """The work is counted, not timed: twice the text is at most a little over twice the work."""
    once, twice = count_steps("أول يوم من " * 400), count_steps("أول يوم من " * 800)
    assert twice < 2.5 * once
