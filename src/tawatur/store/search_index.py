"""The index of what can be found by searching: brought up to date by what has changed, never read as a text."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import Any

import msgspec

from tawatur import __version__
from tawatur.arabic.fold import fold
from tawatur.arabic.readings import readings
from tawatur.arabic.words import words
from tawatur.records.search import Unit
from tawatur.store.pieces import filled, listed
from tawatur.store.sqlite import Store
from tawatur.store.word_index import GAP, Words, word_index

_LONGEST = 64  # letters of a word that count
_MOST = 500  # values in one query
_BATCH = 20_000  # units whose words are looked up together
_STATE = "search"

_encode = msgspec.msgpack.Encoder().encode
_unit = msgspec.msgpack.Decoder(Unit).decode


class Known(msgspec.Struct, frozen=True):
    """What the index was made by, how many units it has, and how many words one of each kind has on average."""

    by: str = ""
    units: int = 0
    sizes: dict[str, float] = {}


def word_list(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Give the folded words of a text as the index has them: in small letters, and of long ones the beginning."""
    return [word.text.lower()[:_LONGEST] for word in words(text, start, end)]


def known(store: Store) -> Known:
    """Give what the index was made by; an empty one where there is none."""
    return msgspec.json.decode(store.state(_STATE) or "{}", type=Known)


def renew(store: Store, units: Iterable[Unit], texts: Mapping[str, str]) -> None:
    """Make `units` all that can be found. Those that are as they were are not touched. Units of names must come first.

    `texts` are the texts of all documents by id. Must be called within a transaction.
    """
    by = _made_by()
    if known(store).by != by:
        forget(store)
    _Renewing(store, texts).take(units)
    rows = store.query("SELECT kind, count(*), sum(size) FROM search_units GROUP BY kind ORDER BY kind")
    sizes = {kind: round(size / count, 3) for kind, count, size in rows}
    store.remember(_STATE, msgspec.json.encode(Known(by, sum(count for _, count, _ in rows), sizes)).decode())


def _made_by() -> str:
    """What decides on the words of the index besides the texts: this program, and the letters that Python knows of."""
    return f"{__version__} {unicodedata.unidata_version}"


def forget(store: Store) -> None:
    """Empty the index; the next `renew` fills it anew. Must be called within a transaction."""
    word_index(store).clear()
    for table in ("units", "bodies", "readings", "named", "spellings"):
        store.write(f"DELETE FROM search_{table}", [()])  # noqa: S608 (names of our own)


class _Renewing:
    """One bringing up to date."""

    def __init__(self, store: Store, texts: Mapping[str, str]) -> None:
        self._store = store
        self._texts = texts
        sql = "SELECT u.kind, u.id, u.n, b.digest FROM search_units u JOIN search_bodies b ON b.n = u.n"
        self._before: dict[tuple[str, str], tuple[int, bytes]] = {(k, i): (n, d) for k, i, n, d in store.each(sql)}
        self._words = word_index(store)
        self._last = self._words.last_number()
        self._names = {identity: n for (kind, identity), (n, _) in self._before.items() if kind == "name"}

    def take(self, units: Iterable[Unit]) -> None:
        """Write what is new or has changed, and take out what is gone."""
        waiting: list[tuple[Unit, bytes]] = []
        gone = dict(self._before)
        for unit in units:
            digest = _digest(_encode(unit))
            before = gone.pop((unit.kind, unit.id), None)
            if before and before[1] == digest:
                continue
            waiting.append((unit, digest))
            if len(waiting) >= _BATCH:
                self._write(waiting)
                waiting = []
        self._write(waiting)
        numbers = [n for n, _ in gone.values()]
        for at in range(0, len(numbers), _BATCH):
            self._take_out(numbers[at : at + _BATCH])

    def _write(self, changed: Sequence[tuple[Unit, bytes]]) -> None:
        """Write units in place of what they were, under the same numbers where nothing of that stays."""
        before = {(unit.kind, unit.id): self._before.get((unit.kind, unit.id)) for unit, _ in changed}
        staying = self._take_out([known[0] for known in before.values() if known])
        numbered: list[tuple[int, Unit, bytes]] = []
        for unit, digest in changed:
            known = before[unit.kind, unit.id]
            n = known[0] if known and known[0] not in staying else self._next()
            numbered.append((n, unit, digest))
            if unit.kind == "name":
                self._names[unit.id] = n
        self._put(numbered)

    def _next(self) -> int:
        self._last += 1
        return self._last

    def _take_out(self, numbers: Sequence[int]) -> Set[int]:
        """Take units out of the index; give those of which something stays there, which may lead nowhere."""
        if not numbers:
            return frozenset()
        staying = self._words.take_out(numbers, partial(self._told, numbers))
        for table, key in (("units", "n"), ("bodies", "n"), ("named", "n"), ("spellings", "name")):
            self._store.write(f"DELETE FROM search_{table} WHERE {key} = ?", ((n,) for n in numbers))  # noqa: S608
        return staying

    def _told(self, numbers: Sequence[int]) -> Iterator[Words]:
        """The words that the index was given of units, but for those of which they are not known any more: their text is another."""
        sql = "SELECT n, words, body FROM search_bodies WHERE n IN ({}) ORDER BY n"
        for at in range(0, len(numbers), _MOST):
            for n, given, body in self._store.query(*filled(sql, listed(numbers[at : at + _MOST]))):
                unit = _unit(body)
                columns = _columns(unit, self._text(unit))
                if _digest(_encode(columns)) == given:
                    yield Words(n, *columns)

    def _text(self, unit: Unit) -> str:
        """The text of a unit's document, also of one that is no longer among those that are read from."""
        if not unit.document or unit.document in self._texts:
            return self._texts.get(unit.document or "", "")
        rows = self._store.query("SELECT body FROM documents WHERE id = ?", (unit.document,))
        return str(msgspec.json.decode(rows[0][0])["text"]) if rows else ""

    def _put(self, units: Sequence[tuple[int, Unit, bytes]]) -> None:
        columns = [Words(n, *_columns(unit, self._text(unit))) for n, unit, _ in units]
        self._words.put(columns)
        sizes = {n: len(words.split()) + len(head.split()) for n, words, head, _ in columns}
        self._store.write(
            "INSERT INTO search_units VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (self._row(n, unit, sizes[n]) for n, unit, _ in units)
        )
        given = {n: _digest(_encode(rest)) for n, *rest in columns}
        rows = ((n, digest, given[n], _encode(unit)) for n, unit, digest in units)
        self._store.write("INSERT INTO search_bodies VALUES (?, ?, ?, ?)", rows)
        named = {(self._names[e], n) for n, unit, _ in units for e in unit.entities if e in self._names}
        self._store.write("INSERT INTO search_named VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(named))
        spellings = ((spelling, n) for n, unit, _ in units for spelling in spelled(unit))
        self._store.write("INSERT INTO search_spellings VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(spellings))
        self._put_readings({word for row in columns for column in row[1:] for word in column.split()})

    def _row(self, n: int, unit: Unit, size: int) -> tuple[Any, ...]:
        speaker = self._names.get(unit.speaker_entity or "")
        return (n, unit.kind, unit.id, unit.document, unit.date, unit.outlet, unit.origin, speaker, size)

    def _put_readings(self, found: set[str]) -> None:
        """Remember what words may be, of those that were not met before."""
        ordered = sorted(found - {GAP})
        for at in range(0, len(ordered), _MOST):
            part = ordered[at : at + _MOST]
            sql = "SELECT word FROM search_readings WHERE word = stem AND stem IN ({})"
            met = {word for (word,) in self._store.query(*filled(sql, listed(part)))}
            rows = sorted((stem, word) for word in part if word not in met for stem in readings(word))
            self._store.write("INSERT INTO search_readings VALUES (?, ?) ON CONFLICT DO NOTHING", rows)


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=8).digest()


def _columns(unit: Unit, text: str) -> tuple[str, str, str]:
    """The words of a unit as the index is given them: of its text, its title, and its speaker."""
    parts = [" ".join(word_list(text, start, end)) for start, end in unit.spans]
    parts += [" ".join(word_list(line)) for line in unit.body.splitlines()]
    return f" {GAP} ".join(filter(None, parts)), " ".join(word_list(unit.head)), " ".join(word_list(unit.speaker))


def spelled(unit: Unit) -> Iterator[str]:
    """Give the spellings by which a name is looked up, folded."""
    yield from dict.fromkeys(filter(None, (spelling(form) for form in unit.spellings)))


def spelling(form: str) -> str:
    """Give a name as it is looked up: its folded words with a space between."""
    return " ".join(word_list(fold(form)))
