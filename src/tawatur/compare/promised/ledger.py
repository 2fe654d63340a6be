"""The ledger: reports of one undertaking in one happening, or in happenings that hang together, become one commitment.

Only what stands in one article, one story or one thread is compared. The order of reading plays no part: reports are taken by day,
article and place, and the id is that of the first report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from tawatur.compare.promised.alike import same, speaks_of
from tawatur.compare.promised.reports import Report, reports
from tawatur.groups import groups
from tawatur.records.collection import Collection
from tawatur.records.commitment import Commitment, Later, Status, Undertaking, commitment_id
from tawatur.records.span import Span
from tawatur.records.story import Story

_MAKING = ("made", "intended")
# words that more reports of a scope than this have tell nothing; it bounds the pairs that are compared
_COMMON = 40


def commitments(
    collection: Collection, documents: Iterable[str], found: Mapping[str, Sequence[Undertaking]], home: Mapping[str, Story]
) -> list[Commitment]:
    """Give the commitments of the articles of one scope: a thread, a story or an article, `home` being the stories of all.

    `found` are the reports by article. A commitment that no report gives a party to is left out.
    """
    return list(_scope([one for name in sorted(documents) for one in reports(collection, found.get(name, ()), home.get(name))]))


def _scope(found: list[Report]) -> Iterator[Commitment]:
    ordered = sorted(found, key=lambda one: one.order)
    making = [one for one in ordered if one.said.kind in _MAKING and one.said.by]
    made = _together(making)
    later: dict[int, list[Report]] = defaultdict(list)
    terms: dict[int, list[Report]] = defaultdict(list)
    alone: list[Report] = []
    for one in ordered:
        if one.said.kind in _MAKING:
            if not one.said.by:
                for number in _terms_of(one, made):
                    terms[number].append(one)
            continue
        about = _accused(one, later) if one.of_breach and later else _best(one, made)
        if about is not None:
            later[about].append(one)
        elif one.said.by:
            alone.append(one)
    for number, group in enumerate(made):
        yield _commitment(group, terms[number], later[number])
    for group in _together(alone):
        yield _commitment([], [], group)


def _together(found: Sequence[Report]) -> list[list[Report]]:
    """The reports in groups of one undertaking each, the groups and their members in order."""
    links = [(a, b) for a, b in _pairs(found) if same(found[a], found[b])]
    grouped = groups(links)
    joined = {number for group in grouped for number in group}
    all_groups = [sorted(group) for group in grouped] + [[number] for number in range(len(found)) if number not in joined]
    return [[found[number] for number in group] for group in sorted(all_groups)]


def _pairs(found: Sequence[Report]) -> list[tuple[int, int]]:
    """The pairs worth a comparison: those that have a word of their matter, or a truce, in common."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        for word in one.matter:
            holders[word].append(number)
        if one.said.pact == "truce":
            holders[f"truce {one.story}"].append(number)
    pairs: Counter[tuple[int, int]] = Counter()
    for word in sorted(holders):
        if len(holders[word]) <= _COMMON:
            pairs.update(combinations(holders[word], 2))
    return sorted(pairs)


def _terms_of(terms: Report, made: Sequence[Sequence[Report]]) -> list[int]:
    """The undertakings whose agreement the report speaks of without a party («ويسري الاتفاق»): those of its own article."""
    return [
        number
        for number, group in enumerate(made)
        if any(one.said.document == terms.said.document and one.said.pact == terms.said.pact for one in group)
    ]


def _best(later: Report, made: Sequence[Sequence[Report]]) -> int | None:
    """The undertaking that a later report speaks of most strongly; of equals the last that was made."""
    best, strength = None, 0
    for number, group in enumerate(made):
        found = max(speaks_of(later, one) for one in group)
        if found >= max(strength, 1):
            best, strength = number, found
    return best


def _accused(denial: Report, later: Mapping[int, Sequence[Report]]) -> int | None:
    """The undertaking whose breach is denied: of the same agreement, the one of which most say that it was broken."""
    counts = [
        (sum(one.said.kind == "broken" and one.said.pact == denial.said.pact for one in found), -number, number)
        for number, found in later.items()
    ]
    most = max(counts, default=(0, 0, 0))
    return most[2] if most[0] else None


def _commitment(made: Sequence[Report], terms: Sequence[Report], later: Sequence[Report]) -> Commitment:
    """One commitment; where no report of its making is known, the later ones are the evidence."""
    evidence = sorted([*made, *terms], key=lambda one: one.order) or [later[0]]
    first = made[0] if made else later[0]
    everything = [*evidence, *(later if made else later[1:])]
    by = _names(made or later)
    return Commitment(
        id=commitment_id(first.said.document, first.said.cue[0], first.said.what_start, first.said.cue[1]),
        what=first.said.what,
        by=by,
        to=tuple(dict.fromkeys(party.text for one in made for party in one.said.to if party.text not in by)),
        made=_first(one.made for one in (made or later)) or _first(one.own for one in made),
        in_force=_first(one.in_force for one in evidence),
        until=_last(one.until for one in later if one.said.kind == "prolonged") or _first(one.until for one in evidence),
        condition=next((one.said.condition for one in evidence if one.said.condition), None),
        status=_status(made, later),
        intended=bool(made) and all(one.said.kind == "intended" for one in made),
        stories=tuple(sorted({one.story for one in everything if one.story})),
        evidence=tuple(_span(one) for one in evidence),
        later=tuple(_later(one) for one in later),
    )


def _names(found: Sequence[Report]) -> tuple[str, ...]:
    """The parties as the report names them that names most of them, none by «الطرفان» where another says who; «بلاده» with whose it is."""
    named = [one for one in found if not any(party.both for party in one.said.by)] or list(found)
    best = max(named, key=lambda one: len({party.text for party in one.said.by}))
    return tuple(dict.fromkeys(f"{party.text} ({party.of})" if party.of else party.text for party in best.said.by))


def _status(made: Sequence[Report], later: Sequence[Report]) -> Status:
    # that the accused denies a breach does not undo what others report of it
    telling = [one for one in later if not one.of_breach] or later
    if telling:
        told = max(telling, key=lambda one: one.order).said.kind
        return "made" if told == "intended" else told
    return "unknown" if all(one.said.kind == "intended" for one in made) else "made"


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _last(values: Iterator[str | None]) -> str | None:
    return next((value for value in reversed(list(values)) if value), None)


def _span(one: Report) -> Span:
    return Span(document=one.said.document, start=one.said.start, end=one.said.end)


def _later(one: Report) -> Later:
    said = one.said
    status: Status = "made" if said.kind == "intended" else said.kind
    day = one.day if one.day != "9999" else None
    return Later(
        document=said.document, start=said.start, end=said.end, status=status, said_by=said.said_by, quote=said.quote, date=day
    )
