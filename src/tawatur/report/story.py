"""One story as it is told, on the page and in the terminal: who carries whose text, what was said, what comparing shows."""

from dataclasses import dataclass

from tawatur.records.view import StoryView
from tawatur.report.carriers import Branch, branches
from tawatur.report.changes import Change, changes
from tawatur.report.statements import Statement, Voice, by_speaker, group


@dataclass(frozen=True, kw_only=True)
class Told:
    """A story ready to be shown. `changes` are all pairs of sentences that drifted, in the order of their places."""

    view: StoryView
    branches: tuple[Branch, ...]
    statements: tuple[Statement, ...]
    voices: tuple[Voice, ...]
    changes: tuple[Change, ...]


def tell(view: StoryView) -> Told:
    """Bring together what is known of a story."""
    statements = group(view)
    return Told(
        view=view,
        branches=tuple(branches(view)),
        statements=tuple(statements),
        voices=tuple(by_speaker(statements, view.entities)),
        changes=tuple(changes(view.reuse, view.documents)),
    )
