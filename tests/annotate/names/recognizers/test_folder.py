import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.annotate.names.recognizers.tiny import make

from tawatur.annotate.names.recognizers.classifier import Classifier
from tawatur.annotate.names.recognizers.folder import digest, read
from tawatur.records.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "tiny", {"شبرقوت": "B-PER"})


def _config(folder: Path, **changed: object) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changed}))


def _damage(name: str) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        (folder / name).write_bytes(b"\x08\x07 no such thing")

    return damage


_DAMAGES: dict[str, Callable[[Path], object]] = {
    "no model": lambda folder: (folder / "model.onnx").unlink(),
    "no tokenizer": lambda folder: (folder / "tokenizer.json").unlink(),
    "no config": lambda folder: (folder / "config.json").unlink(),
    "damaged model": _damage("model.onnx"),
    "damaged tokenizer": _damage("tokenizer.json"),
    "damaged config": _damage("config.json"),
    "config of another form": lambda folder: (folder / "config.json").write_text("[]"),
    "no labels": lambda folder: _config(folder, id2label={}),
    "labels that are no words": lambda folder: _config(folder, id2label={"0": "O", "1": 7}),
    "labels with a gap": lambda folder: _config(folder, id2label={"0": "O", "2": "B-PER"}),
    "more labels than the model has": lambda folder: _config(folder, id2label={"0": "O", "1": "B-PER", "2": "I-PER"}),
    "a model of another task": lambda folder: make(folder, {"شبرقوت": "B-PER"}, task="text"),
    "settings of another form": lambda folder: (folder / "tawatur.yaml").write_text("- a"),
    "a setting that there is not": lambda folder: (folder / "tawatur.yaml").write_text("color: red"),
    "a type that there is not": lambda folder: (folder / "tawatur.yaml").write_text("labels: {PER: animal}"),
    "a window too small": lambda folder: (folder / "tawatur.yaml").write_text("max_tokens: 2"),
    "a score above one": lambda folder: (folder / "tawatur.yaml").write_text("least_score: 2"),
    "threads that are no number": lambda folder: (folder / "tawatur.yaml").write_text("threads: yes"),
    "a model that is not there": lambda folder: (folder / "tawatur.yaml").write_text("model: other.onnx"),
}


@pytest.mark.parametrize("damage", _DAMAGES.values(), ids=_DAMAGES.keys())
def test_a_folder_that_cannot_be_used_is_named_with_what_is_wrong(folder: Path, damage: Callable[[Path], object]) -> None:
    damage(folder)
    with pytest.raises(UsageError) as error:
        Classifier(str(folder))
    assert error.value.code == "recognizer_folder"
    assert str(error.value.values["path"]) == str(folder)
    assert error.value.values["error"]


@pytest.mark.parametrize("path", ["", "none", "\x00"])
def test_a_folder_that_is_not_there_is_named(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as error:
        digest(path)
    assert (error.value.code, error.value.values["error"]) == ("recognizer_folder", "there is no such folder")


def test_labels_of_which_nothing_is_known_are_told_until_the_settings_say_what_they_are(tmp_path: Path) -> None:
    folder = make(tmp_path / "zoo", {"شبرقوت": "B-ANIMAL", "نيرجس": "B-CAGE"})
    with pytest.raises(UsageError) as error:
        read(str(folder))
    assert (error.value.code, error.value.values["labels"]) == ("recognizer_labels", "ANIMAL, CAGE")
    (folder / "tawatur.yaml").write_text("labels: {animal: person, CAGE: null}")
    [found] = Classifier(str(folder)).recognize(["شبرقوت في نيرجس"])
    assert [(one.start, one.end, one.type) for one in found] == [(0, 6, "person")]


def test_a_name_below_the_least_score_is_left_out(folder: Path) -> None:
    [[name]] = Classifier(str(folder)).recognize(["شبرقوت"])
    assert 0.98 < name.score < 1
    (folder / "tawatur.yaml").write_text("least_score: 0.9999")
    assert Classifier(str(folder)).recognize(["شبرقوت"]) == [[]]


@pytest.mark.parametrize("name", ["model.onnx", "model.onnx_data", "tokenizer.json", "config.json", "tawatur.yaml"])
def test_the_digest_changes_with_each_file(folder: Path, name: str) -> None:
    (folder / "model.onnx_data").write_bytes(b"weights")
    (folder / "tawatur.yaml").write_text("least_score: 0.5\n")
    before = digest(str(folder))
    assert digest(str(folder)) == before
    path = folder / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert digest(str(folder)) != before


def test_the_digest_does_not_depend_on_where_the_folder_stands(folder: Path, tmp_path: Path) -> None:
    before = digest(str(folder))
    assert digest(str(folder.rename(tmp_path / "moved"))) == before


def test_a_model_in_the_folder_onnx_is_found(folder: Path) -> None:
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model.onnx")
    assert [len(row) for row in Classifier(str(folder)).recognize(["شبرقوت", "بيت"])] == [1, 0]
