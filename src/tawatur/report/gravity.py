"""The order of findings: the gravest first, what a person dismissed last."""

from collections.abc import Iterable

from tawatur.records.finding import Finding, gravity


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Give findings in their order (see `records.finding.gravity`)."""
    return sorted(findings, key=gravity)
