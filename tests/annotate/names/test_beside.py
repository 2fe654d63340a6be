"""What stands beside a name decides its type or its end: own sentences."""

from collections.abc import Callable

import pytest

Typed = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أصيب لاعب زرفاندو الذي غاب عن التدريبات.", [("زرفاندو", "organization")]),
        ("عرضت القاعة فيلمي «نيرسان» و«زرفاند» مساء.", [("نيرسان", "product"), ("زرفاند", "product")]),
        ("تضم القائمة «سابك» و«زرفاند».", [("سابك", "organization"), ("زرفاند", "organization")]),
        ("نشرت الصحيفة النمساوية «زرفاند نيوز» الخبر.", [("زرفاند نيوز", "organization")]),
        ("نشرت صحيفتا «زرفاند» و«نيرسان» الخبر.", [("زرفاند", "organization"), ("نيرسان", "organization")]),
        ("قال لإذاعة إنه تحدث إلى بي.بي.سي أمس.", [("بي.بي.سي", "organization")]),
    ],
)
def test_the_noun_before_a_name_tells_its_type(typed: Typed, text: str, names: list[tuple[str, str]]) -> None:
    assert typed(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "ألهب حماس الجماهير اللاعبين.",
        "نسأل الله أن يحفظ حماة الوطن.",
        "وقع الحادث الذي أودى بحياة ستة.",
        "علاج مرض باركنسون طويل.",
        "تقوم العلاقة على مبادئ حسن الجوار.",
        "الشخص اللائق بدنيا يركض كل يوم.",
        "هنأنا كل من اجتهد في عيد الفطر المبارك.",
        "حصد الفريق ميداليات برونزية.",
        "وصرفت العيادات ما مجموعه (867) وصفة.",
        "ذكرت الصحيفة البريطانية أن الأسعار ترتفع.",
    ],
)
def test_a_common_phrase_with_a_word_that_may_be_a_name_is_none(typed: Typed, text: str) -> None:
    assert typed(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال السناتور الجمهوري ميتش مكونيل إن المجلس يصوت.", ["ميتش مكونيل"]),
        ("أجاب الصراف سالم الزهراني بأن السوق هادئة.", ["سالم الزهراني"]),
        ("عاد الظهير فابيان نيرسان المنضم حديثا إلى فريقه.", ["فابيان نيرسان"]),
        ("وصلت الأميرة فوزية أخت الملك.", ["فوزية"]),
        ("قال الملا عمر إن الحركة باقية.", ["عمر"]),
        ("وقال تركي النيرساوي للصحفيين أمس.", ["تركي النيرساوي"]),
        ("قال مدير المستشفى المكلف سعد الزهراني إن العمل مستمر.", ["سعد الزهراني"]),
    ],
)
def test_callings_participles_and_kin_are_no_part_of_a_person(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "person"] == names


def test_a_surname_in_marks_is_the_person_named_before(typed: Typed) -> None:
    text = 'قال سالم بن راشد النيرساني إن العمل مستمر. وقال "النيرساني": «لن نتوقف».'
    assert typed(text) == [("سالم بن راشد النيرساني", "person"), ("النيرساني", "person")]


def test_a_surname_behind_a_verb_or_a_noun_with_the_article_is_the_person_named_before(typed: Typed) -> None:
    text = "قال ليونيل ميسي ذلك. ودفع النادي هذه الملايين لميسي. والتقيت بميسي أمس."
    assert [words for words, kind in typed(text) if kind == "person"] == ["ليونيل ميسي", "ميسي", "ميسي"]


def test_a_particle_run_on_to_a_name_is_nobodys_surname(typed: Typed) -> None:
    text = "سافر مارسيل إلى لندن. وأشار إلى أن الرحلة طويلة."
    assert not [words for words, _ in typed(text) if "إلى" in words]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أشرف المركز السعودي لزراعة الأعضاء على العملية.", ["المركز السعودي لزراعة الأعضاء"]),
        ("أشرف المركز السعودي لأبحاث الحياة الفطرية على العمل.", ["المركز السعودي لأبحاث الحياة الفطرية"]),
        ("تراقبها الهيئة السعودية للحياة الفطرية.", ["الهيئة السعودية للحياة الفطرية"]),
        ("هو عضو الاتحاد العام للكتاب والصحفيين الفلسطينيين.", ["الاتحاد العام للكتاب والصحفيين الفلسطينيين"]),
        ("خاطب إدارة جامعة حائل أمس.", ["جامعة حائل"]),
        ("قال رئيس الحرس الملكي المكلف إنه راض.", ["الحرس الملكي"]),
        ("احتفلت شركة مجموعة الطيار للسفر أمس.", ["مجموعة الطيار للسفر"]),
        ("زار مدير جامعة الملك سعود هنأه على عمله.", ["جامعة الملك سعود"]),
    ],
)
def test_a_body_has_its_purpose_and_leaves_its_management_out(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "organization"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("صعد سهم أملاك للتمويل مع سهم الدار العقارية.", ["أملاك للتمويل", "الدار العقارية"]),
        ("ارتفعت أسهم الشركات العقارية أمس.", []),
        ("وأكدت صحة جدة عودة العمل.", ["صحة جدة"]),
        ("زار الوزير جمعية الفرقان بالإسكندرية.", ["جمعية الفرقان"]),
        ("اقتحمت قوات الاحتلال المسجد الأقصى.", []),
    ],
)
def test_a_share_has_a_firm_and_a_land_its_health_service(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "organization"] == names


def test_a_mark_that_closes_opens_no_name(typed: Typed) -> None:
    text = 'تضم القائمة "35 هدفا سريا" لوكالة الأمن القومي "بينها أعضاء".'
    assert typed(text) == [("وكالة الأمن القومي", "organization")]


def test_a_bodys_guest_in_its_span_is_a_person(typed: Typed) -> None:
    found = typed("أوضح مدير مكتب الدعوة حسين النيرساوي أن الدروس تبدأ غدا.")
    assert ("حسين النيرساوي", "person") in found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("زارنا الدكتور مساعد القحطاني أمس.", ["مساعد القحطاني"]),
        ("كتب حسن الزهراني مقالا. وقال الفنان إن الدور لحسن الزهراني.", ["حسن الزهراني", "حسن الزهراني"]),
        ("وقال جون واطسون رئيس مجلس إدارة شيفرون إن النتائج ضعيفة.", ["جون واطسون"]),
    ],
)
def test_a_person_is_cut_where_the_article_or_the_office_shows(typed: Typed, text: str, names: list[str]) -> None:
    assert [words for words, kind in typed(text) if kind == "person"] == names


def test_a_board_of_a_firm_is_the_firm(typed: Typed) -> None:
    found = typed("وقال رئيس مجلس إدارة شيفرون إن النتائج ضعيفة.")
    assert found == [("شيفرون", "organization")]
