"""Who said what: statements with their speakers, those that most articles carry first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tawatur.arabic.clitics import splits
from tawatur.arabic.words import words
from tawatur.records.brief import BriefSentence
from tawatur.records.quote import Quote
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.brief.checks.attribution import gender, places, same_words
from tawatur.report.brief.compose.base import Writer, overlaps
from tawatur.report.statements import Statement

_MOST = 8  # statements of a brief
_OF_ONE = 2  # of one speaker
_SHORT = 4  # words: less is a scrap of a sentence, which says nothing alone


def said(writer: Writer, told: Sequence[Span]) -> Iterator[BriefSentence]:
    """Give statements: in the speaker's own words where an article quotes them, else the article's whole sentence; `told` are left out."""
    left, spoken = _MOST, Counter[str]()
    for statement in sorted(writer.evidence.statements, key=lambda one: (-one.documents, _rank(one))):
        quote = _best(writer, statement)
        if not left or quote is None or overlaps(_span(quote), told) or spoken[_who(quote)] >= _OF_ONE:
            continue
        sentence = (
            direct(writer, quote, statement.quotes) if quote.kind == "direct" else _reported(writer, quote, statement.quotes)
        )
        if sentence:
            left -= 1
            spoken[_who(quote)] += 1
            yield sentence


def _span(quote: Quote) -> Span:
    return Span(document=quote.document, start=quote.start, end=quote.end)


def _rank(statement: Statement) -> int:
    return min(_KINDS[quote.kind] for quote in statement.quotes)


_KINDS = {"direct": 0, "mixed": 1, "indirect": 2}


def _who(quote: Quote) -> str:
    return quote.speaker or quote.speaker_name or quote.speaker_text


def _best(writer: Writer, statement: Statement) -> Quote | None:
    """The wording to tell: a quoted one before a reported one, in prose, with its speaker named in the text; the earliest of them."""
    able = [quote for quote in statement.quotes if _able(writer, quote)]
    return min(able, key=lambda quote: _KINDS[quote.kind], default=None)


def _able(writer: Writer, quote: Quote) -> bool:
    span = _span(quote)
    sentence = writer.evidence.sentence(span)
    return (
        sentence is not None
        and sentence.kind == "body"
        and writer.fits(span)
        and len(quote.text.split()) >= _SHORT
        and next(places(quote, writer.evidence), None) is not None
        and quote.speaker_kind != "outlet"
    )


def direct(writer: Writer, quote: Quote, variants: Sequence[Quote], name: str | None = None, **more: str) -> BriefSentence | None:
    """Give a statement in its speaker's words; `variants` that have the same words are cited too."""
    span = writer.tight(_span(quote))
    speaker = next(places(quote, writer.evidence), None)
    if speaker is None:
        return None
    parts = [frame.name(speaker, writer.evidence.text(speaker), writer.lang), writer.words(span)]
    if "day" in more:
        parts.append(frame.day(more["day"], writer.lang))
    return writer.sentence(name or gender(quote.cue.text), parts, [span, speaker, *_same(writer, quote, variants)])


def _same(writer: Writer, quote: Quote, variants: Sequence[Quote]) -> list[Span]:
    """The places of the same words under the same speaker."""
    return [_span(one) for one in variants if one.speaker == quote.speaker and same_words(one.text, quote.text)]


def _names(text: str, name: str) -> bool:
    """Whether a sentence has the last word of a name, so that its reader sees who speaks."""
    last = [word.text for word in words(name)][-1:]
    return any(split.stem in last or word.text in last for word in words(text) for split in splits(word.text))


def _reported(writer: Writer, quote: Quote, variants: Sequence[Quote]) -> BriefSentence | None:
    """Give the whole sentence in which an article reports a statement; the speaker goes before it where the sentence leaves him out."""
    whole = writer.evidence.sentence(_span(quote))
    speaker = next(places(quote, writer.evidence), None)
    if whole is None or speaker is None:
        return None
    span = writer.tight(Span(document=quote.document, start=whole.start, end=whole.end))
    cites = [span, speaker, *_same(writer, quote, variants)]
    if not writer.fits(span):
        return None
    if _names(writer.evidence.text(span), writer.evidence.text(speaker)):
        return writer.sentence("told", [writer.label(span), writer.words(span)], cites)
    name = frame.name(speaker, writer.evidence.text(speaker), writer.lang)
    return writer.sentence("said_of", [name, writer.label(span), writer.words(span)], cites)
