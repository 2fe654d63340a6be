"""The handful of names by which programs read, ask and write out what is in a store."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import Self

from tawatur.desk.claim import Check, check
from tawatur.records.errors import UsageError
from tawatur.records.finding import Finding, FindingKind
from tawatur.records.hit import Results
from tawatur.records.overview import Called
from tawatur.records.quote import Quote
from tawatur.records.story import Story
from tawatur.records.view import DocumentView, StoryView
from tawatur.report.gravity import gravest_first
from tawatur.report.listing import Asked, chosen, ordered
from tawatur.store.address import Server, place
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store


class Desk:
    """A store that is open. Use it in a `with`, or close it; it is for one thread.

    What it gives are the records of `tawatur.records`: frozen, with `start` and `end` as places in an article's text in code points.
    """

    def __init__(self, path: str | PathLike[str] | Server, *, create: bool = True) -> None:
        self._store = Store(place(path), create=create)
        self._library = StoreLibrary(self._store)

    def close(self) -> None:
        """Close the store. The desk cannot be used afterwards."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def library(self) -> StoreLibrary:
        """All that can be looked up, for what the names here do not give."""
        return self._library

    def read(self, *where: str | PathLike[str], workers: int = 1) -> dict[str, int]:
        """Read folders, files and addresses, and give how many there are now of each kind of record.

        What was read before is not read again. `workers` are processes. Raises StoreError where another process is reading.
        """
        from tawatur.ingest import Options
        from tawatur.pipeline import read

        read(self._store, [str(one) for one in where], Options(), workers=workers)
        return self._library.counts()

    def stories(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        agency: str | None = None,
        name: str | None = None,
        kind: str | None = None,
    ) -> list[Story]:
        """Stories, the newest day first; on one day those with conflicts first, then what most independent origins tell.

        `since` and `until` are ISO days, `outlet` and `agency` keys of the registers, `name` an entity's id or a spelling of its name,
        `kind` one of conflicts, updates, corroborated, alone.
        """
        within = None
        if name is not None:
            called = self._library.calling(name)
            within = self._library.stories_with(called[0].id) if called else frozenset()
        asked = Asked(since=since, until=until, outlet=outlet, agency=agency, kind=kind)
        return [one.story for one in ordered(chosen(self._library.listed(), asked, within))]

    def story(self, story: str) -> StoryView | None:
        """A story by its id, or an old id of it, with its articles and all that stands between them; None where there is none."""
        return self._library.story(story)

    def article(self, article: str) -> DocumentView | None:
        """An article by its id with all that was found in it; None where there is none."""
        return self._library.document(article)

    def names(self, spelling: str) -> list[Called]:
        """The entities of which this is a spelling, the most mentioned first."""
        return self._library.calling(spelling)

    def statements(self, name: str) -> list[Quote]:
        """What the entity of this id or name is said to have said, the newest first; of several of one name, the most mentioned.

        Raises UsageError where nobody is called so.
        """
        called = self._library.calling(name)
        view = self._library.entity_view(called[0].id) if called else None
        if view is None:
            raise UsageError("entity_unknown", entity=name)
        return list(view.statements)

    def search(self, query: str, *, limit: int = 20, offset: int = 0) -> Results:
        """What a query finds, the best first; `tawatur search --help` tells what can be asked. Raises UsageError where it cannot be read."""
        from tawatur.search import find, parse

        return find(parse(query), self._library.searching(), limit=limit, offset=offset)

    def findings(self, *, kind: FindingKind | None = None, story: str | None = None) -> list[Finding]:
        """What sources agree on, contradict or replace, the gravest first, without what people dismissed."""
        every = self._library.findings_of(story) if story else self._library.findings()
        return gravest_first(one for one in every if one.judged != "dismissed" and kind in (None, one.kind))

    def check(self, claim: str) -> Check:
        """What bears on a claim, with its evidence; never a verdict. Raises UsageError where no word of it can be looked for."""
        return check(claim, self._library)

    def export(self, folder: str | PathLike[str], formats: Sequence[str] = ("folder",)) -> dict[str, dict[str, int]]:
        """Write the formats of these names into a folder, and give the rows of each file, by format; docs/exports.md lists them.

        Raises UsageError where there is no such format, FailedError where the folder cannot be written.
        """
        from tawatur.pipeline.exporting import export

        return export(self._library, Path(folder), formats)
