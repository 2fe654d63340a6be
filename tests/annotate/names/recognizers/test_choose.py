import builtins
import importlib
import re
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest
from tests.annotate.names.recognizers.tiny import make

from tawatur.annotate.names.recognizers import ENVIRONMENT, RecognizerError, RecognizerKind, check, choose, chosen, state
from tawatur.records.errors import UsageError

_DOCS = Path(__file__).parents[4] / "docs" / "recognizers.md"


class Nothing:
    """Finds no name."""

    def recognize(self, texts: Any) -> Any:
        """Nothing in each."""
        return [[] for _ in texts]


def _refuse(argument: str) -> Any:
    raise ValueError(f"{argument} is not to be had")


_KINDS = {
    "nothing": RecognizerKind("nothing", lambda argument: Nothing(), lambda argument: f"version of {argument}"),
    "broken": RecognizerKind("broken", _refuse, _refuse),
}


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages with recognisers of their own are installed, one of which cannot be imported."""

    def load(point: EntryPoint) -> RecognizerKind:
        if point.name not in _KINDS:
            raise ImportError(point.value)
        return _KINDS[point.name]

    points = EntryPoints(EntryPoint(name, f"package:{name}", choose.GROUP) for name in ("broken", "missing", "nothing"))
    monkeypatch.setattr(EntryPoint, "load", load)
    monkeypatch.setattr(choose, "entry_points", lambda group: points)
    choose._loaded.cache_clear()


@pytest.mark.parametrize("spelled", ["", "none"])
def test_none_is_none(spelled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, spelled)
    assert check(spelled) == ""
    assert chosen() is None
    assert state() is None


def test_a_recognizer_of_another_package_is_used(plugged: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, "nothing:of mine")
    first = chosen()
    assert first is not None
    assert isinstance(first.recognizer, Nothing)
    assert (first.alone, first.name) == (False, "nothing:of mine")
    second = chosen()
    assert second is not None
    assert second.recognizer is first.recognizer  # loaded once a process


def test_the_example_of_the_docs_runs(tmp_path: Path) -> None:
    [code] = re.findall(r"```python\n(.+?)```", _DOCS.read_text(encoding="utf-8"), flags=re.S)
    made: dict[str, Any] = {}
    exec(code, made)  # noqa: S102
    kind: RecognizerKind = made["WEAPONS"]
    path = tmp_path / "names.txt"
    path.write_text("صاروخ نيرجس\nالطوربان\n", encoding="utf-8")
    text = "أطلق الطوربان ثم الطوربان"
    [found, nothing] = kind.load(str(path)).recognize([text, "لا شيء"])
    assert [(text[one.start : one.end], one.type) for one in found] == [("الطوربان", "product")] * 2
    assert nothing == []
    before = kind.state(str(path))
    path.write_text("الطوربان\n", encoding="utf-8")
    assert kind.state(str(path)) != before


def test_every_setting_is_in_the_docs() -> None:
    text = _DOCS.read_text(encoding="utf-8")
    assert [name for name in ("labels", "least_score", "max_tokens", "threads", "model") if f"\n{name}:" not in text] == []


def test_the_state_tells_the_recognizer_what_it_is_made_of_and_its_place(plugged: None, monkeypatch: pytest.MonkeyPatch) -> None:
    states = []
    for spelled in ("nothing:a", "alone:nothing:a", "nothing:b"):
        monkeypatch.setenv(ENVIRONMENT, spelled)
        states.append(state())
    assert len(set(states)) == 3
    assert "version of a" in str(states[0])


def test_an_unknown_one_is_named_with_those_that_there_are(plugged: None) -> None:
    with pytest.raises(UsageError) as error:
        check("other:x")
    assert (error.value.code, error.value.values) == (
        "recognizer_unknown",
        {"name": "other", "known": "broken, hf, missing, nothing"},
    )


@pytest.mark.parametrize("spelled", ["broken:x", "missing"])
def test_one_that_fails_to_load_is_named(plugged: None, spelled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, spelled)
    for asked in (lambda: check(spelled), state):
        with pytest.raises(UsageError) as error:
            asked()
        assert error.value.code == "recognizer_unusable"
        assert spelled in str(error.value.values["recognizer"]) or error.value.values["recognizer"] == spelled.partition(":")[0]
    with pytest.raises(RecognizerError, match=spelled):
        chosen()


def test_a_path_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path / "tiny", {"شبرقوت": "B-PER"})
    monkeypatch.chdir(tmp_path)
    assert check("alone:hf:tiny") == f"alone:hf:{tmp_path.resolve() / 'tiny'}"


@pytest.mark.parametrize("package", ["numpy", "onnxruntime", "tokenizers"])
def test_a_package_that_is_not_installed_is_named_with_its_extra(
    package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.import_module

    def without(name: str, *more: Any) -> Any:
        if name == package:
            raise ImportError(name)
        return found(name, *more)

    monkeypatch.setattr(importlib, "import_module", without)
    with pytest.raises(UsageError) as error:
        check(f"hf:{make(tmp_path / 'tiny', {'شبرقوت': 'B-PER'})}")
    assert error.value.code == "extra_missing"
    assert error.value.values["extra"] == "models"


def test_nothing_heavy_is_imported_where_no_recognizer_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    asked: list[str] = []
    found = builtins.__import__

    def note(name: str, *more: Any, **others: Any) -> Any:
        asked.append(name)
        return found(name, *more, **others)

    monkeypatch.setattr(builtins, "__import__", note)
    assert chosen() is None
    assert state() is None
    assert not {"onnxruntime", "tokenizers", "numpy"} & set(asked)
