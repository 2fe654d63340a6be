"""A desk in a folder: articles that are written as files, a watch over them, and a clock of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.postgresql import Stores

from tawatur.ingest import Options, WebOptions
from tawatur.records.alert import Alert
from tawatur.store.address import Place
from tawatur.store.sqlite import Store
from tawatur.watch import Watch, WatchOptions
from tawatur.watch.deliver.ways import NotSentError
from tawatur.watch.doing import Doing

WORDS = {
    "first": (
        "انهيار جسر في مدينة الرافد",
        "الرافد - رويترز: قتل 8 أشخاص في انهيار جسر في مدينة الرافد يوم الثلاثاء. وقال مدير الدفاع المدني سامر الهادي إن البحث مستمر.",
    ),
    "second": (
        "ارتفاع ضحايا انهيار جسر الرافد إلى 21 قتيلا",
        "الرافد - فرانس برس: ارتفعت حصيلة ضحايا انهيار الجسر في مدينة الرافد إلى 21 قتيلا، بحسب وزارة الصحة. "
        "وروى شهود أن سيارات كثيرة سقطت في النهر فجر الثلاثاء.",
    ),
}


@dataclass
class Way:
    """A way out that remembers what it was given, or fails as it is told."""

    name: str = "memory"
    repeatable: bool = False
    got: list[Alert] = field(default_factory=list)
    fails: list[Exception] = field(default_factory=list)

    def send(self, alerts: Sequence[Alert]) -> None:
        if self.fails:
            raise self.fails.pop(0)
        self.got += alerts


@dataclass
class Desk:
    """The folder that is watched, and the store."""

    folder: Path
    store: Place
    time: float = 1_600_000_000.0

    def now(self) -> float:
        """The time of day, also in another process."""
        return self.time

    def write(self, outlet: str, words: tuple[str, str], day: str = "2020-09-15") -> Path:
        path = self.folder / f"{outlet}.txt"
        path.write_text(f"{words[0]}\n\nنشر في: {day}\n\n{words[1]}\n", encoding="utf-8")
        return path

    def watch(
        self, store: Store, way: Any, sources: Sequence[str] | None = None, doing: Doing | None = None, **options: Any
    ) -> Watch:
        return Watch(
            store,
            sources or [str(self.folder)],
            Options(web=WebOptions(allow_private=True, delay=0.0)),
            WatchOptions(**options),
            [way],
            doing=doing,
            clock=lambda: self.time,
            now=self.now,
        )


@pytest.fixture
def desk(tmp_path: Path, stores: Stores) -> Desk:
    folder = tmp_path / "in"
    folder.mkdir()
    return Desk(folder=folder, store=stores("desk"))


@pytest.fixture
def way() -> Callable[..., Way]:
    return Way


@pytest.fixture
def not_sent() -> type[NotSentError]:
    return NotSentError


@pytest.fixture
def texts() -> dict[str, tuple[str, str]]:
    return WORDS
