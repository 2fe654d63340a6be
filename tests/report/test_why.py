import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tawatur
from tawatur.annotate.dates import years
from tawatur.records.article import LineKind
from tawatur.report.messages import LANGUAGES, messages
from tawatur.report.why import kind, translation, why
from tawatur.resources import load

_ROWS = load("why")
_SAMPLES = {
    "document": "d-0123456789abcdef",
    "day": "2021-09-29",
    "value": "2021-W38",
    "sentences": "3",
    "number": "31",
    "field": "jsonld:datePublished",
    "words": "سلمى الكواري",
    "reasons": "a caption's date; a <time> of the page",
}
_PLACE = re.compile(r"\{(\w+)\}")
_MARKS = re.compile("[\u2066-\u2069]")
_SOURCE = Path(tawatur.__path__[0])


def _instance(template: str) -> str:
    return _PLACE.sub(lambda place: _SAMPLES[kind(place[1])], template)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """The export of the example corpus."""
    folder = tmp_path_factory.mktemp("demo")
    # a process of its own, since the demo brings its own register of outlets and agencies
    subprocess.run([sys.executable, "-m", "tawatur.cli.main", "demo", str(folder), "--json"], check=True, capture_output=True)
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in sorted((folder / "export").glob("*.jsonl"))
    }


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["en"])
def test_each_template_translates_what_it_makes(row: dict[str, str]) -> None:
    told = translation(_instance(row["en"]), "ar")
    assert told is not None
    # the words between the places are those of this very template
    pieces = [piece for n, piece in enumerate(_PLACE.split(row["ar"])) if n % 2 == 0]
    assert re.fullmatch(".+".join(map(re.escape, pieces)), told, re.DOTALL)


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["en"])
def test_a_translation_has_the_places_of_its_template_and_no_latin_letters(row: dict[str, str]) -> None:
    assert set(_PLACE.findall(row["ar"])) == set(_PLACE.findall(row["en"]))
    assert set(_PLACE.findall(row.get("shown", ""))) <= set(_PLACE.findall(row["en"]))
    assert not re.search("[A-Za-z]", _PLACE.sub("", row["ar"]))


def test_every_reason_of_the_example_is_told_in_arabic(example: dict[str, list[Any]]) -> None:
    reasons = {row["published_reason"] for row in example["documents"]}
    reasons |= {row["basis"] for row in example["dates"]}
    reasons |= {drift["reason"] for row in example["reuse"] for drift in row["drift"]}
    reasons |= {row["reason"] for row in example["references"]}
    reasons |= {member["reason"] for row in example["threads"] for member in row["stories"]}
    reasons -= {""}
    assert len(reasons) > 20
    assert {reason for reason in reasons if translation(reason, "ar") is None} == set()


def test_every_reason_that_the_source_spells_out_has_its_template() -> None:
    """Literals where stages make reasons; those with places are matched after their places are filled."""
    made = re.compile(
        r"(?:Unresolved\(|\breason=|\breason = |Publication\(reason=|ValueError\(|\"(?:bad|reason)\": |return )f?\"((?:[a-z«{][^\"\\]*? [^\"\\]*))\""
    )
    rooms = (
        "clean/published.py",
        "clean/candidates.py",
        "settle",
        "stories",
        "reuse/drift.py",
        "annotate/dates",
        "arabic/calendars.py",
    )
    paths = [path for room in rooms for path in (_SOURCE / room, *(_SOURCE / room).rglob("*.py")) if path.suffix == ".py"]
    found = {text for path in paths for text in made.findall(path.read_text(encoding="utf-8"))}
    assert len(found) > 20
    known = [re.sub(r"\{\w+\}", "{}", row["en"]) for row in _ROWS]
    plain = {re.sub(r"\{[^}]*\}+", "{}", text.removeprefix("{candidate.reason}; ")) for text in found}
    missing = {text for text in plain if text.rstrip() not in known and not any(one.startswith(text) for one in known)}
    assert missing - {"{} {}", "before the Hijri era: {}", "the year {} {}"} == set()


@pytest.mark.parametrize("fault", sorted(years._MISWRITTEN.values()))
def test_a_miswritten_year_has_its_template(fault: str) -> None:
    assert translation(f"the year 201 {fault}", "ar") is not None


def test_every_code_of_a_line_has_its_words(example: dict[str, list[Any]]) -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted((_SOURCE / "clean").glob("*.py")))
    given = "\n".join(line for line in source.splitlines() if ".give(" in line)
    codes = set(re.findall(r'(?<!f)"(\w+)"', given)) - {*get_args(LineKind), "house"} | {"title"}
    assert {"breadcrumb", "first_line", "title", "section_name"} <= codes
    codes |= {f"signed_{name}" for name in ("byline", "dateline", "credit")} | {"sign_off_house", "sign_off_end", "prose"}
    codes |= {f"residue_{group}" for group in (*load("furniture")["phrases"], "marks_only", "numbers", "date")}
    for lang in LANGUAGES:
        words = messages("web", lang)
        keys = {key.removeprefix("line_why_") for key in sorted(words.keys()) if key.startswith("line_why_")}
        assert codes == keys


def test_what_is_joined_is_told_one_by_one() -> None:
    reason = "the page's metadata, meta:date; rejected: after the page was read"
    assert _MARKS.sub("", why(reason, "ar")) == "بيانات الصفحة الوصفية، الحقل meta:date؛ رُفض لأنه بعد يوم قراءة الصفحة"
    twin = "no date of its own; 2 of its sentences stand in d-1, published on 2021-09-29; its weekdays say 2021-09-30"
    told = why(twin, "ar", {"d-1": "مقال النهر"}.get)
    assert told == (
        "لا تاريخ له في نفسه؛ وفيه جملتان من مقال النهر، المنشور في 29 أيلول/سبتمبر 2021؛ "
        "وأيام الأسبوع المذكورة فيه تدل على 30 أيلول/سبتمبر 2021"
    )


def test_in_english_a_reason_is_itself_with_articles_called_by_name() -> None:
    reason = "no date of its own; 2 of its sentences stand in d-1, published on 2021-09-29"
    assert why(reason, "en") == reason
    assert why(reason, "en", {"d-1": "Nahr"}.get) == reason.replace("d-1", "Nahr")
    assert why("absolute", "en") == "given in full"


def test_a_reason_without_translation_is_isolated_english() -> None:
    assert why("moonlight", "ar") == "\u2068moonlight\u2069"
    assert why("moonlight; a caption's date", "ar") == "\u2068moonlight; a caption's date\u2069"
    assert why("moonlight", "en") == "moonlight"


@given(st.text(max_size=60) | st.lists(st.sampled_from([_instance(row["en"]) for row in _ROWS]), max_size=30).map("; ".join))
def test_any_reason_is_told_somehow(reason: str) -> None:
    assert bool(_MARKS.sub("", why(reason, "ar"))) == bool(_MARKS.sub("", reason))
