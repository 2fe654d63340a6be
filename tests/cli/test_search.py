import json
from pathlib import Path

import pytest

from tawatur.cli.main import main

_TEXT = "وصول سفينة الحبوب\n\nقال مدير المرفأ حمدي الزرعوني إن السفن تصل تباعا، وإن الأرصفة جاهزة.\n"


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (tmp_path / "a.txt").write_text(_TEXT, encoding="utf-8")
    path = str(tmp_path / "s.sqlite")
    main(["read", str(tmp_path / "a.txt"), "--store", path, "--quiet"])
    capsys.readouterr()
    return path


def test_what_is_found_is_printed_with_the_forms_that_were_looked_for(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "رصيف", "نوع:مقال", "--store", store, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "One result" in out
    assert "رصيف: الارصفه" in out
    assert "وصول سفينة الحبوب" in out


def test_programs_are_given_places_in_the_source(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "سفينة نوع:تصريح", "--json", "--limit", "1", "--store", store]) == 0
    hit = json.loads(capsys.readouterr().out)["hits"][0]
    assert _TEXT[hit["start"] : hit["end"]] == "السفن"


def test_a_wrong_query_is_wrong_use(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "شهر:أمس", "--store", store, "--lang", "ar"]) == 2
    assert "ليس يوما ولا شهرا" in capsys.readouterr().err
