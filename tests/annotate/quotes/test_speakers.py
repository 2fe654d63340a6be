from collections.abc import Callable

import pytest

from tawatur.records.quote import Quote

Find = Callable[..., list[Quote]]
One = Callable[..., Quote]


@pytest.mark.parametrize(
    ("text", "name", "words", "kind"),
    [
        ("قال وزير المياه سامر الحلاق إن السد ممتلئ.", "سامر الحلاق", "وزير المياه سامر الحلاق", "named"),
        ("وقال المتحدث الرسمي لشرطة الوادي العقيد سامر بن مازن الحلاق إن الطريق آمن.", "سامر بن مازن الحلاق", None, "named"),
        ("وقال المتحدث باسم الوزارة، سامر الحلاق، إن الطريق آمن.", "سامر الحلاق", None, "named"),
        ("الوزير سامر الحلاق قال إن الطريق آمن.", "سامر الحلاق", None, "named"),
        ("وقال مسؤولون محليون إن الطريق آمن.", "مسؤولون محليون", "مسؤولون محليون", "unnamed"),
        ("وقال مصدر أمني طلب عدم ذكر اسمه إن الطريق آمن.", "مصدر أمني", "مصدر أمني", "unnamed"),
        ("وأعلنت وزارة المياه أن السد ممتلئ.", "وزارة المياه", "وزارة المياه", "body"),
        ("وذكرت صحيفة المنارة أن السد ممتلئ.", "صحيفة المنارة", "صحيفة المنارة", "outlet"),
        ("قال مدير الميناء إن السفن ستصل غدا.", "مدير الميناء", "مدير الميناء", "office"),
    ],
)
def test_the_words_beside_the_cue_name_the_speaker(one: One, text: str, name: str, words: str | None, kind: str) -> None:
    quote = one(text)
    assert (quote.speaker_name, quote.speaker_kind) == (name, kind)
    assert words is None or quote.speaker_text == words


def test_a_surname_stands_for_the_fullest_name(find: Find) -> None:
    quotes = find(
        "قال الوزير سامر الحلاق إن السد ممتلئ. وقال الحلاق إن الماء يكفي.", named={"سامر الحلاق": "person", "الحلاق": "person"}
    )
    assert [quote.speaker_name for quote in quotes] == ["سامر الحلاق"] * 2
    assert quotes[1].speaker_text == "الحلاق"


def test_an_office_stands_for_who_holds_it(find: Find) -> None:
    quotes = find("قال وزير المياه سامر الحلاق إن السد ممتلئ. وقال الوزير إن الماء يكفي.", named={"سامر الحلاق": "person"})
    assert quotes[1].speaker_name == "سامر الحلاق"


def test_a_speaker_left_out_is_the_one_before(find: Find) -> None:
    quotes = find("قال سامر الحلاق إن السد ممتلئ. وأضاف أن الماء يكفي، مؤكدا أن الشبكة سليمة.")
    assert [quote.speaker_name for quote in quotes] == ["سامر الحلاق"] * 3
    assert [quote.speaker_text for quote in quotes] == ["سامر الحلاق", "", ""]


def test_a_verb_without_subject_goes_to_a_speaker_that_it_agrees_with(find: Find) -> None:
    quotes = find("قالت وزارة المياه إن السد ممتلئ. وقال سامر الحلاق إن الخطر باق. وأضافت أن الشبكة سليمة.")
    assert quotes[2].speaker_name == "وزارة المياه"


def test_a_participle_belongs_to_who_acts_in_its_sentence(find: Find) -> None:
    (quote,) = find("من جانبه أشار سامر الحلاق إلى قوة السد، مؤكدا أن الماء يكفي.")
    assert quote.speaker_name == "سامر الحلاق"


def test_the_capital_is_the_country_where_the_article_names_it(one: One) -> None:
    text = "وقعت إيطاليا الاتفاق. وتقول روما إن الماء يكفي."
    assert (one(text).speaker_name, one(text).speaker_text) == ("إيطاليا", "روما")


def test_the_capital_stays_where_the_article_does_not_name_the_country(one: One) -> None:
    assert one("وتقول روما إن الماء يكفي.").speaker_name == "روما"


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("وقال سامر الحلاق لمازن العطار إن الماء يكفي.", "مازن العطار"),
        ("وقال سامر الحلاق لـ«المنارة» إن الماء يكفي.", "المنارة"),
        ("وقال سامر الحلاق للصحافيين إن الماء يكفي.", "الصحافيين"),
        ("وأوضح لوكالة الوادي المتحدث باسم الوزارة سامر الحلاق أن الماء يكفي.", "وكالة الوادي"),
    ],
)
def test_the_one_spoken_to_is_not_the_speaker(one: One, text: str, addressee: str) -> None:
    quote = one(text)
    assert (quote.addressee, quote.speaker_name) == (addressee, "سامر الحلاق")


def test_the_place_of_speaking_is_kept(one: One) -> None:
    assert one("وقال سامر الحلاق في بيان أمس إن الماء يكفي.").venue == "في بيان أمس"


def test_a_name_points_at_its_words(find: Find) -> None:
    text = "قال وزير المياه سامر الحلاق إن السد ممتلئ. وأضاف أن الماء يكفي."
    for quote in find(text):
        assert text[quote.speaker_start : quote.speaker_end] == quote.speaker_name


def test_they_say_it_of_a_body_after_its_agency(one: One) -> None:
    quote = one("قال سامر الحلاق إن الماء يكفي المدينة، بحسب وكالة الوادي.")
    assert [link.name for link in quote.chain] == ["سامر الحلاق", "وكالة الوادي"]
