"""The folder of a token classifier: which files it has, what they say, and the user's own settings beside them."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

import yaml

from tawatur.annotate.names.recognizers.labels import Label, parse, unknown, usual_types
from tawatur.records.errors import UsageError
from tawatur.records.name import NameType

SETTINGS = "tawatur.yaml"
_MODELS = ("model.onnx", "onnx/model.onnx")  # as optimum-cli writes it, and as repositories of models keep it
_LONGEST = 512  # what BERT and its like are trained on
LEAST_TOKENS = 8  # fewer leave no room for windows that overlap


class Folder(NamedTuple):
    """A token classifier: its files, the labels by number, the type of each, and how it is run.

    `tokens` is the size of a window; `least` the score below which a name is left out; `threads` are those of one worker.
    """

    model: Path
    tokenizer: Path
    labels: tuple[Label, ...]
    types: Mapping[str, NameType | None]
    tokens: int
    least: float
    threads: int


def read(path: str) -> Folder:
    """Read a folder's files, but for the model and the tokenizer. Raises UsageError where it cannot be used."""
    folder = Path(path)
    if not path or not folder.is_dir():
        raise _unusable(path or "''", "there is no such folder")
    config, settings = _config(folder), _settings(folder)
    named = [settings["model"]] if "model" in settings else _MODELS
    model = next((folder / name for name in named if (folder / name).is_file()), None)
    if model is None:
        raise _unusable(path, f"there is no {named[0]} in it")
    tokenizer = folder / "tokenizer.json"
    if not tokenizer.is_file():
        raise _unusable(path, "there is no tokenizer.json in it")
    labels = _labels(path, config)
    types = {**usual_types(), **{label.upper(): kind for label, kind in settings.get("labels", {}).items()}}
    missing = unknown(labels, types)
    if missing:
        raise UsageError("recognizer_labels", path=path, labels=", ".join(missing), settings=SETTINGS)
    longest = config.get("max_position_embeddings")
    usual = min(longest, _LONGEST) if isinstance(longest, int) and longest >= LEAST_TOKENS else _LONGEST
    tokens = settings.get("max_tokens", usual)
    return Folder(model, tokenizer, labels, types, tokens, settings.get("least_score", 0.0), settings.get("threads", 1))


def digest(path: str) -> str:
    """A digest of the files that the answers depend on. Raises UsageError where the folder cannot be used."""
    folder = read(path)
    files = [*folder.model.parent.glob(f"{folder.model.name}*"), folder.tokenizer]  # large models have a second file beside
    files += [Path(path, name) for name in ("config.json", SETTINGS) if Path(path, name).is_file()]
    whole = hashlib.sha256()
    for one in sorted(files):
        with one.open("rb") as stream:
            whole.update(hashlib.file_digest(stream, "sha256").digest())
    return whole.hexdigest()


def _config(folder: Path) -> dict[str, Any]:
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unusable(folder, f"config.json: {error}") from error
    if not isinstance(config, dict):
        raise _unusable(folder, "config.json is no object")
    return config


def _labels(path: str, config: Mapping[str, Any]) -> tuple[Label, ...]:
    named = config.get("id2label")
    numbers = [str(k) for k in range(len(named))] if isinstance(named, dict) else []
    if not isinstance(named, dict) or not named or not all(isinstance(named.get(k), str) and named[k] for k in numbers):
        raise _unusable(path, "config.json has no id2label with a name for each label from 0 on")
    return tuple(parse(named[number]) for number in numbers)


def _settings(folder: Path) -> dict[str, Any]:
    path = folder / SETTINGS
    if not path.is_file():
        return {}
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise _unusable(folder, f"{SETTINGS}: {error}") from error
    wrong = "no mapping" if not isinstance(content, dict) else next((k for k, v in content.items() if not _fits(k, v)), None)
    if wrong is not None:
        raise _unusable(folder, f"{SETTINGS}: {wrong} is not of the form")
    return dict(content)


def _fits(name: object, value: Any) -> bool:
    """Whether a setting is one of those that there are, and its value of the kind."""
    if name == "labels":
        kinds = (*get_args(NameType), None)
        return isinstance(value, dict) and all(isinstance(label, str) and kind in kinds for label, kind in value.items())
    if name == "model":
        return isinstance(value, str) and bool(value)
    if isinstance(value, bool):
        return False
    if name == "least_score":
        return isinstance(value, int | float) and 0 <= value <= 1
    least = {"max_tokens": LEAST_TOKENS, "threads": 1}.get(str(name))
    return least is not None and isinstance(value, int) and value >= least


def _unusable(path: object, error: str) -> UsageError:
    return UsageError("recognizer_folder", path=path, error=error)
