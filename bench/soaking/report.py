"""The figures of a soak."""

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bench.soaking.feeds import Feed
from bench.soaking.published import Item
from bench.soaking.seen import Memory, words
from bench.soaking.taken import Taken

_EXPECTED = {"first": ("name",), "update": ("update",), "conflict": ("conflict",), "correction": ("correction",)}


class Run(NamedTuple):
    """What there was in one soak. Times are seconds since 1970."""

    started: float
    items: Mapping[str, Item]
    feeds: Sequence[Feed]
    stood: Mapping[str, float]
    memory: Sequence[Memory]
    taken: Sequence[Taken]
    documents: Mapping[str, tuple[str, str]]  # key and text by id


def lines(run: Run) -> Iterator[str]:
    """Give the report, line by line."""
    yield from _stored(run)
    yield from _latency(run)
    yield from _memory(run)
    yield from _alerts(run)
    asked = sum((feed.asked for feed in run.feeds), Counter[str]())
    yield f"requests: {sum(asked.values())}; " + ", ".join(f"{name} {count}" for name, count in sorted(asked.items()))


def missing(run: Run) -> list[str]:
    """The articles that were given out whole and are not in the store, findings and all."""
    return sorted(key for feed in run.feeds for key in feed.given if key not in run.stood)


def doubled(run: Run) -> list[str]:
    """The articles that stand in the store more than once, or with other words than were published."""
    texts: dict[str, list[str]] = defaultdict(list)
    for key, text in run.documents.values():
        texts[key].append(text)
    return sorted(key for key, found in texts.items() if key not in run.items or found != [words(run.items[key])])


def twice(run: Run) -> int:
    """How many alerts came more than once."""
    return sum(count - 1 for count in Counter(one.alert["id"] for one in run.taken).values())


def _told(run: Run) -> Counter[tuple[int, str]]:
    """How often each incident was told of, by kind of alert."""
    found: Counter[tuple[int, str]] = Counter()
    for one in run.taken:
        keys = {run.documents[span["document"]][0] for span in one.alert["evidence"] if span["document"] in run.documents}
        incidents = {item.plant[0] for key in keys if (item := run.items.get(key)) and item.plant}
        found.update((number, one.alert["kind"]) for number in incidents)
    return found


def _stored(run: Run) -> Iterator[str]:
    given = {key for feed in run.feeds for key in feed.given}
    yield (
        f"articles: {len(run.items)} published, {len(given)} given out whole, {len(run.stood)} in the store with their findings; "
        f"missing {len(missing(run))}, doubled or altered {len(doubled(run))}"
    )


def _latency(run: Run) -> Iterator[str]:
    for name, times in (("published", [f.appeared for f in run.feeds]), ("first given out whole", [f.given for f in run.feeds])):
        begun = {key: at for found in times for key, at in found.items()}
        took = sorted(run.stood[key] - at for key, at in begun.items() if key in run.stood)
        if len(took) > 1:
            under = sum(one < 60 for one in took) / len(took)
            yield (
                f"seconds from {name} to findings: median {statistics.median(took):.1f}, 95 % {took[int(len(took) * 0.95)]:.1f}, "
                f"longest {took[-1]:.1f}; under a minute {under:.1%}"
            )


def _memory(run: Run) -> Iterator[str]:
    if not run.memory:
        return
    for minutes in (1, 3, 10, 20, 30, 40, 50, 60):
        near = [one for one in run.memory if abs(one.at - run.started - 60 * minutes) < 30]
        if near:
            stood = sum(at <= run.started + 60 * minutes for at in run.stood.values())
            yield (
                f"after {minutes} min, {stood} articles: own process {_middle(near, lambda m: m.own):.0f} MB, "
                f"all {_middle(near, lambda m: m.all):.0f} MB (most {max(m.all for m in near):.0f} MB in {max(m.processes for m in near)} processes)"
            )
    yield f"most at any time: own process {max(m.own for m in run.memory):.0f} MB, all {max(m.all for m in run.memory):.0f} MB"
    late = [one for one in run.memory if one.at - run.started > min(600, (run.memory[-1].at - run.started) / 3)]
    if len(late) > 2:
        slope = statistics.linear_regression([m.at / 3600 for m in late], [m.own for m in late]).slope
        yield f"slope of the own process after the first {(late[0].at - run.started) / 60:.0f} min: {slope:+.1f} MB an hour"


def _middle(found: Sequence[Memory], of: Callable[[Memory], float]) -> float:
    return statistics.median(of(one) for one in found)


def _alerts(run: Run) -> Iterator[str]:
    kinds = Counter(one.alert["kind"] for one in run.taken)
    yield f"alerts: {len(run.taken)} ({', '.join(f'{kind} {count}' for kind, count in sorted(kinds.items()))}); sent twice {twice(run)}"
    planted = Counter[str](item.plant[1] for key, item in run.items.items() if item.plant and key in run.stood)
    told = _told(run)
    for kind, (alert,) in _EXPECTED.items():
        often = Counter(
            told[item.plant[0], alert]
            for key, item in run.items.items()
            if item.plant and item.plant[1] == kind and key in run.stood
        )
        yield f"planted, {kind}: {planted[kind]}; told as {alert}: once {often[1]}, never {often[0]}, more often {planted[kind] - often[1] - often[0]}"
