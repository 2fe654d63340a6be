"""Which facts are new, and keeping them before they go out."""

from collections.abc import Callable, Iterable, Iterator

from tawatur.records.alert import Alert, alert_id
from tawatur.records.alert_kinds import AlertKind
from tawatur.store.alerts import Told
from tawatur.watch.facts import Fact


def first(told: Told, facts: Iterable[Fact]) -> None:
    """Remember all that is known already: the watch tells what comes after it began."""
    told.seen(sorted({alert_id(key) for fact in facts for key in fact.keys}))


def new(told: Told, facts: Iterable[Fact], kinds: Iterable[AlertKind], now: Callable[[], str]) -> list[Alert]:
    """Keep what was not told before and give it, in its order; what is of no kind that is asked for counts as seen."""
    asked = frozenset(kinds)
    ids = [(fact, tuple(alert_id(key) for key in fact.keys)) for fact in facts]
    fresh = told.fresh(sorted({one for _, some in ids for one in some}))
    made: dict[str, Alert] = {}
    for fact, some in ids:
        if all(one in fresh for one in some) and fact.kind in asked and not (set(some) & made.keys()):
            made[some[0]] = _alert(fact, some[0], now())
    told.keep(made.values())
    told.seen(sorted(fresh - made.keys()))  # also the other keys of what is told
    return list(made.values())


def _alert(fact: Fact, identity: str, made: str) -> Alert:
    return Alert(
        id=identity,
        kind=fact.kind,
        key=fact.keys[0],
        story=fact.story.id if fact.story else None,
        about=fact.about,
        says=fact.says(),
        evidence=fact.evidence,
        made=made,
    )


def counted(alerts: Iterable[Alert]) -> Iterator[tuple[AlertKind, int]]:
    """How many alerts of each kind there are."""
    found: dict[AlertKind, int] = {}
    for one in alerts:
        found[one.kind] = found.get(one.kind, 0) + 1
    yield from sorted(found.items())
