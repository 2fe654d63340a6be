"""Joining the names of all articles, where what was kept of the last time tells what need not be looked at again."""

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from typing import NamedTuple

import msgspec

from tawatur.records.changes import differing
from tawatur.records.judgement import Judgement, Outcome
from tawatur.records.name import Entity, Name
from tawatur.records.parts import unpacked
from tawatur.settle.joining import decided as across
from tawatur.settle.joining.differing import called_otherwise, concerned, ends
from tawatur.settle.joining.made import Entities
from tawatur.settle.joining.places import Places
from tawatur.settle.joining.rows import of_all, of_article, of_words
from tawatur.settle.joining.state import State
from tawatur.settle.joining.tallies import Tallies
from tawatur.settle.judged import apply
from tawatur.settle.mentions import Group, Mention, read
from tawatur.settle.variants import Step
from tawatur.settle.view import identity

# gives the text of an article and the names in it
Source = Callable[[str], tuple[str, Sequence[Name]]]


class Anew(NamedTuple):
    """What may be another than it was the last time.

    `names`: the mentions of the articles that are new or changed, of which one has another entity, or which are the first now to call somebody
    something, or were: a statement there may have another speaker. `entities` by id: all people of these articles, and all that may be others
    than they were; `others`: the ids of those that are; `gone`: the ids of those that are no more. `outcomes`: what became of each
    judgement, in the order of their times. `kept` is for the next time.
    """

    names: dict[str, tuple[Name, ...]]
    entities: dict[str, Entity]
    others: frozenset[str]
    gone: frozenset[str]
    outcomes: tuple[Outcome, ...]
    kept: dict[str, bytes]


def join(
    documents: Collection[str], changed: Set[str], source: Source, judgements: Sequence[Judgement], kept: Mapping[str, bytes]
) -> Anew:
    """Join the names of `documents`, where all but `changed` are as they were when the last joining gave `kept`; where that is empty, all are new.

    `judgements`, people's, come last and have the last word, in the order of their times. What comes of it does not depend on what was kept.
    """
    return _Joining(documents, changed, source, kept).joined(judgements)


class _Joining:
    """One joining, step by step: each makes the rows anew of the articles for which what it depends on is another."""

    def __init__(self, documents: Collection[str], changed: Set[str], source: Source, kept: Mapping[str, bytes]) -> None:
        self._before = State(kept)
        self._tables = self._before.tables
        self._source = source
        self._read: dict[str, list[Mention]] = {}
        old = self._before.rows
        self._new = {document for document in documents if document in changed or document not in old}
        self._rows = {d: of_words(self._mentions(d), self._tables) if d in self._new else old[d] for d in sorted(documents)}
        self._tallies = Tallies(self._rows, self._tables)

    def joined(self, judgements: Sequence[Judgement]) -> Anew:
        """Give what may be another."""
        before, tables, rows = self._before, self._tables, self._rows
        names = self._names_of_changed()
        spelled = across.by_number(across.spelled_anew(before.spelled, names, self._tallies, tables), tables)
        anew = self._new | self._with("forms", self._respelled(spelled.steps))
        for document in sorted(anew):  # in an order, so that the same articles have the same numbers
            rows[document] = of_article(rows[document], self._mentions(document), spelled.steps, tables)
        self._read.clear()
        found, given = across.decided(spelled, self._tallies, tables), across.given_names(self._tallies, tables)
        marks = across.marks(found)
        other = differing(before.decided, marks) | across.reaching_otherwise(before.given, given, tables)
        anew |= self._with("alone", other)
        for document in sorted(anew):
            rows[document] = of_all(document, rows[document], spelled, found, given, tables)
        places = Places(rows, tables)
        judged = apply(judgements, places)
        moved = places.judged()
        rows |= moved
        renamed = {tables.group_number(group): name for group, name in judged.renamed.items()}
        found_anew = self._differing(anew | moved.keys(), renamed)
        return found_anew._replace(outcomes=judged.outcomes, kept=before.after(rows, spelled.steps, marks, given, renamed))

    def _mentions(self, document: str) -> list[Mention]:
        """What is read at the names of an article, once."""
        if document not in self._read:
            self._read[document] = read(*self._source(document))
        return self._read[document]

    def _names_of_changed(self) -> set[int]:
        """The names that articles have or had that are new, changed or gone."""
        gone = self._before.rows.keys() - self._rows.keys()
        rows = [one[d] for one in (self._before.rows, self._rows) for d in (*self._new, *gone) if d in one]
        return {self._tables.forms[form][0] for row in rows for form in unpacked(row.forms)}

    def _respelled(self, spelled: Mapping[Group, Step]) -> set[int]:
        """The forms of names that count as another now than before."""
        groups = {self._tables.group_number(group) for group in differing(self._before.spelled, spelled)}
        return {number for number, form in enumerate(self._tables.forms.things) if form and form[0] in groups}

    def _with(self, column: str, numbers: Set[int]) -> set[str]:
        """The articles with one of these numbers in a column."""
        if not numbers:
            return set()
        return {d for d, row in self._rows.items() if not numbers.isdisjoint(unpacked(getattr(row, column)))}

    def _differing(self, anew: Set[str], renamed: Mapping[int, str]) -> Anew:
        """What has become of the articles whose rows were made anew, and of all entities."""
        tables, old, rows = self._tables, self._before.rows, self._rows
        gone = old.keys() - rows.keys()
        wanted = {end for d in (*anew, *gone) for end in concerned(old.get(d), rows.get(d), tables)}
        wanted |= differing(self._before.renamed, renamed)
        entities = Entities(rows, tables, renamed)
        before, now = Entities(old, tables, self._before.renamed).of(wanted), entities.of(wanted)
        moved = {d for d in anew if d in self._new or ends(old.get(d), tables) != ends(rows[d], tables)}
        moved |= called_otherwise(before, now) & rows.keys()
        people = {end for d in moved for end in ends(rows[d], tables) if tables.groups[end][0] == "person"}
        around = entities.of(people - wanted)
        ids = {end: identity(tables.group(end)) for d in moved for end in ends(rows[d], tables)}
        return Anew(
            names={d: self._named(d, ids) for d in sorted(moved)},
            entities={one.id: one for one in (*now.values(), *around.values())},
            others=frozenset(one.id for end, one in now.items() if before.get(end) != one),
            gone=frozenset(one.id for one in before.values()) - {one.id for one in now.values()},
            outcomes=(),
            kept={},
        )

    def _named(self, document: str, ids: Mapping[int, str]) -> tuple[Name, ...]:
        """The mentions of an article with their entities."""
        stands = ends(self._rows[document], self._tables)
        _, names = self._source(document)
        return tuple(msgspec.structs.replace(name, entity=ids[end]) for name, end in zip(names, stands, strict=True))
