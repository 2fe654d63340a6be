"""What the rows of all articles say of names together: how often each is written, called, tied to another, left alone."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from functools import cached_property

from tawatur.records.parts import unpacked
from tawatur.settle.joining.rows import Row
from tawatur.settle.joining.tables import Tables
from tawatur.settle.mentions import Group
from tawatur.settle.roles import specific
from tawatur.settle.variants import Meaning


class Tallies:
    """Counts over rows, each made from their numbers when it is first asked for: of `near`, `alone` and `fuller` when the rows have them.

    Linear in mentions, but in loops of C only.
    """

    def __init__(self, rows: Mapping[str, Row], tables: Tables) -> None:
        self._rows = rows
        self._tables = tables

    def _all(self, column: str) -> "array[int]":
        return unpacked(b"".join([getattr(row, column) for row in self._rows.values()]))

    @cached_property
    def forms(self) -> Counter[int]:
        """How many mentions there are of each form."""
        return Counter(self._all("forms"))

    @cached_property
    def near(self) -> Counter[int]:
        """In how many articles each step is made clear."""
        return Counter(self._all("near"))

    @cached_property
    def alone(self) -> Counter[int]:
        """In how many articles each name is left alone."""
        return Counter(self._all("alone"))

    @cached_property
    def free(self) -> Counter[int]:
        """How many mentions no table has, by their own names."""
        found: Counter[int] = Counter()
        forms = self._tables.forms.things
        for number, count in self.forms.items():
            form = forms[number]
            if form and form[3] is None:
                found[form[0]] += count
        return found

    def sons(self, spelled: Mapping[int, tuple[int, int]]) -> Set[Group]:
        """The names that end in «بن فلان» in any article, spellings joined."""
        ending = (form[0] for number in self.forms if (form := self._tables.forms[number])[2])
        return {self._tables.group(spelled.get(group, (group,))[0]) for group in ending}

    def own_roles(self, groups: Mapping[int, Group]) -> dict[Group, set[Meaning]]:
        """The specific roles that these names are called, by the names themselves."""
        return self._roles("own", groups, only_specific=True)

    def fuller_roles(self, groups: Mapping[int, Group]) -> dict[Group, set[Meaning]]:
        """The roles that these names are called, as their articles understand them."""
        return self._roles("fuller", groups, only_specific=False)

    def _roles(self, column: str, groups: Mapping[int, Group], *, only_specific: bool) -> dict[Group, set[Meaning]]:
        found: dict[Group, set[Meaning]] = defaultdict(set)
        for call in set(self._all(column)):
            group, role = self._tables.calls[call]
            if group in groups:
                meaning = self._tables.meaning(role)
                if specific(meaning) or not only_specific:
                    found[groups[group]].add(meaning)
        return found

    def ties(self) -> dict[Group, Counter[Group]]:
        """How many articles tie each short name to each full one."""
        found: dict[Group, Counter[Group]] = defaultdict(Counter)
        group = self._tables.group
        for number, count in self.near.items():
            short, full, _ = self._tables.steps[number]
            found[group(short)][group(full)] += count
        return found
