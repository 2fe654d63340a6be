"""A desk: a store read from articles of our own, to be judged in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.postgresql import Stores

from tawatur.export import FILES, write
from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.records.story import Story
from tawatur.records.view import DocumentView
from tawatur.store.address import Place
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

_DAY = (
    "انهيار جسر الصفصاف في تالمين\n\nنشر في: {} أيار 2023\n\n{} في انهيار جسر الصفصاف في مدينة تالمين فجر الخميس بعد مطر غزير.\n"
    "\n{}\n"
)
NINE = _DAY.format(11, "قتل تسعة أشخاص", "وقال وزير الأشغال سامي النورس إن الجسر قديم. وأضاف النورس أن إصلاحه يطول.")
FOURTEEN = _DAY.format(12, "ارتفعت حصيلة القتلى إلى 14 قتيلا", "وقال وزير المال فهد المرجان إن المال قليل.")
CUP = "كأس الجزر للنوارس\n\nنشر في: 20 أيار 2023\n\nفاز فريق النوارس بكأس الجزر بعد تغلبه على أمواج برهون بثلاثة أهداف.\n"


@dataclass
class Desk:
    """A folder of articles, and the store that they are read into."""

    folder: Path
    store: Store

    def put(self, name: str, text: str) -> None:
        """Add an article, or alter it."""
        (self.folder / name).write_text(text, encoding="utf-8")

    def read(self) -> None:
        """Read the folder."""
        read(self.store, [str(self.folder)], Options())

    @property
    def file(self) -> Path:
        """The store's file, where it lies in one."""
        assert isinstance(self.store.path, Path)
        return self.store.path

    @contextmanager
    def read_by_another(self) -> Iterator[None]:
        """While another process reads articles into the store."""
        with Store(self.store.path) as other, other.writing():
            yield

    @property
    def found(self) -> StoreLibrary:
        """What is known."""
        return StoreLibrary(self.store)

    def view(self, name: str) -> DocumentView:
        """The article of a file."""
        return next(view for view in self.found.documents() if view.document.source == name)

    def story(self, name: str) -> Story:
        """The story of a file's article."""
        identity = self.found.story_of(self.view(name).document.id)
        return next(one for one in self.found.stories() if one.id == identity)

    def exported(self, *without: str) -> dict[str, bytes]:
        """The files of the export."""
        out = self.folder.parent / "out"
        write(self.found, out)
        return {name: (out / f"{name}.jsonl").read_bytes() for name in FILES if name not in without}


def made(folder: Path, store: Place) -> Desk:
    """A desk without articles."""
    folder.mkdir(exist_ok=True)
    return Desk(folder, Store(store))


@pytest.fixture
def desk(tmp_path: Path, stores: Stores) -> Iterator[Desk]:
    """Two reports of one happening, whose second brings the toll up to date, and one of another."""
    desk = _read(made(tmp_path / "in", stores("s")))
    yield desk
    desk.store.close()


@pytest.fixture
def file_desk(tmp_path: Path) -> Desk:
    """The same in a file."""
    return _read(made(tmp_path / "in", tmp_path / "s.sqlite"))


def _read(desk: Desk) -> Desk:
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP}.items():
        desk.put(name, text)
    desk.read()
    return desk
