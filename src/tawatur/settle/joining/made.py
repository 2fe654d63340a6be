"""Entities made from the rows of all articles: only those that are asked for."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Set

from tawatur.records.name import Entity, Role
from tawatur.records.span import Span
from tawatur.settle.joining.numbered import unpacked
from tawatur.settle.joining.rows import Row, triples
from tawatur.settle.joining.tables import Tables
from tawatur.settle.known import Known
from tawatur.settle.variants import Meaning
from tawatur.settle.view import Standing, entity


def entities(wanted: Set[int], rows: Mapping[str, Row], tables: Tables, renamed: Mapping[int, str]) -> dict[int, Entity]:
    """Give the entities of these names by number, as far as any mention stands for them. `rows` are in the order of documents;
    `renamed` holds names that people gave.

    Articles are looked at until the first mention of each form and the first role of each meaning are found.
    """
    counts = Counter(unpacked(b"".join([row.standing for row in rows.values()])))
    standing = {number for number in counts if tables.stands[number][1] in wanted}
    called = {
        number: (one[0], tables.meaning(one[1])) for number, one in enumerate(tables.calls.things) if one and one[0] in wanted
    }
    first = _First(standing, called)
    for document, row in rows.items():
        first.see(document, row, tables)
    standings: dict[int, list[Standing]] = defaultdict(list)
    for number, span in first.mentions.items():
        form, end, step, judged = tables.stands[number]
        own, text, _, listed = tables.forms[form]
        known = Known(tables.group(own)[1], *listed, table=True) if listed else None
        joined = tables.step(step) if step is not None else None
        standings[end].append(Standing(tables.group(own), text, known, joined, judged, counts[number], span))
    roles: dict[int, list[Role]] = defaultdict(list)
    for (end, _), (role, span) in first.roles.items():
        roles[end].append(Role(text=tables.roles[role][0], span=span))
    return {end: entity(tables.group(end), found, roles[end], renamed.get(end)) for end, found in standings.items()}


class _First:
    """The first mention of each stand, and the first role of each name and meaning, in the order in which articles are seen."""

    def __init__(self, standing: set[int], called: Mapping[int, tuple[int, Meaning]]) -> None:
        self.mentions: dict[int, Span] = {}
        self.roles: dict[tuple[int, Meaning], tuple[int, Span]] = {}
        self._standing = standing
        self._called = dict(called)
        self._alike: dict[tuple[int, Meaning], list[int]] = defaultdict(list)
        for number, one in called.items():
            self._alike[one].append(number)

    def see(self, document: str, row: Row, tables: Tables) -> None:
        """Take what is the first of its kind from an article."""
        stands = unpacked(row.standing)
        if not self._standing.isdisjoint(stands):
            places = unpacked(row.places)
            for at, number in enumerate(stands):
                if number in self._standing:
                    self._standing.discard(number)
                    self.mentions[number] = Span(document=document, start=places[2 * at], end=places[2 * at + 1])
        calls = unpacked(row.calling)
        if not self._called.keys().isdisjoint(calls):
            for number, (_, start, end) in zip(calls, triples(row.said), strict=True):
                if number in self._called:
                    one = self._called[number]
                    self.roles[one] = tables.calls[number][1], Span(document=document, start=start, end=end)
                    for alike in self._alike[one]:
                        del self._called[alike]
