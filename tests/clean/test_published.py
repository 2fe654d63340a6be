"""The publication date."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.clean import days
from tawatur.records.article import Article
from tawatur.records.document import Document

Clean = Callable[..., Article]
Page = Callable[..., Document]


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/story/2020/8/24/خبر/4943459", "2020-08-24"),
        ("https://example.org/2020/08/24/news", "2020-08-24"),
        ("https://example.org/news/2020-06-03-1.3874341", "2020-06-03"),
        ("https://example.org/20200824/1046.html", "2020-08-24"),
        ("https://example.org/2015/20150721/fe1.htm", "2015-07-21"),
        ("https://example.org/Issues/20150720/Con20150720784687.htm", "2015-07-20"),
        ("https://example.org/24-08-2020/news", "2020-08-24"),
        ("https://example.org/story?date=2020-08-24&id=7", "2020-08-24"),
        ("https://example.org/article/825076-خبر-50", None),
        ("https://example.org/2020/13/24/news", None),
        ("https://example.org/2020/2/31/news", None),
        ("https://example.org/2013/middle_east/8/3/story", None),
        ("https://example.org/node/20209999", None),
        ("https://2020.example.org/08/24/news", None),
        ("https://example.org/1402/05/14/news", None),
        ("https://example.org/compare/2020/08/24/2019/08/24/", None),
    ],
)
def test_an_address_tells_a_day_that_exists_or_none(address: str, day: str | None) -> None:
    assert days.in_address(address) == day


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2020-08-24", "2020-08-24"),
        ("2020-08-24T10:30:00+02:00", "2020-08-24T10:30:00+02:00"),
        ("2020-08-24T10:30:00Z", "2020-08-24T10:30:00+00:00"),
        ("2020-06-03T03:01+0400", "2020-06-03T03:01+04:00"),
        ("Mon, 24 Aug 2020 10:00:00 GMT", "2020-08-24T10:00+00:00"),
        ("24/08/2020", "2020-08-24"),
        ("٢٤/٠٨/٢٠٢٠", "2020-08-24"),
        ("20200824", "2020-08-24"),
        ("2020-02-31", None),
        ("0001-01-01", None),
        ("قريبا", None),
    ],
)
def test_a_field_s_date_is_read_in_its_usual_forms(value: str, iso: str | None) -> None:
    assert days.parse(value) == iso


@given(st.text(max_size=40))
def test_no_field_makes_the_reader_of_days_raise(value: str) -> None:
    found = days.parse(value)
    assert found is None or days.weekday(found) in range(7)
    assert days.in_address(f"https://example.org/{value}") is None or True


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("نشر في: 12 مارس 2020", "2020-03-12", None),
        ("نشر في: 12 مارس 2020 آخر تحديث: 14 مارس 2020", "2020-03-12", "2020-03-14"),
        ("تاريخ النشر: الخميس 12 آذار/مارس 2020", "2020-03-12", None),
        ("الخميس 12 مارس 2020", "2020-03-12", None),
        ("آخر تحديث: 12/3/2020", None, "2020-03-12"),
        ("الخميس 17 رجب 1441 هـ", "2020-03-12", None),
        ("الخميس 17 رجب 1441 هـ - 12 مارس 2020 م", "2020-03-12", None),
        ("الخميس، 12 آذار 2020 10:30", "2020-03-12", None),
        ("12/03/2020 - 10:30", "2020-03-12", None),
        ("تاريخ النشر:12.03.2020 | 10:30 GMT", "2020-03-12", None),
        ("مارس 12, 2020", "2020-03-12", None),
        ("Published On 12/3/2020", "2020-03-12", None),
        ("March 12, 2020", "2020-03-12", None),
        ("٢٠٢٠/٠٣/١٢", "2020-03-12", None),
        ("أخبار | 12 مارس 2020", "2020-03-12", None),
        ("كتب حمدان السروجي - الخميس 12 مارس 2020 10:30 ص", "2020-03-12", None),
        ("القاهرة - الخميس 12 مارس 2020", "2020-03-12", None),
        ("الخميس، 12 مارس 2020، آخر تحديث 14:00", None, "2020-03-12"),
        ("12 مارس 2020 آخر تحديث 14 مارس 2020", "2020-03-12", "2020-03-14"),
        ("منذ 3 ساعات", None, None),
    ],
)
def test_a_line_under_the_title_tells_the_day(
    clean: Clean, prose: tuple[str, str], line: str, published: str | None, modified: str | None
) -> None:
    found = clean("\n".join(["بلدية وادي الريحان تعبد طريق السوق", line, *prose])).publication
    assert (found.published and found.published[:10], found.modified and found.modified[:10]) == (published, modified)
    assert found.basis == ("text" if published else None)


def test_the_prose_s_own_day_is_the_day_of_publication(clean: Clean, prose: tuple[str, str]) -> None:
    text = "\n".join([*prose, "وزار الوزير القرية اليوم الخميس 12 مارس/ آذار 2020 واطلع على سير العمل فيها."])
    found = clean(text).publication
    assert found.published == "2020-03-12"
    assert found.evidence is not None
    assert "12 مارس" in text[found.evidence.start : found.evidence.end]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("أمس الخميس 12 مارس 2020", "2020-03-13"),
        ("مساء أمس (الخميس) 12 مارس 2020", "2020-03-13"),
        ("أمس الأول الخميس 12 مارس 2020", "2020-03-14"),
        ("أول من أمس الخميس 12 مارس 2020", "2020-03-14"),
    ],
)
def test_a_past_day_s_full_date_gives_the_day_of_writing(clean: Clean, prose: tuple[str, str], words: str, day: str) -> None:
    found = clean("\n".join([*prose, f"وزار الوزير القرية {words} واطلع على سير العمل فيها."]))
    assert found.publication.published == day


@pytest.mark.parametrize(
    "sentence",
    [
        "وزار الوزير القرية اليوم الثلاثاء واطلع على سير العمل فيها.",
        "وكان العمل بدأ في 12 مارس 2018 ثم توقف.",
        "وكان ذلك اليوم الأخير من مارس 2018 آخر أيام العمل.",
        "ويستمر العمل حتى اليوم الخميس 12 مارس 2020 على الأقل، بحسب العقد القديم.",
        "وقال «نلتقي اليوم الخميس 12 مارس 2020 هنا» قبل أن يغادر القرية.",
    ],
)
def test_what_does_not_tell_the_day_dates_nothing(clean: Clean, prose: tuple[str, str], sentence: str) -> None:
    found = clean("\n".join([*prose, sentence])).publication
    assert found.published is None
    assert found.reason


def test_a_caption_s_date_counts_when_the_lead_names_its_weekday(clean: Clean, prose: tuple[str, str]) -> None:
    caption = "الوزير في وادي الريحان، 12 مارس 2020 - via REUTERS"
    lead = "زار وزير الأشغال، الخميس، قرية وادي الريحان واطلع على سير العمل في طريق السوق القديمة الذي توقف عامين."
    assert clean("\n".join([caption, lead, prose[1]])).publication.published == "2020-03-12"
    assert clean("\n".join([caption, *prose])).publication.published is None


def test_metadata_win_over_a_footer_and_an_archive(clean: Clean, page: Page, prose: tuple[str, str]) -> None:
    document = page(
        ("h1", "بلدية وادي الريحان تعبد طريق السوق"),
        ("p", prose[0], {"main": True}),
        ("p", prose[1], {"main": True}),
        ("a", "جريدة القرية بتاريخ 2019/02/09", {"linked": 1.0}),
        ("p", "جميع الحقوق محفوظة 1 يناير 2021 ©"),
        hints=[("jsonld:datePublished", "2020-03-12T10:00:00+03:00"), ("jsonld:dateModified", "2020-03-14")],
    )
    found = clean(document).publication
    assert (found.published, found.basis, found.modified) == ("2020-03-12T10:00:00+03:00", "metadata", "2020-03-14")


def test_footers_archives_and_related_articles_never_win(clean: Clean, page: Page, prose: tuple[str, str]) -> None:
    document = page(
        ("div", "الخميس 12 مارس 2020", {"around": ("header", "top-date")}),
        ("h1", "بلدية وادي الريحان تعبد طريق السوق"),
        ("p", prose[0], {"main": True}),
        ("p", prose[1], {"main": True}),
        ("time", "9 فبراير 2019", {"datetime": "2019-02-09", "around": ("related",)}),
        ("a", "حريق في مخزن للقش - 10 فبراير 2019", {"linked": 1.0}),
        ("a", "جريدة القرية بتاريخ 2019/02/09", {"linked": 1.0}),
        ("p", "© 2021 صحيفة القرية"),
        hints=[("time:datetime", "2019-02-09")],
    )
    found = clean(document).publication
    assert found.published is None
    assert found.candidates


def test_what_is_later_than_the_reading_is_rejected_and_kept(clean: Clean, prose: tuple[str, str]) -> None:
    found = clean("\n".join(prose), address="https://example.org/2020/08/24/x", fetched="2020-08-20 10:00:00").publication
    assert found.published is None
    assert [(c.value, c.weight) for c in found.candidates] == [("2020-08-24", 0.0)]
    assert found.latest == "2020-08-20 10:00:00"


def test_the_day_of_reading_never_stands_for_publication(clean: Clean, prose: tuple[str, str]) -> None:
    assert clean("\n".join(prose), fetched="2020-08-20").publication.published is None


def test_a_shown_day_wins_over_universal_time_of_the_evening_before(clean: Clean, page: Page, prose: tuple[str, str]) -> None:
    document = page(
        ("h1", "بلدية وادي الريحان تعبد طريق السوق"),
        ("div", "تاريخ النشر: 13 مارس 2020"),
        ("p", prose[0], {"main": True}),
        ("p", prose[1], {"main": True}),
        hints=[("meta:article:published_time", "2020-03-12T22:30:00Z")],
    )
    assert str(clean(document).publication.published)[:10] == "2020-03-13"


def test_what_the_source_s_field_says_is_given(clean: Clean, prose: tuple[str, str]) -> None:
    found = clean("\n".join(prose), given={"published": "Thu, 12 Mar 2020 10:00:00 +0300"}).publication
    assert (found.published, found.basis) == ("2020-03-12T10:00+03:00", "given")


def test_the_reader_of_dates_is_asked_about_few_lines(make: Callable[..., Document], prose: tuple[str, str]) -> None:
    from tawatur.clean import article

    asked: list[str] = []
    text = "\n".join([*prose, "وزار الوزير القرية اليوم الخميس 12 مارس 2020 واطلع على سير العمل.", *prose * 20])
    article(make(text), lambda text, published: asked.append(text) or [])  # type: ignore[func-returns-value]
    assert len(asked) == 1
