"""Judgements in a file: JSON Lines, one judgement a line, of all kinds, each with the version of the format."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from tawatur.correct.faults import fault, normal
from tawatur.correct.forgetting import allowed
from tawatur.correct.keeping import every, keep
from tawatur.files import whole
from tawatur.records.base import to_dict
from tawatur.records.errors import FailedError, UsageError
from tawatur.records.judged import KINDS, AnyJudgement
from tawatur.store.forgetting import forgotten
from tawatur.store.sqlite import Store

VERSION = 1  # of the format; a line without one is of the first
_BOM = b"\xef\xbb\xbf"


class Fault(NamedTuple):
    """A line of a file that is no judgement: its number, and what is wrong with it, in English."""

    line: int
    error: str


class Taken(NamedTuple):
    """What an import did: the judgements that are new or newly taken back here, how many were here already, and bad lines."""

    new: tuple[AnyJudgement, ...]
    known: int
    faults: tuple[Fault, ...]


def write(path: Path, judgements: Iterable[AnyJudgement]) -> int:
    """Write judgements in the order of their times, in place of what was there, whole or not at all; give how many.

    Raises FailedError where that cannot be.
    """
    ordered = sorted(judgements, key=lambda one: (one.when, one.id))
    try:
        with whole(path) as file:
            file.writelines(msgspec.json.encode({"version": VERSION, **to_dict(one)}) + b"\n" for one in ordered)
    except OSError as error:
        raise FailedError("judgements_unwritable", path=path, error=error.strerror or error) from error
    return len(ordered)


def read(path: Path) -> tuple[list[AnyJudgement], list[Fault]]:
    """Read judgements, and say which lines are none. Raises UsageError where the file cannot be read."""
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError as error:
        raise UsageError("input_missing", path=path) from error
    except OSError as error:
        raise UsageError("input_unreadable", path=path, error=error.strerror or error) from error
    told: list[AnyJudgement] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines, 1):
        if line.removeprefix(_BOM).strip():
            one = _judgement(line.removeprefix(_BOM))
            if isinstance(one, str):
                faults.append(Fault(number, one))
            else:
                told.append(one)
    return told, faults


def _judgement(line: bytes) -> AnyJudgement | str:
    """The judgement of a line, or what is wrong with it."""
    try:
        fields = msgspec.json.decode(line, type=dict[str, Any])
        version = fields.pop("version", VERSION)
        if type(version) is not int or not 1 <= version <= VERSION:
            return f"it is of version {version!r} of the format, and this program knows 1 to {VERSION}: update the program"
        kind = KINDS.get(fields.get("kind", ""))
        if kind is None:
            return f"its kind {fields.get('kind')!r} is none of {', '.join(KINDS)}"
        told: AnyJudgement = msgspec.convert(fields, kind)
    except (msgspec.DecodeError, UnicodeDecodeError, TypeError) as error:  # a field of another form is a DecodeError too
        return str(error)
    return fault(told) or normal(told)


def take(store: Store, path: Path) -> Taken:
    """Take judgements from a file into the store: each once, however often it comes; what was taken back anywhere is taken back.

    Bad lines are told and stop no other. Raises UsageError where the file cannot be read.
    """
    told, faults = read(path)
    new = merge_in(store, told)
    return Taken(tuple(new), len({one.id for one in told}) - len(new), tuple(faults))


def merge_in(store: Store, judgements: Sequence[AnyJudgement]) -> list[AnyJudgement]:
    """Keep judgements that come from elsewhere, each once; give those that are new here, or taken back there and not here."""
    with store.judging():
        told = allowed(judgements, {one.document for one in forgotten(store)})
        here = {one.id: one for one in every(store)}
        together = dict(here)
        for one in told:
            together[one.id] = _joined(together.get(one.id), one)
        new = [one for identity, one in together.items() if here.get(identity) != one]
        keep(store, new)
    return new


def export(store: Store, path: Path) -> int:
    """Write all judgements of the store to a file; give how many."""
    return write(path, every(store))


def _joined(one: AnyJudgement | None, other: AnyJudgement) -> AnyJudgement:
    """What two copies of one judgement say together: taken back where one of them is, first of all where both are."""
    if one is None:
        return other
    undone = min(_undone((one, other)), default=None)
    told: AnyJudgement = msgspec.structs.replace(one, undone=undone[0], undone_by=undone[1] or None) if undone else one
    return told


def _undone(both: Iterable[AnyJudgement]) -> Iterator[tuple[str, str]]:
    return ((one.undone, one.undone_by or "") for one in both if one.undone)
