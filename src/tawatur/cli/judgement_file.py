"""Judgements in a file: JSON Lines, one judgement a line, to be taken to another store."""

import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tawatur.records.base import from_json, to_json
from tawatur.records.errors import FailedError, UsageError
from tawatur.records.judgement import Judgement


def write(path: Path, judgements: Sequence[Judgement]) -> None:
    """Write judgements, in place of what was there, whole or not at all. Raises FailedError where that cannot be."""
    try:
        handle, made = tempfile.mkstemp(prefix=".tawatur-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.writelines(to_json(judgement) + b"\n" for judgement in judgements)
        Path(made).replace(path)
    except OSError as error:
        raise FailedError("judgements_unwritable", path=path, error=error.strerror or error) from error


def read(path: Path) -> list[Judgement]:
    """Read judgements. Raises UsageError where the file cannot be read, or a line is none, with its number."""
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError as error:
        raise UsageError("input_missing", path=path) from error
    except OSError as error:
        raise UsageError("input_unreadable", path=path, error=error.strerror or error) from error
    return [_judgement(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _judgement(path: Path, number: int, line: bytes) -> Judgement:
    try:
        told = from_json(line.removeprefix(b"\xef\xbb\xbf"), Judgement)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:  # a line of another form is a DecodeError too
        raise UsageError("judgements_malformed", path=path, line=number, error=error) from error
    wrong = fault(told)
    if wrong:
        raise UsageError("judgements_malformed", path=path, line=number, error=wrong)
    return normal(told)


def fault(told: Judgement) -> str | None:
    """What is wrong with a judgement that comes from elsewhere, in English; None where nothing is."""
    if told.kind == "merge" and len(told.subjects) < 2:
        return "a merge needs two subjects"
    if told.kind != "merge" and len(told.subjects) != 1:
        return f"a {told.kind} needs one subject"
    if told.kind == "split" and not (told.forms or told.documents):
        return "a split needs forms or documents"
    if told.kind == "rename" and not (told.name or "").strip():
        return "a rename needs a name"
    for time in filter(None, (told.when, told.undone)):
        try:
            zone = datetime.fromisoformat(time).tzinfo
        except ValueError:
            return f"'{time}' is no ISO time"
        if zone is None:
            return f"the time '{time}' has no zone"
    return None


def normal(told: Judgement) -> Judgement:
    """The same judgement with its time in UTC, so that times sort as text."""
    when = datetime.fromisoformat(told.when).astimezone(UTC).isoformat(timespec="microseconds")
    return msgspec.structs.replace(told, when=when)
