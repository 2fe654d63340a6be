"""Reading measured on real articles: rows letter by letter, and texts that are put into other encodings and read back."""

import json
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from bench.skills.figure import Figure, gold_hash
from tawatur.ingest import Options, Raw, document, parse_mapping, raws
from tawatur.records.document import Document

_TEXTS = 1000
# the short text is what is hardest to tell an encoding by: a title of a few words
_WAYS: dict[str, Callable[[str], bytes]] = {
    "cp1256": lambda text: text.encode("cp1256"),
    "iso8859_6": lambda text: text.encode("iso8859_6"),
    "utf-16 without BOM": lambda text: text.encode("utf-16-le"),
    "mixed by line": lambda text: text.encode() + b"\n" + text.encode("cp1256"),
}


def measure(shared: Path) -> list[Figure]:
    """Measure on one day of the corpus."""
    day = shared / "corpus" / "saudinewsnet" / "2015-07-31.zip"
    gold = gold_hash(day)
    rows = list(_rows(day))
    asked = [row["content"] for row in rows if row["content"].strip()]
    given = [raw.text for raw in raws(day, Options(mapping=parse_mapping("saudinewsnet"))) if isinstance(raw, Raw)]
    same = sum(a == b for a, b in zip(asked, given, strict=False)) if len(asked) == len(given) else 0
    figures = [Figure("rows letter by letter", same / len(asked), gold, f"{same:,} of {len(asked):,} rows")]
    for kind, texts in (("articles", asked), ("titles", [row["title"] for row in rows if row["title"].strip()])):
        for name, encode in _WAYS.items():
            right, tried = _read_back(texts, encode)
            figures.append(Figure(f"{kind} in {name}", right / tried, gold, f"{right} of {tried}"))
    return figures


def _rows(day: Path) -> Iterator[dict[str, str]]:
    with zipfile.ZipFile(day) as archive:
        for name in archive.namelist():
            yield from json.loads(archive.read(name))


def _read_back(texts: list[str], encode: Callable[[str], bytes]) -> tuple[int, int]:
    """How many of the texts that the encoding can write come back as they were, and of how many."""
    right = tried = 0
    for text in islice(texts, _TEXTS):
        try:
            data = encode(text)
        except UnicodeEncodeError:
            continue
        found = document(Raw(source="x", format="text", data=data))
        tried += 1
        right += isinstance(found, Document) and found.text in (text, f"{text}\n{text}")
    return right, max(tried, 1)
