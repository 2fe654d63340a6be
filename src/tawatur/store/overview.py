"""The lists that the desk begins with: every story with its findings counted, and every name by which entities are asked for.

They are made once for each state of the store and kept in memory: 12,500 stories and 18,000 findings in a third of a second.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tawatur.arabic.words import words
from tawatur.records.base import from_json
from tawatur.records.commitment import Commitment
from tawatur.records.finding import Finding, Found, gravity
from tawatur.records.name import Entity
from tawatur.records.overview import Called, Facets, Listed
from tawatur.records.story import Story
from tawatur.store.judged import judged
from tawatur.store.kept import Kept
from tawatur.store.sqlite import Store
from tawatur.store.wires import newest, wires

_Counted = Literal["conflicts", "soft", "updates", "corroborated"]
_CALLED = """SELECT e.body, count(d.document), coalesce(sum(d.statements), 0) FROM entities e
             LEFT JOIN document_entities d ON d.entity = e.id GROUP BY e.id"""


Words = tuple[str, ...]


@dataclass(frozen=True)
class Calls:
    """`called` has the entity first that most articles mention; `forms` are places in it, by the folded words of a spelling."""

    called: tuple[Called, ...]
    forms: Mapping[Words, tuple[int, ...]]
    by_id: Mapping[str, Called]


def _listed(store: Store) -> tuple[Listed, ...]:
    """Every story, the newest first, those without a date last."""
    counts = _findings(store)
    stories = (from_json(body, Story) for (body,) in store.query("SELECT body FROM stories ORDER BY date IS NULL, date DESC, id"))
    return tuple(_one(story, counts[story.id]) for story in stories)


def _one(story: Story, found: Mapping[_Counted, int]) -> Listed:
    return Listed(
        story=story,
        conflicts=found["conflicts"],
        soft=found["soft"],
        updates=found["updates"],
        corroborated=found["corroborated"],
    )


def _calls(store: Store) -> Calls:
    called = sorted(_called(store), key=lambda one: (-one[0].articles, one[0].id))
    forms: dict[Words, list[int]] = defaultdict(list)
    for place, (_, spelt) in enumerate(called):
        for form in spelt:
            forms[form].append(place)
    return Calls(
        called=tuple(one for one, _ in called),
        forms={form: tuple(places) for form, places in forms.items()},
        by_id={one.id: one for one, _ in called},
    )


def _findings(store: Store) -> dict[str, Counter[_Counted]]:
    """How many findings of each kind a story holds."""
    found: dict[str, Counter[_Counted]] = defaultdict(Counter)
    findings = (from_json(body, Finding) for (body,) in store.query("SELECT body FROM findings WHERE story IS NOT NULL"))
    for finding in judged(findings, store.finding_judgements()):
        kind = _kind(finding)
        if kind and finding.story and finding.judged != "dismissed":
            found[finding.story][kind] += 1
    return found


def _found(store: Store) -> tuple[Found, ...]:
    """Every finding, the gravest first."""
    days = dict(store.query("SELECT id, date FROM stories"))
    findings = (from_json(body, Finding) for (body,) in store.query("SELECT body FROM findings ORDER BY id"))
    made = (
        Found(
            id=one.id,
            kind=one.kind,
            soft=one.soft,
            story=one.story,
            day=days.get(one.story),
            origins=len(one.origins),
            documents=one.documents,
            judged=one.judged,
        )
        for one in judged(findings, store.finding_judgements())
    )
    return tuple(sorted(made, key=gravity))


def _commitments(store: Store) -> tuple[Commitment, ...]:
    return tuple(from_json(body, Commitment) for (body,) in store.query("SELECT body FROM commitments ORDER BY id"))


def _kind(finding: Finding) -> _Counted | None:
    if finding.kind == "conflict":
        return "soft" if finding.soft else "conflicts"
    return "updates" if finding.kind == "update" else "corroborated" if finding.kind == "corroborated" else None


def _called(store: Store) -> Iterator[tuple[Called, set[Words]]]:
    for body, articles, statements in store.query(_CALLED):
        one = from_json(body, Entity)
        called = Called(id=one.id, type=one.type, name=one.name, name_en=one.name_en, articles=articles, statements=statements)
        yield called, {form_words(form) for form in {*one.forms, one.name, one.name_en or ""} if form}


def form_words(text: str) -> Words:
    """The folded words by which an entity is looked for."""
    return tuple(word.text.casefold() for word in words(text))


def facets_of(stories: Iterable[Story]) -> Facets:
    """Count by what stories can be chosen."""
    places: Counter[str] = Counter()
    outlets: Counter[str] = Counter()
    origins: Counter[str] = Counter()
    for story in stories:
        places.update([story.place] if story.place else [])
        outlets.update(story.outlets)
        origins.update({origin.name for origin in story.origins if origin.name})
    return Facets(places=_most(places), outlets=_most(outlets), origins=_most(origins))


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


listed = Kept(_listed).of
facets = Kept(lambda store: facets_of(one.story for one in listed(store))).of
calls = Kept(_calls).of
found = Kept(_found).of
commitments = Kept(_commitments).of
all_wires = Kept(wires).of
newest_carried = Kept(newest).of
