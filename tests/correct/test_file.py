from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.correct.faults import fault, normal
from tawatur.correct.file import read, write
from tawatur.records.finding_judgement import FindingJudgement
from tawatur.records.judgement import Judgement, Subject
from tawatur.records.span import Span
from tawatur.records.story_judgement import StoryJudgement

ONE = Subject(type="person", name="سامي النورس")
WHEN = "2024-05-01T00:00:00.000000+00:00"
NAMES = Judgement(id="j-1", kind="merge", subjects=(ONE, Subject(type="person", name="النورس")), who="نادية", when=WHEN)
STORIES = StoryJudgement(id="k-1", kind="join", documents=("d-1",), others=("d-2",), who="نادية", when=WHEN)
FINDINGS = FindingJudgement(
    id="g-1",
    kind="dismiss",
    finding="n-1",
    of="conflict",
    sides=(Span(document="d-1", start=0, end=4),),
    about="14 after 9",
    who="نادية",
    when=WHEN,
)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (msgspec.structs.replace(NAMES, subjects=()), "two subjects"),
        (msgspec.structs.replace(NAMES, kind="rename"), "one subject"),
        (msgspec.structs.replace(NAMES, kind="split", subjects=(ONE,)), "forms or documents"),
        (msgspec.structs.replace(NAMES, kind="rename", subjects=(ONE,), name=" "), "needs a name"),
        (msgspec.structs.replace(NAMES, when="yesterday"), "no ISO time"),
        (msgspec.structs.replace(NAMES, undone="2024-05-01T00:00:00"), "no zone"),
        (msgspec.structs.replace(NAMES, who=" "), "who judged"),
        (msgspec.structs.replace(NAMES, id="j-1' --"), "no id"),
        (msgspec.structs.replace(STORIES, others=()), "documents and others"),
        (msgspec.structs.replace(FINDINGS, sides=()), "sides"),
    ],
)
def test_a_judgement_of_another_form_has_its_fault_named(told: Judgement, said: str) -> None:
    assert said in (fault(told) or "")


@pytest.mark.parametrize("told", [NAMES, STORIES, FINDINGS])
def test_a_judgement_as_it_should_be_has_no_fault_and_is_read_as_it_was_written(
    told: Judgement | StoryJudgement | FindingJudgement, tmp_path: Path
) -> None:
    assert fault(told) is None
    assert write(tmp_path / "j.jsonl", [told]) == 1
    assert read(tmp_path / "j.jsonl") == ([told], [])


def test_times_with_another_zone_are_told_in_utc() -> None:
    told = normal(msgspec.structs.replace(NAMES, when="2024-05-01T03:00:00+03:00", undone="2024-05-02T01:00:00+01:00"))
    assert (told.when, told.undone) == (WHEN, "2024-05-02T00:00:00.000000+00:00")


def test_every_line_tells_the_version_of_the_format_and_one_without_it_is_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    write(path, [NAMES])
    line = path.read_bytes()
    assert line.startswith(b'{"version":1,')
    path.write_bytes(line.replace(b'"version":1,', b""))
    assert read(path) == ([NAMES], [])


def test_a_line_of_a_newer_version_is_named_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    write(path, [NAMES, STORIES])
    path.write_bytes(path.read_bytes().replace(b'"version":1,', b'"version":2,', 1))
    told, [bad] = read(path)
    assert told == [STORIES]
    assert (bad.line, "update the program" in bad.error) == (1, True)


def test_the_order_of_the_lines_is_that_of_the_times(tmp_path: Path) -> None:
    later = msgspec.structs.replace(STORIES, when="2024-06-01T00:00:00.000000+00:00")
    write(tmp_path / "one.jsonl", [later, NAMES])
    write(tmp_path / "two.jsonl", [NAMES, later])
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert read(tmp_path / "one.jsonl")[0] == [NAMES, later]


@given(data=st.binary(max_size=200))
def test_no_bytes_whatever_stop_the_reading_and_every_line_that_is_none_is_named(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("judgements") / "j.jsonl"
    path.write_bytes(data)
    told, faults = read(path)
    assert told == []
    assert len(faults) == sum(bool(line.removeprefix(b"\xef\xbb\xbf").strip()) for line in data.split(b"\n"))
