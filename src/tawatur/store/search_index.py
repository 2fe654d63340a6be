"""The index of what can be found by searching: brought up to date by what has changed, never read as a text."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from typing import Any

import msgspec

from tawatur.arabic.fold import fold
from tawatur.arabic.readings import readings
from tawatur.arabic.words import forms
from tawatur.made_by import digest_of, made_by
from tawatur.records.search import Unit
from tawatur.records.untouched import NOTHING, Untouched
from tawatur.store.pieces import filled, listed
from tawatur.store.sqlite import Store
from tawatur.store.word_index import GAP, Words, word_index
from tawatur.workers import batches

_LONGEST = 64  # letters of a word that count
_MOST = 500  # values in one query
_BATCH = 20_000  # units whose words are looked up together
_STATE = "search"

_encode = msgspec.msgpack.Encoder().encode
_unit = msgspec.msgpack.Decoder(Unit).decode


class Known(msgspec.Struct, frozen=True):
    """What the index was made by, how many units it has, how many words one of each kind has on average; and of each kind the number of
    units and of their words.
    """

    by: str = ""
    units: int = 0
    sizes: dict[str, float] = {}
    totals: dict[str, tuple[int, int]] = {}


def word_list(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Give the folded words of a text as the index has them: in small letters, and of long ones the beginning."""
    return [word.lower()[:_LONGEST] for word in forms(text, start, end)]


def known(store: Store) -> Known:
    """Give what the index was made by; an empty one where there is none."""
    return msgspec.json.decode(store.state(_STATE) or "{}", type=Known)


def stands(store: Store) -> bool:
    """Whether this program made the index, so that it may go on from it."""
    return known(store).by == _made_by()


def renew(store: Store, units: Iterable[Unit], texts: Mapping[str, str], untouched: Untouched = NOTHING) -> None:
    """Make `units` all that can be found, besides those of what is `untouched`, which may be left out where the index `stands`.

    Those that are as they were are not touched. Units of names must come first. `texts` are the texts of all documents by id. Must be
    called within a transaction.
    """
    if not stands(store):
        forget(store)
    renewing = _Renewing(store, texts, untouched)
    renewing.take(units)
    totals = {kind: (count, renewing.words_of[kind]) for kind, count in sorted(renewing.units_of.items()) if count}
    sizes = {kind: round(size / count, 3) for kind, (count, size) in totals.items()}
    now = Known(_made_by(), sum(count for count, _ in totals.values()), sizes, totals)
    store.remember(_STATE, msgspec.json.encode(now).decode())


def _made_by() -> str:
    """What decides on the words of the index besides the texts: this program, and the letters that Python knows of."""
    return f"{digest_of(made_by('index'))} {unicodedata.unidata_version}"


def forget(store: Store) -> None:
    """Empty the index; the next `renew` fills it anew. Must be called within a transaction."""
    word_index(store).clear()
    for table in ("units", "bodies", "readings", "named", "spellings"):
        store.write(f"DELETE FROM search_{table}", [()])  # noqa: S608 (names of our own)
    before = known(store)
    if before.by:
        store.remember(_STATE, msgspec.json.encode(msgspec.structs.replace(before, by="", totals={})).decode())


class _Renewing:
    """One bringing up to date."""

    def __init__(self, store: Store, texts: Mapping[str, str], untouched: Untouched) -> None:
        self._store = store
        self._texts = texts
        self._before = dict(_touched(store, untouched))  # the number of each unit that may be another or gone
        self._words = word_index(store)
        self._last = self._words.last_number()
        self._names: dict[str, int] = {}  # the unit of each name that was met
        totals = known(store).totals
        self.units_of = Counter({kind: count for kind, (count, _) in totals.items()})  # of each kind
        self.words_of = Counter({kind: size for kind, (_, size) in totals.items()})

    def take(self, units: Iterable[Unit]) -> None:
        """Write what is new or has changed, and take out what is gone."""
        gone = dict(self._before)
        for batch in batches(units, _BATCH):
            self._write([*self._changed(batch)])
            for unit in batch:
                gone.pop((unit.kind, unit.id), None)
        for numbers in batches(gone.values(), _BATCH):
            self._take_out(numbers)

    def _changed(self, units: Sequence[Unit]) -> Iterator[tuple[Unit, bytes]]:
        """The units that are new or have changed, each with its digest."""
        self._find(unit for unit in units if (unit.kind, unit.id) not in self._before)
        numbers = [n for unit in units if (n := self._before.get((unit.kind, unit.id)))]
        before = dict(self._where("SELECT n, digest FROM search_bodies WHERE n IN ({})", numbers))
        for unit in units:
            digest = _digest(_encode(unit))
            n = self._before.get((unit.kind, unit.id))
            if n is None or before[n] != digest:
                yield unit, digest

    def _find(self, units: Iterable[Unit]) -> None:
        """Look up the numbers of units that were not thought to be touched."""
        asked: dict[str, list[str]] = defaultdict(list)
        for unit in units:
            asked[unit.kind].append(unit.id)
        for kind, ids in asked.items():
            sql = f"SELECT id, n FROM search_units WHERE kind = '{kind}' AND id IN ({{}})"  # noqa: S608 (words of our own)
            self._before.update(((kind, identity), n) for identity, n in self._where(sql, ids))

    def _write(self, changed: Sequence[tuple[Unit, bytes]]) -> None:
        """Write units in place of what they were, under the same numbers where nothing of that stays."""
        before = {(unit.kind, unit.id): self._before.get((unit.kind, unit.id)) for unit, _ in changed}
        staying = self._take_out([n for n in before.values() if n is not None])
        numbered: list[tuple[int, Unit, bytes]] = []
        for unit, digest in changed:
            known = before[unit.kind, unit.id]
            n = known if known is not None and known not in staying else self._next()
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
        for kind, size in self._where("SELECT kind, size FROM search_units WHERE n IN ({})", numbers):
            self._count(kind, size, -1)
        staying = self._words.take_out(numbers, partial(self._told, numbers))
        for table, key in (("units", "n"), ("bodies", "n"), ("named", "n"), ("spellings", "name")):
            self._store.write(f"DELETE FROM search_{table} WHERE {key} = ?", ((n,) for n in numbers))  # noqa: S608
        return staying

    def _count(self, kind: str, size: int, units: int) -> None:
        self.units_of[kind] += units
        self.words_of[kind] += units * size

    def _told(self, numbers: Sequence[int]) -> Iterator[Words]:
        """The words that the index was given of units, but for those of which they are not known any more: their text is another."""
        for n, given, body in self._where("SELECT n, words, body FROM search_bodies WHERE n IN ({}) ORDER BY n", numbers):
            unit = _unit(body)
            columns = _columns(unit, self._text(unit))
            if _digest(_encode(columns)) == given:
                yield Words(n, *columns)

    def _where(self, sql: str, values: Sequence[object]) -> Iterator[Any]:
        """The rows of a query with a list of values at {}, asked for in parts."""
        for part in batches(values, _MOST):
            yield from self._store.query(*filled(sql, listed(part)))

    def _text(self, unit: Unit) -> str:
        """The text of a unit's document, also of one that is no longer among those that are read from."""
        if not unit.document or unit.document in self._texts:
            return self._texts.get(unit.document or "", "")
        rows = self._store.query("SELECT body FROM documents WHERE id = ?", (unit.document,))
        return str(msgspec.json.decode(rows[0][0])["text"]) if rows else ""

    def _put(self, units: Sequence[tuple[int, Unit, bytes]]) -> None:
        self._meet({one for _, unit, _ in units for one in (*unit.entities, unit.speaker_entity) if one})
        columns = [Words(n, *_columns(unit, self._text(unit))) for n, unit, _ in units]
        self._words.put(columns)
        sizes = {n: len(words.split()) + len(head.split()) for n, words, head, _ in columns}
        for n, unit, _ in units:
            self._count(unit.kind, sizes[n], 1)
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

    def _meet(self, names: Set[str]) -> None:
        """Look up the units of names that were not met yet."""
        sql = "SELECT id, n FROM search_units WHERE kind = 'name' AND id IN ({})"
        self._names.update(self._where(sql, sorted(names - self._names.keys())))

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


def _touched(store: Store, untouched: Untouched) -> Iterator[tuple[tuple[str, str], int]]:
    """The kind and id of every unit that is not known to be as it was, and its number."""
    own = {"name": untouched.entities, "story": untouched.stories, "finding": untouched.findings, "commitment": untouched.commitments,
           "article": untouched.documents}  # fmt: skip
    documents: list[str] = []
    for kind, same in own.items():
        for identity, n in store.query("SELECT id, n FROM search_units WHERE kind = ?", (kind,)):
            if identity not in same:
                yield (kind, identity), n
                if kind == "article":
                    documents.append(identity)
    rows = store.with_ids("SELECT kind, id, n FROM search_units WHERE document IN ({})", documents)
    yield from (((kind, identity), n) for kind, identity, n in rows if kind == "statement")


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
