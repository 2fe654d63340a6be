"""An article without a date, dated by a dated article that it shares its text with.

Two ways, both careful. An article most of whose text stands in a dated one was written on its day, unless its own words say
«أمس» of what the other says «اليوم» of. An article that shares only some sentences with a dated one is dated where its own words name a
weekday and its distance, and the day that they mean is one that the other speaks of. A paragraph that is used again years later dates nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 (a day, and not the function below)
from datetime import timedelta
from typing import NamedTuple

from tawatur.records.article import Article, Publication
from tawatur.records.reuse import Reuse
from tawatur.records.span import Span
from tawatur.records.time import TimeExpression
from tawatur.settle.anchors import Anchor, anchor
from tawatur.settle.times import Resolve

_ROUNDS = 2  # an article that was dated by its twin may date a third
_MOST = 0.3  # share of the undated article's prose that makes it one text with the other, where it begins with it
_ALL = 0.6  # the same, wherever it stands
_BEGINNING = 3  # sentences
_SENTENCES = 2  # shared, before an article's own words are compared with the other's days
# one text is carried by others on its day or the next two; a correction the other way round is rare
_OFFSETS = (0, 1, 2, -1)
_NEAR_DAYS = 3  # between an article and one of the same happening


# gives the pairs of sentences of which one stands in one of these articles, in their order
RowsOf = Callable[[AbstractSet[str]], Sequence[Reuse]]


@dataclass
class _Link:
    """What an undated article shares with another."""

    spans: list[Span] = field(default_factory=list)
    letters: float = 0.0


class Linked(NamedTuple):
    """The publication of an article that others date, and the round in which they did: an article that is dated by now may date others in the next."""

    round: int
    publication: Publication


class Dated(NamedTuple):
    """The publication of every article, and of those that others date how they did, from which the next dating goes on."""

    publications: dict[str, Publication]
    linked: dict[str, Linked]


def date(
    articles: Mapping[str, Article],
    times: Mapping[str, Sequence[TimeExpression]],
    twins: Mapping[str, AbstractSet[str]],
    rows_of: RowsOf,
    resolve: Resolve,
    undated: Container[str] = (),
    before: Mapping[str, Linked] | None = None,
    changed: AbstractSet[str] = frozenset(),
) -> Dated:
    """Give every article's publication: its own where it has a date, else by a dated twin, else its own with its reason.

    `twins` are the articles with which each shares something besides templates; `rows_of` gives the sentences that some articles share. Those of
    `undated` stay without a date.
    `before` holds for all articles that have not `changed` since, in themselves or in what they share, nor share with one that has.
    """
    settled = {name: article.publication for name, article in articles.items()}
    twins = {name: others for name, others in twins.items() if settled[name].published is None and name not in undated}
    known = before or {}
    again = set(twins) if before is None else _with_one_of(twins, changed)
    linked: dict[str, Linked] = {}
    for number in range(_ROUNDS):
        dater = _Dater(articles, times, settled, resolve)
        wanted = {name for name in again if settled[name].published is None}
        links = _links(rows_of(wanted) if wanted else (), wanted)
        found = {name: one for name in sorted(links) if (one := dater.by_twin(name, links[name]))}
        found |= {
            name: one.publication for name, one in known.items() if one.round == number and name in twins and name not in again
        }
        moved = {name for name in again if found.get(name, settled[name]) != _by_round(known, number, name, articles)}
        settled |= found
        linked |= {name: Linked(number, one) for name, one in found.items()}
        again |= _with_one_of(twins, moved)
    return Dated(settled, dict(sorted(linked.items())))


def _by_round(known: Mapping[str, Linked], number: int, name: str, articles: Mapping[str, Article]) -> Publication:
    """The publication that an article had after a round of an earlier dating."""
    linked = known.get(name)
    return linked.publication if linked and linked.round <= number else articles[name].publication


def _with_one_of(twins: Mapping[str, AbstractSet[str]], changed: AbstractSet[str]) -> set[str]:
    """The articles that have changed or share something with one that has."""
    return {name for name, others in twins.items() if name in changed or not others.isdisjoint(changed)}


def _links(pairs: Iterable[Reuse], names: Container[str]) -> dict[str, dict[str, _Link]]:
    links: dict[str, dict[str, _Link]] = defaultdict(lambda: defaultdict(_Link))
    for pair in pairs:
        for mine, other in () if pair.template else ((pair.a, pair.b), (pair.b, pair.a)):
            if mine.document in names:
                link = links[mine.document][other.document]
                shorter = min(mine.end - mine.start, other.end - other.start)
                if mine not in link.spans:
                    link.spans.append(mine)
                    link.letters += shorter * pair.score
    return links


class _Dater:
    """Dates articles by those that are dated so far."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        times: Mapping[str, Sequence[TimeExpression]],
        settled: Mapping[str, Publication],
        resolve: Resolve,
    ) -> None:
        self._articles = articles
        self._times = times
        self._settled = settled
        self._resolve = resolve

    def by_twin(self, name: str, links: Mapping[str, _Link]) -> Publication | None:
        """Date one article by the first of its twins that can, those that share most first."""
        dated = [(other, link) for other, link in links.items() if self._day(other)]
        strong = [(other, link) for other, link in dated if self._is_one_text(name, link)]
        if len({self._day(other) for other, _ in strong}) > 1 and not self._agree(strong):
            return None
        for other, link in sorted(strong, key=lambda row: (-row[1].letters, row[0])):
            if found := self._same_text(name, other, link):
                return found
        for other, link in sorted(dated, key=lambda row: (-row[1].letters, row[0])):
            if len(link.spans) >= _SENTENCES and (found := self._same_day(name, other)):
                return found
        return None

    def _day(self, name: str) -> Day | None:
        published = self._settled[name].published
        return Day.fromisoformat(published[:10]) if published else None

    def _agree(self, twins: Sequence[tuple[str, _Link]]) -> bool:
        days = [day for other, _ in twins if (day := self._day(other))]
        return max(days) - min(days) <= timedelta(days=_NEAR_DAYS)

    def _is_one_text(self, name: str, link: _Link) -> bool:
        """Whether most of an article is shared, or much of it from its beginning on."""
        body = [line for line in self._articles[name].lines if line.kind == "body"]
        letters = sum(line.end - line.start for line in body)
        if not letters or len(link.spans) < _SENTENCES:
            return False
        share = link.letters / letters
        begins = min(span.start for span in link.spans) < body[:_BEGINNING][-1].end
        return share >= _ALL or (share >= _MOST and begins)

    def _anchors(self, name: str) -> list[tuple[TimeExpression, Anchor]]:
        own = [one for one in self._times.get(name, ()) if one.anchor != "utterance"]
        return [(one, anchor(one)) for one in sorted(own, key=lambda one: one.start)]

    def _allowed(self, name: str, day: Day) -> bool:
        """Whether an article's own words, and the day on which it was read, allow it to be of `day`."""
        latest = self._settled[name].latest
        if latest and day > Day.fromisoformat(latest[:10]):
            return False
        known = [(one.weekday, one.before) for _, one in self._anchors(name)]
        return all(
            (day - timedelta(days=before)).weekday() == weekday
            for weekday, before in known
            if weekday is not None and before is not None
        )

    def _same_text(self, name: str, other: str, link: _Link) -> Publication | None:
        written = self._day(other)
        if written is None:
            return None
        for offset in _OFFSETS:
            day = written + timedelta(days=offset)
            if self._allowed(name, day):
                longest = max(link.spans, key=lambda span: (span.end - span.start, -span.start))
                evidence = self._settled[other].evidence or longest
                reason = f"no date of its own; {len(link.spans)} of its sentences stand in {other}, published on {written}"
                return self._published(name, day, evidence, reason if not offset else f"{reason}; its weekdays say {day}")
        return None

    def _same_day(self, name: str, other: str) -> Publication | None:
        """Date an article by its own «أمس الأربعاء», where that Wednesday is a day that the other speaks of."""
        written = self._day(other)
        spoken = self._spoken(other)
        for expression, (weekday, before) in self._anchors(name):
            if written is None or weekday is None or before is None:
                continue
            for meant in sorted(spoken):
                day = meant + timedelta(days=before)
                if meant.weekday() == weekday and abs(day - written).days <= _NEAR_DAYS and self._allowed(name, day):
                    evidence = Span(document=name, start=expression.start, end=expression.end)
                    reason = f"no date of its own; it shares sentences with {other}, published on {written}, and says «{expression.text}» of {meant}"
                    return self._published(name, day, evidence, reason)
        return None

    def _spoken(self, name: str) -> set[Day]:
        """The day of an article, and those that it counts from it."""
        settled = self._settled[name]
        days = {day} if (day := self._day(name)) else set()
        for expression in self._times.get(name, ()):
            if anchor(expression) == Anchor(None, None):
                continue
            value = self._resolve(expression, settled.published, "past").earliest
            if value:
                days.add(Day.fromisoformat(value[:10]))
        return days

    def _published(self, name: str, day: Day, evidence: Span, reason: str) -> Publication:
        own = self._settled[name]
        return Publication(
            published=day.isoformat(),
            basis="linked",
            evidence=evidence,
            reason=reason,
            modified=own.modified,
            latest=own.latest,
            candidates=own.candidates,
        )
