from collections.abc import Callable

import pytest

from tawatur.records.quote import Quote

Find = Callable[..., list[Quote]]
One = Callable[..., Quote]
CLAUSE = "المدرسة ستفتح أبوابها في موعدها"


@pytest.mark.parametrize(
    ("lead", "cue"),
    [
        ("قال سامر الحلاق إن ", "قال"),
        ("وقالت هناء البستاني إنّ ", "قالت"),
        ("ويقول سامر الحلاق إن ", "يقول"),
        ("أكد سامر الحلاق على أن ", "أكد"),
        ("وأشار سامر الحلاق إلى أن ", "أشار"),
        ("وأشار سامر الحلاق الى ان ", "أشار"),
        ("لفت سامر الحلاق إلى أن ", "لفت"),
        ("لفت سامر الحلاق الانتباه إلى أن ", "لفت"),
        ("كشف سامر الحلاق عن أن ", "كشف"),
        ("أفاد سامر الحلاق بأن ", "أفاد"),
        ("وذكر سامر الحلاق أن ", "ذكر"),
        ("بيّن سامر الحلاق أن ", "بيّن"),
        ("حذر سامر الحلاق من أن ", "حذر"),
        ("ونفى سامر الحلاق أن ", "نفى"),
        ("وأعرب سامر الحلاق عن أمله في أن ", "أعرب"),
        ("فقد أوضح سامر الحلاق أن ", "أوضح"),
        ("وَأَوْضَحَ سامر الحلاق أنَّ ", "أَوْضَحَ"),
        ("واضاف سامر الحلاق ان ", "اضاف"),
    ],
)
def test_a_verb_of_saying_gives_its_clause(one: One, lead: str, cue: str) -> None:
    quote = one(f"{lead}{CLAUSE}.")
    assert (quote.text, quote.cue.text, quote.kind) == (CLAUSE, cue, "indirect")


@pytest.mark.parametrize("pronoun", ["إنه", "إنها", "إنهم", "بأنه", "أنها"])
def test_the_particle_with_its_pronoun_is_left_out(one: One, pronoun: str) -> None:
    assert one(f"قال سامر الحلاق {pronoun} سيعود إلى القرية غدا.").text == "سيعود إلى القرية غدا"


def test_alla_stays_in_the_statement(one: One) -> None:
    assert one("وأكد سامر الحلاق ألا عودة إلى النظام القديم.").text == "ألا عودة إلى النظام القديم"


@pytest.mark.parametrize(
    "text",
    [
        "أعرب الوزير عن أسفه لما جرى في المدينة.",
        "أعلن المجلس تشكيل لجنة جديدة للمياه.",
        "رفض المدير التعليق على الخبر.",
        "شدد الوزير على حرص بلاده على السلام.",
        "يذكر أن الجسر بني قبل ثلاثين عاما.",
        "ويشار إلى أن المعرض يقام كل عام.",
        "وتبين أن الجسر قديم جدا.",
        "حذرت الوزارة من اتخاذ أي إجراء جديد.",
        "يلعب فريق «نجوم الوادي الأخضر» مباراته الأولى غدا.",
        "ولم يذكر الوزير أن الجسر أغلق.",
        "وأظهر رصد حركة القطارات أن الرحلات زادت.",
        "سأل الله أن يحفظ البلاد وأهلها.",
        "وقع الخلاف بين الطرفين بعد أن تأخر الرد.",
    ],
)
def test_what_is_no_statement_is_not_found(find: Find, text: str) -> None:
    assert find(text) == []


def test_a_study_speaks_for_the_body_that_made_it(one: One) -> None:
    quote = one("وأظهر تحليل أجرته جامعة الوادي للأسعار أن الخبز صار أغلى.")
    assert (quote.text, quote.speaker_name) == ("الخبز صار أغلى", "جامعة الوادي")


def test_that_after_another_word_is_not_the_statement(one: One) -> None:
    assert one("قال سامر الحلاق بعد أن زار السد إن الماء يكفي المدينة.").text == "الماء يكفي المدينة"


def test_the_first_person_is_no_cue(find: Find) -> None:
    assert find("وأعتبر أن الأمر يستحق العناء كله.") == []


def test_wasafa_gives_what_follows_biannahu(one: One) -> None:
    quote = one('من جهته، وصف سامر الحلاق المعرض بأنه "ناجح" دون ذكر الأسباب.', named={"سامر الحلاق": "person"})
    assert (quote.text, quote.kind, quote.speaker_name) == ("ناجح", "mixed", "سامر الحلاق")


def test_a_question_after_asking_is_a_statement(one: One) -> None:
    assert one("وتساءل سامر الحلاق عما إذا كان الطريق آمنا.").text == "عما إذا كان الطريق آمنا"


def test_what_an_agency_passes_on_is_the_words_of_who_spoke(one: One) -> None:
    quote = one("ونقلت وكالة الوادي عن مدير الميناء قوله إن السفن ستصل غدا.")
    assert (quote.text, quote.speaker_name) == ("السفن ستصل غدا", "مدير الميناء")
    assert [link.name for link in quote.chain] == ["مدير الميناء", "وكالة الوادي"]
