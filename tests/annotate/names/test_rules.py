"""What each rule adds to the tagger: own sentences, as news of several lands might write them."""

from collections.abc import Callable

import pytest

Typed = Callable[[str], list[tuple[str, str]]]


def _has(typed: Typed, text: str, kind: str, *names: str) -> None:
    found = [words for words, one in typed(text) if one == kind]
    assert found == list(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أقر النواب «قانون قيصر» أمس.", ["قانون قيصر"]),
        ("يبدأ العمل بقانون الأحوال الشخصية وقانون العقوبات مطلع العام.", ["قانون الأحوال الشخصية", "قانون العقوبات"]),
        ("انسحبت الدولة من اتفاقية باريس للمناخ.", ["اتفاقية باريس للمناخ"]),
        ("انسحبت الدولة من اتفاقية باريس للمرة الثانية.", ["اتفاقية باريس"]),
        ("وقع الطرفان معاهدة حظر الانتشار النووي.", ["معاهدة حظر الانتشار النووي"]),
        ("قال الأستاذ إن قانون الطبيعة لا يتغير.", []),
        ("كتب «قانون» على الباب.", []),
    ],
)
def test_a_law_is_called_by_its_field_its_place_or_its_purpose(typed: Typed, text: str, names: list[str]) -> None:
    _has(typed, text, "law", *names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تسلمت الدولة منظومة «إس-400» الروسية.", ["إس-400"]),
        ("أسقط المقاتلون مروحية مي-24.", ["مي-24"]),
        ("أرسلت الدولة صواريخ زرفاند إلى حليفتها.", ["زرفاند"]),
        ("أرسلت الدولة دبابات زرفاند 2 إلى حليفتها.", ["زرفاند 2"]),
        ("أرسلت الدولة صواريخ مضادة للدروع.", []),
        ("دمر الجنود دبابة طاردوها أياما.", []),
        ("يباع هاتف iPhone 13 منذ يوم.", ["iPhone 13"]),
        ("دخل الطلاب عبر منصة «مدرستي» صباحا.", ["مدرستي"]),
    ],
)
def test_a_product_is_its_letters_and_number_or_a_word_that_no_list_knows(typed: Typed, text: str, names: list[str]) -> None:
    _has(typed, text, "product", *names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قالت منظمة الصحة العالمية (WHO) إن الوباء انحسر.", ["منظمة الصحة العالمية", "WHO"]),
        ("ذكرت وكالة الأنباء القطرية (قنا) أن اللقاء تأجل.", ["وكالة الأنباء القطرية", "قنا"]),
        ("رحب حلف شمال الأطلسي (الناتو) بالقرار.", ["حلف شمال الأطلسي", "الناتو"]),
        ("رحب حلف شمال الأطلسي (أمس) بالقرار.", ["حلف شمال الأطلسي"]),
        ("أعلنت شركة Zorvex أرباحها.", ["Zorvex"]),
    ],
)
def test_a_body_has_its_short_form_in_brackets_or_in_latin_letters(typed: Typed, text: str, names: list[str]) -> None:
    _has(typed, text, "organization", *names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال محمد حمدان دقلو (حميدتي) إنه باق.", ["محمد حمدان دقلو", "حميدتي"]),
        ("قال محمد حمدان دقلو (يمين) إنه باق.", ["محمد حمدان دقلو"]),
        ("زار الرئيس الجزائري عبد المجيد تبون العاصمة.", ["عبد المجيد تبون"]),
        ("قال رئيس الحكومة سعد الدين العثماني إن الخطة جاهزة.", ["سعد الدين العثماني"]),
        ("أشاد بحكمة الأمير سعود الباهرة.", ["سعود"]),
        ("تلقى الملك سلمان بن عبدالعزيز اتصالا من نظيره.", ["سلمان بن عبدالعزيز"]),
        ("أجرى الوزير سامح شكري مباحثات مع نظيره.", ["سامح شكري"]),
        ("قالوا بأن المالكي سافر، ثم أكدوا بأن المالكي عاد.", ["المالكي", "المالكي"]),
        ("وألقيت كلمة لعمر الزهراني في الحفل.", ["عمر الزهراني"]),
    ],
)
def test_a_person_ends_with_the_family_and_before_what_follows_the_name(typed: Typed, text: str, names: list[str]) -> None:
    _has(typed, text, "person", *names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("احتفل الناس بعد تحرير عدن.", ["عدن"]),
        ("أفطر الناس مع أذان المغرب.", []),
        ("زار المفتشون منشأة نطنز.", ["منشأة نطنز"]),
        ("أقيم الحفل في قاعة الملك فيصل.", ["قاعة الملك فيصل"]),
        ("قصفت الطائرات مخيم جباليا وبيت حانون.", ["مخيم جباليا", "بيت حانون"]),
        ("حضر الحفل لفيف من الوجهاء.", []),
    ],
)
def test_a_place_is_told_from_what_sounds_like_it(typed: Typed, text: str, names: list[str]) -> None:
    _has(typed, text, "place", *names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("نفذت أمانة المنطقة الشرقية الحملة.", ["أمانة المنطقة الشرقية"]),
        ("درس في مدرسة الملك فهد الثانوية.", ["مدرسة الملك فهد الثانوية"]),
        ("نظمت جمعية «ضياء» الخيرية لرعاية الأيتام حفلا.", ["جمعية «ضياء» الخيرية لرعاية الأيتام"]),
        ("اتهمت المنظمة قوات جيش النيجر بالقصف.", ["جيش النيجر"]),
        ("أدانت منظمة العفو الدولية الاعتقالات.", ["منظمة العفو الدولية"]),
        ("انتقدوا السياسة الخارجية العمانية أمس.", []),
        ("شكر الهيئة للمديرين جهودهم.", []),
        ("انسحبت قوات الدعم السريع من المدينة.", ["قوات الدعم السريع"]),
        ("هاجم مقاتلو بوكو حرام القرية.", ["بوكو حرام"]),
        ("وأطلقت «أوبن إيه آي» برنامج «تشات جي بي تي».", ["أوبن إيه آي"]),
    ],
)
def test_a_body_ends_where_its_name_ends(typed: Typed, text: str, names: list[str]) -> None:
    _has(typed, text, "organization", *names)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("وقع روايته الجديدة «عطر الحقول» في المعرض.", "product", "عطر الحقول"),
        ("انتقد الباحث في كتاب بعنوان «مدن بلا ماء» خطط الوزارة.", "product", "مدن بلا ماء"),
        ("تقدم الحوثيون نحو الميناء.", "organization", "الحوثيون"),
        ("قصفت طائرات التحالف الموقع ثم نفى التحالف ذلك.", "organization", "التحالف"),
        ("افتتحت الإدارة العامة للتعليم بمنطقة جازان دورتها.", "organization", "الإدارة العامة للتعليم بمنطقة جازان"),
        ("زار مدير تعليم جازان المدارس.", "organization", "تعليم جازان"),
        ("وقعت الشركة السعودية للصيانة المحدودة العقد.", "organization", "الشركة السعودية للصيانة المحدودة"),
        ("دشن الأمير مهرجان أبها للتسوق.", "event", "مهرجان أبها للتسوق"),
    ],
)
def test_works_movements_branches_and_fairs_are_named(typed: Typed, text: str, kind: str, name: str) -> None:
    assert (name, kind) in typed(text)


def test_a_heading_of_a_chapter_is_no_work(typed: Typed) -> None:
    assert typed("ورد في تقرير الفريق في قسم بعنوان «أحرقوا الحقول» ما يلي.") == []


@pytest.mark.parametrize(
    "text", ["قال رئيس الوزراء إن القرار صدر.", "التقى المبعوث وزير الدفاع وقائد الأركان.", "أكد الرئيس ذلك."]
)
def test_an_office_without_a_name_is_no_name(typed: Typed, text: str) -> None:
    assert typed(text) == []
