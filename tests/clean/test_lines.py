"""Lines and their kinds."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.clean import article, line_keys
from tawatur.records.document import Document

Kinds = Callable[..., list[str]]


@pytest.mark.parametrize(
    "line",
    [
        "نشر في: آخر تحديث:",
        "نشر في: 12 مارس 2020 - 10:30",
        "آخر تحديث: الخميس 12 مارس 2020 الساعة 10:30 مساء",
        "تم نشره بواسطة حمدان السروجي في 12 مارس 2020",
        "readingدقائق القراءة: 3",
        "iconدقائق القراءة",
        "اقرأ أيضاً:",
        "إقرأ أيضا: البلدية توقف العمل في السوق القديمة",
        "زر الذهاب إلى الأعلى",
        "اظهر المزيد",
        "...المزيد",
        "شارك المقال فيسبوك تويتر واتساب",
        "الوسوم: طرق بلدية قرى",
        "سمات طرق بلدية قرى",
        "رابط الخبر بصحيفة القرية: البلدية تعبد الطريق",
        "عدد المشاهدات: 1532",
        "0 تعليق",
        "Next Previous",
        "جميع الحقوق محفوظة © 2020",
        "* * *",
        ".",
        "(",
        "الخميس 12 مارس 2020",
        "للتواصل أرسل sms إلى 88548",
        "hamdan@example.org",
        "الرئيسية > أخبار > منوعات",
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "المصدر: مواقع",
        "اضغط هنا لمشاهدة الفيديو",
        "مدة القراءة: دقيقتان",
        "ط§ظ„ط¨ظ„ط¯ظٹط© طھط¹ط¨ط¯ ط§ظ„ط·ط±ظٹظ‚",
        "ÇáÈáÏíÉ ÊÚÈÏ ÇáØÑíÞ ÇáÞÏíã",
    ],
)
def test_residue_after_the_prose_is_furniture(kinds: Kinds, prose: tuple[str, str], line: str) -> None:
    assert kinds("\n".join([*prose, line])) == ["body", "body", "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "نشر الباحثون نتائج دراستهم عن مياه الوادي في مجلة علمية.",
        "شارك في اللقاء عشرون مزارعا من القرى المجاورة.",
        "اقرأ هذا الكتاب ثم احكم عليه، قال له أستاذه.",
        "وأضاف أن الطريق سيفتح قريبا",
        "المزيد من الأمطار يهدد محاصيل القرية هذا الأسبوع، وفق ما يقول المزارعون.",
        "بلغ عدد المشاهدات التي سجلها التلسكوب في شهر واحد أكثر من مئة.",
        "تحديث شبكة المياه في القرية يحتاج إلى ثلاث سنوات.",
        "قال: «عودوا إلى الرئيسية».",
    ],
)
def test_prose_with_words_of_residue_stays_body(kinds: Kinds, prose: tuple[str, str], line: str) -> None:
    assert kinds("\n".join([prose[0], line, prose[1]])) == ["body", "body", "body"]


def test_first_line_without_a_stop_is_the_title(clean: Callable[..., Any], prose: tuple[str, str]) -> None:
    found = clean("\n\n".join(["بلدية وادي الريحان تعبد طريق السوق", *prose]))
    assert [line.kind for line in found.lines] == ["title", "body", "body"]
    assert found.title.text == "بلدية وادي الريحان تعبد طريق السوق"


def test_a_first_sentence_is_not_a_title(kinds: Kinds, prose: tuple[str, str]) -> None:
    assert kinds("\n".join(prose)) == ["body", "body"]


def test_a_second_short_line_is_a_heading(kinds: Kinds, prose: tuple[str, str]) -> None:
    text = "\n\n".join(["بلدية وادي الريحان تعبد طريق السوق", "العمل توقف عامين بسبب خلاف على الكلفة", *prose])
    assert kinds(text) == ["title", "heading", "body", "body"]


def test_a_short_line_between_paragraphs_is_a_heading(kinds: Kinds, prose: tuple[str, str]) -> None:
    assert kinds("\n".join([prose[0], "قرض صغير", prose[1]])) == ["body", "heading", "body"]


def test_lines_of_a_list_are_not_headings(kinds: Kinds, prose: tuple[str, str]) -> None:
    text = "\n".join([prose[0], "وتشمل الأعمال:", "- تعبيد الطريق", "- بناء جدار", "- زراعة الأشجار", prose[1]])
    assert kinds(text) == ["body"] * 6


def test_a_line_that_stands_twice_is_a_caption(kinds: Kinds, prose: tuple[str, str]) -> None:
    text = "\n".join([prose[0], "عمال يعبدون الطريق", "عمال يعبدون الطريق", prose[1]])
    assert kinds(text) == ["body", "caption", "caption", "body"]


@pytest.mark.parametrize("credit", ["(فرانس برس)", "- via REUTERS", "(أ ف ب)", "(أرشيفية)", "- غيتي"])
def test_a_line_with_a_photo_credit_is_a_caption(kinds: Kinds, prose: tuple[str, str], credit: str) -> None:
    assert kinds("\n".join([prose[0], f"عمال يعبدون الطريق في القرية {credit}", prose[1]])) == ["body", "caption", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("القدس - رويترز", "dateline"),
        ("تونس-رويترز", "dateline"),
        ("كتب: حمدان السروجي", "byline"),
        ("أحمد السروجي – جدة", "byline"),
        ("(أ. ف. ب)", "credit"),
        ("رويترز", "credit"),
        ("المصدر: وكالات", "credit"),
        ("وادي الريحان - جمانة العوسج", "byline"),
        ("وادي الريحان - الخميس 12 مارس 2020", "dateline"),
        ("* خدمة «نيويورك تايمز»", "credit"),
        ("عمال الطريق في وادي الريحان - تصوير: وكالة رويترز", "caption"),
    ],
)
def test_a_line_that_signs_the_article_has_its_kind(kinds: Kinds, prose: tuple[str, str], line: str, kind: str) -> None:
    assert kinds("\n".join([line, *prose]), given={"title": "بلدية تعبد الطريق"}, format="row")[0] == kind


def test_a_line_on_many_pages_of_the_outlet_is_furniture(
    clean: Callable[..., Any], make: Callable[..., Document], prose: tuple[str, str]
) -> None:
    line = "تصدر صحيفة القرية عن جمعية أهالي الوادي منذ عام 1950"
    document = make("\n".join([*prose, line]))
    key = next(key for key in line_keys(document) if "جمعيه" in key)
    found = clean(document, repeated=frozenset({key}))
    assert found.lines[-1].kind == "furniture"
    assert found.lines[-1].reason == "repeated_on_site"


def test_keys_mask_digits_and_fold_letters(make: Callable[..., Document]) -> None:
    assert line_keys(make("عدد القراء: 15\nعدد القرّاء : ٢٧")) == ["عدد القراء 00"]


def test_what_a_page_draws_outside_the_article_is_furniture(
    page: Callable[..., Document], clean: Callable[..., Any], prose: tuple[str, str]
) -> None:
    document = page(
        ("li", "الرئيسية"),
        ("h1", "بلدية وادي الريحان تعبد طريق السوق"),
        ("figcaption", "عمال يعبدون الطريق"),
        ("p", prose[0], {"main": True}),
        ("h2", "قرض صغير", {"main": True}),
        ("p", prose[1], {"main": True}),
        ("a", "حريق في مخزن للقش قرب وادي الزيتون", {"linked": 1.0}),
        ("p", "© 2020 صحيفة القرية"),
        hints=[("meta:og:title", "بلدية وادي الريحان تعبد طريق السوق | صحيفة القرية")],
    )
    kinds = [line.kind for line in clean(document).lines]
    assert kinds == ["furniture", "title", "caption", "body", "heading", "body", "furniture", "furniture"]


def test_menus_of_a_plain_text_are_furniture_and_its_title_is_found(clean: Callable[..., Any], prose: tuple[str, str]) -> None:
    menu = ["محليات", "اقتصاد القرية", "رياضة", "ثقافة وفنون", "صحة", "تعليم", "سياحة", "زراعة"]
    other = ["حريق في مخزن للقش قرب الوادي", "سوق الخضار يفتح أبوابه", "مهرجان الزيتون ينطلق غدا", "مدرسة جديدة للبنات"] * 2
    found = clean("\n".join([*menu, "أخبار", "آخر الأخبار", "بلدية وادي الريحان تعبد طريق السوق", *prose, *other]))
    kinds = [line.kind for line in found.lines]
    assert kinds[:8] == ["furniture"] * 8
    assert found.title.text == "بلدية وادي الريحان تعبد طريق السوق"
    assert kinds[11:13] == ["body", "body"]
    assert kinds[13:] == ["furniture"] * 8


def test_titles_of_other_articles_under_read_also_are_furniture(kinds: Kinds, prose: tuple[str, str]) -> None:
    others = ["اقرأ أيضا:", "حريق في مخزن للقش قرب الوادي", "سوق الخضار يفتح أبوابه"]
    assert kinds("\n".join([*prose, *others])) == ["body", "body", *["furniture"] * 3]
    assert kinds("\n".join([prose[0], *others, prose[1]])) == ["body", *["furniture"] * 3, "body"]


def test_a_poem_is_not_a_menu(kinds: Kinds) -> None:
    assert kinds("\n".join(["يا دار جيراني على التل", "هبت رياح الشوق في الليل"] * 6), format="row") == ["body"] * 12


def test_a_repeated_sentence_of_prose_stays_body(
    clean: Callable[..., Any], make: Callable[..., Document], prose: tuple[str, str]
) -> None:
    document = make("\n".join(prose))
    found = clean(document, repeated=frozenset(line_keys(document)))
    assert [line.kind for line in found.lines] == ["body", "body"]


# letters, marks, line ends and words that the rules look for, in any order
_PIECES = st.sampled_from(
    ["\n", "\r\n", " ", ".", ":", "-", "(", ")", "«", "»", '"', "ـ", "\u200f", "\u064b", "2020", "12", "نشر في", "رويترز", "أ ف ب", "القدس", "كتب",
     "مارس", "اليوم", "الخميس", "قال", "أحمد", "بلدية الوادي", "وكالات", "ﻻ", "\ufffd", "a", "icon", "\x1a", "\u2028"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map("".join))


@settings(deadline=None, max_examples=150)
@given(_TEXTS, st.booleans())
def test_any_text_has_its_lines_whole_and_in_order(text: str, row: bool) -> None:
    document = Document(id="d-1", source="a", text=text, sha256="", format="row" if row else "text")
    found = article(document, lambda text, published: [])
    at = 0
    for line in found.lines:
        assert at <= line.start < line.end <= len(text)
        assert text[line.start : line.end].strip() == text[line.start : line.end] != ""
        assert text[at : line.start].strip() == ""
        at = line.end
    assert text[at:].strip() == ""
    for span in (*found.bylines, *(m.span for m in found.agencies if m.span is not None)):
        assert any(line.start <= span.start < span.end <= line.end for line in found.lines)
