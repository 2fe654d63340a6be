import pytest
from tests.search.held import Held, article

from tawatur.arabic.fold import fold
from tawatur.records.search import Unit
from tawatur.search.terms import term


def _forms(held: Held, word: str, *texts: str) -> set[str]:
    held.texts_of(*texts)
    return set(term(fold(word), held.index, typed=word).forms)


@pytest.mark.parametrize(
    ("word", "texts", "found", "left"),
    [
        ("مال", ["المال والأموال", "كمال والكمال"], "اموال", "كمال"),
        ("مطار", ["مطار ومطارات", "مطر وأمطار"], "مطارات", "امطار"),
        ("عملية", ["عملية وعمليات", "عمل وأعمال وعملي"], "عمليات", "اعمال"),
        ("قانون", ["قانون وقوانين وقانونها", "قان اللون"], "قوانين", "قان"),
        ("شركة", ["شركة وشركات", "الشرك والشراك"], "شركات", "الشرك"),
        ("قلعة", ["قلعة وقلاع", "اقتلع الجذع"], "وقلاع", "اقتلع"),
        ("بيان", ["بيان والبيانات", "بان الأمر"], "والبيانات", "بان"),
        ("اتفاق", ["اتفاق واتفاقات", "تفوق الفريق"], "واتفاقات", "تفوق"),
        ("أعلن", ["أعلن وأعلنت ويعلن", "علنا والعلن"], "ويعلن", "والعلن"),
    ],
)
def test_forms_of_the_word_are_taken_and_other_words_left(held: Held, word: str, texts: list[str], found: str, left: str) -> None:
    forms = _forms(held, word, *texts)
    assert any(found in form for form in forms)
    assert left not in forms


def test_a_name_that_looks_like_a_dual_is_none(held: Held) -> None:
    texts = {"d-0": "بحر هائج وبحران", "d-1": "وفد البحرين"}
    held.put(
        [Unit(kind="name", id="e-1", head="البحرين", spellings=("البحرين",)), *(article(i, t) for i, t in texts.items())], texts
    )
    assert set(term("بحر", held.index).forms) == {"بحر", "وبحران"}


def test_a_name_has_no_plural(held: Held) -> None:
    texts = {"d-0": "وصل سعيد", "d-1": "السعداء كثيرون", "d-2": "رأى سعيد سعداء"}
    held.put([Unit(kind="name", id="e-1", head="سعيد", spellings=("سعيد",)), *(article(i, t) for i, t in texts.items())], texts)
    assert term("سعيد", held.index).forms == ("سعيد",)


def test_a_word_that_the_store_lacks_stays_as_it_is(held: Held) -> None:
    assert _forms(held, "زرافة", "لا شيء") == {"زرافه"}


def test_numbers_and_latin_words_have_one_form(held: Held) -> None:
    assert _forms(held, "2018", "عام ٢٠١٨") == {"2018"}
    held.texts_of("حلف NATO")
    assert term("nato", held.index).forms == ("nato",)


def test_the_word_itself_comes_first_then_the_commonest_forms(held: Held) -> None:
    held.texts_of("صواريخ", "صواريخ أخرى", "صاروخ", "بصاروخ")
    assert term("صاروخ", held.index).forms == ("صاروخ", "صواريخ", "بصاروخ")
