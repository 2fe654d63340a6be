from hypothesis import given
from hypothesis import strategies as st

from tawatur.arabic import clitics


def test_all_readings_of_a_word_are_given_the_whole_word_first() -> None:
    assert [s.stem for s in clitics.splits("وبالمدينه")] == ["وبالمدينه", "بالمدينه", "المدينه", "مدينه"]


def test_lil_is_read_as_preposition_and_article() -> None:
    split = list(clitics.splits("للناطق"))[-1]
    assert (split.preposition, split.article, split.stem) == ("ل", True, "ناطق")


def test_a_word_that_begins_with_a_clitic_letter_keeps_its_own_reading() -> None:
    assert next(clitics.splits("ولد")).stem == "ولد"


def test_the_article_is_taken_off() -> None:
    assert (clitics.bare("الوزير"), clitics.bare("وزير"), clitics.bare("الا")) == ("وزير", "وزير", "الا")


def test_a_pronoun_is_taken_off_with_its_ta() -> None:
    assert "كلمه" in list(clitics.without_pronoun("كلمته"))


@given(st.text(alphabet="ابتلوفك", min_size=1, max_size=8))
def test_a_stem_is_the_end_of_its_word(word: str) -> None:
    assert all(word[split.offset :] == split.stem for split in clitics.splits(word))
