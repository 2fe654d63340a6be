import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.errors import UsageError
from tawatur.search.query import LONGEST, Query, parse
from tawatur.search.rewrite import with_field, without_field


def test_words_phrases_and_what_is_left_out_are_told_apart() -> None:
    query = parse('صاروخ «مجلس الأمن» -هدنة -"خط أحمر" “أول السطر”')
    assert query.words == ("صاروخ",)
    assert query.phrases == ("مجلس الأمن", "أول السطر")
    assert (query.without, query.without_phrases) == (("هدنة",), ("خط أحمر",))


@pytest.mark.parametrize(
    ("arabic", "english"),
    [("متحدث:سالم", "speaker:سالم"), ("اسم:«سالم الدرعاني»", 'name:"سالم الدرعاني"'), ("من:2023-05-01", "from:2023-05-01"),
     ("إلى:2023-05-01", "to:2023-05-01"), ("الى: 2023-05-01", "to:2023-05-01"), ("منفذ:الرياض", "outlet:الرياض"),
     ("وكالة:رويترز", "origin:رويترز"), ("نوع:تصريح", "kind:statement"), ("كلمة ترتيب:تاريخ", "كلمة sort:date"), ("يوم:2023-05-01", "day:2023-05-01"),
     ("شهر:2023-05", "month:2023-05")],
)  # fmt: skip
def test_every_field_may_be_named_in_arabic_and_in_english(arabic: str, english: str) -> None:
    def plain(query: Query) -> object:
        return {**{name: getattr(query, name) for name in query.__struct_fields__}, "text": ""}

    assert plain(parse(arabic)) == plain(parse(english))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [("2023-05-12", "2023-05-12", "2023-05-12"), ("12/5/2023", "2023-05-12", "2023-05-12"), ("٢٠٢٣-٠٥", "2023-05-01", "2023-05-31"),
     ("2024", "2024-01-01", "2024-12-31"), ("«١٢ أيار ٢٠٢٣»", "2023-05-12", "2023-05-12"), ("«فبراير 2024»", "2024-02-01", "2024-02-29"),
     ('"كانون الثاني 2024"', "2024-01-01", "2024-01-31"), ("5/2023", "2023-05-01", "2023-05-31"), ("may-2023", "2023-05-01", "2023-05-31")],
)  # fmt: skip
def test_a_day_a_month_or_a_year_is_read_as_it_is_written(written: str, first: str, last: str) -> None:
    query = parse(f"يوم:{written}")
    assert (query.first, query.last) == (first, last)


def test_a_span_of_days_takes_the_first_day_of_one_and_the_last_of_the_other() -> None:
    query = parse("من:2023-02 إلى:2023-03")
    assert (query.first, query.last) == ("2023-02-01", "2023-03-31")


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "search_empty"), ("   ", "search_empty"), ("foo:bar", "search_field"), ("متحدث:", "search_no_value"), ("speaker: ", "search_no_value"),
     ('متحدث:""', "search_no_value"), ("«مفتوحة", "search_quote"), ('كلمة "مفتوحة', "search_quote"), ("يوم:أمس", "search_date"),
     ("يوم:2023-02-30", "search_date"), ("شهر:2023-02-03", "search_date"), ("نوع:شجرة", "search_kind"), ("ترتيب:لون", "search_sort"),
     ("من:2023-05-02 إلى:2023-05-01", "search_range"), ("-هدنة", "search_only_minus"), ("-نوع:مقال كلمة", "search_minus"),
     ("ا" * (LONGEST + 1), "search_long"), ("كلمة " * 30, "search_parts")],
)  # fmt: skip
def test_a_query_that_cannot_be_meant_is_told(text: str, code: str) -> None:
    with pytest.raises(UsageError) as error:
        parse(text)
    assert error.value.code == code


def test_a_clock_time_and_an_address_are_words() -> None:
    assert parse("10:30 https://example.org/a").words == ("10:30", "https://example.org/a")


@given(st.text(st.one_of(st.characters(), st.sampled_from('«»"“”-:متحدث نوع* OR NEAR()')), max_size=60))
def test_any_text_is_a_query_or_told_to_be_none(text: str) -> None:
    assert _outcome(text) in (text.strip(), "told")


def _outcome(text: str) -> str:
    try:
        return parse(text).text
    except UsageError as error:
        return "told" if error.code.startswith("search_") else error.code


def test_a_query_is_narrowed_and_widened_by_a_field() -> None:
    narrow = with_field("صاروخ نوع:مقال", "kind", "statement")
    assert parse(narrow).kinds == ("statement",)
    assert without_field(narrow, "kind") == "صاروخ"
    assert parse(with_field("صاروخ", "outlet", 'اسم "له" علامات')).outlets == ("اسم له علامات",)
