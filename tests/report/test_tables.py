import io
from typing import Any

import msgspec
import pytest
from rich.console import Console

from tawatur.records.dropped import Dropped
from tawatur.report.clean_text import isolated, one_line, shown
from tawatur.report.messages import LANGUAGES, Lang
from tawatur.report.reading import dropped_table, read_data, read_table
from tawatur.report.show import story_data, story_report
from tawatur.report.stories import stories_data, stories_table


def _printed(*parts: Any) -> str:
    out = io.StringIO()
    console = Console(file=out, width=200, highlight=False, markup=False, emoji=False)
    for part in parts:
        console.print(part)
    return out.getvalue()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_stories_sets_articles_against_origins(library: Any, lang: Lang) -> None:
    lines = _printed(stories_table(library.stories(), lang, library.entity)).splitlines()
    row = next(line for line in lines if library.stories()[1].id in line)
    assert row.split()[-3:] == ["6", "2", library.stories()[1].id]
    assert ("وادي الرمان" if lang == "ar" else "Wadi al-Rumman") in row


def test_the_stories_as_data_go_to_json(library: Any) -> None:
    data = msgspec.json.decode(msgspec.json.encode(stories_data(library.stories())))
    assert [(one["articles"], one["independent_origins"]) for one in data] == [(1, 1), (6, 2), (1, 1)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_story_is_told_with_its_origins_statements_findings_and_references(view: Any, lang: Lang) -> None:
    text = _printed(*story_report(view, lang))
    for words in (
        "سلمى الكواري",
        "سنفتح البوابات على مراحل",
        "فيضان الربيع الماضي",
        "29 سبتمبر 2021",
        view.findings[0].reason.ar,
    ):
        assert (words in text) == (lang == "ar" or words != view.findings[0].reason.ar)


def test_a_story_as_data_goes_to_json_with_its_evidence(view: Any) -> None:
    data = msgspec.json.decode(msgspec.json.encode(story_data(view)))
    assert len(data["articles"]) == 6
    assert sum(len(one["carried_by"]) for one in data["statements"]) == sum(len(d.settled.quotes) for d in view.documents)
    assert [one["kind"] for one in data["findings"]] == ["corroborated", "single_origin"]


def test_counts_are_told_in_the_order_of_the_export() -> None:
    text = _printed(read_table({"dropped": 2, "documents": 1234}, "en"))
    assert text.index("articles") < text.index("1,234") < text.index("dropped")
    assert read_data({"documents": 1}, [])["counts"] == {"documents": 1}


def test_few_cases_are_listed_and_many_are_summed_up() -> None:
    cases = [Dropped(stage="ingest", source=f"صورة {n}.png", reason="format", detail="no reader") for n in range(31)]
    assert "صورة 3.png" in _printed(dropped_table(cases[:5], "ar"))
    many = _printed(dropped_table(cases, "ar"))
    assert "صورة 3.png" not in many
    assert "31" in many


def test_what_steers_a_terminal_is_not_obeyed() -> None:
    case = Dropped(stage="ingest", source="a\x1b]0;title\x07[bold]\u009b31m.txt", reason="x", detail="line\nline\r\x08")
    text = _printed(dropped_table([case], "en"))
    assert not {"\x1b", "\x07", "\x08", "\u009b", "\r"} & set(text)
    assert "[bold]" in text


def test_shown_text_can_be_written_as_utf_8_and_keeps_its_length() -> None:
    text = "أ\ud800ب\x00\tج\n"
    assert shown(text).encode() == "أ\ufffdب\ufffd\tج\n".encode()
    assert one_line(" أ \n ب ") == "أ ب"
    assert isolated("x") == "\u2068x\u2069"
