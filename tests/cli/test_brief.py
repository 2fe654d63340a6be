"""`tawatur brief`: a story or a day, in each format, to a file or to standard output."""

import json
from pathlib import Path

import pytest
from tests.report.brief.prose import ARTICLES

from tawatur.cli.main import main


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("prose")
    for name, text in ARTICLES.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    path = str(folder / "tawatur.sqlite")
    assert main(["read", *(str(folder / name) for name in ARTICLES), "--store", path, "--quiet", "--workers", "1"]) == 0
    return path


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", b"<!DOCTYPE html>"), ("md", b"# "), ("docx", b"PK"), ("json", b"{"), ("pdf", b"%PDF")]
)
def test_the_ending_of_the_file_says_the_format(
    store: str, tmp_path: Path, ending: str, begins: bytes, request: pytest.FixtureRequest
) -> None:
    if ending == "pdf":
        request.getfixturevalue("pango")
    out = tmp_path / f"brief.{ending}"
    assert main(["brief", "1", "--store", store, "--out", str(out)]) == 0
    assert out.read_bytes().lstrip().startswith(begins)


def test_the_format_asked_for_goes_before_the_ending(store: str, tmp_path: Path) -> None:
    out = tmp_path / "brief.txt"
    assert main(["brief", "1", "--store", store, "--out", str(out), "--format", "html"]) == 0
    assert "<!DOCTYPE html>" in out.read_text(encoding="utf-8")


def test_a_brief_is_markdown_in_arabic_unless_asked_otherwise(store: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["brief", "1", "--store", store]) == 0
    assert capfdbinary.readouterr().out.decode().startswith("# موجز: ")


def test_an_english_frame_is_asked_for_by_the_language(store: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["brief", "1", "--store", store, "--lang", "en"]) == 0
    assert capfdbinary.readouterr().out.decode().startswith("# Brief: ")


def test_a_date_gives_the_brief_of_the_day(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "2021-05-03", "--store", store, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["of"], told["date"], len(told["sections"])) == ("day", "2021-05-03", 1)


@pytest.mark.parametrize("day", ["2001-01-01", "2021-02-31"])
def test_a_day_without_stories_is_said_to_have_none(store: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", day, "--store", store, "--lang", "en"]) == 2
    assert f"There are no stories of {day}" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_said_so(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "1", "--store", store, "--lang", "en", "--out", str(tmp_path / "none" / "brief.md")]) == 1
    assert "could not be written" in capsys.readouterr().err
