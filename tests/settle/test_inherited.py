"""What a person corrected of a page, in its later versions."""

from typing import Any

import pytest

from tawatur.records.correction import Correction
from tawatur.settle.inherited import inherited, later

_EARLIER = {"d-2": "d-1", "d-3": "d-2"}
_TEXTS = {"d-2": "خبر: السد آمن", "d-3": "السد آمن، والجسر قديم"}


def _line(identity: str = "w-1", document: str = "d-1", words: str = "السد آمن", start: int = 0, **more: Any) -> Correction:
    fields: dict[str, Any] = {"kind": "line", "value": "furniture", "who": "نادية", "when": "2024-05-01", **more}
    return Correction(id=identity, document=document, start=start, end=start + len(words), text=words, **fields)


def test_a_correction_holds_where_its_words_stand_in_later_versions() -> None:
    found = inherited([_line()], _EARLIER, _TEXTS)
    assert [(one.id, one.document, one.start, one.end) for one in found] == [("w-1@d-2", "d-2", 5, 13), ("w-1@d-3", "d-3", 0, 8)]
    assert {one.value for one in found} == {"furniture"}


def test_it_does_not_hold_where_its_words_are_gone_or_stand_twice() -> None:
    texts = {"d-2": "السد متين", "d-3": "قال إن السد آمن، ثم كرر أن السد آمن"}
    assert inherited([_line()], _EARLIER, texts) == []


def test_one_that_points_at_no_words_is_of_its_own_version() -> None:
    told = Correction(id="w-1", kind="date", document="d-1", value="2023-05-12", who="نادية", when="2024")
    assert inherited([told], _EARLIER, _TEXTS) == []


def test_one_that_was_taken_back_is_not_inherited() -> None:
    assert inherited([_line(undone="2024-05-02")], _EARLIER, _TEXTS) == []


def test_what_was_said_of_a_version_itself_or_of_a_nearer_one_holds_instead() -> None:
    own = _line("w-2", "d-2", start=5, value="heading", when="2024-04-01")  # earlier, and yet nearer
    found = inherited([_line(), own], _EARLIER, _TEXTS)
    assert [(one.id, one.value) for one in found] == [("w-2@d-3", "heading")]


def test_another_line_of_the_same_version_is_another_thing() -> None:
    other = _line("w-2", "d-3", words="الجسر قديم", start=11)
    assert [one.id for one in inherited([_line(), other], _EARLIER, _TEXTS)] == ["w-1@d-2", "w-1@d-3"]


@pytest.mark.parametrize("kind", ["date", "origin"])
def test_an_article_has_one_day_and_one_origin(kind: Any) -> None:
    own = Correction(id="w-2", kind=kind, document="d-2", value=None, who="سعاد", when="2024")
    told = _line(kind=kind)
    assert inherited([told, own], {"d-2": "d-1"}, _TEXTS) == []


def test_the_later_versions_of_documents_are_all_that_come_after() -> None:
    assert later(["d-1"], _EARLIER) == {"d-2", "d-3"}
    assert later(["d-2"], _EARLIER) == {"d-3"}
    assert later([], _EARLIER) == later(["d-9"], _EARLIER) == set()
