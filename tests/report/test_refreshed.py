"""Examples of what a refreshing changed, in words."""

from typing import Any

import pytest

from tawatur.records.change import Change
from tawatur.report.refreshed import example_lines


def _line(before: dict[str, Any], after: dict[str, Any], **more: Any) -> str:
    fields: dict[str, Any] = {"kind": "statement", "how": "changed", "id": "q-1", "document": "d-1", **more}
    change = Change(before=before, after=after, **fields)
    [line] = example_lines({change.kind: (change,)}, "en")
    return line.replace("\u2068", "«").replace("\u2069", "»")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"speaker": "سامي"}, {"speaker": "فهد"}, "speaker: «سامي» → «فهد»"),
        ({"speaker": None}, {"speaker": "فهد"}, "speaker: nothing → «فهد»"),
        ({"soft": False}, {"soft": True}, "soft: no → yes"),
        ({"documents": ["d-1", "d-2"]}, {"documents": ["d-2", "d-3"]}, "articles: «d-1» → «d-3»"),
        ({"documents": ["d-1"]}, {"documents": list("abcdefg")}, "articles: «d-1» → «a», «b», «c», (+4)"),
        ({"sides": ["7", "7"]}, {"sides": ["7"]}, "sides: «7», «7» → «7»"),
    ],
)
def test_a_change_tells_from_what_to_what(before: dict[str, Any], after: dict[str, Any], told: str) -> None:
    assert _line(before, after).endswith(told)


def test_long_words_are_cut_and_line_ends_taken_out() -> None:
    line = _line({"speaker": "ا" * 200}, {"speaker": "ب\nج"}, text="كلام " * 50)
    assert "\n" not in line
    assert len(line) < 250


def test_no_words_of_an_article_turn_the_line_around() -> None:
    assert "\u202e" not in _line({"speaker": "\u202eسامي"}, {"speaker": "فهد"}, text="\u202eنص")
