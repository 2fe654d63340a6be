"""Whether a sentence says of a finding or an undertaking what the record says of it."""

from tawatur.records.brief import BriefSentence
from tawatur.records.finding import Finding
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.brief.evidence import Evidence
from tawatur.report.messages import Lang
from tawatur.resources import load

# which kind of finding a frame speaks of
_KINDS = {"toll": "corroborated", "conflict": "conflict", "update": "update", "single": "single_origin"}


def kind_of(finding: Finding) -> str | None:
    """Give the kind of toll that a finding speaks of (`killed`), or None where it is of another thing."""
    if finding.aspect != "number" or not finding.about:
        return None
    about = finding.about.partition(":")[0].strip()
    return next((kind for kind, words in load("comparing")["kinds"].items() if words["ar"] == about), None)


def terms_wrong(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    """Give `term` where what is counted is not what the finding counts."""
    for part in sentence.parts:
        if part.kind == "term":
            finding = evidence.findings.get(sentence.finding or "")
            if finding is None or part.value != kind_of(finding) or part != frame.term(part.value or "", lang):
                return "term"
    return None


def finding_wrong(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    """Give `finding` where the finding is of another kind, or its words or numbers are none of its sides'."""
    kind = _KINDS.get(sentence.frame.partition("_")[0])
    finding = evidence.findings.get(sentence.finding or "")
    if kind is None:
        return "finding" if sentence.finding and finding is None else None
    if finding is None or finding.kind != kind:
        return "finding"
    sides = {part.role: _value(part.span, finding) for part in sentence.parts if part.kind == "words" and part.span}
    if any(value is None for value in sides.values()):
        return "finding"
    pairs = (("number", "words"), ("number2", "words2"))
    for number, words in pairs:
        given = next((part.value for part in sentence.parts if part.role == number), None)
        if given is not None and given != sides.get(words):
            return "number"
    if kind in ("conflict", "update") and not _apart(sentence):
        return "finding"
    return "date" if kind == "update" and _backwards(sentence) else None


def _backwards(sentence: BriefSentence) -> bool:
    """Whether what is told as later has the earlier day."""
    days = {part.role: part.value or "" for part in sentence.parts if part.kind == "day"}
    return days.get("day", "") > days.get("day2", "~")


def _value(span: Span | None, finding: Finding) -> str | None:
    """The value of the side that a span has words of, empty where it has none; None where the span is of no side."""
    for side in finding.sides:
        if span and side.document == span.document and side.start < span.end and span.start < side.end:
            return side.value or ""
    return None


def _apart(sentence: BriefSentence) -> bool:
    """Whether the two sides told are of two articles."""
    spans = [part.span for part in sentence.parts if part.kind == "words" and part.span]
    return len({span.document for span in spans}) == 2


def fate_wrong(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    """Give `commitment` where the undertaking is not told by the words, or its fate is not what a later report says."""
    name, _, status = sentence.frame.partition("_")
    if name not in ("promised", "fate"):
        return None
    one = evidence.commitments.get(sentence.commitment or "")
    span = next((part.span for part in sentence.parts if part.role == "words"), None)
    if one is None or span is None:
        return "commitment"
    spans = [x for x in one.later if x.status == status] if name == "fate" else one.evidence
    if name == "promised" and one.intended != (status == "intended"):
        return "commitment"
    shared = any(x.document == span.document and x.start < span.end and span.start < x.end for x in spans)
    return None if shared else "commitment"
