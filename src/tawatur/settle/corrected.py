"""What people know better of articles than the program: dates, origins and speakers, each with the words «judged by WHO».

The later correction of one thing has the last word. Kinds of line are applied when the article is cleaned; here is only told what became of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from tawatur.records.article import AgencyMention, Article, Publication
from tawatur.records.correction import Correction, judged_by, place
from tawatur.records.judgement import Outcome, Status, Subject
from tawatur.records.name import Entity, Name
from tawatur.records.quote import Quote
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.settle.joined import Named
from tawatur.settle.known import known
from tawatur.settle.spelling import words

_LEAST = 0.5  # of the shorter one: a statement that a new version cuts otherwise is the same where so much of it is


class Corrected:
    """The standing corrections of articles, and what became of each while they were applied.

    `inherited` are those that later versions of a page have from earlier ones; what became of them is not told.
    """

    def __init__(self, corrections: Sequence[Correction], texts: Mapping[str, str], inherited: Sequence[Correction] = ()) -> None:
        self._untold = frozenset(one.id for one in inherited)
        self._texts = texts
        self._told: dict[str, tuple[Status, tuple[str, ...], str]] = {}
        self._of: dict[str, dict[str, list[Correction]]] = {"date": {}, "origin": {}, "speaker": {}, "line": {}}
        standing = [one for one in (*corrections, *inherited) if not one.undone]
        for told in sorted(standing, key=lambda one: (one.when, one.id)):
            if told.document in texts:
                self._of[told.kind].setdefault(told.document, []).append(told)
            else:
                self._told[told.id] = ("lost", (), told.document)

    def articles(self, articles: Mapping[str, Article]) -> dict[str, Article]:
        """Give the articles with their dates and origins as people corrected them; the others are the same objects."""
        found = dict(articles)
        for name, corrections in self._of["date"].items():
            found[name] = self._dated(found[name], corrections)
        for name, corrections in self._of["origin"].items():
            found[name] = self._credited(found[name], corrections)
        for name, corrections in self._of["line"].items():
            self._lines(found[name], corrections)
        return found

    @property
    def undated(self) -> frozenset[str]:
        """The articles of which a person said that their day is not known."""
        return frozenset(name for name, told in self._of["date"].items() if told[-1].value is None)

    @property
    def uncredited(self) -> frozenset[str]:
        """The articles of which a person said that they are no agency's."""
        return frozenset(name for name, told in self._of["origin"].items() if told[-1].value is None)

    @property
    def respoken(self) -> frozenset[str]:
        """The articles in which a person corrected who speaks."""
        return frozenset(self._of["speaker"])

    def settled(self, one: Settled) -> Settled:
        """Give what is known of an article with who judged its origin, which then has no other basis."""
        told = self._of["origin"].get(one.document)
        if not told:
            return one
        return msgspec.structs.replace(one, origin=told[-1].value, origin_basis=None, origin_judged=told[-1].who)

    def speakers(self, quotes: Mapping[str, tuple[Quote, ...]], joined: Named) -> dict[str, tuple[Quote, ...]]:
        """Give the statements of all documents with the speakers that people corrected."""
        found = dict(quotes)
        entities = joined.by_id if self._of["speaker"] else {}
        for name, corrections in self._of["speaker"].items():
            rows = list(found.get(name, ()))
            last: dict[int, Correction] = {}
            for told in corrections:
                self._speak(told, rows, last, joined, entities)
            found[name] = tuple(rows)
        return found

    def outcomes(self) -> tuple[Outcome, ...]:
        """What became of each correction, in the order of their ids. One that waits for the article to be cleaned anew has none."""
        return tuple(
            Outcome(judgement=identity, status=status, entities=entities, missing=missing)
            for identity, (status, entities, missing) in sorted(self._told.items())
            if identity not in self._untold
        )

    def _dated(self, article: Article, corrections: Sequence[Correction]) -> Article:
        own, last = article.publication, corrections[-1]
        self._last(corrections, held=last.value is not None and own.published == last.value)
        at = place(last, self._texts[article.document])
        judged = Publication(
            published=last.value,
            basis="given" if last.value else None,
            evidence=Span(document=article.document, start=at[0], end=at[1]) if at and last.value else None,
            reason=judged_by(last),
            modified=own.modified,
            latest=own.latest,
            candidates=own.candidates,
        )
        return msgspec.structs.replace(article, publication=judged)

    def _credited(self, article: Article, corrections: Sequence[Correction]) -> Article:
        last = corrections[-1]
        credits = {one.agency for one in article.agencies if one.credit}
        self._last(corrections, held=credits == {last.value})
        others = tuple(msgspec.structs.replace(one, credit=False) for one in article.agencies if one.agency != last.value)
        if not last.value:
            return msgspec.structs.replace(article, agencies=others)
        at = place(last, self._texts[article.document])
        span = Span(document=article.document, start=at[0], end=at[1]) if at else None
        return msgspec.structs.replace(article, agencies=(*others, AgencyMention(agency=last.value, span=span, credit=True)))

    def _lines(self, article: Article, corrections: Sequence[Correction]) -> None:
        last: dict[int, Correction] = {}
        for told in corrections:
            at = place(told, self._texts[article.document])
            line = next((one for one in article.lines if at and one.start < at[1] and one.end > at[0]), None)
            if line is None:
                self._told[told.id] = ("lost", (), told.text)
                continue
            if line.start in last:
                self._told[last[line.start].id] = ("overruled", (), "")
            last[line.start] = told
            if line.kind == told.value and line.reason == judged_by(told):
                self._told[told.id] = ("applied", (), "")

    def _last(self, corrections: Sequence[Correction], *, held: bool) -> None:
        """Say what became of the corrections of one thing. `held`: the article says so itself; what copies would have told is not known here."""
        for told in corrections[:-1]:
            self._told[told.id] = ("overruled", (), "")
        self._told[corrections[-1].id] = ("held" if held else "applied", (), "")

    def _speak(
        self, told: Correction, rows: list[Quote], last: dict[int, Correction], joined: Named, entities: Mapping[str, Entity]
    ) -> None:
        number = _statement(place(told, self._texts[told.document]), rows)
        who = entities.get(_entity(told.subject, joined) or "") if told.subject else None
        if number is None or (told.subject and who is None):
            missing = told.text if number is None else told.subject.name if told.subject else ""
            self._told[told.id] = ("lost", (), missing)
            return
        if number in last:
            self._told[last[number].id] = ("overruled", (), "")
        last[number] = told
        before = rows[number]
        rows[number] = _spoken(before, told, who, joined.names.get(told.document, ()), self._texts[told.document])
        held = (before.speaker, before.speaker_name) == (rows[number].speaker, rows[number].speaker_name)
        self._told[told.id] = ("held" if held else "applied", (who.id,) if who else (), "")


def _statement(at: tuple[int, int] | None, rows: Sequence[Quote]) -> int | None:
    """The number of the statement at a place: the same, else the one that shares most of it."""
    if at is None:
        return None
    start, end = at
    shared = [(min(end, one.end) - max(start, one.start), -number) for number, one in enumerate(rows)]
    most, number = max(shared, default=(0, 0))
    shorter = min(end - start, rows[-number].end - rows[-number].start) if rows else 0
    return -number if most > 0 and most >= _LEAST * shorter else None


def _entity(subject: Subject, joined: Named) -> str | None:
    """The id of the entity that most of the mentions that were seen are of now; else of the only one of the name."""
    votes: Counter[str] = Counter()
    for seen in subject.mentions:
        over = [
            (min(one.end, seen.end) - max(one.start, seen.start), -one.start, one.entity)
            for one in joined.names.get(seen.document, ())
            if one.start < seen.end and one.end > seen.start and one.entity
        ]
        if over:
            votes[max(over)[2] or ""] += 1
    if votes:
        return min(votes, key=lambda one: (-votes[one], one))
    key = known(subject.name, subject.type).key
    named = [one.id for one in joined.by_id.values() if one.type == subject.type and known(one.name, one.type).key == key]
    return named[0] if len(named) == 1 else None


def _spoken(before: Quote, told: Correction, who: Entity | None, names: Sequence[Name], text: str) -> Quote:
    """The statement with its speaker as judged, at the place of his name that is nearest, where the article names him."""
    name = who.name if who else told.value
    places = [(one.start, one.end) for one in names if who and one.entity == who.id] or _places(name, text)
    nearest = min(places, key=lambda at: (abs(at[0] - before.start), at), default=None)
    old = {before.speaker, words(before.speaker_name or "")} - {None, ()}
    return msgspec.structs.replace(
        before,
        speaker=who.id if who else None,
        speaker_name=name,
        speaker_text=text[nearest[0] : nearest[1]] if nearest else "",
        speaker_start=nearest[0] if nearest else None,
        speaker_end=nearest[1] if nearest else None,
        speaker_kind=("body" if who.type in ("organization", "country") else "named") if who else "named" if name else "unnamed",
        chain=tuple(link for link in before.chain if not old & {link.entity, words(link.name)}),
        judged=told.who,
    )


def _places(name: str | None, text: str) -> list[tuple[int, int]]:
    found = []
    at = text.find(name) if name else -1
    while name and at >= 0:
        found.append((at, at + len(name)))
        at = text.find(name, at + 1)
    return found
