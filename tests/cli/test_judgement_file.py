from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.cli.judgement_file import fault, normal, read, write
from tawatur.records.errors import UsageError
from tawatur.records.judgement import Judgement, Subject

ONE = Subject(type="person", name="سامي النورس")
TOLD = Judgement(
    id="j-1",
    kind="merge",
    subjects=(ONE, Subject(type="person", name="النورس")),
    who="نادية",
    when="2024-05-01T00:00:00.000000+00:00",
)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"subjects": ()}, "two subjects"),
        ({"kind": "rename"}, "one subject"),
        ({"when": "yesterday"}, "no ISO time"),
        ({"when": "2024-05-01T00:00:00"}, "no zone"),
    ],
)
def test_a_judgement_of_another_form_has_its_fault_named(change: dict[str, object], said: str) -> None:
    assert said in (fault(msgspec.structs.replace(TOLD, **change)) or "")
    assert fault(TOLD) is None


def test_a_time_with_another_zone_is_told_in_utc() -> None:
    told = normal(msgspec.structs.replace(TOLD, when="2024-05-01T03:00:00+03:00"))
    assert told.when == "2024-05-01T00:00:00.000000+00:00"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write(tmp_path / "j.jsonl", [TOLD])
    assert read(tmp_path / "j.jsonl") == [TOLD]


@given(data=st.binary(max_size=200).filter(lambda data: data.strip() != b""))
def test_bytes_that_are_no_judgements_are_an_error_that_names_the_file(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("judgements") / "j.jsonl"
    path.write_bytes(data)
    with pytest.raises(UsageError) as error:
        read(path)
    assert error.value.values["path"] == path
