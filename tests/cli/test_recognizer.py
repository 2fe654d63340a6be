"""`tawatur read --recognizer`, from the command line to the export."""

import json
from collections.abc import Callable, Sequence
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest
from tests.annotate.names.recognizers.tiny import make
from tests.cli.helpers import Ask, Place

from tawatur.annotate.names.recognizers import ENVIRONMENT, Found, RecognizerKind, choose

_ARTICLE = (
    "تشغيل مضخة جديدة عند البحيرة\n\nنشر في: 14 أيار 2023\n\n"
    "قالت وزيرة الري نجوى الصيرمي إن الطوربان سيعمل قبل الشتاء، وإن ثلاث فرق تدربت على الطوربان منذ مطلع الأسبوع.\n"
)
Names = Callable[[], list[tuple[str, str]]]


@pytest.fixture(autouse=True)
def _no_recognizer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, "")  # set first, so that what the command sets is taken back
    monkeypatch.delenv(ENVIRONMENT)
    choose._loaded.cache_clear()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return make(tmp_path / "model", {"الطوربان": "B-PRODUCT"})


@pytest.fixture
def names(place: Place) -> Names:
    """The names of the article about the pump."""
    place.put("pump.txt", _ARTICLE.encode())

    def found() -> list[tuple[str, str]]:
        documents = {row["id"]: row for row in place.exported("documents")}
        rows = [row for row in place.exported("names") if documents[row["document"]]["source"] == "pump.txt"]
        for row in rows:
            assert documents[row["document"]]["text"][row["start"] : row["end"]] == row["text"]
        return [(row["text"], row["type"]) for row in rows]

    return found


def test_a_token_classifier_of_the_users_is_read_with_from_the_command_line_to_the_export(
    place: Place, names: Names, tiny: Path
) -> None:
    assert place.read("--recognizer", f"hf:{tiny}").code == 0
    assert names().count(("الطوربان", "product")) == 2
    assert ("نجوى الصيرمي", "person") in names()


def test_what_is_read_without_it_has_its_names_no_more_once_it_is_given_up(
    place: Place, names: Names, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.read().code == 0
    without = names()
    assert ("الطوربان", "product") not in without
    assert place.read("--recognizer", f"hf:{tiny}").code == 0  # annotated anew
    assert ("الطوربان", "product") in names()
    monkeypatch.delenv(ENVIRONMENT)
    assert place.read().code == 0  # the store remembers it
    assert ("الطوربان", "product") in names()
    monkeypatch.delenv(ENVIRONMENT)
    assert place.read("--recognizer", "none").code == 0
    assert names() == without
    assert place.read().code == 0
    assert names() == without


def test_the_environment_names_one_too(place: Place, names: Names, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, f"alone:hf:{tiny}")
    assert place.read().code == 0
    assert ("الطوربان", "product") in names()


def test_articles_are_annotated_anew_when_the_settings_of_the_model_change(place: Place, names: Names, tiny: Path) -> None:
    assert place.read("--recognizer", f"hf:{tiny}").code == 0
    (tiny / "tawatur.yaml").write_text("labels: {PRODUCT: law}")
    choose._loaded.cache_clear()
    assert place.read().code == 0
    assert names().count(("الطوربان", "law")) == 2


def test_worker_processes_load_it_each(place: Place, names: Names, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.pipeline.progress.BATCH", 1)
    assert place.read("--recognizer", f"hf:{tiny}", "--workers", "2").code == 0
    assert names().count(("الطوربان", "product")) == 2


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "pip install 'tawatur[models]'"), ("ar", "ثبّتها: pip install 'tawatur[models]'")]
)
def test_a_missing_package_is_told_with_its_remedy(
    ask: Ask, place: Place, tiny: Path, monkeypatch: pytest.MonkeyPatch, lang: str, word: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)
    done = ask("--lang", lang, "read", str(place.folder), "--store", str(place.store), "--recognizer", f"hf:{tiny}")
    assert done.code == 2
    assert word in done.err


@pytest.mark.parametrize(("lang", "word"), [("en", "To read without it: --recognizer none"), ("ar", "للقراءة بدونه")])
@pytest.mark.parametrize("folder", ["", "nowhere", "in"])
def test_a_folder_without_a_model_is_told_with_its_remedy(ask: Ask, place: Place, lang: str, word: str, folder: str) -> None:
    path = place.folder.parent / folder if folder else ""
    done = ask("--lang", lang, "read", str(place.folder), "--store", str(place.store), "--recognizer", f"hf:{path}")
    assert done.code == 2
    assert word in done.err


def test_a_remembered_folder_that_is_gone_is_told_and_nothing_is_read(place: Place, names: Names, tiny: Path) -> None:
    assert place.read("--recognizer", f"hf:{tiny}").code == 0
    before = names()
    tiny.rename(tiny.parent / "away")
    assert place.read().code == 2
    assert names() == before
    assert place.read("--recognizer", "none").code == 0


class Picky:
    """Fails on the text about the pump."""

    def recognize(self, texts: Sequence[str]) -> list[list[Found]]:
        """No names."""
        if any("الطوربان" in text for text in texts):
            raise ValueError("I do not like pumps")
        return [[] for _ in texts]


def test_one_that_fails_on_an_article_is_recorded_and_stops_no_other(
    place: Place, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = RecognizerKind("picky", lambda argument: Picky(), lambda argument: "1")
    monkeypatch.setattr(EntryPoint, "load", lambda self: kind)
    points = EntryPoints((EntryPoint("picky", "package:KIND", choose.GROUP),))
    monkeypatch.setattr(choose, "entry_points", lambda group: points)
    done = place.read("--recognizer", "picky", "--json")
    assert done.code == 3
    [dropped] = json.loads(done.out)["dropped"]
    assert (dropped["stage"], dropped["source"], dropped["reason"]) == ("annotate", "pump.txt", "recognizer_failed")
    assert "picky" in dropped["detail"]
    assert "I do not like pumps" in dropped["detail"]
    assert {row["text"] for row in place.exported("names")} >= {"نجوى الصيرمي"}  # of the other article
    assert place.read("--recognizer", "none").code == 0
    assert ("نجوى الصيرمي", "person") in names()
