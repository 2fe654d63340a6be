"""What tests of the formats share: a source whose every word is hostile, and ways to write and read a format."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import defusedxml.ElementTree
import msgspec

from tawatur.export.formats import FORMATS
from tawatur.export.job import Job
from tawatur.export.parts.passed import Passed
from tawatur.export.source import Source
from tawatur.records.commitment import Commitment
from tawatur.records.event import Event
from tawatur.records.finding import Finding
from tawatur.records.name import Entity
from tawatur.records.story import Story, Thread
from tawatur.records.view import DocumentView
from tawatur.reuse import printed, wires

# a formula, the ends of a script, of CDATA and of a comment, markup, quotes, line ends of all kinds, what no XML holds, and turned text
HOSTILE = '=HYPERLINK("//x")</script><script>alert(\'x\')</script>]]>--><b onload="y">&amp;\r\n\t\u2028\x85\x00\x0b\ufffe\u202eقلب\u2066'
_WORDS = {
    "text", "title", "name", "name_en", "about", "what", "condition", "outlet", "publisher", "actor_name", "recipient_name",
    "place_name", "speaker_name", "speaker_text", "source", "origin", "forms", "outlets", "authors", "by", "to", "key", "cites",
    "mode", "actor_code", "ar", "en", "detail", "addressee", "venue", "terms",
}  # fmt: skip

Export = Callable[..., Path]


class Hostile(Passed):
    """The records of a source with HOSTILE before every word of theirs; entities and documents keep their ids."""

    def documents(self) -> Iterator[DocumentView]:
        return map(poisoned, super().documents())

    def entities(self) -> Iterable[Entity]:
        return map(poisoned, super().entities())

    def stories(self) -> Iterable[Story]:
        return map(poisoned, super().stories())

    def threads(self) -> Iterable[Thread]:
        return map(poisoned, super().threads())

    def events(self) -> Iterable[Event]:
        return map(poisoned, super().events())

    def findings(self) -> Iterable[Finding]:
        return map(poisoned, super().findings())

    def commitments(self) -> Iterable[Commitment]:
        return map(poisoned, super().commitments())


def poisoned(value: Any, words: bool = False) -> Any:
    if isinstance(value, str):
        return HOSTILE + value if words else value
    if isinstance(value, tuple):
        return tuple(poisoned(one, words) for one in value)
    if isinstance(value, msgspec.Struct):
        fields = {name: poisoned(getattr(value, name), name in _WORDS) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    return value


def write(source: Source, folder: Path, name: str, **options: Any) -> Path:
    """Write one format as it comes and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    FORMATS[name].write(
        Job(source=source, folder=folder, graph=lambda s: wires(map(printed, s.documents()), s.reuse()), **options)
    )
    return folder


def json_lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def strings(path: Path) -> Iterator[str]:
    """Give every string of a file that a format wrote, each by itself."""
    if path.suffix == ".parquet":
        yield from _inside(import_module("pyarrow.parquet").read_table(path).to_pylist())
    elif path.suffix in (".csv", ".tsv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, delimiter="," if path.suffix == ".csv" else "\t"):
                for cell in row:
                    yield from _inside(json.loads(cell)) if cell.startswith("[{") else cell.split(" | ")
    elif path.suffix in (".rss", ".graphml", ".gexf"):
        for element in defusedxml.ElementTree.fromstring(path.read_bytes()).iter():
            yield from (*re.split("<[^>]*>", element.text or ""), *element.attrib.values())
    elif path.suffix == ".jsonl" or ".ftm." in path.name:
        yield from _inside(json_lines(path))
    else:
        yield from _inside(json.loads(path.read_text(encoding="utf-8")))


def _inside(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _inside(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _inside(one)
