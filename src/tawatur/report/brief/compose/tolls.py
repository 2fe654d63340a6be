"""Findings on figures of people: the side whose words give a number best."""

from collections.abc import Sequence

from tawatur.records.finding import Finding, Side
from tawatur.report.brief.checks.numbers import numbers
from tawatur.report.brief.compose.base import Writer, side_span


def telling(writer: Writer, sides: Sequence[Side], value: str | None) -> Side | None:
    """Give the side that gives a number best: one whose words are short enough and hold it, prose before a headline, the shortest."""
    able = [
        side
        for side in sides
        if side.value == value and writer.fits(side_span(side)) and (not value or value in numbers(side.text))
    ]
    return min(able, key=lambda side: (not _prose(writer, side), len(side.text), side.document), default=None)


def _prose(writer: Writer, side: Side) -> bool:
    sentence = writer.evidence.sentence(side_span(side))
    return sentence is not None and sentence.kind == "body"


def two_values(finding: Finding) -> tuple[str, str] | None:
    """The two values that most sides give, in the order in which they come; None where there are no two."""
    values = [side.value for side in finding.sides if side.value]
    if len(set(values)) < 2:
        return None
    most = sorted(dict.fromkeys(values), key=lambda one: -values.count(one))[:2]
    first, second = sorted(most, key=values.index)
    return first, second
