"""Who is credited, who is merely named."""

from collections.abc import Callable
from typing import Any

import pytest

from tawatur.records.article import Article

Clean = Callable[..., Article]


def agencies(found: Article) -> list[tuple[str | None, bool]]:
    return [(mention.agency, mention.credit) for mention in found.agencies]


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("الرياض (واس) — ", "spa"),
        ("القاهرة - أ ف ب: ", "afp"),
        ("القاهرة - أ.ف.ب - ", "afp"),
        ("(رويترز) - ", "reuters"),
        ("تونس 12 مارس 2020 (رويترز) - ", "reuters"),
        ("واس - جدة: ", "spa"),
        ("برلين (د ب أ) - ", "dpa"),
        ("دمشق – سانا: ", "sana"),
        ("بلدة الريحان - رويترز: ", "reuters"),
        ("سبق- وكالات: ", None),
        ("نيويورك / الأناضول / ", "anadolu"),
    ],
)
def test_the_head_of_the_prose_credits(clean: Clean, prose: tuple[str, str], head: str, key: str | None) -> None:
    found = clean(head + "\n".join(prose), given={"outlet": "sabq"})
    assert agencies(found) == [(key, True)]
    assert [line.kind for line in found.lines] == ["body", "body"]


@pytest.mark.parametrize(
    ("tag", "keys"),
    [
        (" (رويترز)", ["reuters"]),
        (" «أ ف ب»", ["afp"]),
        ("\n(إعداد سمر السروجي للنشرة العربية - تحرير حمدان العوسج)", ["reuters"]),
        ("\n(رويترز، أ ف ب)", ["reuters", "afp"]),
        ("\n* بالاتفاق مع «بلومبيرغ»", ["bloomberg"]),
        ("\n--(بترا)", ["petra"]),
        ("\nالمصدر: وكالات", [None]),
    ],
)
def test_a_closing_tag_credits(clean: Clean, prose: tuple[str, str], tag: str, keys: list[str | None]) -> None:
    assert agencies(clean("\n".join(prose) + tag)) == [(key, True) for key in keys]


@pytest.mark.parametrize(
    "clause",
    [
        'وفق ما أفادت وكالة "بلومبرغ".',
        "حسبما قال مسؤول لوكالة بلومبرغ للأنباء.",
        "ولم يتسن لبلومبرغ التحقق من ذلك.",
    ],
)
def test_what_is_tied_to_one_fact_is_a_mention(clean: Clean, prose: tuple[str, str], clause: str) -> None:
    assert agencies(clean("\n".join([prose[0], f"وتراجعت أسعار الإسفلت في الأسواق القريبة {clause}", prose[1]]))) == [
        ("bloomberg", False)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "عمال يعبدون الطريق (فرانس برس)",
        "عمال يعبدون الطريق - via REUTERS",
        "وقالت البلدية إن الصور من رويترز قديمة ولا تظهر الطريق الجديد بعد تعبيده.",
    ],
)
def test_a_photo_credit_is_neither_credit_nor_mention(clean: Clean, prose: tuple[str, str], line: str) -> None:
    assert agencies(clean("\n".join([prose[0], line, prose[1]]))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال إنهم سيعملون معا من أجل القرية ومع الجيران، وإن بنا حاجة إلى الماء.",
        "وزار هضبة الأناضول وبحيرة سبأ وقرية قنا، وكتب عن واسط ووامضة وتاسعة.",
        "وقال إن أسعار فارس ومهر والعمانية والمركزية من أسماء متاجر القرية.",
        "أعلن الناطق أن لقاح سبوتنيك وصل إلى المستوصف.",
    ],
)
def test_words_that_only_look_like_agencies_are_not(clean: Clean, prose: tuple[str, str], sentence: str) -> None:
    assert agencies(clean("\n".join([prose[0], sentence, prose[1]]))) == []


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("وقالت وكالة الأنباء السورية «سانا» إن الطريق فتح.", "sana"),
        ("ونقل مراسل الأناضول عن الأهالي شكواهم.", "anadolu"),
        ("وأكد لـ«واس» أن العمل انتهى.", "spa"),
        ("ونقلت وكالة تاس عن المهندس قوله ذلك.", "tass"),
        ("وصرح للأناضول بأن العمل انتهى، بحسب وكالة أنباء الأناضول.", "anadolu"),
        ("وصرح لفرانس برس بأن العمل انتهى.", "afp"),
        ("وذكرت شينخوا أن الشركة صينية.", "xinhua"),
    ],
)
def test_an_announced_form_is_a_mention(clean: Clean, prose: tuple[str, str], sentence: str, key: str) -> None:
    found = clean("\n".join([prose[0], sentence, prose[1]]))
    assert set(agencies(found)) == {(key, False)}


@pytest.mark.parametrize(
    ("author", "credits", "authors"),
    [
        ("لندن: رندة السروجي", [], ("رندة السروجي",)),
        ("واشنطن: «الشرق الأوسط»", [], ()),
        ("عبدالله العوسج- مكة المكرمة", [], ("عبدالله العوسج",)),
        ("رويترز - دبي", ["reuters"], ()),
        ("وكالات", [None], ()),
        ("أ ف ب", ["afp"], ()),
        ("\xa0واس (جدة)", ["spa"], ()),
        ("&nbsp;أحمد العوسج (صنعاء), وكالات (عدن)", [None], ("أحمد العوسج",)),
        ("د ب أ ـ برازيليا", ["dpa"], ()),
        ("كتب - حمد العوسج:", [], ("حمد العوسج",)),
        ("«الاقتصادية» من الرياض", [], ()),
        ("الريحانية، شمال بيروت - رويترز", ["reuters"], ()),
        ("وزارة الداخلية", [], ("وزارة الداخلية",)),
        ("هذا نص طويل من متن الخبر نفسه كتبه برنامج القراءة في حقل الكاتب خطأ ولا يدل على أحد", [], ()),
    ],
)
def test_the_source_s_author_field_is_read(
    clean: Clean, prose: tuple[str, str], author: str, credits: list[Any], authors: tuple[str, ...]
) -> None:
    found = clean("\n".join(prose), format="row", given={"author": author})
    assert [(m.agency, m.span) for m in found.agencies if m.credit] == [(key, None) for key in credits]
    if "وزارة" not in author:
        assert found.authors == authors


def test_a_place_and_an_agency_are_no_author(clean: Clean, prose: tuple[str, str]) -> None:
    found = clean("\n".join(["القدس - رويترز", *prose]))
    assert found.bylines == ()
    assert found.dateline_place is not None
    assert (found.dateline_place.start, found.dateline_place.end) == (0, 5)


def test_a_byline_gives_the_person_s_span(clean: Clean, prose: tuple[str, str]) -> None:
    text = "\n".join(["بلدية وادي الريحان تعبد طريق السوق", "كتبت: سمر السروجي - جدة", *prose])
    found = clean(text)
    assert [text[span.start : span.end] for span in found.bylines] == ["سمر السروجي"]
    assert found.authors == ("سمر السروجي",)


def test_a_text_that_is_a_picture_s_caption_has_no_origin(clean: Clean) -> None:
    text = "مزارعون يجمعون الزيتون في وادي الريحان بعد أن تأخر الموسم شهرا كاملا بسبب المطر، وهو أول قطاف منذ عامين في القرية. «رويترز»"
    assert agencies(clean(text, format="row")) == []
