"""Whether words that somebody said are still given to him."""

from collections.abc import Iterator

from tawatur.arabic.fold import fold
from tawatur.arabic.words import words
from tawatur.records.brief import BriefSentence, Part
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.report.brief.checks.free import reports
from tawatur.report.brief.evidence import Evidence

_CLAUSE = 3  # words: less after the last comma is the beginning of another clause
SPEAKING = frozenset({"said_m", "said_f", "said_plain", "said_of", "entry_said"})


def dropped(part: Part, sentence: BriefSentence, evidence: Evidence) -> bool:
    """Whether a part tells what a statement says without its cue or its speaker."""
    span = part.span
    if span is None or sentence.frame in SPEAKING:
        return False
    return uncued(span, evidence) or any(map(reports, evidence.around(span)))


def uncued(span: Span, evidence: Evidence) -> bool:
    """Whether a span holds a statement without the words that give it to somebody."""
    return any(_carried(quote, span) and not _cued(quote, span) for quote in evidence.quotes(span))


def _carried(quote: Quote, span: Span) -> bool:
    """Whether a span holds words of a statement for the most part, or lies in it."""
    shared = min(quote.end, span.end) - max(quote.start, span.start)
    return shared * 2 > min(quote.end - quote.start, span.end - span.start)


def _cued(quote: Quote, span: Span) -> bool:
    return span.start <= quote.cue.start and quote.cue.end <= span.end


def wrong_speaker(sentence: BriefSentence, evidence: Evidence) -> bool:
    """Whether the sentence gives its words to somebody to whom no statement of the record gives them."""
    if sentence.frame not in SPEAKING:
        return False
    said = next((part.span for part in sentence.parts if part.role == "words"), None)
    by = next((part for part in sentence.parts if part.role == "speaker"), None)
    if said is None or by is None or by.span is None:
        return True
    return not any(_carried(quote, said) and by.span in places(quote, evidence) for quote in evidence.quotes(said))


def places(quote: Quote, evidence: Evidence) -> Iterator[Span]:
    """Where the text names the speaker of a statement: the words beside the cue, then the fullest name."""
    beside, named = _beside_cue(quote, evidence), None
    if quote.speaker_start is not None and quote.speaker_end is not None and quote.speaker_start < quote.speaker_end:
        named = Span(document=quote.document, start=quote.speaker_start, end=quote.speaker_end)
    if beside and named and not _full(beside, named, evidence):
        beside, named = named, beside  # «الوزير» beside the cue says less than the name elsewhere
    yield from filter(None, (beside, named))


def _full(beside: Span, named: Span, evidence: Evidence) -> bool:
    """Whether the words beside the cue hold the whole name."""
    name = {word.text for word in words(evidence.text(named))}
    return name <= {word.text for word in words(evidence.text(beside))}


def _beside_cue(quote: Quote, evidence: Evidence) -> Span | None:
    """The place of the words that name the speaker, nearest to the cue."""
    if not quote.speaker_text.strip():
        return None
    text, found = evidence.documents[quote.document].document.text, []
    at = text.find(quote.speaker_text)
    while at >= 0:
        found.append(at)
        at = text.find(quote.speaker_text, at + 1)
    if not found:
        return None
    start = min(found, key=lambda place: abs(place - quote.cue.start))
    return Span(document=quote.document, start=start, end=start + len(_named_part(quote)))


def _named_part(quote: Quote) -> str:
    """The words that name the speaker, without what follows the name after a comma («…، الذي»)."""
    head, comma, rest = quote.speaker_text.rpartition("،")
    return (
        head.rstrip()
        if comma and (quote.speaker_name or "") in head and quote.speaker_name and len(rest.split()) < _CLAUSE
        else quote.speaker_text
    )


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words, spelling apart."""
    return [word.text for word in words(one)] == [word.text for word in words(other)]


def gender(cue: str) -> str:
    """Give the frame for a reporting verb: `said_m` or `said_f` by its ending, `said_plain` where it is no verb of the past."""
    from tawatur.resources import load

    past = {fold(row[0]) for row in load("quotes/cues")["verbs"] if row[4] == "say"}
    word = fold(cue)
    if word in past:
        return "said_m"
    return "said_f" if any(word == _feminine(verb) for verb in past) else "said_plain"


def _feminine(verb: str) -> str:
    """The folded verb of the past with the ending of «she»; a final weak letter falls («روى»، «روت»)."""
    return (verb[:-1] if verb.endswith("ي") else verb) + "ت"
