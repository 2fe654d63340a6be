import re
from pathlib import Path

import pytest

import tawatur
from tawatur.ingest import Reason
from tawatur.report.messages import Lang, messages

_DOCS = Path(__file__).resolve().parents[2] / "docs" / "dropped.md"
_SOURCE = Path(tawatur.__path__[0])


def _codes() -> set[str]:
    """The codes of ingest, and those that other stages write."""
    others: set[str] = set()
    for path in _SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        others |= {*re.findall(r"Dropped\([^)]*\breason=\"(\w+)\"", text), *re.findall(r"\bFault\(\"(\w+)\"", text)}
    return {*map(str, Reason), *others}


def test_the_codes_of_all_stages_are_looked_at() -> None:
    assert {"program_fault", "empty"} <= _codes()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_reason_has_its_words_and_no_words_are_left_over(lang: Lang) -> None:
    assert messages("reasons", lang).keys() == _codes()


def test_every_reason_is_explained_in_the_docs_with_the_same_words() -> None:
    text = _DOCS.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", text, flags=re.M))
    ar, en = messages("reasons", "ar"), messages("reasons", "en")
    assert rows == {code: f"{en(code)} | {ar(code)}" for code in _codes()}
