"""What rows speak of by number: names, their forms, the steps that join them, roles, and where mentions stand."""

from collections.abc import Iterator, Mapping, Set

from tawatur.records.name import Feature
from tawatur.settle.joining.numbered import Numbered
from tawatur.settle.mentions import Group, Mention
from tawatur.settle.spelling import skeleton
from tawatur.settle.variants import Meaning, Step, compared

Listed = tuple[str | None, str | None, tuple[str, ...]]  # the name, the English one and the identifiers that a table has
_Named = tuple[str, ...]  # a type, what spellings of the name have in common if they are compared, and the words of its key
_Form = tuple[
    int, str, bool, Listed | None
]  # a name, its words in a text, whether they end in «بن فلان», and what a table has for them
_Joined = tuple[int, int, tuple[int, ...]]  # a short name, a full one, the features
_Role = tuple[str, ...]  # the words of a text, and what they mean
_Call = tuple[int, int]  # a name and a role
_Stand = tuple[
    int, int, int | None, str | None
]  # a form, the name that it stands for in the end, the last step there, who judged so


class Tables:
    """The things that the rows of all articles speak of. `kept` holds what `rows` gave."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self.groups: Numbered[_Named] = Numbered("names", _Named, kept)
        self.forms: Numbered[_Form] = Numbered("forms", _Form, kept)
        self.features: Numbered[Feature] = Numbered("features", Feature, kept)
        self.steps: Numbered[_Joined] = Numbered("steps", _Joined, kept)
        self.roles: Numbered[_Role] = Numbered("roles", _Role, kept)
        self.calls: Numbered[_Call] = Numbered("calls", _Call, kept)
        self.stands: Numbered[_Stand] = Numbered("stands", _Stand, kept)
        self._groups: dict[Group, int] = {}
        self._meanings: dict[int, Meaning] = {}

    def group_number(self, group: Group) -> int:
        """Give the number of a name."""
        found = self._groups.get(group)
        if found is None:
            kind, key = group
            found = self._groups[group] = self.groups.number((kind, skeleton(key) if compared(group) else "", *key))
        return found

    def group(self, number: int) -> Group:
        """Give the name of a number."""
        kind, _, *key = self.groups[number]
        return kind, tuple(key)  # type: ignore[return-value]  # a type stands first

    def form_number(self, mention: Mention) -> int:
        """Give the number of a mention's form."""
        entry = mention.known
        listed = (entry.name, entry.en, entry.same_as) if entry.table else None
        return self.forms.number((self.group_number(mention.group), mention.name.text, mention.son, listed))

    def step_number(self, step: Step) -> int:
        """Give the number of a step."""
        features = tuple(map(self.features.number, step.features))
        return self.steps.number((self.group_number(step.short), self.group_number(step.full), features))

    def step(self, number: int) -> Step:
        """Give the step of a number."""
        short, full, features = self.steps[number]
        return Step(self.group(short), self.group(full), tuple(map(self.features.__getitem__, features)))

    def role_number(self, text: str, meaning: Meaning) -> int:
        """Give the number of a role."""
        return self.roles.number((text, *sorted(meaning)))

    def meaning(self, role: int) -> Meaning:
        """Give what a role means."""
        found = self._meanings.get(role)
        if found is None:
            found = self._meanings[role] = frozenset(self.roles[role][1:])
        return found

    def keep(self, stands: Set[int], calls: Set[int], steps: Set[int], groups: Set[int]) -> None:
        """Keep what is used: what these numbers speak of."""
        self.stands.keep(stands)
        self.calls.keep(calls)
        every = [one for one in self.stands.things if one]
        forms = {form for form, *_ in every}
        self.forms.keep(forms)
        self.steps.keep(steps | {step for _, _, step, _ in every if step is not None})
        joined = [one for one in self.steps.things if one]
        self.features.keep({feature for _, _, features in joined for feature in features})
        called = [one for one in self.calls.things if one]
        self.roles.keep({role for _, role in called})
        used = set(groups)
        used.update(form[0] for form in self.forms.things if form)
        used.update(end for _, end, *_ in every)
        used.update(group for group, _ in called)
        for short, full, _ in joined:
            used |= {short, full}
        self.groups.keep(used)

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """Give what is to be kept."""
        for one in (self.groups, self.forms, self.features, self.steps, self.roles, self.calls, self.stands):
            yield from one.rows()
