from hypothesis import given
from hypothesis import strategies as st

from tawatur.annotate.names.clitics import clitics
from tawatur.annotate.names.lexicon import lexicon
from tawatur.annotate.names.tokens import after, bare, tokenise
from tawatur.arabic.fold import fold


@given(st.text())
def test_tokens_stand_in_order_in_the_text(text: str) -> None:
    at = 0
    for token in tokenise(text, 0, len(text)):
        assert at <= token.start < token.end <= len(text)
        assert token.form
        at = token.end


@given(st.text(alphabet="وفبلكالمن", min_size=1, max_size=8))
def test_a_word_without_clitics_is_its_own_end(word: str) -> None:
    for way in bare(word):
        assert way.form == word[way.cut :] or way.form == "ا" + word[way.cut :]


def test_the_preposition_on_the_article_gives_the_article_back() -> None:
    assert ("المجلس", 1) in bare("للمجلس")
    assert ("المجلس", 2) in bare("وللمجلس")


def test_cutting_counts_letters_and_not_marks() -> None:
    text = "وَلِتُركيا"
    (token,) = tokenise(text, 0, len(text))
    assert fold(text[after(text, token, 2) :]) == "تركيا"


def test_a_known_name_keeps_its_first_letter() -> None:
    assert clitics("لبنان", "لبنان", frozenset(), lexicon()) == 0
    assert clitics("وليد", "وليد", frozenset(), lexicon()) == 0


def test_the_article_shows_what_is_a_clitic() -> None:
    assert clitics("لزغرافوف", "لزغرافوف", frozenset({"زغرافوف"}), lexicon()) == 1
    assert clitics("لزغرافوف", "لزغرافوف", frozenset(), lexicon()) == 0


def test_a_hamza_after_the_letter_shows_a_clitic() -> None:
    assert clitics("لاوردغاوا", "لأوردغاوا", frozenset(), lexicon()) == 1
