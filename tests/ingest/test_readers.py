import pickle
import re
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.helpers import Read

from tawatur.ingest import Raw, Reader, Reason, readers
from tawatur.resources import load

DOCS = Path(__file__).parents[2] / "docs"


def _read_shout(source: Any, stream: Any, context: Any) -> Any:
    yield Raw(source=source.path, format="text", text=stream.read().decode().upper(), identity=source.path)


SHOUT = Reader("shout", (".shout",), (), lambda head: True, _read_shout)


@pytest.fixture
def plug_in(monkeypatch: pytest.MonkeyPatch) -> Any:
    point = EntryPoint("shout", f"{__name__}:SHOUT", readers.GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda self: SHOUT)
    monkeypatch.setattr(readers, "entry_points", lambda group: EntryPoints((point,)))
    readers.all_readers.cache_clear()
    yield
    readers.all_readers.cache_clear()


def test_a_reader_of_another_package_is_used(tmp_path: Path, read: Read, plug_in: None) -> None:
    (tmp_path / "a.shout").write_text("abc")
    assert read(tmp_path).texts == ["ABC"]


def test_every_reader_s_endings_are_in_the_documentation() -> None:
    text = (DOCS / "reading.md").read_text(encoding="utf-8")
    for reader in readers.BUILT_IN:
        for suffix in reader.suffixes:
            assert f"`{suffix}`" in text, f"{reader.name}: {suffix}"


def test_every_code_has_its_words_in_both_languages_and_its_line_in_the_documentation() -> None:
    documented = set(re.findall(r"^\| `(\w+)` ", (DOCS / "dropped.md").read_text(encoding="utf-8"), re.M))
    for reason in Reason:
        assert str(reason) in load("messages/reasons.ar")
        assert str(reason) in load("messages/reasons.en")
        assert str(reason) in documented


def test_a_raw_can_be_handed_to_another_process() -> None:
    raw = Raw(source="a", format="text", data=b"a")
    assert pickle.loads(pickle.dumps(raw)) == raw  # noqa: S301 (our own)


def test_the_documentation_s_words_for_a_code_are_the_program_s() -> None:
    text = (DOCS / "dropped.md").read_text(encoding="utf-8")
    for reason in Reason:
        row = f"| `{reason}` | {load('messages/reasons.en')[reason]} | {load('messages/reasons.ar')[reason]} |"
        assert row in text


def _blocks(name: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", (DOCS / name).read_text(encoding="utf-8"), re.M | re.S)


def test_the_documentation_s_example_of_a_reader_works(tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    names: dict[str, Any] = {}
    exec(_blocks("readers.md")[0], names)  # noqa: S102 (our own documentation)
    mail = "Subject: =?utf-8?b?2KzYs9ix?=\nFrom: a@sahl.example\nContent-Type: text/plain; charset=utf-8\n\nفتحت البلدية الجسر."
    (tmp_path / "a.eml").write_text(f"X: y\n{mail}", encoding="utf-8")
    monkeypatch.setattr("tawatur.ingest.read.all_readers", lambda: (names["MAIL"], *readers.BUILT_IN))
    found = read(tmp_path).documents[0]
    assert (found.text.strip(), found.given.title) == ("فتحت البلدية الجسر.", "جسر")


def test_the_documentation_s_example_of_reading_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dump").mkdir()
    (tmp_path / "dump" / "a.csv").write_text("content,url\nنص المقال,https://sahl.example/1\n,x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(_blocks("reading.md")[0], {})  # noqa: S102 (our own documentation)
    assert capsys.readouterr().out == "نص المقال\nthe field 'content' is empty\n"
