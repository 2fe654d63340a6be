"""Entities made from the rows of all articles: only those that are asked for."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from functools import cached_property

from tawatur.records.name import Entity, Role
from tawatur.records.parts import unpacked
from tawatur.records.span import Span
from tawatur.settle.joining.rows import Row, triples
from tawatur.settle.joining.tables import Tables
from tawatur.settle.known import Known
from tawatur.settle.variants import Meaning
from tawatur.settle.view import Standing, entity


class Entities:
    """Gives entities from `rows`, which are in the order of documents; `renamed` holds names that people gave."""

    def __init__(self, rows: Mapping[str, Row], tables: Tables, renamed: Mapping[int, str]) -> None:
        self._rows = rows
        self._tables = tables
        self._renamed = renamed

    def of(self, wanted: Set[int]) -> dict[int, Entity]:
        """Give the entities of these names by number, as far as any mention stands for them."""
        if not wanted:
            return {}
        tables = self._tables
        first = self._first(wanted)
        standings: dict[int, list[Standing]] = defaultdict(list)
        for number, span in first.mentions.items():
            form, end, step, judged = tables.stands[number]
            own, text, _, listed = tables.forms[form]
            known = Known(tables.group(own)[1], *listed, table=True) if listed else None
            joined = tables.step(step) if step is not None else None
            standings[end].append(Standing(tables.group(own), text, known, joined, judged, self._counts[number], span))
        roles: dict[int, list[Role]] = defaultdict(list)
        for (end, _), (role, span) in first.roles.items():
            roles[end].append(Role(text=tables.roles[role][0], span=span))
        return {end: entity(tables.group(end), found, roles[end], self._renamed.get(end)) for end, found in standings.items()}

    def _first(self, wanted: Set[int]) -> "_First":
        """The first mention of each form of these names, and their first role of each meaning: articles are looked at until all are found."""
        tables = self._tables
        standing = {number for number, one in enumerate(tables.stands.things) if one and one[1] in wanted} & self._counts.keys()
        calling = (number for number, one in enumerate(tables.calls.things) if one and one[0] in wanted and number in self._calls)
        called = {number: (one[0], tables.meaning(one[1])) for number in calling for one in [tables.calls[number]]}
        first = _First(standing, called)
        for document, row in self._rows.items():
            if not standing and not first.called:
                break
            first.see(document, row, tables)
        return first

    @cached_property
    def _counts(self) -> Counter[int]:
        return Counter(unpacked(b"".join([row.standing for row in self._rows.values()])))

    @cached_property
    def _calls(self) -> set[int]:
        return set(unpacked(b"".join([row.calling for row in self._rows.values()])))


class _First:
    """The first mention of each of some stands, and the first role of each name and meaning, in the order in which articles are seen.

    `standing` and `called` are those that are still to be found.
    """

    def __init__(self, standing: set[int], called: Mapping[int, tuple[int, Meaning]]) -> None:
        self.mentions: dict[int, Span] = {}
        self.roles: dict[tuple[int, Meaning], tuple[int, Span]] = {}
        self.standing = standing
        self.called = dict(called)
        self._alike: dict[tuple[int, Meaning], list[int]] = defaultdict(list)
        for number, one in called.items():
            self._alike[one].append(number)

    def see(self, document: str, row: Row, tables: Tables) -> None:
        """Take what is the first of its kind from an article."""
        if not self.standing.isdisjoint(stands := unpacked(row.standing)):
            places = unpacked(row.places)
            for at, number in enumerate(stands):
                if number in self.standing:
                    self.standing.discard(number)
                    self.mentions[number] = Span(document=document, start=places[2 * at], end=places[2 * at + 1])
        if row.said and not self.called.keys().isdisjoint(calls := unpacked(row.calling)):
            for number, (_, start, end) in zip(calls, triples(row.said), strict=True):
                if number in self.called:
                    one = self.called[number]
                    self.roles[one] = tables.calls[number][1], Span(document=document, start=start, end=end)
                    for alike in self._alike[one]:
                        del self.called[alike]
