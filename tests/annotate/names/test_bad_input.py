"""Texts that are hardly articles give names that still point at their words."""

from collections.abc import Callable

import pytest

from tawatur.arabic.fold import fold
from tawatur.records.name import Name

Find = Callable[..., list[Name]]

_PLAIN = "قال وزير الخارجية الروسي سيرغي لافروف في موسكو إن تركيا تنتظر."


def _forms(names: list[Name]) -> list[str]:
    return [fold(name.text) for name in names]


def test_vowel_marks_on_every_letter_change_no_name(names_of: Find) -> None:
    marked = "".join(letter + "\u064e" if letter.isalpha() else letter for letter in _PLAIN)
    assert _forms(names_of(marked)) == _forms(names_of(_PLAIN)) != []


def test_a_vocalised_text_has_the_names_of_the_plain_one(names_of: Find) -> None:
    vocalised = "قَالَ وَزِيرُ الخَارِجِيَّةِ الرُّوسِيُّ سِيرْغِي لَافْرُوفُ فِي مُوسْكُو إِنَّ تُرْكِيَا تَنْتَظِرُ."
    assert _forms(names_of(vocalised)) == _forms(names_of(_PLAIN))


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u200d"])
def test_control_characters_inside_words_change_no_name(mark: str, names_of: Find) -> None:
    assert _forms(names_of(_PLAIN.replace("موسكو", f"مو{mark}سكو"))) == _forms(names_of(_PLAIN))


@pytest.mark.parametrize("mark", ["\u202b", "\u2067", "\u202c"])
def test_names_beside_turning_marks_point_at_their_words(mark: str, names_of: Find) -> None:
    text = mark + _PLAIN.replace("تركيا", f"تر{mark}كيا") + mark
    found = names_of(text)
    assert found
    assert all(name.text == text[name.start : name.end] for name in found)


@pytest.mark.parametrize(("text", "expected"), [("تركيا", ["تركيا"]), ("قال", []), ("،", []), ("", [])])
def test_an_article_of_one_word(text: str, expected: list[str], names_of: Find) -> None:
    assert [name.text for name in names_of(text)] == expected


def test_a_text_without_punctuation_has_the_names_of_the_same_text_with_it(names_of: Find) -> None:
    bare = " ".join([_PLAIN.rstrip(".")] * 40)
    assert _forms(names_of(bare)).count("تركيا") == 40


def test_five_thousand_names_in_one_article_are_found(names_of: Find) -> None:
    lands = ("تركيا", "فرنسا", "اليابان", "كندا", "البرازيل")
    text = "\n".join(f"زار الوفد {lands[i % 5]} ثم عاد إلى {lands[(i + 1) % 5]}." for i in range(2500))
    found = names_of(text)
    assert len(found) == 5000
    assert all(name.text in lands for name in found)
