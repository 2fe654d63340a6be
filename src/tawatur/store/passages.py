"""The index of shared passages in the store: a `reuse.Index` over tables that grow with the articles."""

# ruff: noqa: D102 (what each method does, `reuse.Index` says)

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from tawatur.made_by import made_by
from tawatur.records.parts import packed, unpacked
from tawatur.records.passage import Contents, Match, Near, Pair, Passages, Places, Scarce, Text, Texts, Tie
from tawatur.store import keeping
from tawatur.store.sqlite import NEARBY, SCARCE, Store

_MOST = 500  # values in one query
# beyond so many fingerprints all of them are read in order: that takes 2 s for the 2.2 million of 20,000 articles
_SCAN = 100_000

_WORDS, _COUNTS, _OF = (
    "words",
    "counts",
    "document ",
)  # the rows of what was counted of words; the last and an id: those of a document
_WORD, _NUMBER = 8, 4  # bytes

_encode = msgspec.msgpack.Encoder().encode
_passages = msgspec.msgpack.Decoder(Passages).decode
_tie = msgspec.msgpack.Decoder(Tie).decode
_days = msgspec.msgpack.Decoder(dict[str, int]).decode
_near = msgspec.msgpack.Decoder(list[tuple[str, str, tuple[Match, ...]]]).decode

_DAYS = "days"  # the row with the days of the documents, beside one for each day


class StoreIndex:
    """Texts, their fingerprints, and what was found between them, as the store keeps it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._scarce: Mapping[str, Places | bytes] = {}  # the rows that `scarce` gave, by their keys

    def _where(self, sql: str, values: Iterable[Any]) -> Iterator[Any]:
        """The rows of a query with a list of values at {}, asked for in parts."""
        every = sorted(values)
        for at in range(0, len(every), _MOST):
            part = every[at : at + _MOST]
            yield from self._store.query(sql.format(",".join("?" * len(part))), part)

    def count(self) -> int:
        return int(self._store.query("SELECT count(*) FROM texts")[0][0])

    def texts_of(self, documents: Iterable[str]) -> dict[str, int]:
        sql = "SELECT document, text FROM document_texts WHERE text IS NOT NULL AND document IN ({})"
        return dict(self._where(sql, documents))

    def members(self, texts: Iterable[int]) -> dict[int, tuple[str, ...]]:
        found: dict[int, list[str]] = {}
        sql = "SELECT text, document FROM document_texts WHERE text IN ({}) ORDER BY text, document"
        for text, document in self._where(sql, set(texts)):
            found.setdefault(text, []).append(document)
        return {text: tuple(documents) for text, documents in found.items()}

    def place(self, texts: Mapping[str, int | None]) -> None:
        rows = ((document, text) for document, text in texts.items())
        self._store.write(_PLACE, rows)

    def add_texts(self, texts: Mapping[int, Text], prints: Mapping[int, Iterable[int]]) -> None:
        words = ((number, text.keys.tobytes(), text.starts.tobytes()) for number, text in texts.items())
        self._store.write("INSERT INTO texts VALUES (?, ?, ?)", words)
        rows = sorted((value, text) for text, values in prints.items() for value in values)  # in order they are written faster
        self._store.write("INSERT INTO prints VALUES (?, ?)", rows)

    def drop_texts(self, prints: Mapping[int, Iterable[int]]) -> None:
        rows = ((value, text) for text, values in prints.items() for value in values)
        self._store.write("DELETE FROM prints WHERE value = ? AND text = ?", rows)
        self._store.write("DELETE FROM texts WHERE text = ?", ((text,) for text in prints))

    def words(self, texts: Iterable[int]) -> dict[int, Text]:
        sql = "SELECT text, keys, starts FROM texts WHERE text IN ({})"
        return {text: Text(keys=array("I", keys), starts=array("I", starts)) for text, keys, starts in self._where(sql, texts)}

    def containing(self, words: array[int]) -> list[int]:
        sql = "SELECT text FROM texts WHERE instr(keys, ?) > 0 ORDER BY text"
        return [text for (text,) in self._store.query(sql, (words.tobytes(),))]

    def holders(self, values: AbstractSet[int]) -> Iterator[tuple[int, list[int]]]:
        rows: Iterator[Any]
        if len(values) > _SCAN:
            rows = (row for row in self._store.each("SELECT value, text FROM prints ORDER BY value, text") if row[0] in values)
        else:
            rows = self._where("SELECT value, text FROM prints WHERE value IN ({}) ORDER BY value, text", values)
        for value, group in groupby(rows, key=itemgetter(0)):
            texts = [text for _, text in group]
            if len(texts) > 1:
                yield value, texts

    def standing(self) -> frozenset[int]:
        return frozenset(value for (value,) in self._store.query("SELECT value FROM standing_prints"))

    def set_standing(self, values: frozenset[int]) -> None:
        before = self.standing()
        self._store.write("DELETE FROM standing_prints WHERE value = ?", ((value,) for value in before - values))
        self._store.write("INSERT INTO standing_prints VALUES (?)", ((value,) for value in values - before))

    def pairs_of(self, texts: Iterable[int]) -> dict[Texts, Passages]:
        asked = set(texts)
        rows = [*self._where(_PAIRS.format("a"), asked), *self._where(_PAIRS.format("b"), asked)]
        return {(a, b): _passages(passages) if passages else () for a, b, passages in rows}

    def set_pairs(self, dropped: Iterable[Texts], found: Mapping[Texts, Passages]) -> None:
        self._store.write("DELETE FROM text_pairs WHERE a = ? AND b = ?", dropped)
        rows = ((a, b, _encode(passages) if passages else None) for (a, b), passages in found.items())
        sql = "INSERT INTO text_pairs VALUES (?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET passages = excluded.passages"
        self._store.write(sql, rows)

    def told(self) -> dict[Pair, Passages]:
        return {
            (a, b): _passages(passages)
            for a, b, passages in self._store.query("SELECT a, b, passages FROM told_pairs ORDER BY a, b")
        }

    def set_told(self, dropped: Iterable[Pair], found: Mapping[Pair, Passages]) -> None:
        self._replace("told_pairs", "passages", dropped, ((a, b, _encode(passages)) for (a, b), passages in found.items()))

    def contents(self) -> dict[str, Contents]:
        return {
            document: Contents(words=array("q", words), sentences=array("I", sentences), ends=array("I", ends))
            for document, words, sentences, ends in self._store.each(
                "SELECT document, words, sentences, ends FROM contents ORDER BY document"
            )
        }

    def set_contents(self, contents: Mapping[str, Contents | None]) -> None:
        self._store.write("DELETE FROM contents WHERE document = ?", ((document,) for document in contents))
        rows = ((d, c.words.tobytes(), c.sentences.tobytes(), c.ends.tobytes()) for d, c in contents.items() if c is not None)
        self._store.write("INSERT INTO contents VALUES (?, ?, ?, ?)", rows)

    def days(self) -> dict[str, int]:
        found = keeping.kept(self._store, NEARBY, made_by("share"), [_DAYS])
        return _days(found[_DAYS]) if found else {}

    def set_days(self, days: Mapping[str, int]) -> None:
        keeping.keep_some(self._store, NEARBY, {_DAYS: _encode(days)}, made_by("share"))

    def near(self, days: Iterable[int]) -> dict[int, Near]:
        found = keeping.kept(self._store, NEARBY, made_by("share"), map(str, days))
        return {int(day): {(a, b): matches for a, b, matches in _near(body)} for day, body in found.items()}

    def set_near(self, found: Mapping[int, Near | None]) -> None:
        rows = {
            str(day): None if near is None else _encode([(*pair, told) for pair, told in near.items()])
            for day, near in found.items()
        }
        keeping.keep_some(self._store, NEARBY, rows, made_by("share"))

    def scarce(self) -> Scarce:
        rows = keeping.kept(self._store, SCARCE, made_by("share"))
        self._scarce = {key: _places(body) if key.startswith(_OF) else body for key, body in rows.items()}
        words, counts = (rows.get(key, b"") for key in (_WORDS, _COUNTS))
        places = {key.removeprefix(_OF): one for key, one in self._scarce.items() if isinstance(one, Places)}
        return Scarce(dict(zip(array("q", words), unpacked(counts), strict=True)), places)

    def set_scarce(self, scarce: Scarce) -> None:
        words = sorted(scarce.frequency)
        rows: dict[str, Places | bytes] = {
            _WORDS: array("q", words).tobytes(),
            _COUNTS: packed(map(scarce.frequency.__getitem__, words)),
        }
        rows |= {_OF + document: one for document, one in scarce.places.items()}
        keeping.keep_changes(self._store, SCARCE, self._scarce, rows, made_by("share"), str, _body)

    def ties(self, documents: Iterable[str]) -> dict[Pair, Tie]:
        asked = set(documents)
        rows = [*self._where(_TIES.format("a"), asked), *self._where(_TIES.format("b"), asked)]
        return {(a, b): _tie(tie) for a, b, tie in rows}

    def set_ties(self, dropped: Iterable[Pair], found: Mapping[Pair, Tie]) -> None:
        self._replace("ties", "tie", dropped, ((a, b, _encode(tie)) for (a, b), tie in found.items()))

    def _replace(self, table: str, column: str, dropped: Iterable[Pair], rows: Iterable[Sequence[object]]) -> None:
        self._store.write(f"DELETE FROM {table} WHERE a = ? AND b = ?", dropped)  # noqa: S608 (names of our own)
        changing = f"ON CONFLICT (a, b) DO UPDATE SET {column} = excluded.{column}"
        self._store.write(f"INSERT INTO {table} VALUES (?, ?, ?) {changing}", rows)  # noqa: S608


def _places(body: bytes) -> Places:
    """The words of a document and where they stand: of each eight bytes, then four."""
    at = len(body) // (_WORD + _NUMBER) * _WORD
    return Places(array("q", body[:at]), unpacked(body[at:]))


def _body(row: Places | bytes) -> bytes:
    """What is kept of a row of what was counted of words."""
    return row.words.tobytes() + packed(row.sentences) if isinstance(row, Places) else row


_PLACE = "INSERT INTO document_texts VALUES (?, '', ?) ON CONFLICT (document) DO UPDATE SET text = excluded.text"
_PAIRS = "SELECT a, b, passages FROM text_pairs WHERE {} IN ({{}})"
_TIES = "SELECT a, b, tie FROM ties WHERE {} IN ({{}})"
