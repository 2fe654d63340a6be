"""Which recogniser is asked for. TAWATUR_RECOGNIZER says it, and worker processes inherit that."""

import os
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import NamedTuple

from tawatur.annotate.names.recognizers.classifier import HF
from tawatur.annotate.names.recognizers.protocol import Recognizer, RecognizerError, RecognizerKind
from tawatur.records.errors import TawaturError, UsageError

ENVIRONMENT = "TAWATUR_RECOGNIZER"
GROUP = "tawatur.recognizers"
NONE = "none"
_ALONE = "alone:"
_BUILT_IN = {HF.name: HF}


class Asked(NamedTuple):
    """`[alone:]NAME[:ARGUMENT]`. `alone`: in place of our tagger; else beside it."""

    name: str
    argument: str
    alone: bool

    def __str__(self) -> str:
        return f"{_ALONE if self.alone else ''}{self.name}:{self.argument}"


class Chosen(NamedTuple):
    """The recogniser of this process, and whether it stands in place of our tagger."""

    recognizer: Recognizer
    alone: bool
    name: str


def chosen() -> Chosen | None:
    """Give the recogniser that is asked for, loaded once a process; None where none is.

    Raises RecognizerError where it cannot be loaded, as when its files went away since it was checked.
    """
    asked = _parsed(os.environ.get(ENVIRONMENT, ""))
    try:
        return None if asked is None else Chosen(_loaded(asked.name, asked.argument), asked.alone, str(asked))
    except TawaturError as error:
        raise RecognizerError(f"{asked} cannot be loaded: {error}") from error


def state() -> str | None:
    """What the recogniser that is asked for is made of; None where none is. Raises UsageError where it cannot be used."""
    asked = _parsed(os.environ.get(ENVIRONMENT, ""))
    if asked is None:
        return None
    kind = _kind(asked.name)
    try:
        return repr((asked.name, asked.alone, kind.state(asked.argument)))
    except TawaturError:
        raise
    except Exception as error:
        raise UsageError("recognizer_unusable", recognizer=asked, error=_said(error)) from error


def check(spelled: str) -> str:
    """Give the spelling of a choice with its path made absolute, empty for none; the recogniser is loaded once and let go.

    Raises UsageError where it cannot be used.
    """
    asked = _parsed(spelled)
    if asked is None:
        return ""
    if asked.argument and Path(asked.argument).exists():
        asked = asked._replace(argument=str(Path(asked.argument).resolve()))
    _load(asked.name, asked.argument)
    return str(asked)


def _parsed(spelled: str) -> Asked | None:
    alone = spelled.startswith(_ALONE)
    name, _, argument = spelled.removeprefix(_ALONE).partition(":")
    return Asked(name, argument, alone) if name and name != NONE else None


def _kind(name: str) -> RecognizerKind:
    """The kind of this name: of an installed package, else our own. Only the package that is asked for is imported."""
    points = {point.name: point for point in entry_points(group=GROUP)}
    if name in points:
        try:
            kind: RecognizerKind = points[name].load()
        except Exception as error:
            raise UsageError("recognizer_unusable", recognizer=name, error=_said(error)) from error
        return kind
    if name not in _BUILT_IN:
        raise UsageError("recognizer_unknown", name=name, known=", ".join(sorted({*points, *_BUILT_IN})))
    return _BUILT_IN[name]


def _load(name: str, argument: str) -> Recognizer:
    kind = _kind(name)
    try:
        return kind.load(argument)
    except TawaturError:
        raise
    except Exception as error:
        raise UsageError("recognizer_unusable", recognizer=f"{name}:{argument}", error=_said(error)) from error


_loaded = lru_cache(maxsize=1)(_load)


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
