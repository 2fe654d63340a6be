from collections.abc import Callable

import pytest

from tawatur.records.quote import Quote
from tawatur.reuse.drift import Sentenced, drift

Make = Callable[..., Quote]
PLAIN = "قال الوزير إن السد سيمتلئ قبل الشتاء وإن القرى الواقعة تحته في مأمن من الماء."
QUOTED = 'قال الوزير إن "السد سيمتلئ قبل الشتاء وإن القرى الواقعة تحته في مأمن من الماء".'


def kinds(a: str, b: str, quotes_a: list[Quote] | None = None, quotes_b: list[Quote] | None = None) -> list[str]:
    left, right = Sentenced("a", a, 0, len(a), quotes_a or ()), Sentenced("b", b, 0, len(b), quotes_b or ())
    return [one.kind for one in drift(left, right)]


def test_the_same_words_have_not_drifted() -> None:
    assert kinds(PLAIN, PLAIN) == []


def test_reported_words_that_turn_into_a_quotation_have_drifted() -> None:
    assert kinds(PLAIN, QUOTED) == ["quoted"]


def test_quoted_words_without_their_marks_have_drifted() -> None:
    assert kinds(QUOTED, PLAIN) == ["unquoted"]


def test_a_quotation_that_is_never_closed_counts_as_one() -> None:
    assert kinds(PLAIN, QUOTED.replace('".', ".")) == ["quoted"]


def test_a_name_in_marks_is_no_quotation() -> None:
    assert kinds("عبرت الباخرة نورس المضيق ليلا", 'عبرت الباخرة "نورس" المضيق ليلا') == []


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("قتل 17 شخصا حين انهار الجسر ليلا", "قتل 23 شخصا حين انهار الجسر ليلا", "number"),
        ("قتل سبعة أشخاص حين انهار الجسر ليلا", "قتل تسعة أشخاص حين انهار الجسر ليلا", "number"),
        ("أبلغت الوزارة البلدية بموعد فتح البوابات كلها", "لم تبلغ الوزارة البلدية بموعد فتح البوابات كلها", "negation"),
        ("وصلت الباخرة يوم الأحد إلى الميناء القديم", "وصلت الباخرة يوم الاثنين إلى الميناء القديم", "date"),
    ],
)
def test_what_changes_the_fact_has_drifted(a: str, b: str, kind: str) -> None:
    assert kinds(a, b) == [kind]


def test_a_number_in_words_and_in_digits_is_one_number() -> None:
    assert kinds("قتل سبعة أشخاص حين انهار الجسر ليلا", "قتل 7 أشخاص حين انهار الجسر ليلا") == []


def test_an_exchange_of_particles_is_no_drift() -> None:
    assert kinds("عادت الحركة إلى الميناء ثم توقفت", "عادت الحركة في الميناء ثم توقفت") == []


def test_a_claim_that_becomes_a_fact_has_lost_its_attribution(quote: Make) -> None:
    said = "السد سيمتلئ قبل الشتاء وإن القرى الواقعة تحته في مأمن من الماء"
    fact = "السد سيمتلئ قبل الشتاء والقرى الواقعة تحته في مأمن من الماء."
    (one,) = drift(
        Sentenced("a", PLAIN, 0, len(PLAIN), [quote("a", PLAIN, said, "سالم الوادي")]), Sentenced("b", fact, 0, len(fact))
    )
    assert (one.kind, one.b) == ("attribution", None)
    assert one.a is not None
    assert PLAIN[one.a.start : one.a.end] == "قال"


def test_words_given_to_another_speaker_have_drifted(quote: Make) -> None:
    said = "السد سيمتلئ قبل الشتاء وإن القرى الواقعة تحته في مأمن من الماء"
    a, b = quote("a", PLAIN, said, "سالم الوادي"), quote("b", PLAIN, said, "هدى المرسى")
    assert kinds(PLAIN, PLAIN, [a], [b]) == ["speaker"]


def test_a_shorter_form_of_the_name_is_no_other_speaker(quote: Make) -> None:
    said = "السد سيمتلئ قبل الشتاء وإن القرى الواقعة تحته في مأمن من الماء"
    assert kinds(PLAIN, PLAIN, [quote("a", PLAIN, said, "سالم الوادي")], [quote("b", PLAIN, said, "الوادي")]) == []


def test_another_word_inside_a_statement_has_drifted_and_outside_it_has_not(quote: Make) -> None:
    a = "قال الوزير إن جنود الإمارة انسحبوا من الوادي كله أمس"
    b = a.replace("جنود الإمارة", "مرتزقة الإمارة")
    words_a, words_b = a.split("إن ")[1], b.split("إن ")[1]
    assert kinds(a, b, [quote("a", a, words_a, "سالم")], [quote("b", b, words_b, "سالم")]) == ["word"]
    assert kinds(a, b) == []


def test_words_cut_from_a_quotation_have_drifted() -> None:
    a = 'وقالت "لن نترك البيوت مهما طال المطر بالطبع حتى يصل آخر قارب"'
    assert kinds(a, a.replace(" بالطبع", "")) == ["cut"]
    assert kinds(a.replace(" بالطبع", ""), a) == ["added"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("غرقت العبّارة في كانون الثاني قبالة الجزيرة الكبرى", "غرقت العبّارة في يناير قبالة الجزيرة الكبرى"),
        ("غرقت العبّارة في أيلول الماضي قبالة الجزيرة الكبرى", "غرقت العبّارة في سبتمبر الماضي قبالة الجزيرة الكبرى"),
        ("وصلت الباخرة يوم الخميس إلى الميناء القديم", "وصلت الباخرة أمس الخميس إلى الميناء القديم"),
        ("وصلت الباخرة أمس إلى الميناء القديم", "وصلت الباخرة الثلاثاء إلى الميناء القديم"),
    ],
)
def test_two_names_of_one_day_or_month_are_no_drift(quote: Make, a: str, b: str) -> None:
    assert kinds(a, b) == []
    assert kinds(f"قال {a}", f"قال {b}", [quote("a", f"قال {a}", a, "سالم")], [quote("b", f"قال {b}", b, "سالم")]) == []


def test_another_month_of_two_words_has_drifted() -> None:
    assert kinds("غرقت العبّارة في كانون الثاني قبالة الجزيرة", "غرقت العبّارة في كانون الأول قبالة الجزيرة") == ["date"]


def test_a_bound_that_is_cut_from_a_number_has_drifted() -> None:
    assert kinds("قتل 17 شخصا على الأقل حين انهار الجسر", "قتل 17 شخصا حين انهار الجسر") == ["number"]
    assert kinds("سار الوفد نحو الجسر ثم عاد ليلا إلى المدينة", "سار الوفد إلى الجسر ثم عاد ليلا إلى المدينة") == []


def test_an_accusation_that_becomes_a_fact_has_lost_its_attribution() -> None:
    a, b = "اتهم الوزير كورينا بخرق هدنة الجزر الموقعة قبل عامين", "خرقت كورينا هدنة الجزر الموقعة قبل عامين"
    assert kinds(a, b) == ["attribution"]
    assert kinds(b, a) == ["attribution"]


def test_the_witness_of_an_agency_who_becomes_anybody_has_drifted() -> None:
    a = "قال شاهد من رويترز إن الجسر القديم انهار عند الفجر"
    assert kinds(a, a.replace("شاهد من رويترز", "شهود عيان")) == ["speaker"]
