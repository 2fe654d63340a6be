"""Outlets, titles, languages, and the registers behind them."""

from collections.abc import Callable

import pytest

from tawatur.clean import agencies, outlet_key, outlets
from tawatur.records.article import Article
from tawatur.records.document import Document
from tawatur.resources import load

Clean = Callable[..., Article]


def test_every_outlet_and_agency_is_complete_and_its_names_are_its_own() -> None:
    rows = load("outlets")["outlets"]
    domains = [domain for row in rows for domain in row["domains"]]
    assert len(rows) == len(outlets()) >= 120
    assert len(domains) == len(set(domains))
    assert all(row["ar"] and row["en"] and row["owner"] and len(row["country"]) in (2, 3) for row in rows)
    assert len(agencies()) == len(load("agencies")["agencies"]) >= 60


def test_every_arab_country_has_an_outlet() -> None:
    arab = set("SA AE QA KW BH OM YE IQ SY LB JO PS EG SD LY TN DZ MA MR SO DJ KM".split())  # noqa: SIM905
    assert arab <= {outlet.country for outlet in outlets().values()}


@pytest.mark.parametrize(
    ("fields", "outlet", "publisher"),
    [
        ({"given": {"outlet": "aawsat"}}, "aawsat", "SRMG"),
        ({"given": {"outlet": "صحيفة عكاظ"}}, "okaz", "Okaz Organization"),
        ({"address": "https://gate.ahram.org.eg/News/1.aspx"}, "ahram", "Al-Ahram Establishment"),
        ({"address": "https://ar.timesofisrael.com/x"}, "timesofisrael", "Times of Israel"),
        ({"hints": [("meta:og:site_name", "BBC News عربي")], "address": "https://www.bbc.com/arabic/1"}, "bbc", "BBC"),
        ({"source": "pages/okaz/1.txt"}, "okaz", "Okaz Organization"),
        ({"source": "pages/march/1.txt"}, None, None),
        ({"hints": [("meta:og:site_name", "صحيفة القرية")]}, "صحيفة القرية", None),
        ({"address": "https://news.wadi-rihan.com.jo/1"}, "wadi-rihan.com.jo", None),
        ({}, None, None),
    ],
)
def test_the_outlet_is_found_by_field_address_and_site_name(
    clean: Clean, fields: dict[str, object], outlet: str | None, publisher: str | None
) -> None:
    found = clean("نص قصير لا غير.", **fields)
    assert (found.outlet, found.publisher) == (outlet, publisher)


def test_pages_of_one_outlet_share_a_key(make: Callable[..., Document]) -> None:
    one = make("أ", address="https://www.okaz.com.sa/1")
    assert outlet_key(one) == outlet_key(make("ب", given={"outlet": "عكاظ"})) == "okaz"
    assert outlet_key(make("أ", source="seeds/1.txt")) == outlet_key(make("ب", source="seeds/2.txt")) == "seeds"


@pytest.mark.parametrize(
    "hint",
    [
        "بلدية الوادي تعبد طريق السوق | صحيفة القرية",
        "بلدية الوادي تعبد طريق السوق - عكاظ",
        "بلدية الوادي تعبد طريق السوق – okaz.com.sa",
    ],
)
def test_the_site_s_name_is_cut_from_the_title(clean: Clean, hint: str) -> None:
    found = clean("نص قصير لا غير.", hints=[("meta:og:title", hint), ("meta:og:site_name", "صحيفة القرية")])
    assert found.title is not None
    assert (found.title.text, found.title.start) == ("بلدية الوادي تعبد طريق السوق", None)


def test_a_row_s_title_is_found_in_its_text(clean: Clean, prose: tuple[str, str]) -> None:
    found = clean(
        "\n".join(["بلديّة الوادي تعبّد طريق السوق", *prose]), format="row", given={"title": "بلدية الوادي تعبد طريق السوق"}
    )
    assert found.title is not None
    assert (found.title.start, found.title.end) == (0, len("بلديّة الوادي تعبّد طريق السوق"))


def test_a_sentence_that_repeats_the_title_s_words_stays_body(clean: Clean, prose: tuple[str, str]) -> None:
    title = "بلدية وادي الريحان بدأت تعبيد الطريق إلى السوق القديمة"
    found = clean("\n".join(prose), format="row", given={"title": title})
    assert [line.kind for line in found.lines] == ["body", "body"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("أعلنت بلدية وادي الريحان أنها بدأت تعبيد الطريق إلى السوق القديمة.", "ar"),
        ("شهرداری اعلام کرد که بازسازی راه روستا از هفته آینده آغاز می شود و این کار را برای مردم است.", "fa"),
        ("بلدیہ نے اعلان کیا ہے کہ گاؤں کی سڑک کی تعمیر کا کام شروع ہو گیا ہے اور یہ جلد مکمل ہو گا۔", "ur"),
        ("شارەوانی ڕایگەیاند کە لە هەفتەی داهاتوو ڕێگاکە بۆ گوند چاک دەکات و ئەم کارە هەیە", "ckb"),
        ("The council said that the road to the market is to be paved in the spring of next year.", "en"),
        ("Le conseil a dit que la route du village est pour le marché et les champs.", "fr"),
        ("Ὁ δῆμος ἀνακοίνωσε τὴν ὁδόν", "und"),
        ("12345 !", None),
    ],
)
def test_a_text_s_language_is_told(clean: Clean, text: str, code: str | None) -> None:
    assert clean(text).language == code
