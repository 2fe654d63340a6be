from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.helpers import HOSTILE

from tawatur.export.parts.plain import characters, html, seen, whole, xml

_ANY = st.text(st.characters(exclude_categories=()))


@given(_ANY)
def test_xml_gives_back_every_text_that_it_can_hold(text: str) -> None:
    found = fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')  # noqa: S314 (made above)
    assert found.text == (characters(text) or None)
    assert found.get("b") == characters(text)


@given(_ANY)
def test_what_cannot_be_held_is_replaced_one_for_one(text: str) -> None:
    assert len(characters(text)) == len(text)
    assert len(whole(text)) == len(text)
    characters(text).encode()
    whole(text).encode()


def test_arabic_with_its_vowels_stays_as_it_is() -> None:
    words = "قُتل ثمانية، وأُصيب 63 «آخرون»\u200f ٣"
    assert characters(words) == whole(words) == seen(words) == words


def test_words_that_are_looked_at_cannot_turn_their_neighbours() -> None:
    assert not set(seen(HOSTILE)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\n\r\t")


@pytest.mark.parametrize("sign", ["<", ">", '"', "'"])
def test_html_has_no_sign_of_markup_of_its_own(sign: str) -> None:
    assert sign not in html(HOSTILE)
