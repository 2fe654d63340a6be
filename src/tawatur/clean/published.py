"""The publication date: candidates weighed against each other, none invented, and the reason either way."""

from collections.abc import Sequence

import msgspec

from tawatur.clean import days
from tawatur.records.article import DateCandidate, Publication
from tawatur.records.document import Document

# A candidate must weigh this much, alone or with the others that agree with it: a caption's date or a date of the lead
# with nothing that supports it does not date an article.
LEAST = 0.5
# what a second candidate from another kind of place adds: of the same day, or of the next (zones)
_AGREEMENT, _NEXT_DAY = 0.04, 0.02
# what an hour in universal time loses against a day that the page shows its readers: late in the day it is the day before
_UNIVERSAL = 0.1
# and what it loses where it is evening there and the line under the title shows the next day: the same hour by the clocks of Arab countries
_LATE, _EVENING, _SHOWN = 0.3, 20, 0.65
# the clock of the server that read a page may be half a day off the zone of its writer
_SLACK = 1


def weigh(document: Document, found: Sequence[DateCandidate]) -> Publication:
    """Choose the publication date among the candidates. All are kept, with their weights after weighing."""
    latest = days.parse(document.fetched) if document.fetched else None
    weighed = [_bounded(candidate, latest) for candidate in found]
    weighed = [_supported(candidate, weighed) for candidate in weighed]
    published = _best([c for c in weighed if c.role == "published"])
    since = published.value[:10] if published is not None else ""
    modified = _best([c for c in weighed if c.role == "modified" and c.value[:10] >= since])
    changed = modified.value if modified is not None else None
    ranked = tuple(sorted(weighed, key=lambda c: (-c.weight, c.role, c.value, c.reason)))
    if published is None:
        return Publication(reason=_why_not(weighed), modified=changed, latest=document.fetched, candidates=ranked)
    return Publication(
        published=published.value,
        basis=published.basis,
        evidence=published.evidence,
        reason=published.reason,
        modified=changed,
        latest=document.fetched,
        candidates=ranked,
    )


def _bounded(candidate: DateCandidate, latest: str | None) -> DateCandidate:
    """A day after the page was read is no day of publication."""
    if latest is None:
        return candidate
    bound = days.shifted(latest, _SLACK)
    if bound is None or candidate.value[:10] <= bound:
        return candidate
    reason = f"{candidate.reason}; rejected: after the page was read"
    return msgspec.structs.replace(candidate, weight=0.0, reason=reason)


def _supported(candidate: DateCandidate, others: Sequence[DateCandidate]) -> DateCandidate:
    """Candidates from other kinds of places that agree add weight; a shown day next to an hour in universal time takes it."""
    if candidate.weight <= 0:
        return candidate
    gaps: dict[str, int] = {}
    for other in others:
        if other.role == candidate.role and other.weight > 0 and other.basis != candidate.basis:
            gaps[other.basis] = min(gaps.get(other.basis, 9), days.apart(other.value, candidate.value))
    weight = candidate.weight + sum(_AGREEMENT if gap == 0 else _NEXT_DAY if gap == 1 else 0.0 for gap in gaps.values())
    if candidate.value.endswith("+00:00") and 1 in gaps.values() and 0 not in gaps.values():
        weight -= _LATE if _evening_before(candidate, others) else _UNIVERSAL
    return msgspec.structs.replace(candidate, weight=min(1.0, round(weight, 2)))


def _evening_before(candidate: DateCandidate, others: Sequence[DateCandidate]) -> bool:
    """Whether an hour in universal time is of the evening before the day that a line beside the title shows."""
    late = candidate.value[11:13] >= str(_EVENING)
    shown = [other for other in others if other.role == candidate.role and other.basis == "text" and other.weight >= _SHOWN]
    return late and any(other.value[:10] == days.shifted(candidate.value, 1) for other in shown)


def _best(candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    able = [candidate for candidate in candidates if candidate.weight >= LEAST]
    if not able:
        return None
    top = max(candidate.weight for candidate in able)
    # of equal weight: the first found, that is the one from the more trusted place
    return next(candidate for candidate in able if candidate.weight == top)


def _why_not(candidates: Sequence[DateCandidate]) -> str:
    published = [candidate for candidate in candidates if candidate.role == "published"]
    if any(candidate.weight == 0 for candidate in published):
        return "the only dates found are later than the reading of the page"
    if published:
        return "the dates found are too weak to be the day of publication: " + "; ".join(sorted({c.reason for c in published}))
    if any(candidate.role == "modified" for candidate in candidates):
        return "only the day of a change is told, not that of publication"
    return "no full date in the metadata, the address, the lines beside the prose, or the prose as its own day"
