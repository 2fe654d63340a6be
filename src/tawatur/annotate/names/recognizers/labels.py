"""Labels of token classifiers: their schemes (BIO, BIOES, BILOU, none), and the export's type for each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tawatur.annotate.names.recognizers.protocol import Found
from tawatur.records.name import NameType
from tawatur.resources import load

OUTSIDE = "O"
_PREFIX = re.compile(r"([BIESLUM])[-_](.+)")
_BEGINS, _ENDS = "BSU", "ESLU"  # the others go on with the stretch before them, where it is of their type


class Label(NamedTuple):
    """A label's prefix (empty where the scheme has none) and its type in capitals, empty for no name."""

    prefix: str
    kind: str


class Word(NamedTuple):
    """A word of a text, its label, and how likely the model holds that."""

    start: int
    end: int
    label: Label
    score: float


def parse(label: str) -> Label:
    """Read a label: `B-PER`, `I_LOC`, `S-ORG`, `PERSON`, `O`."""
    if label == OUTSIDE:
        return Label("", "")
    match = _PREFIX.fullmatch(label)
    return Label(match[1], match[2].upper()) if match else Label("", label.upper())


@cache
def usual_types() -> Mapping[str, NameType | None]:
    """The export's type for each label that is known, None for those that are no names."""
    found = load("names/recognizer_labels")
    return {label: None if kind == "none" else kind for kind, labels in found.items() for label in labels}


def unknown(labels: Iterable[Label], types: Mapping[str, NameType | None]) -> list[str]:
    """The types of labels that `types` does not know."""
    return sorted({label.kind for label in labels} - set(types) - {""})


def joined(words: Sequence[Word], types: Mapping[str, NameType | None]) -> list[Found]:
    """Join labelled words into names; the score of a name is its least sure word's.

    A label that goes on with nothing begins a name: models do give `I-PER` after `O`. Without prefixes all neighbours of
    one type are one name.
    """
    found: list[tuple[str, Found | None]] = []
    is_open = False
    for word in words:
        prefix, kind = word.label
        last, name = found[-1] if found else ("", None)
        goes_on = is_open and kind == last and prefix not in tuple(_BEGINS)
        if not kind:
            is_open = False
            continue
        if goes_on:
            if name is not None:
                found[-1] = (kind, name._replace(end=word.end, score=min(name.score, word.score)))
        else:
            to = types[kind]
            found.append((kind, Found(word.start, word.end, to, word.score) if to is not None else None))
        is_open = prefix not in tuple(_ENDS)
    return [name for _, name in found if name is not None]
