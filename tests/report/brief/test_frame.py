"""The frames: agreement of counts, own words untouched, names isolated in an English sentence."""

import pytest
from msgspec import structs

from tawatur.records.brief import BriefSentence, Part
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.messages import LANGUAGES, Lang


@pytest.mark.parametrize(
    ("number", "origins", "articles"),
    [
        (1, "أصل واحد", "مقالة واحدة"),
        (2, "أصلين مستقلين", "مقالتين"),
        (3, "ثلاثة أصول مستقلة", "ثلاث مقالات"),
        (8, "ثمانية أصول مستقلة", "ثماني مقالات"),
        (10, "عشرة أصول مستقلة", "عشر مقالات"),
        (11, "11 أصلًا مستقلًا", "11 مقالة"),
        (100, "100 أصل مستقل", "100 مقالة"),
        (103, "103 أصول مستقلة", "103 مقالات"),
    ],
)
def test_arabic_counts_agree_in_gender_number_and_case(number: int, origins: str, articles: str) -> None:
    assert frame.counted("counts", "origins", number, "ar") == origins
    assert frame.counted("counts", "articles", number, "ar") == articles


def test_two_alone_stand_in_the_nominative() -> None:
    assert frame.counted("alone", "origins", 2, "ar") == "أصلان مستقلان"
    assert frame.counted("alone", "articles", 2, "ar") == "مقالتان"


def test_english_counts_are_words_up_to_ten() -> None:
    told = [frame.counted("counts", "origins", number, "en") for number in (1, 2, 3, 10, 11)]
    assert told == [
        "one source",
        "two independent sources",
        "three independent sources",
        "ten independent sources",
        "11 independent sources",
    ]


def _told(lang: Lang) -> BriefSentence:
    span = Span(document="d-1", start=0, end=9)
    return BriefSentence(
        frame="told", parts=frame.fill("told", lang, frame.label("reuters", lang), frame.words(span, "وصل الوفد"))
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_filled_frame_is_kept(lang: Lang) -> None:
    assert frame.keeps_frame(_told(lang), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_more_a_part_less_or_another_order_breaks_the_frame(lang: Lang) -> None:
    told = _told(lang)
    more = Part(kind="frame", text="!")
    for parts in ((*told.parts, more), told.parts[1:], told.parts[::-1], ()):
        assert not frame.keeps_frame(structs.replace(told, parts=parts), lang)
    assert not frame.keeps_frame(structs.replace(told, frame="no such"), lang)


def test_an_english_sentence_isolates_names() -> None:
    assert "\u2068" in frame.label("جريدة", "en").text
    assert frame.label("جريدة", "ar").text == "جريدة"


def test_words_with_quotation_marks_stand_in_other_marks() -> None:
    span = Span(document="d-1", start=0, end=9)
    inner = frame.words(span, "قال «لا»")
    told = BriefSentence(frame="told", parts=frame.fill("told", "ar", frame.label("x", "ar"), inner))
    assert told.text == "بحسب x: “قال «لا»”."


def test_both_languages_have_the_same_frames() -> None:
    assert set(frame.frames("ar")) == set(frame.frames("en"))
