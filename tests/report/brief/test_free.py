"""Any prose against its sources: errors in it are named by their kind, true retellings pass."""

import pytest

from tawatur.report.brief.gate import unsupported

_FIRE = (
    "قال مدير الدفاع المدني نبيل الشقراوي إن حريقا في سوق الربوة قتل أربعة أشخاص يوم الاثنين 3 مايو 2021 ولم يصل بلاغ قبل الفجر"
)
_DEAL = "وقعت وزيرة المياه سلوى النبعاوي اتفاقا مع حاكم ضفاف فارس المرجاوي في مدينة الربوة بقيمة 1,200 مليون دينار"
_STRIKE = "أضرب ٧٥٠ عاملا في مصنع الزجاج خمسة وعشرين يوما، ولم تستجب الإدارة لمطالبهم"

_WRONG = [
    ("number", _FIRE, ("أربعة", "خمسة")),
    ("number", _FIRE, ("أربعة", "14")),
    ("number", _FIRE, ("أربعة", "٤٤")),
    ("number", _FIRE, ("2021", "2012")),
    ("number", _FIRE, ("3 مايو", "13 مايو")),
    ("number", _DEAL, ("1,200", "1,300")),
    ("number", _DEAL, ("1,200", "12")),
    ("number", _STRIKE, ("٧٥٠", "٥٧٠")),
    ("number", _STRIKE, ("٧٥٠", "570")),
    ("number", _STRIKE, ("خمسة وعشرين", "خمسة وثلاثين")),
    ("number", _STRIKE, ("خمسة وعشرين", "خمسة")),
    ("date", _FIRE, ("الاثنين", "الأحد")),
    ("date", _FIRE, ("الاثنين", "الجمعة")),
    ("date", _FIRE, ("مايو", "يونيو")),
    ("date", _FIRE, ("مايو", "شباط")),
    ("name", _FIRE, ("الشقراوي", "السنديان")),
    ("name", _FIRE, ("نبيل", "كمال")),
    ("name", _FIRE, ("الربوة", "الزيتونة")),
    ("name", _FIRE, ("سوق", "مستشفى")),
    ("name", _DEAL, ("ضفاف", "كورينا")),
    ("name", _DEAL, ("سلوى", "ليلى")),
    ("name", _DEAL, ("دينار", "درهم")),
    ("name", _STRIKE, ("الزجاج", "الأسمدة")),
    ("office", _FIRE, ("مدير", "وزير")),
    ("office", _FIRE, ("مدير", "قائد")),
    ("office", _DEAL, ("وزيرة", "سفيرة")),
    ("office", _DEAL, ("حاكم", "رئيس")),
    ("negation", _FIRE, ("ولم يصل", "وصل")),
    ("negation", _STRIKE, ("ولم تستجب", "تستجب")),
    ("negation", _STRIKE, ("أضرب", "لم أضرب")),
    ("negation", _DEAL, ("وقعت", "لا وقعت")),
    ("attribution", _FIRE, ("قال مدير الدفاع المدني نبيل الشقراوي إن ", "")),
    ("order", _DEAL, ("وزيرة المياه سلوى النبعاوي اتفاقا مع حاكم ضفاف فارس المرجاوي", "حاكم ضفاف فارس المرجاوي اتفاقا مع وزيرة المياه سلوى النبعاوي")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "source", "swap"), _WRONG)
def test_a_text_that_says_more_than_its_source_is_found_out(kind: str, source: str, swap: tuple[str, str]) -> None:
    altered = source.replace(*swap)
    assert altered != source
    assert kind in {found for found, _ in unsupported(altered, [source])}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (_FIRE, _FIRE),
        (_FIRE.replace("أربعة", "4"), _FIRE),
        (_FIRE.replace("أربعة", "٤"), _FIRE),
        (_FIRE.replace("مدير", "مُدير").replace("قال", "وقال"), _FIRE),
        (_DEAL.replace("1,200", "1200"), _DEAL),
        (_STRIKE.replace("٧٥٠", "750").replace("خمسة وعشرين", "25"), _STRIKE),
        ("أضرب 750 عاملا في مصنع الزجاج", _STRIKE.partition("،")[0]),
    ],
)
def test_what_the_source_says_in_other_spelling_or_digits_passes(text: str, source: str) -> None:
    assert list(unsupported(text, [source])) == []


def test_the_name_of_a_weekday_is_no_number() -> None:
    assert ("number", "2") in set(unsupported("قتل اثنان", ["وقع الحادث يوم الاثنين"]))


def test_own_words_need_no_source() -> None:
    own = frozenset({"بحسب", "مصدر"})
    assert list(unsupported("بحسب مصدر: وصل القطار", ["وصل القطار"], own)) == []
    assert list(unsupported("بحسب مصدر: وصل القطار", ["وصل القطار"])) != []
