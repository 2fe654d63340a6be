"""The order of findings: the gravest first, what a person dismissed last."""

from collections.abc import Iterable

from tawatur.records.finding import Finding

_KINDS = ("conflict", "update", "drift", "corroborated", "single_origin")


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Give conflicts first, hard before soft, then updates, then what is corroborated; of one kind that of most origins first."""
    return sorted(
        findings,
        key=lambda one: (
            one.judged == "dismissed",
            _KINDS.index(one.kind),
            one.soft,
            -len(one.origins),
            -one.documents,
            one.id,
        ),
    )
