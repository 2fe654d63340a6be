from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.ingest import Raw, raws
from tawatur.ingest.addresses import tidy
from tawatur.ingest.letters import storable, whole_letters
from tawatur.records.document import Given, Hint


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_string_can_be_stored_and_a_sound_one_is_unchanged(text: str) -> None:
    whole = whole_letters(text)
    whole.encode("utf-8")
    assert whole_letters(whole) == whole


def test_all_strings_of_a_record_are_made_whole() -> None:
    half = "\ud83d"
    raw = Raw(source=half, format="row", text=f"{half}\ude00", given=Given(title=half), hints=(Hint(name="a", value=half),))
    fixed = storable(raw)
    msgspec.msgpack.encode(fixed)
    assert (fixed.text, fixed.given.title, fixed.hints[0].value) == ("😀", "\ufffd", "\ufffd")


def test_half_characters_in_any_field_of_json_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"text": "\\ud83d", "title": "\\ud83d", "x\\ud83d": "\\ud83d"}]')
    for one in raws(tmp_path):
        msgspec.msgpack.encode(one)


@pytest.mark.parametrize(
    ("address", "tidied"),
    [
        ("HTTPS://Sahl.Example:443/News/1?utm_source=rss&id=7&fbclid=x#part", "https://sahl.example/News/1?id=7"),
        ("http://sahl.example/%D8%AE%D8%A8%D8%B1%20%2F?q=%D8%AE", "http://sahl.example/خبر%20%2F?q=خ"),
        ("http://sahl.example/%D8", "http://sahl.example/%D8"),
        ("urn:newsml:wire:7", "urn:newsml:wire:7"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_one_page_has_one_address(address: str, tidied: str) -> None:
    assert tidy(address) == tidied


@given(st.text())
def test_any_address_is_survived_and_tidying_twice_is_tidying_once(address: str) -> None:
    once = tidy(f"http://{address}")
    assert tidy(once) == once
