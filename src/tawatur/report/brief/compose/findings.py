"""What comparing shows: what independent sources agree on, where they contradict each other, what changed, what stands alone."""

from collections.abc import Iterator, Sequence

from tawatur.records.brief import BriefSentence, Part
from tawatur.records.finding import Finding, Side
from tawatur.records.span import Span
from tawatur.report.brief import frame
from tawatur.report.brief.checks.attribution import uncued
from tawatur.report.brief.checks.records import kind_of
from tawatur.report.brief.compose.base import Writer, overlaps, side_span
from tawatur.report.brief.compose.tolls import telling, two_values
from tawatur.report.gravity import gravest_first

_MOST = {"corroborated": 4, "conflict": 6, "update": 4, "single_origin": 5}  # sentences of a section: what is read in a minute


def _of_kind(writer: Writer, kind: str) -> list[Finding]:
    found = [one for one in writer.evidence.view.findings if one.kind == kind and one.judged != "dismissed"]
    return gravest_first(found)


def established(writer: Writer) -> Iterator[BriefSentence]:
    """Give the tolls that independent origins agree on, those of most origins first."""
    left = _MOST["corroborated"]
    for finding in _of_kind(writer, "corroborated"):
        kind = kind_of(finding)
        value = next((side.value for side in finding.sides if side.value), None)
        side = telling(writer, finding.sides, value) if kind and value else None
        if kind and value and side and left and value.isdecimal():
            left -= 1
            span = side_span(side)
            parts = [frame.term(kind, writer.lang), frame.number(value), writer.label(span), writer.words(span)]
            yield writer.sentence("toll", parts, _cites(writer, finding), finding=finding)


def contradicted(writer: Writer) -> Iterator[BriefSentence]:
    """Give the conflicts, hard ones first, each with the words of two sides."""
    for finding in _of_kind(writer, "conflict")[: _MOST["conflict"]]:
        sentence = _toll_conflict(writer, finding) or _other_conflict(writer, finding)
        if sentence:
            yield sentence


def _toll_conflict(writer: Writer, finding: Finding) -> BriefSentence | None:
    kind, pair = kind_of(finding), two_values(finding)
    if kind is None or pair is None or finding.soft:
        return None
    sides = [telling(writer, finding.sides, value) for value in pair]
    if not all(value.isdecimal() for value in pair) or None in sides:
        return None
    spans = [side_span(side) for side in sides if side]
    parts = [
        frame.term(kind, writer.lang),
        *_numbered(pair),
        *_two(writer, spans),
    ]
    return writer.sentence("conflict_toll", parts, _cites(writer, finding), finding=finding)


def _numbered(pair: Sequence[str]) -> list[Part]:
    return [frame.number(pair[0]), frame.number(pair[1], "number2")]


def _two(writer: Writer, spans: Sequence[Span]) -> list[Part]:
    first, second = (widened(writer, span) for span in spans)
    keys = [writer.evidence.source(span.document) for span in (first, second)]
    if keys[0] == keys[1]:  # two outlets with the text of one agency: it is they who differ
        keys = [writer.outlet(span.document) for span in (first, second)]
    return [
        frame.label(keys[0], writer.lang),
        writer.words(first),
        frame.label(keys[1], writer.lang, "label2"),
        writer.words(second, "words2"),
    ]


def widened(writer: Writer, span: Span) -> Span:
    """A span, or the whole sentence about it where the span holds a statement without the words that give it to somebody."""
    if not uncued(span, writer.evidence):
        return span
    whole = writer.evidence.sentence(span)
    return Span(document=span.document, start=whole.start, end=max(whole.end, span.end)) if whole else span


def _other_conflict(writer: Writer, finding: Finding) -> BriefSentence | None:
    spans = [side_span(side) for side in _apart(writer, finding)]
    if len(spans) < 2:
        return None
    name = "conflict_soft" if finding.soft else f"conflict_{finding.aspect or 'other'}"
    return writer.sentence(name, _two(writer, spans), _cites(writer, finding), finding=finding)


def _apart(writer: Writer, finding: Finding) -> list[Side]:
    """The first side, and the first of another article that has another value, or other words where none has a value."""
    able = [side for side in finding.sides if writer.fits(side_span(side))]
    for other in able[1:]:
        apart = other.value != able[0].value if able[0].value or other.value else other.text != able[0].text
        if apart and other.document != able[0].document:
            return [able[0], other]
    return []


def changed(writer: Writer) -> Iterator[BriefSentence]:
    """Give what later reports replaced, a sentence a step of a toll; steps over steps are left out."""
    found = _steps(_of_kind(writer, "update"))
    for finding in found[: _MOST["update"]]:
        sentence = _toll_update(writer, finding) or _other_update(writer, finding)
        if sentence:
            yield sentence


def _steps(found: Sequence[Finding]) -> list[Finding]:
    """Without the step from 17 to 34 where 17 to 23 and 23 to 34 are told."""
    pairs = {one.id: two_values(one) for one in found}
    kept = []
    for one in found:
        pair = pairs[one.id]
        steps = [set(p) for p in pairs.values() if p]
        ends = set(pair or ())
        middles = {value for step in steps for value in step if len(step & ends) == 1} - ends
        if not any(all({end, middle} in steps for end in ends) and _between(middle, ends) for middle in middles):
            kept.append(one)
    return sorted(kept, key=lambda one: (kind_of(one) or "~", max(map(_number, pairs[one.id] or ()), default=0), one.id))


def _between(middle: str, ends: set[str]) -> bool:
    low, high = sorted(map(_number, ends))
    return low < _number(middle) < high


def _number(value: str) -> int:
    return int(value) if value.isdecimal() else 0


def _toll_update(writer: Writer, finding: Finding) -> BriefSentence | None:
    kind, pair = kind_of(finding), two_values(finding)
    if kind is None or pair is None or not all(value.isdecimal() for value in pair):
        return None
    pair = _older_first(writer, finding, pair)
    sides = [telling(writer, _first_told(writer, finding, value), value) for value in pair]
    spans = [side_span(side) for side in sides if side]
    if len(spans) < 2:
        return None
    days = [_day(writer, span) for span in spans]
    parts = [frame.term(kind, writer.lang), *_numbered(pair), *_two(writer, spans)]
    if not all(days):
        return writer.sentence("update_toll_undated", parts, _cites(writer, finding), finding=finding)
    parts += [frame.day(days[0], writer.lang), frame.day(days[1], writer.lang, "day2")]
    return writer.sentence("update_toll", parts, _cites(writer, finding), finding=finding)


def _older_first(writer: Writer, finding: Finding, pair: tuple[str, str]) -> tuple[str, str]:
    """The values in the order of their first publication; of one day the smaller first, as tolls rise."""

    def key(value: str) -> tuple[str, int]:
        days = [_day(writer, side_span(side)) for side in finding.sides if side.value == value and _held(writer, side)]
        return min(filter(None, days), default=""), int(value)

    first, second = sorted(pair, key=key)
    return first, second


def _first_told(writer: Writer, finding: Finding, value: str) -> list[Side]:
    """The sides that give a value on the first day on which it was published; all of them where no day is known."""
    sides = [side for side in finding.sides if side.value == value and _held(writer, side)]
    first = min(filter(None, (_day(writer, side_span(side)) for side in sides)), default="")
    return [side for side in sides if _day(writer, side_span(side)) == first] if first else sides


def _held(writer: Writer, side: Side) -> bool:
    return writer.evidence.holds(side_span(side))


def _other_update(writer: Writer, finding: Finding) -> BriefSentence | None:
    spans = [side_span(side) for side in _apart(writer, finding)]
    return (
        writer.sentence("update_other", _two(writer, spans), _cites(writer, finding), finding=finding)
        if len(spans) == 2
        else None
    )


def _day(writer: Writer, span: Span) -> str:
    return writer.evidence.published(span.document)


def single(writer: Writer, told: Sequence[Span]) -> Iterator[BriefSentence]:
    """Give sentences that several articles carry but one origin stands behind, those of most articles first; `told` are left out."""
    left = _MOST["single_origin"]
    for finding in sorted(_of_kind(writer, "single_origin"), key=lambda one: (-one.documents, one.id)):
        sides = [side for side in finding.sides if writer.fits(side_span(side)) and _prose(writer, side)]
        spans = [side_span(side) for side in sides]
        if not left or not spans or finding.aspect or any(overlaps(span, told) for span in spans):
            continue
        left -= 1
        name = finding.origins[0].name if len(finding.origins) == 1 else None
        if name and name in writer.evidence.attributed(spans[0].document):
            parts = [frame.label(name, writer.lang), writer.words(spans[0])]
            yield writer.sentence("single", parts, _cites(writer, finding), finding=finding)
        else:
            yield writer.sentence("single_unnamed", [writer.words(spans[0])], _cites(writer, finding), finding=finding)


def _prose(writer: Writer, side: Side) -> bool:
    sentence = writer.evidence.sentence(side_span(side))
    return sentence is not None and sentence.kind == "body"


def _cites(writer: Writer, finding: Finding) -> list[Span]:
    return [span for side in finding.sides if writer.evidence.holds(span := side_span(side))]
