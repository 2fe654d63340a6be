"""What was changed on the way, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.records.view import DocumentView
from tawatur.report.changes import Change, Piece, Version
from tawatur.report.show import outlet_of
from tawatur.web.facts import Because, Moment, because, moment
from tawatur.web.setting import Setting


@dataclass(frozen=True, kw_only=True)
class VersionView:
    """One wording, with the words that the other lacks."""

    outlet: str
    date: Moment
    href: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class ChangeView:
    """Two wordings; `known` where it is known that the second was made from the first. `kinds` say what changed."""

    before: VersionView
    after: VersionView
    known: bool
    kinds: tuple[str, ...]
    reasons: tuple[Because, ...]


def change_view(change: Change, views: Mapping[str, DocumentView], setting: Setting) -> ChangeView:
    """Give a change as it is shown."""
    return ChangeView(
        before=_version(change.before, views, setting),
        after=_version(change.after, views, setting),
        known=change.known_direction,
        kinds=tuple(dict.fromkeys(setting.r(f"drift_{drift.kind}") for drift in change.drift)),
        reasons=tuple(because(reason, setting) for reason in dict.fromkeys(drift.reason for drift in change.drift) if reason),
    )


def _version(version: Version, views: Mapping[str, DocumentView], setting: Setting) -> VersionView:
    view, span = views[version.span.document], version.span
    return VersionView(
        outlet=outlet_of(view, setting.lang),
        date=moment(view.settled.publication.published, setting),
        href=setting.links.words(span.document, span.start, span.end),
        pieces=version.pieces,
    )
