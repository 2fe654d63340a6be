"""Choosing stories for a list, and their order: by day, on one day first where sources contradict each other."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tawatur.records.overview import Listed

KINDS = ("conflicts", "updates", "corroborated", "alone")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What stories are asked for: ISO days, both inclusive; an entity; the key of an outlet or agency; a kind of finding.

    `alone` are stories of several articles that all go back to one origin.
    """

    since: str | None = None
    until: str | None = None
    place: str | None = None
    outlet: str | None = None
    agency: str | None = None
    kind: str | None = None


def chosen(listed: Iterable[Listed], asked: Asked, within: Collection[str] | None = None) -> list[Listed]:
    """The stories that are asked for, in their order; `within` are the ids that are in question, None for all."""
    if within is None and asked == Asked():
        return list(listed)
    return [one for one in listed if (within is None or one.story.id in within) and _fits(one, asked)]


def _fits(one: Listed, asked: Asked) -> bool:
    story = one.story
    return (
        _between((story.date or "")[:10], asked)
        and (not asked.place or story.place == asked.place)
        and (not asked.outlet or asked.outlet in story.outlets)
        and (not asked.agency or any(origin.name == asked.agency for origin in story.origins))
        and (not asked.kind or _has(one, asked.kind))
    )


def _between(day: str, asked: Asked) -> bool:
    """Whether a day is within the time asked for. A month or year counts from its first to its last day."""
    if not asked.since and not asked.until:
        return True
    return bool(day) and (not asked.since or day >= asked.since[: len(day)]) and (not asked.until or day <= asked.until)


def _has(one: Listed, kind: str) -> bool:
    if kind == "alone":
        return len(one.story.documents) > 1 and len(one.story.origins) < 2
    return kind in ("conflicts", "updates", "corroborated") and getattr(one, kind) > 0


def by_weight(listed: Iterable[Listed]) -> list[Listed]:
    """Stories of one day: with conflicts first, then updates, then what most independent origins and most articles tell."""
    return sorted(listed, key=_weight)


def _weight(one: Listed) -> tuple[int, int, int, int]:
    return (-min(one.conflicts, 1), -min(one.updates, 1), -len(one.story.origins), -len(one.story.documents))


def ordered(listed: Sequence[Listed], start: int = 0, stop: int | None = None) -> list[Listed]:
    """The stories from `start` to `stop` of the list in its order: the newest day first, as they come, and on one day by weight.

    Only the days that are asked for are put in order.
    """
    stop = len(listed) if stop is None else stop
    found: list[Listed] = []
    at = 0
    for _, held in groupby(listed, key=lambda one: (one.story.date or "")[:10]):
        day = list(held)
        if at < stop and at + len(day) > start:
            found.extend(by_weight(day)[max(0, start - at) : stop - at])
        at += len(day)
        if at >= stop:
            break
    return found
