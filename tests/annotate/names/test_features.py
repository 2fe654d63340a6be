"""What the article's other lines say of a word is among its features."""

from tawatur.annotate.names.features import features, gather
from tawatur.annotate.names.lexicon import lexicon


def _rows(*sentences: list[str]) -> list[list[str]]:
    return features(sentences[0], lexicon(), gather(sentences))


def test_a_word_after_a_title_elsewhere_says_so() -> None:
    alone = _rows(["وصل", "نيرسان"])[1]
    told = _rows(["وصل", "نيرسان"], ["زار", "الرييس", "نيرسان"])[1]
    assert "d-T" in told
    assert "d-T" not in alone


def test_its_own_place_is_not_elsewhere() -> None:
    assert "d-T" not in _rows(["الرييس", "نيرسان"], ["نيرسان", "عاد"])[1]


def test_a_word_with_a_clitic_is_the_same_word() -> None:
    assert "dn=2" in _rows(["نيرسان"], ["ونيرسان"])[0]


def test_as_many_rows_as_words() -> None:
    words = ["قال", "نيرسان", "،", "ثم", "عاد"]
    assert len(_rows(words)) == len(words)
