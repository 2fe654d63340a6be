"""Where mentions stand while people's judgements are applied: what is asked of them there, and moving them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from tawatur.records.judgement import Seen
from tawatur.records.name import NameType
from tawatur.records.parts import packed, unpacked
from tawatur.settle.joining.rows import Row, calls
from tawatur.settle.joining.tables import Tables
from tawatur.settle.mentions import Group
from tawatur.settle.spelling import Key, words

Place = tuple[str, int]  # a document and the number of a mention in it


class Places:
    """The mentions of all articles, to be found by what they stand for, by their words and by place. `rows` are in the order of documents."""

    def __init__(self, rows: Mapping[str, Row], tables: Tables) -> None:
        self._rows = rows
        self._tables = tables
        self._moved: dict[Place, int] = {}
        self._held: dict[Group, set[Place]] = {}

    def group(self, place: Place) -> Group:
        """Give what a mention stands for now."""
        return self._tables.group(self._tables.stands[self._stand(place)][1])

    def held(self, group: Group) -> set[Place]:
        """Give the mentions that stand for a group now."""
        if group not in self._held:
            number = self._tables.group_number(group)
            self._held[group] = {
                (document, at)
                for document in self._documents.get(number, ())
                for at, stand in enumerate(unpacked(self._rows[document].stands))
                if self._tables.stands[stand][1] == number
            }
        return self._held[group]

    def written(self, kind: NameType, key: Key) -> list[Place]:
        """Give the mentions of a type that are written with these words."""
        forms = set(self._forms.get((kind, key), ()))
        if not forms:
            return []
        numbers = ((document, unpacked(row.forms)) for document, row in self._rows.items())
        return [
            (document, at) for document, row in numbers if not forms.isdisjoint(row) for at, n in enumerate(row) if n in forms
        ]

    def text(self, place: Place) -> str:
        """Give the words of a mention."""
        return self._tables.forms[self._tables.stands[self._stand(place)][0]][1]

    def at(self, seen: Seen) -> Place | None:
        """Give the mention that takes up most of a place, the first of several; None where there is none."""
        row = self._rows.get(seen.document)
        numbers = iter(unpacked(row.places) if row else ())
        over = [
            (min(end, seen.end) - max(start, seen.start), -number)
            for number, (start, end) in enumerate(zip(numbers, numbers, strict=True))
            if start < seen.end and end > seen.start
        ]
        return (seen.document, -max(over)[1]) if over else None

    def move(self, places: Iterable[Place], to: Group, who: str, *, keeps: bool) -> None:
        """Move mentions to a group; `keeps`: whether the step by which they were joined before goes with them."""
        end, held = self._tables.group_number(to), self.held(to)
        for place in places:
            self.held(self.group(place)).discard(place)
            form, _, step, _ = self._tables.stands[self._stand(place)]
            self._moved[place] = self._tables.stands.number((form, end, step if keeps else None, who))
            held.add(place)

    def judged(self) -> dict[str, Row]:
        """Give the rows of the articles with mentions that were moved, and of those that had some before; the others are as they were."""
        moved: dict[str, dict[int, int]] = defaultdict(dict)
        for (document, number), stand in self._moved.items():
            moved[document][number] = stand
        had = {document for document, row in self._rows.items() if row.judged}
        return {document: self._judged(self._rows[document], moved[document]) for document in (*moved, *(had - moved.keys()))}

    def _judged(self, row: Row, moved: Mapping[int, int]) -> Row:
        if not moved:
            return msgspec.structs.replace(row, judged=b"", judged_calls=b"")
        stands = [moved.get(number, stand) for number, stand in enumerate(unpacked(row.stands))]
        return msgspec.structs.replace(row, judged=packed(stands), judged_calls=calls(row, stands, self._tables))

    def _stand(self, place: Place) -> int:
        document, number = place
        return self._moved[place] if place in self._moved else unpacked(self._rows[document].stands)[number]

    @cached_property
    def _documents(self) -> dict[int, list[str]]:
        """The articles in which any mention stands for a group before it is judged, by the number of the group."""
        found: dict[int, list[str]] = defaultdict(list)
        for document, row in self._rows.items():
            for end in {self._tables.stands[stand][1] for stand in unpacked(row.stands)}:
                found[end].append(document)
        return found

    @cached_property
    def _forms(self) -> dict[tuple[str, Key], list[int]]:
        found: dict[tuple[str, Key], list[int]] = defaultdict(list)
        for number, form in enumerate(self._tables.forms.things):
            if form:
                found[self._tables.groups[form[0]][0], words(form[1])].append(number)
        return found
