import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.export.helpers import HOSTILE

from tawatur.export.parts.streams import to_line, write_lines, write_object


@given(st.text())
def test_a_line_of_json_gives_its_text_back(text: str) -> None:
    line = to_line({"a": text}).decode()
    assert json.loads(line) == {"a": text}
    assert len(line.splitlines()) == 1
    assert "<" not in line


def test_a_lone_surrogate_is_replaced() -> None:
    assert json.loads(to_line(["ا\ud800ب"])) == ["ا\ufffdب"]


def test_an_object_is_written_row_by_row(tmp_path: Path) -> None:
    assert write_object(tmp_path / "a.json", {"type": HOSTILE}, "rows", iter([1, "ب"])) == 2
    assert json.loads((tmp_path / "a.json").read_bytes()) == {"type": HOSTILE, "rows": [1, "ب"]}
    write_object(tmp_path / "b.json", {}, "rows", [])
    assert json.loads((tmp_path / "b.json").read_bytes()) == {"rows": []}


def test_lines_are_counted(tmp_path: Path) -> None:
    assert write_lines(tmp_path / "a.jsonl", [{"a": 1}, {"a": HOSTILE}]) == 2
    assert [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()] == [
        {"a": 1},
        {"a": HOSTILE},
    ]
