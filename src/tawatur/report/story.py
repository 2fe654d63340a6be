"""One story as it is told, on the page and in the terminal: who carries whose text, what was said, what comparing shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.records.quote import Quote
from tawatur.records.view import StoryView
from tawatur.report.carriers import Branch, branches
from tawatur.report.changes import Change, Version, changes
from tawatur.report.statements import Statement, Voice, by_speaker, group


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story ready to be shown.

    `changed` holds what was changed of a statement on its way, by the id of its first quote; `changes` are the others.
    """

    view: StoryView
    branches: tuple[Branch, ...]
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    changed: Mapping[str, tuple[Change, ...]]
    changes: tuple[Change, ...]


def tell(view: StoryView) -> Told:
    """Bring together what is known of a story."""
    statements = group(view)
    changed, others = _attach(changes(view.reuse, view.documents), statements)
    return Told(
        view=view,
        branches=tuple(branches(view)),
        statements=tuple(statements),
        voices=tuple(by_speaker(statements, view.entities)),
        changed=changed,
        changes=tuple(others),
    )


def _attach(found: Sequence[Change], statements: Sequence[Statement]) -> tuple[dict[str, tuple[Change, ...]], list[Change]]:
    """Put each change to the first statement that both of its sentences carry; give also those that stand at none."""
    places: dict[str, list[tuple[Quote, str]]] = defaultdict(list)
    for statement in statements:
        for quote in statement.quotes:
            places[quote.document].append((quote, statement.first.id))
    changed: dict[str, list[Change]] = defaultdict(list)
    others: list[Change] = []
    for change in found:
        after = set(_carried(change.after, places))
        both = [statement for statement in _carried(change.before, places) if statement in after]
        (changed[both[0]] if both else others).append(change)
    return {statement: tuple(held) for statement, held in changed.items()}, others


def _carried(version: Version, places: Mapping[str, list[tuple[Quote, str]]]) -> list[str]:
    """The statements that a sentence carries words of."""
    span = version.span
    return [statement for quote, statement in places.get(span.document, ()) if quote.start < span.end and span.start < quote.end]
