"""The deeds of an article: triggers, their parties, status, time, place, and whose statement they stand in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

import msgspec

from tawatur.annotate.events import accidents, codes, crowds, nouns, verbs
from tawatur.annotate.events.chosen import chosen
from tawatur.annotate.events.clause import Clause, Found, Parties
from tawatur.annotate.events.lexicon import classes
from tawatur.annotate.events.phrases import counts, hung, joint
from tawatur.annotate.events.settings import near_place, near_time
from tawatur.annotate.events.status import status
from tawatur.annotate.events.tokens import Tokens
from tawatur.annotate.events.weigh import WEIGHED, features, weight
from tawatur.records.article import Article
from tawatur.records.event import EventMention, EventType, Party
from tawatur.records.name import Name
from tawatur.records.quote import Quote
from tawatur.records.sentence import Sentence
from tawatur.records.span import Span
from tawatur.records.time import TimeExpression

_READ = frozenset({"body", "title", "heading"})
_CAUSE = 14  # tokens between victims and the attack that they fell in
_ANOTHER = frozenset(".؛;:") | {"فيما", "بينما", "كما"}
# types whose deeds are told without anybody («انفجرت عبوة», «قطعت الطريق»)
_ALONE = frozenset({"ASSAULT", "PROTEST", "COERCE"})


class Reading(NamedTuple):
    """A deed with the names of its features; `accident`: nobody did it, and it is no event."""

    mention: EventMention
    features: list[str]
    accident: bool


def annotate(
    text: str,
    article: Article,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
) -> list[EventMention]:
    """Give the deeds of an article, in the order of their places. Linear in the text.

    `names`, `times` and `quotes` are what was found in it; without them parties are read from the grammar alone.
    """
    return [one.mention for one in readings(text, article, sentences, names, times, quotes) if not one.accident]


def readings(
    text: str,
    article: Article,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
) -> list[Reading]:
    """Give the deeds of an article with the names of their features, which the weights are fitted to, and those of accidents too."""
    tokens = Tokens(text, names, times)
    said = _Statements(quotes)
    found: list[Reading] = []
    accident = accidents.told_first(tokens, sentences)
    for sentence in sentences:
        if sentence.kind in _READ:
            found.extend(_of_sentence(tokens, sentence, article.document, times, said, accident))
    return found


class _Statements:
    """The statements of an article, to be looked up by place."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = sorted(quotes, key=lambda quote: (quote.start, -quote.end))
        self._starts = [quote.start for quote in self._quotes]

    def around(self, start: int, end: int) -> Quote | None:
        """The smallest statement that a place stands in, among the few that begin before it."""
        last = bisect_right(self._starts, start)
        holding = [quote for quote in self._quotes[max(0, last - 8) : last] if quote.end >= end]
        return min(holding, key=lambda quote: quote.end - quote.start, default=None)


def _of_sentence(
    tokens: Tokens, sentence: Sentence, document: str, times: Sequence[TimeExpression], said: _Statements, accident: bool
) -> Iterator[Reading]:
    start, end = tokens.within(sentence.start, sentence.end)
    clause = Clause(tokens, start, end)
    read: list[tuple[Found, Parties]] = []
    for found in chosen(clause):
        if found.sense.trigger is crowds.CROWD:
            parties = crowds.parties(clause, found)
        elif found.sense.use == "noun":
            parties = nouns.parties(clause, found)
        else:
            parties = verbs.parties(clause, found)
            if parties.actors and found.sense.use == "active":
                subject = (parties.actors[0][0], parties.actors[-1][1])
                clause.subject = subject if clause.acts(subject) or counts(clause.word(subject[0])) else clause.subject
        if found.sense.use == "noun" and any(_said_by_verb(verb, found) for verb, _ in read[-1:]):
            continue
        read.append((found, parties._replace(actors=tuple(span for span in parties.actors if not _weapon(clause, span)))))
    causes, agreed = _causes(read), _agreed(read)
    for found, parties in read:
        parties = _with_agreement(found, _with_cause(clause, found, parties, causes), agreed)
        if found.sense.trigger.type == "PROTEST":
            parties = crowds.against(clause, found, parties)
        if _told(parties, found):
            mention, shown = _mention(clause, found, parties, sentence, document, times, said)
            yield Reading(mention, shown, accidents.of_accident(clause, found, parties, told=accident))


def _weapon(clause: Clause, span: tuple[int, int]) -> bool:
    """Whether a phrase is a weapon or one's own self, and nobody who acts («سقطت صواريخ», «فجر نفسه»)."""
    word = clause.word(span[0])
    return word in verbs.SELF or (any(word in classes(name) for name in ("missiles", "bombs", "fire")) and not clause.acts(span))


def _said_by_verb(verb: Found, noun: Found) -> bool:
    """Whether a noun is what the verb before it asks for, and no deed of its own («أبرم اتفاقا»)."""
    own = verb.sense.trigger
    asked = verb.sense.use != "noun" and own.type == noun.sense.trigger.type and bool(own.need)
    return asked and noun.sense.trigger.lemma != own.lemma and noun.at - verb.at <= _CAUSE and noun.sense.trigger.type == "AGREE"


def _causes(read: Sequence[tuple[Found, Parties]]) -> list[tuple[int, Parties]]:
    """The attacks of a sentence that somebody made, with the tokens at which they stand, in their order."""
    attacks = (
        (found.at, parties) for found, parties in read if found.sense.trigger.type == "ASSAULT" and not found.sense.trigger.victim
    )
    return [(at, parties) for at, parties in attacks if parties.actors]


def _with_cause(clause: Clause, found: Found, parties: Parties, causes: Sequence[tuple[int, Parties]]) -> Parties:
    """Those whom a deed of blood has for victims, with the actor of the attack that it came from («قتل خمسة في غارة شنتها …»)."""
    if parties.actors or not found.sense.trigger.victim:
        return parties
    first = bisect_left(causes, found.at - _CAUSE, key=lambda one: one[0])
    last = bisect_right(causes, found.at + _CAUSE, key=lambda one: one[0])
    for at, others in causes[first:last]:
        low, high = sorted((at, found.at))
        if not any(word in _ANOTHER for word in clause.tokens.words[low:high]):
            return parties._replace(actors=others.actors)
    return parties


def _agreed(read: Sequence[tuple[Found, Parties]]) -> Parties | None:
    """The parties of the first agreement of a sentence that has two sides."""
    agreed = (own for found, own in read if found.sense.trigger.type == "AGREE" and own.actors and own.recipients)
    return next(agreed, None)


def _with_agreement(found: Found, parties: Parties, agreed: Parties | None) -> Parties:
    """Talks of nobody that an agreement of the sentence comes after are those of its parties («وقع فلان وفلان الاتفاق بعد محادثات»)."""
    if parties != Parties() or found.sense.trigger.type != "CONSULT" or found.sense.use != "noun":
        return parties
    return agreed or parties


def _told(parties: Parties, found: Found) -> bool:
    """Whether a deed is told: what is weak by itself needs one who does or suffers it."""
    trigger = found.sense.trigger
    if trigger.accompanied:
        return bool(parties.actors and parties.recipients)
    return bool(parties.actors or parties.recipients) or not (trigger.weak or trigger.type not in _ALONE)


def _mention(
    clause: Clause,
    found: Found,
    parties: Parties,
    sentence: Sentence,
    document: str,
    times: Sequence[TimeExpression],
    said: _Statements,
) -> tuple[EventMention, list[str]]:
    tokens, trigger = clause.tokens, found.sense.trigger
    start, end = tokens.place(found.at, found.at + 1, found.sense.prefix)
    quote = said.around(start, end)
    actors = tuple(_party(clause, span) for span in parties.actors)
    if not actors and quote and (found.sense.number == "we" or trigger.blamed):
        actors = _speaker(tokens, quote, found.sense.number == "we")
    time, place = near_time(clause, found.at, times, of_saying=found.sense.use == "participle"), near_place(clause, found.at)
    mention = EventMention(
        document=document,
        start=start,
        end=end,
        text=tokens.folded.source[start:end],
        type=cast("EventType", trigger.type),
        mode=trigger.mode,
        cameo=trigger.cameo,
        status=status(tokens, clause.start, found.at, found.sense),
        actors=actors,
        recipients=tuple(_party(clause, span) for span in parties.recipients),
        time=Span(document=document, start=time.start, end=time.end) if time else None,
        place=Span(document=document, start=place.start, end=place.end) if place else None,
        said_by=quote.id if quote else None,
        sentence=Span(document=document, start=sentence.start, end=sentence.end),
        clause=_part(clause, found.at, document),
    )
    # what a crowd breaks or shouts is a detail of its protest: with it weighed, sentences are told worse (F1 0.574, without 0.643)
    weighed = trigger.type in WEIGHED and trigger is not crowds.CROWD
    shown = features(clause, found, mention, time) if weighed else []
    return msgspec.structs.replace(mention, weight=weight(trigger.type, shown) if weighed else None), shown


def _part(clause: Clause, at: int, document: str) -> Span:
    """The part of the sentence round a trigger that speaks of one matter."""
    words = clause.tokens.words
    low = next((k + 1 for k in range(at - 1, clause.start - 1, -1) if words[k] in _ANOTHER), clause.start)
    high = next((k for k in range(at + 1, clause.end) if words[k] in _ANOTHER), clause.end)
    start, end = clause.tokens.place(low, high)
    return Span(document=document, start=start, end=end)


def _party(clause: Clause, span: tuple[int, int]) -> Party:
    tokens = clause.tokens
    first = tokens.words[span[0]]
    named = tokens.names.get(span[0])
    start, end = tokens.place(*span)
    if named:
        start = max(start, named.name.start)
    elif span[0] and len(first) > 3:
        start = tokens.place(span[0], span[1], _clitics(first))[0]
    words = tokens.words[span[0] : span[1]]
    code, country = codes.code(words, named.name if named and named.end == span[1] else None)
    return Party(
        start=start,
        end=end,
        text=tokens.folded.source[start:end],
        code=code,
        country=country,
        of_state=codes.stands_for_state(words),
    )


def _clitics(word: str) -> int:
    """Letters of و or ف and of a preposition at the beginning of a phrase."""
    cut = 1 if joint(word) else 0
    rest = word[cut:]
    return cut + (1 if hung(rest) and not rest.startswith("لل") else 0)


def _speaker(tokens: Tokens, quote: Quote, together: bool) -> tuple[Party, ...]:
    """The one who says it («يتحملها النظام»); «نحث تركيا», by one who speaks for a state, is that state's (`together`)."""
    if quote.speaker_start is None or quote.speaker_end is None:
        return ()
    start, end = tokens.within(quote.speaker_start, quote.speaker_end)
    words = tokens.words[start:end]
    named = tokens.names.get(start)
    code, country = codes.code(words, named.name if named else None)
    text = tokens.folded.source[quote.speaker_start : quote.speaker_end]
    of_state = together and country is not None
    return (Party(start=quote.speaker_start, end=quote.speaker_end, text=text, code=code, country=country, of_state=of_state),)
