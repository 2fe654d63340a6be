"""The gate: no sentence of a brief says what the spans that it cites do not say.

Two locks. `refusal` holds a sentence made of parts against the records: its own words must be those of its frame, words taken from a
span must stand there letter for letter (spelling folded), and what we counted, called or dated is counted, called and dated
again. `unsupported` asks of any text whatever, without knowing how it was made, whether each of its words, numbers and times
stands in its sources; every sentence passes both.
"""

from collections.abc import Callable, Iterable, Iterator

from tawatur.arabic.fold import fold
from tawatur.records.brief import BriefSentence, Part
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.brief.checks import attribution, negation
from tawatur.report.brief.checks.counts import counts_wrong
from tawatur.report.brief.checks.free import foreign, unsupported
from tawatur.report.brief.checks.numbers import numbers
from tawatur.report.brief.checks.records import fate_wrong, finding_wrong, terms_wrong
from tawatur.report.brief.evidence import Evidence
from tawatur.report.clean_text import one_line
from tawatur.report.messages import Lang

__all__ = ["refusal", "unsupported"]

_HAPPENED = "entry"  # the frame whose day is that of a deed; the day of the others is that of publication
_WORDED = ("words", "name")
_PAIRS = {"label": "words", "label2": "words2", "day": "words", "day2": "words2", "number": "words", "number2": "words2"}


def refusal(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    """Say why a sentence may not stand, by a code, or None where it may.

    Codes: frame, cite, words (or number, date, office, name: the kind of the word that is not in the span), number, source, date,
    term, finding, commitment, count, negation, attribution, speaker, cut.
    """
    for check in _CHECKS:
        reason = check(sentence, evidence, lang)
        if reason:
            return reason
    return None


def _frame(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    return None if frame.keeps_frame(sentence, lang) else "frame"


def _cites(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    """Every cited span lies in an article at hand, and every span that a part is taken from lies in a cited one."""
    if not all(map(evidence.holds, sentence.cites)):
        return "cite"
    taken = [part for part in sentence.parts if part.kind in _WORDED]
    if any(part.span is None or not _within(part.span, sentence.cites) for part in taken):
        return "cite"
    return None


def _within(span: Span, cites: Iterable[Span]) -> bool:
    return any(one.document == span.document and one.start <= span.start and span.end <= one.end for one in cites)


def _verbatim(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    for part in _taken(sentence):
        source = evidence.text(part.span)  # type: ignore[arg-type]
        shown = part.text.strip("\u2068\u2069")
        if fold(one_line(source)) != fold(shown):
            return next((kind for kind, _ in unsupported(shown, [source])), "words")
    return None


def _taken(sentence: BriefSentence) -> Iterator[Part]:
    return (part for part in sentence.parts if part.kind in _WORDED)


def _partner(part: Part, sentence: BriefSentence) -> Span | None:
    """The span of the words that a label, day or number stands with."""
    return next((one.span for one in sentence.parts if one.role == _PAIRS.get(part.role)), None)


def _numbers(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    for part in sentence.parts:
        if part.kind == "number":
            span = _partner(part, sentence)
            if part.text != part.value or span is None or part.text not in numbers(evidence.text(span)):
                return "number"
    return None


def _labels(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    cited = {span.document for span in sentence.cites}
    every = set[str]().union(*(evidence.attributed(document) for document in cited)) if cited else set()
    for part in sentence.parts:
        if part.kind != "label":
            continue
        span = _partner(part, sentence)
        known = evidence.attributed(span.document) if span else every
        if part.value not in known or part.text != frame.label_text(part.value, lang):
            return "source"
    return None


def _days(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    for part in sentence.parts:
        if part.kind == "day":
            span = _partner(part, sentence)
            if span is None or not part.value or part != frame.day(part.value, lang, part.role):
                return "date"
            told = evidence.days(span) if sentence.frame == _HAPPENED else {evidence.published(span.document)}
            if part.value not in told:
                return "date"
    return None


def _negation(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    for part in sentence.parts:
        if part.kind != "words" or part.span is None:
            continue
        before, after = evidence.around(part.span)
        speaking = sentence.frame in attribution.SPEAKING
        if negation.left_behind(before) or (not speaking and negation.denied_after(after)):
            return "negation"
    return None


def _cut(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    """Words are told as whole sentences, or as a whole statement: what was cut off may be a condition or a doubt."""
    for part in sentence.parts:
        if part.kind == "words" and part.span and not (evidence.whole(part.span) or evidence.whole_statement(part.span)):
            return "cut"
    return None


def _attribution(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    if attribution.wrong_speaker(sentence, evidence):
        return "speaker"
    if any(attribution.dropped(part, sentence, evidence) for part in sentence.parts if part.kind == "words"):
        return "attribution"
    return None


def _foreign(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    """The second lock: no word stands in the sentence that is neither in the cited spans nor one of our frames'."""
    sources = [evidence.text(span) for span in sentence.cites]
    for part in sentence.parts:
        if part.kind in ("words", "name", "frame"):
            own = frame.own_words(lang) if part.kind == "frame" else frozenset()
            found = next(foreign(part.text, sources, own, counting=part.kind != "frame"), None)
            if found:
                return found[0]
    return None


_Check = Callable[[BriefSentence, Evidence, Lang], str | None]
_CHECKS: tuple[_Check, ...] = (
    _frame, _cites, _verbatim, _numbers, _labels, _days, terms_wrong, finding_wrong, fate_wrong, counts_wrong, _negation, _attribution, _cut, _foreign,
)  # fmt: skip
