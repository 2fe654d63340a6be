from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.records.name import Name

Find = Callable[..., list[Name]]
Typed = Callable[[str], list[tuple[str, str]]]

PIECES = [
    "قال",
    "و",
    "الوزير",
    "محمد بن",
    "عبد",
    "الله",
    "لل",
    "«",
    "»",
    '"',
    "وزارة الدفاع",
    "مدينة",
    "إف-16",
    " ",
    "\n",
    "-",
    "٣",
    "ـ",
    "\u064b",
    "\u200f",
    "x",
    "(",
    "،",
    "الدكتور",
    "الجزائري",
    "السيد",
    "علي",
    "جمال",
    "آل",
    "أبو",
    "منطقة",
    "مطار",
    "الملك",
    "كأس",
    "صحيفة",
    "لكرة",
    "العامة",
    "لمكافحة",
    "قرية",
    "قانون",
    "الهلال",
    "مباراة",
    "فريق",
    "يونايتد",
    "للكهرباء",
    "مركز",
    "خادم",
    "الحرمين",
    "عمان",
    "الأردن",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=25).map(" ".join))
def test_every_span_gives_back_its_words_and_none_overlaps(names_of: Find, text: str) -> None:
    at = 0
    for name in names_of(text):
        assert at <= name.start < name.end <= len(text)
        assert name.text == text[name.start : name.end]
        at = name.end


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("وصل المبعوث إلى تركيا صباحا.", "تركيا", "country"),
        ("وقعت الشركة عقدا في سورية.", "سورية", "country"),
        ("زار الوفد الولايات المتحدة.", "الولايات المتحدة", "country"),
        ("عاد الوفد من روسيا الاتحادية.", "روسيا الاتحادية", "country"),
        ("عقد الاجتماع في مقر الأمم المتحدة.", "الأمم المتحدة", "organization"),
        ("قالت وزارة الخارجية النرويجية في بيان إن الوفد غادر.", "وزارة الخارجية النرويجية", "organization"),
        ("أعلن الجيش السوداني انسحابه.", "الجيش السوداني", "organization"),
        ("أوضحت الهيئة العامة للطيران المدني أن المطار مغلق.", "الهيئة العامة للطيران المدني", "organization"),
        ("باشرت شرطة منطقة القصيم الحادث.", "شرطة منطقة القصيم", "organization"),
        ("قال مصدر بوزارة الحج للصحفيين.", "وزارة الحج", "organization"),
        ("زار رئيس الإمارات العربية المتحدة الشيخ خليفة بن زايد المدينة.", "خليفة بن زايد", "person"),
        ("درس في جامعة الملك سعود سنتين.", "جامعة الملك سعود", "organization"),
        ("وصلت السفينة إلى مضيق هرمز أمس.", "مضيق هرمز", "place"),
        ("هبطت الطائرة في مطار الملك خالد الدولي.", "مطار الملك خالد الدولي", "place"),
        ("احترقت غابات في محافظة اللاذقية.", "محافظة اللاذقية", "place"),
        ("أسقطت طائرة من طراز إف-16 قرب الحدود.", "إف-16", "product"),
        ("اشترت الدولة منظومة إس-300 العام الماضي.", "إس-300", "product"),
        ("ألغى البرلمان قانون مكافحة الإرهاب.", "قانون مكافحة الإرهاب", "law"),
        ("انسحب الفريق من كأس العالم.", "كأس العالم", "event"),
        ("افتتح مهرجان «أنغام الواحة» مساء.", "مهرجان «أنغام الواحة»", "event"),
    ],
)  # fmt: skip
def test_a_name_of_each_type_is_found(typed: Typed, text: str, name: str, kind: str) -> None:
    assert (name, kind) in typed(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("نقلت الشحنة لتركيا أمس.", "تركيا"),
        ("جرى الاتفاق بين إيران وروسيا.", "روسيا"),
        ("استقر في بيروت وبدمشق مدة.", "دمشق"),
        ("وزارت الوفود والرياض أيضا.", "الرياض"),
        ("أعيدت القطع لبريطانيا.", "بريطانيا"),
    ],
)
def test_clitics_stay_outside_the_name(typed: Typed, text: str, name: str) -> None:
    assert name in [words for words, _ in typed(text)]


@pytest.mark.parametrize(
    ("text", "name"), [("ولد في لبنان عام 1950.", "لبنان"), ("سافر إلى بولندا.", "بولندا"), ("لجأ إلى ليبيا.", "ليبيا")]
)
def test_a_first_letter_that_belongs_to_the_name_stays(typed: Typed, text: str, name: str) -> None:
    assert typed(text) == [(name, "country")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استقبل الأمير سعود بن ناصر بن محمد آل سعود ضيوفه.", "سعود بن ناصر بن محمد آل سعود"),
        ("قال الدكتور أحمد عبد الرحمن الزهراني إن الدراسة جديدة.", "أحمد عبد الرحمن الزهراني"),
        ("التقى وزير الدفاع اليمني محمد سالم العولقي نظيره.", "محمد سالم العولقي"),
        ("وقال المهندس خالد بن عبدالله العتيبي للصحفيين.", "خالد بن عبدالله العتيبي"),
        ("حضر الشيخ عبدالعزيز آل الشيخ الحفل.", "عبدالعزيز آل الشيخ"),
    ],
)
def test_a_person_is_the_whole_chain_without_titles(typed: Typed, text: str, name: str) -> None:
    assert (name, "person") in typed(text)


def test_a_surname_is_found_again_in_its_article(typed: Typed) -> None:
    text = "التقى الوزير جون هارتسفورد نظيره.\nوأضاف هارتسفورد أن الاتفاق قريب.\nوشكر الحاضرون لهارتسفورد صبره."
    assert [words for words, kind in typed(text) if kind == "person"] == ["جون هارتسفورد", "هارتسفورد", "هارتسفورد"]


def test_a_capital_that_speaks_is_its_country_and_else_a_place(typed: Typed) -> None:
    assert ("واشنطن", "country") in typed("وقالت واشنطن إنها تدرس الرد.")
    assert ("واشنطن", "place") in typed("وصل الوفد إلى واشنطن مساء.")


@pytest.mark.parametrize(
    "text",
    [
        "ازدادت الاعتراضات الأمريكية على الصفقة.",
        "تحدث مسؤولون أتراك عن الاتفاق.",
        "ارتفعت الأسعار في شهر نيسان الماضي.",
        "رحمه الله وأسكنه فسيح جناته.",
    ],
)
def test_adjectives_months_and_formulae_are_no_names(typed: Typed, text: str) -> None:
    assert typed(text) == []


def test_an_outlet_in_marks_is_the_outlet(typed: Typed) -> None:
    assert ("عكاظ", "organization") in typed("قال مصدر مطلع لـ «عكاظ» إن العمل جار.")


def test_furniture_and_other_languages_are_left_out(names_of: Find) -> None:
    text = "زار الوفد تركيا."
    assert names_of(text)
    assert names_of(text, kind="furniture") == []
    assert names_of(text, language="fa") == []


def test_vowel_marks_tatweel_and_missing_hamza_change_nothing(typed: Typed) -> None:
    assert ("الإمـــارات", "country") in typed("سافر إلى الإمـــارات.")
    assert ("اسرائيل", "country") in typed("عاد من اسرائيل.")
    assert ("اليَمَن", "country") in typed("سافر إلى اليَمَن.")


@pytest.mark.parametrize("outlet", ["إذاعة المدينة", "صحيفة الحياة", "صحيفة الشرق الأوسط"])
def test_an_outlet_that_ends_a_line_ends_with_it(typed: Typed, outlet: str) -> None:
    named = typed(f"نقلت بلدية الوادي الخبر عن {outlet}")
    assert (outlet.split(" ", 1)[1], "organization") in named
