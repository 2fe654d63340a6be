import pytest

from tawatur.arabic.inflections import imperfect, imperfect_stems, perfect, perfects, sound, uninflected


@pytest.mark.parametrize(
    ("singular", "form"),
    [("مهندس", "مهندسون"), ("مهندس", "مهندسي"), ("شركه", "شركات"), ("شركه", "شركتان"), ("قرار", "قرارات"), ("مباراه", "مباريات"),
     ("قناه", "قنوات"), ("وزير", "وزيره"), ("وزير", "وزيرين"), ("مستشفي", "مستشفيات"), ("جديد", "جديده"), ("صاروخ", "صاروخين")],
)  # fmt: skip
def test_a_singular_has_its_sound_plural_dual_and_feminine(singular: str, form: str) -> None:
    assert form in sound(singular)


@pytest.mark.parametrize(("word", "other"), [("كتاب", "كتابه"), ("مكتب", "مكتبه"), ("عمل", "عملات"), ("حزب", "حزبي")])
def test_what_is_another_word_is_no_form(word: str, other: str) -> None:
    assert other not in sound(word)


@pytest.mark.parametrize(
    ("form", "singular"), [("مهندسين", "مهندس"), ("شركات", "شركه"), ("قريتين", "قريه"), ("قرارات", "قرار"), ("مباريات", "مباراه")]
)
def test_an_inflected_noun_leads_back_to_its_singular(form: str, singular: str) -> None:
    assert singular in uninflected(form)


def test_a_feminine_leads_to_its_masculine_where_ta_marbuta_was_written() -> None:
    assert "جديد" in uninflected("جديده", with_ta=True)
    assert "جديد" not in uninflected("جديده")
    assert "مدرس" not in uninflected("مدرسه", with_ta=True)


@pytest.mark.parametrize(
    ("past", "present"),
    [("اعلن", "يعلن"), ("قال", "يقول"), ("وصل", "يصل"), ("دعا", "يدعو"), ("اعاد", "يعيد"), ("طالب", "يطالبون"), ("باع", "تبيع")],
)
def test_a_verb_has_both_tenses(past: str, present: str) -> None:
    assert present in imperfect(imperfect_stems(past))
    assert past in perfects(present)


def test_the_perfect_has_its_endings() -> None:
    assert {"اعلن", "اعلنت", "اعلنوا"} <= perfect("اعلن")
