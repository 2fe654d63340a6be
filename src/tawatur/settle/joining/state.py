"""What joining keeps for the next time, as rows of bytes by their keys."""

from collections.abc import Iterator, Mapping, Set

import msgspec

from tawatur.records.parts import packed, unpacked
from tawatur.settle.joining.rows import Row
from tawatur.settle.joining.tables import Tables
from tawatur.settle.mentions import Group
from tawatur.settle.variants import Step

_OF = "document "  # and its id: the row of an article
_encode = msgspec.msgpack.Encoder().encode
_row = msgspec.msgpack.Decoder(Row).decode
_marks = msgspec.msgpack.Decoder(dict[int, bytes]).decode
_names = msgspec.msgpack.Decoder(dict[int, str]).decode
_words = msgspec.msgpack.Decoder(frozenset[str]).decode


class State:
    """The rows of all articles in the order of ids, what they speak of, and what all of them decided together.

    `spelled` are the spellings that count as others; `decided` marks what was decided of each name by its number; `given` are the given names,
    `renamed` the names that people gave, by number.
    """

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept
        self.tables = Tables(kept)
        self.rows = {key[len(_OF) :]: _row(kept[key]) for key in sorted(kept) if key.startswith(_OF)}
        steps = map(self.tables.step, unpacked(kept.get("spelled", b"")))
        self.spelled: dict[Group, Step] = {step.short: step for step in steps}
        self.decided = _marks(kept["decided"]) if "decided" in kept else {}
        self.given = _words(kept["given"]) if "given" in kept else frozenset()
        self.renamed = _names(kept["renamed"]) if "renamed" in kept else {}

    def after(
        self,
        rows: Mapping[str, Row],
        spelled: Mapping[Group, Step],
        decided: Mapping[int, bytes],
        given: Set[str],
        renamed: Mapping[int, str],
    ) -> dict[str, bytes]:
        """Give what is to be kept in place of this state. Of what no row speaks any more nothing is kept."""
        steps = {self.tables.step_number(step) for step in spelled.values()}
        self.tables.keep(
            stands=_used(rows, "stands", "judged"),
            calls=_used(rows, "own", "fuller", "calls", "judged_calls"),
            steps=_used(rows, "near") | steps,
            groups=_used(rows, "alone") | renamed.keys(),
        )
        found = dict(self.tables.rows())
        found["spelled"] = packed(sorted(steps))
        found["decided"] = _encode(dict(sorted(decided.items())))
        found["given"] = _encode(sorted(given))
        found["renamed"] = _encode(dict(sorted(renamed.items())))
        found.update(self._bodies(rows))
        return found

    def _bodies(self, rows: Mapping[str, Row]) -> Iterator[tuple[str, bytes]]:
        for document, row in rows.items():
            key = _OF + document
            yield key, self._kept[key] if row is self.rows.get(document) else _encode(row)


def _used(rows: Mapping[str, Row], *columns: str) -> set[int]:
    return set(unpacked(b"".join([getattr(row, column) for row in rows.values() for column in columns])))
