"""What one article says of its names, in numbers: of its words alone, with spellings of all articles, with what all of them say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

import msgspec

from tawatur.records.parts import packed, unpacked
from tawatur.settle.across import Elsewhere, reach
from tawatur.settle.joining.tables import Tables
from tawatur.settle.mentions import Group, Mention
from tawatur.settle.short import Article, within
from tawatur.settle.variants import Meaning, Step


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An article's mentions, in numbers of `Tables` that are packed (see `numbered.packed`).

    Of its words alone: `forms` and `places` (start and end) of the mentions; `said`, where somebody is called something: the number of the
    mention, start and end of the role; `own`, what its own name is called there. With spellings: `near`, the steps that the article makes
    clear; `alone`, the names that it leaves alone; `fuller`, of each of `said` what the name is called for which the mention stands in this article.
    With all articles: `stands` of the mentions; `calls`, of each of `said` what the name is called for which it stands in the end. `judged` and
    `judged_calls` are these two again, where people have moved a mention; else empty.
    """

    forms: bytes
    places: bytes
    own: bytes
    said: bytes
    near: bytes = b""
    alone: bytes = b""
    fuller: bytes = b""
    stands: bytes = b""
    calls: bytes = b""
    judged: bytes = b""
    judged_calls: bytes = b""

    @property
    def standing(self) -> bytes:
        """Where the mentions stand after all."""
        return self.judged or self.stands

    @property
    def calling(self) -> bytes:
        """What the names are called for which the mentions stand after all."""
        return self.judged_calls if self.judged else self.calls


class Spelled(NamedTuple):
    """The spellings that count as others: by name, and by number the number of the other name and of the step."""

    steps: Mapping[Group, Step]
    numbers: Mapping[int, tuple[int, int]]


def of_words(mentions: Sequence[Mention], tables: Tables) -> Row:
    """Give the row of an article as far as its words alone tell it."""
    called = [(number, m, one) for number, m in enumerate(mentions) for one in m.called]
    return Row(
        forms=packed(map(tables.form_number, mentions)),
        places=packed(at for m in mentions for at in (m.name.start, m.name.end)),
        own=packed(
            tables.calls.number((tables.group_number(m.group), tables.role_number(one.text, one.meaning))) for _, m, one in called
        ),
        said=packed(at for number, _, one in called for at in (number, one.start, one.end)),
    )


def of_article(row: Row, mentions: Sequence[Mention], spelled: Mapping[Group, Step], tables: Tables) -> Row:
    """Give the row with the steps that the article itself makes clear."""
    article = Article(mentions, spelled)
    near = within(article)
    fuller = []
    for call, (number, _, _) in zip(unpacked(row.own), triples(row.said), strict=True):
        group = mentions[number].group
        step = spelled.get(group)
        group = step.full if step else group
        step = near.get(group)
        fuller.append(tables.calls.number((tables.group_number(step.full if step else group), tables.calls[call][1])))
    return msgspec.structs.replace(
        row,
        near=packed(tables.step_number(step) for step in near.values()),
        alone=packed(tables.group_number(group) for group in article.first if group not in near),
        fuller=packed(fuller),
    )


def of_all(document: str, row: Row, spelled: Spelled, elsewhere: Mapping[int, Elsewhere], given: Set[str], tables: Tables) -> Row:
    """Give the row with the names that its mentions stand for in the end. `elsewhere` and `given` are what all articles say."""
    article = _Article(row, spelled, tables)
    near = {tables.steps[step][0]: step for step in unpacked(row.near)}
    ends: dict[int, tuple[int, int | None]] = {}
    stands = []
    for form in unpacked(row.forms):
        own = tables.forms[form][0]
        if own not in ends:
            end, step = _followed(own, spelled.numbers, near, tables)
            group = tables.group(end)
            far = elsewhere[end].of(group, article.called[end], table=end in article.listed) if end in elsewhere else None
            if far:
                ends[own] = tables.group_number(far.full), tables.step_number(far)
            else:
                reached = reach(document, group, article.called[end], given)
                ends[own] = (end if reached == group else tables.group_number(reached)), step
        stands.append(tables.stands.number((form, *ends[own], None)))
    return msgspec.structs.replace(row, stands=packed(stands), calls=calls(row, stands, tables))


def calls(row: Row, stands: Sequence[int], tables: Tables) -> bytes:
    """Give what the names are called for which these mentions stand."""
    said = zip(unpacked(row.own), triples(row.said), strict=True)
    ends = ((tables.stands[stands[number]][1], tables.calls[call][1]) for call, (number, _, _) in said)
    return packed(map(tables.calls.number, ends))


class _Article:
    """What the names of an article are called in it, and which of them a table has, spellings joined; all by number."""

    def __init__(self, row: Row, spelled: Spelled, tables: Tables) -> None:
        self.called: dict[int, set[Meaning]] = defaultdict(set)
        for call in unpacked(row.own):
            group, role = tables.calls[call]
            self.called[spelled.numbers.get(group, (group,))[0]].add(tables.meaning(role))
        forms = map(tables.forms.__getitem__, unpacked(row.forms))
        self.listed = {spelled.numbers.get(group, (group,))[0] for group, _, _, listed in forms if listed}


def _followed(
    group: int, spelled: Mapping[int, tuple[int, int]], near: Mapping[int, int], tables: Tables
) -> tuple[int, int | None]:
    """The name where the steps of one article lead, and the last of them."""
    step: int | None = None
    if group in spelled:
        group, step = spelled[group]
    while group in near:
        step = near[group]
        group = tables.steps[step][1]
    return group, step


def triples(body: bytes) -> Iterable[tuple[int, int, int]]:
    """Give what is packed in threes."""
    numbers = iter(unpacked(body))
    return zip(numbers, numbers, numbers, strict=True)
