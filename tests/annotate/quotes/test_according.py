from collections.abc import Callable

import pytest

from tawatur.records.quote import Quote

Find = Callable[..., list[Quote]]
One = Callable[..., Quote]


@pytest.mark.parametrize(
    ("cue", "name"),
    [
        ("وفق ما أفادت وكالة الوادي", "وكالة الوادي"),
        ("حسبما أعلنت وزارة المياه", "وزارة المياه"),
        ("بحسب المصدر الأمني", "المصدر الأمني"),
        ("على ما أوضح مصدر أمني", "مصدر أمني"),
        ("كما صرح المتحدث باسم الشرطة", "المتحدث باسم الشرطة"),
        ("وفقا لوزارة المياه", "وزارة المياه"),
    ],
)
def test_a_cue_after_the_statement_takes_what_stands_before_it(one: One, cue: str, name: str) -> None:
    quote = one(f"أغلقت السلطات الطريق الساحلي صباح أمس، {cue}.")
    assert (quote.text, quote.speaker_name) == ("أغلقت السلطات الطريق الساحلي صباح أمس", name)


def test_it_takes_the_last_clause_of_joined_ones(one: One) -> None:
    quote = one("زار الوفد الميناء القديم في الصباح، وأعلن الوالي إغلاق الطريق الساحلي، وفق ما أفادت وكالة الوادي.")
    assert quote.text == "وأعلن الوالي إغلاق الطريق الساحلي"


@pytest.mark.parametrize("cue", ["وفق مشاهد بثها التلفزيون", "وفق القانون الجديد", "حسب الحاجة", "كما جرت العادة"])
def test_a_thing_gives_no_statement(find: Find, cue: str) -> None:
    assert find(f"أغلقت السلطات الطريق الساحلي صباح أمس، {cue}.") == []


def test_a_cue_before_the_statement_is_read_too(one: One) -> None:
    quote = one("ووفقا للناطق الإعلامي العقيد سامر الحلاق فإن الطريق آمن تماما.")
    assert (quote.text, quote.speaker_name) == ("الطريق آمن تماما", "سامر الحلاق")


def test_it_only_ends_a_statement_that_has_its_own_cue(one: One) -> None:
    quote = one("قال سامر الحلاق إن الطريق آمن تماما، حسب وصفه.")
    assert (quote.text, quote.cue.text) == ("الطريق آمن تماما", "قال")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("وأغلقت القضية لنقص الأدلة، كما قالت مدعية المحكمة العليا، مما فتح الطريق للعودة.", "وأغلقت القضية لنقص الأدلة"),
        ("كان الموقع من أخطر المواقع، كما جاء على لسان المدعي العام.", "كان الموقع من أخطر المواقع"),
    ],
)
def test_a_cue_after_its_statement_may_stand_aside(find: Find, text: str, statement: str) -> None:
    assert [quote.text for quote in find(text)] == [statement]


def test_an_act_between_commas_is_no_statement(find: Find) -> None:
    assert find("وشدد السفير، وفقا لما نقلته وكالة المنارة، على ضرورة الكف عن ذلك.") == []
