import subprocess
import sys
from pathlib import Path

import pytest
from tests.correct.conftest import CUP, FOURTEEN, NINE

import tawatur
from tawatur.desk import Desk
from tawatur.records.errors import StoreError, UsageError


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "in").mkdir()
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN, "cup.txt": CUP}.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    desk = tawatur.open(folder / "s.sqlite")
    assert desk.read(folder / "in")["documents"] == 3
    return desk


def test_stories_are_listed_chosen_and_shown(desk: Desk) -> None:
    cup, bridge = desk.stories()
    assert [one.id for one in desk.stories(kind="updates")] == [bridge.id]
    assert desk.stories(until="2023-05-01") == []
    view = desk.story(bridge.id)
    assert view
    assert len(view.documents) == 2
    assert desk.story("y-0") is None
    assert desk.stories(name="فهد المرجان")[0].id == bridge.id
    assert desk.stories(name="لا أحد") == []
    assert cup.date == "2023-05-20"


def test_what_someone_said_is_listed_with_where_it_stands(desk: Desk) -> None:
    for quote in desk.statements("سامي النورس"):
        article = desk.article(quote.document)
        assert article
        assert article.document.text[quote.start : quote.end] == quote.text
    with pytest.raises(UsageError):
        desk.statements("لا أحد")


def test_search_and_findings_answer(desk: Desk) -> None:
    assert desk.search("جسر").total > 0
    assert [one.kind for one in desk.findings(kind="update")] == ["update"]


def test_an_export_is_written(desk: Desk, tmp_path: Path) -> None:
    assert desk.export(tmp_path)["folder"]["documents.jsonl"] == 3


def test_what_bears_on_a_claim_is_shown_with_its_words_and_what_contradicts_it(desk: Desk) -> None:
    found = desk.check("قتل تسعة أشخاص في انهيار جسر الصفصاف")
    bearing = found.bearings[0]
    assert (bearing.articles, set(bearing.matched) > {"جسر"}) == (2, True)
    assert any(one.kind == "update" for one in bearing.findings)
    for said in bearing.said:
        article = desk.article(said.document)
        assert article
        assert article.document.text[said.start : said.end] == said.text


def test_words_of_a_claim_that_stand_nowhere_are_named(desk: Desk) -> None:
    found = desk.check("بركان الزمرد")
    assert found.bearings == ()
    assert set(found.nowhere) == {"بركان", "الزمرد"}
    with pytest.raises(UsageError):
        desk.check("في من")


def test_a_store_that_is_not_there_is_made_only_where_it_may_be(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        tawatur.open(tmp_path / "none.sqlite", create=False)


def test_the_package_loads_no_part_of_itself_before_it_is_asked() -> None:
    code = "import sys, tawatur; print([one for one in sys.modules if one.startswith('tawatur.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
