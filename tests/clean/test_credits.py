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


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ("أنقرة/ الأناضول/ ", ["anadolu"]),
        ("إسطنبول/ سمر السروجي/ الأناضول\n", ["anadolu"]),
        ("كتب أحمد العوسج – رويترز\n", ["reuters"]),
        ("عواصم - وكالات: ", [None]),
        ("الجزيرة + وكالات\n", [None]),
        ("عربي21 - وكالات\n", [None]),
        ("المصدر: RT + تاس\n", ["tass"]),
        ("لندن - العربي الجديد - رويترز\n", ["reuters"]),
        ("بيروت (أ ف ب)، دمشق (سانا) - ", ["afp", "sana"]),
        ("واشنطن - موسكو (رويترز، أ ف ب، تاس) - ", ["reuters", "afp", "tass"]),
        ("بكين 14 مارس 2022 (شينخوا) ", ["xinhua"]),
        ("طهران / 3 آذار / مارس / ارنا - ", ["irna"]),
        ("طهران – تسنيم: ", ["tasnim"]),
        ("رام الله 4-5-2023 وفا- ", ["wafa"]),
        ("الرباط/ 12 مارس 2021 (ومع) ", ["map"]),
        ("الجزائر - واج: ", ["aps"]),
        ("(وات) - ", ["tap"]),
        ("القاهرة في 3 مارس / أ ش أ / ", ["mena"]),
        ("عمان 12 آذار (بترا) -- ", ["petra"]),
        ("الكويت - 3 - 5 (كونا) -- ", ["kuna"]),
        ("الدوحة في 12 مارس /قنا/ ", ["qna"]),
        ("بغداد/نينا/ ", ["nina"]),
        ("موسكو – سبوتنيك. ", ["sputnik"]),
        ("واشنطن - UPI: ", ["upi"]),
        ("واشنطن – أ.ب: ", ["ap"]),
    ],
)
def test_the_heads_of_many_countries_agencies_credit(
    clean: Clean, prose: tuple[str, str], head: str, keys: list[str | None]
) -> None:
    assert agencies(clean(head + "\n".join(prose))) == [(key, True) for key in keys]


@pytest.mark.parametrize(
    ("tail", "keys"),
    [
        ("\nالمصدر : الجزيرة + الفرنسية", ["afp"]),
        ("\n(رويترز، الأناضول، العربي الجديد)", ["reuters", "anadolu"]),
        ("\nع.ح/ أ.ح (رويترز، د ب أ)", ["reuters", "dpa"]),
        ("\nفرانس24 مع أ ف ب", ["afp"]),
        ("\nنقلاً عن وكالة الأنباء السعودية", ["spa"]),
        ("\nترجمة: سمر السروجي عن رويترز", ["reuters"]),
        (" د.ب.أ", ["dpa"]),
    ],
)
def test_the_tails_of_many_outlets_credit(clean: Clean, prose: tuple[str, str], tail: str, keys: list[str | None]) -> None:
    assert agencies(clean("\n".join(prose) + tail)) == [(key, True) for key in keys]


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("وأفادت وفا بأن العمل بدأ.", "wafa"),
        ("وصرح للأناضول مسؤول محلي بذلك.", "anadolu"),
        ("وبحسب «الألمانية» بدأ العمل.", "dpa"),
        ('ووفقاً لـ "الفرنسية"، بدأ العمل.', "afp"),
        ("ولم يتسن لرويترز التحقق من ذلك.", "reuters"),
    ],
)
def test_a_source_of_one_fact_is_a_mention_whatever_else_its_name_means(
    clean: Clean, prose: tuple[str, str], sentence: str, key: str
) -> None:
    assert agencies(clean("\n".join([prose[0], sentence, prose[1]]))) == [(key, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال رئيس وكالة الأنباء السعودية عبد الله العوسج في الحفل إن العمل بدأ.",
        "وكرم مدير عام وكالة الأنباء الأردنية (بترا) المتفوقين.",
        "وتشارك مؤسسة تومسون رويترز في المعرض.",
        "وذكرت شركة بلومبيرغ لتمويل الطاقة الجديدة أن السعر هبط.",
        "وقال متحدث باسم شبكة بلومبيرغ إن الموقع تعطل.",
        "وأشارت صحيفة «نوفوستي» إلى أن العمل بدأ.",
        "وقال المتحدث باسم الوكالة الوطنية للتخفيف من آثار الكوارث إن العمل بدأ.",
        "صحفيون يعملون قرب الطريق الجديد في وادي الريحان [رويترز]",
    ],
)
def test_the_body_itself_its_head_and_its_namesakes_are_no_source(clean: Clean, prose: tuple[str, str], sentence: str) -> None:
    assert agencies(clean("\n".join([prose[0], sentence, prose[1]]))) == []


def test_a_short_report_that_opens_with_its_verb_is_no_caption(clean: Clean) -> None:
    text = (
        "شهد مهرجان الزيتون في وادي الريحان أمس عرضا للجرارات بحضور عدد كبير من الأهالي، وقال المنظمون إنه الأول منذ عامين. «واس»"
    )
    assert agencies(clean(text, format="row")) == [("spa", True)]


def test_a_tag_at_the_end_of_a_long_paragraph_credits_that_paragraph(clean: Clean, prose: tuple[str, str]) -> None:
    long = "وقال المهندس الذي يشرف على العمل إن الطريق سيفتح أمام السيارات قبل حلول الشتاء إذا لم ينقطع المطر، وإن الأهالي تبرعوا بنصف كلفته."
    found = clean("\n".join([f"{prose[0]} {long} (رويترز)", f"{prose[1]} (أ ف ب)"]))
    assert agencies(found) == [("reuters", True), ("afp", True)]
