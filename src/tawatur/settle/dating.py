"""An article without a date, dated by a dated article that it shares its text with.

Two ways, both careful. An article most of whose text stands in a dated one was written on its day, unless its own words say
«أمس» of what the other says «اليوم» of. An article that shares only some sentences with a dated one is dated where its own words name a
weekday and its distance, and the day that they mean is one that the other speaks of. A paragraph that is used again years later dates nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 (a day, and not the function below)
from datetime import timedelta

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


@dataclass
class _Link:
    """What an undated article shares with another."""

    spans: list[Span] = field(default_factory=list)
    letters: float = 0.0


def date(
    articles: Mapping[str, Article],
    times: Mapping[str, Sequence[TimeExpression]],
    pairs: Sequence[Reuse],
    resolve: Resolve,
    undated: Container[str] = (),
) -> dict[str, Publication]:
    """Give every article's publication: its own where it has a date, else by a dated twin, else its own with its reason.

    `pairs` are the sentences that articles share; the share of templates counts for nothing. Those of `undated` stay without a date.
    """
    settled = {name: article.publication for name, article in articles.items()}
    links = {name: others for name, others in _links(pairs, settled).items() if name not in undated}
    for _ in range(_ROUNDS):
        dater = _Dater(articles, times, settled, resolve)
        found = {
            name: one for name in sorted(links) if settled[name].published is None and (one := dater.by_twin(name, links[name]))
        }
        if not found:
            break
        settled |= found
    return settled


def _links(pairs: Sequence[Reuse], settled: Mapping[str, Publication]) -> dict[str, dict[str, _Link]]:
    links: dict[str, dict[str, _Link]] = defaultdict(lambda: defaultdict(_Link))
    for pair in pairs:
        if pair.template:
            continue
        for mine, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if settled[mine.document].published is None:
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
