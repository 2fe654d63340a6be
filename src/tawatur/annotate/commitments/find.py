"""The undertakings of an article: sentence by sentence, each report with its parties, matter and times."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawatur.annotate.commitments import nouns, told, verbs
from tawatur.annotate.commitments.clause import Clause
from tawatur.annotate.commitments.drafts import Draft
from tawatur.annotate.commitments.lexicon import triggers
from tawatur.annotate.commitments.times import times
from tawatur.arabic.fold import Folded
from tawatur.records.commitment import Party, Undertaking
from tawatur.records.name import Name
from tawatur.records.quote import Quote
from tawatur.records.sentence import Sentence
from tawatur.records.time import TimeExpression

_READ = frozenset({"body", "title", "heading"})


class Found(NamedTuple):
    """What the other annotators found in the article, in the order of places."""

    names: Sequence[Name]
    quotes: Sequence[Quote]
    times: Sequence[TimeExpression]


def annotate(text: str, sentences: Sequence[Sentence], found: Found) -> list[Undertaking]:
    """Give what the article reports of undertakings, in the order of places. Lines of other kinds than prose are not read."""
    folded = Folded(text)
    starts = [[one.start for one in rows] for rows in found]
    made: list[Undertaking] = []
    for sentence in sentences:
        if sentence.kind not in _READ:
            continue
        quotes = _within(found.quotes, sentence)
        clause = Clause(folded, sentence.start, sentence.end, _between(found.names, starts[0], sentence))
        if not quotes and not any(word in triggers() for word in clause.words):
            continue
        expressions = _between(found.times, starts[2], sentence)
        seen: set[int] = set()
        for draft in sorted(_told_once(list(_drafts(clause, quotes))), key=lambda one: (one.cue, one.start)):
            if draft.start in seen:
                continue
            seen.add(draft.start)
            report = _undertaking(clause, draft, sentence, expressions, quotes)
            if report:
                made.append(report)
    return made


def _between(rows: Sequence[TimeExpression] | Sequence[Name], starts: Sequence[int], sentence: Sentence) -> Sequence:  # type: ignore[type-arg]
    return rows[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]


def _within(quotes: Sequence[Quote], sentence: Sentence) -> list[Quote]:
    """The statements that share words with a sentence; an article has a few dozen."""
    return [quote for quote in quotes if quote.start < sentence.end and quote.end > sentence.start]


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """Without what only stands in the words of a denial («نافية أن تكون قد خرقت الاتفاق»)."""
    denied = [draft for draft in drafts if draft.kind == "denied"]
    return [one for one in drafts if not any(one is not no and no.cue < one.cue <= no.start + 1 for no in denied)]


def _drafts(clause: Clause, quotes: Sequence[Quote]) -> Iterator[Draft]:
    yield from verbs.find(clause, quotes)
    yield from nouns.find(clause, quotes)
    yield from told.find(clause, quotes)


def _undertaking(
    clause: Clause, draft: Draft, sentence: Sentence, expressions: Sequence[TimeExpression], quotes: Sequence[Quote]
) -> Undertaking | None:
    if draft.start >= draft.end or not (draft.by or draft.pact):
        return None
    cue = clause.starts[draft.cue]
    holder = _holder(quotes, cue)
    when = times(clause, expressions, draft)
    start = min([cue, clause.starts[draft.start], *(party.start for party in draft.by if party.start >= sentence.start)])
    said_by = draft.said_by or (holder.speaker_name if holder else None)
    return Undertaking(
        document=sentence.document,
        start=start,
        end=max(clause.ends[draft.end - 1], clause.ends[draft.cue]),
        cue=(cue, clause.ends[draft.cue]),
        kind=draft.kind,
        by=draft.by,
        to=_apart(draft.to, draft.by),
        what=clause.text(draft.start, draft.end),
        what_start=clause.starts[draft.start],
        what_end=clause.ends[draft.end - 1],
        condition=draft.condition,
        made=when.made,
        in_force=when.in_force,
        until=when.until,
        pact=draft.pact,
        quote=holder.id if holder else None,
        said_by=said_by,
    )


def _holder(quotes: Sequence[Quote], place: int) -> Quote | None:
    """The innermost statement in which a place stands."""
    inside = [quote for quote in quotes if quote.start <= place < quote.end]
    return min(inside, key=lambda quote: quote.end - quote.start, default=None)


def _apart(to: Sequence[Party], by: Sequence[Party]) -> tuple[Party, ...]:
    return tuple(one for one in to if one.text not in {party.text for party in by})
