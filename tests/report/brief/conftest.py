"""Stores of the example corpus and of own prose, read once, and all their briefs."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.report.brief.prose import ARTICLES

from tawatur.records.brief import Brief, BriefSentence
from tawatur.records.view import StoryView
from tawatur.report.brief import of_story
from tawatur.report.brief.build import evidence_of
from tawatur.report.brief.evidence import Evidence
from tawatur.report.messages import LANGUAGES, Lang
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

EXAMPLES = Path(__file__).resolve().parents[3] / "src/tawatur/resources/examples"


class Briefed(NamedTuple):
    """A story with what its brief rests on."""

    view: StoryView
    evidence: Evidence
    lang: Lang
    brief: Brief

    @property
    def sentences(self) -> list[BriefSentence]:
        found = [one for section in self.brief.sections for one in section.sentences]
        return [*found, *(entry.sentence for entry in self.brief.timeline)]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreLibrary]:
    """The example corpus and the own prose in one store, read by a process of its own: the register of the examples stays there."""
    folder = tmp_path_factory.mktemp("brief")
    for name, text in ARTICLES.items():
        (folder / "prose" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "prose" / name).write_text(text, encoding="utf-8")
    where = [str(EXAMPLES / "articles"), str(folder / "prose"), "--register", str(EXAMPLES / "register.yaml")]
    command = [sys.executable, "-m", "tawatur.cli.main", "read", *where, "--store", str(folder / "store.sqlite"), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    with Store(folder / "store.sqlite", create=False) as store:
        yield StoreLibrary(store)


@pytest.fixture(scope="session")
def briefs(library: StoreLibrary) -> list[Briefed]:
    """The briefs of all stories in both languages."""
    views = [view for story in library.stories() if (view := library.story(story.id))]
    return [
        Briefed(view, evidence_of(view, library.document), lang, of_story(view, lang, library.document))
        for view in views
        for lang in LANGUAGES
    ]


@pytest.fixture(scope="session")
def flood(briefs: list[Briefed]) -> Briefed:
    """The story of the river in flood, in Arabic."""
    return next(one for one in briefs if one.lang == "ar" and "فيضان" in (one.view.story.title or ""))


@pytest.fixture(scope="session")
def fire(briefs: list[Briefed]) -> Briefed:
    """The story of the market on fire, of own prose, in Arabic."""
    return next(one for one in briefs if one.lang == "ar" and "الربوة" in (one.view.story.title or ""))
