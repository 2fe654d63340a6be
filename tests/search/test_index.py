from pathlib import Path

import pytest
from tests.postgresql import Stores
from tests.search.held import Held, article

from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.records.search import Unit
from tawatur.search import find, parse
from tawatur.store.search import StoreSearch
from tawatur.store.search_index import renew
from tawatur.store.sqlite import Store

_ONE, _OTHER = "فاضت البحيرة على القرى", "هدأت الريح في الميناء"


def _terms(held: Held) -> dict[str, int]:
    sql = "SELECT term, doc FROM search_terms" if held.store.dialect == "sqlite" else "SELECT word, units FROM search_words"
    return dict(held.store.query(sql))


def _written(held: Held, renewals: int) -> list[object]:
    """What tells that something of the index was written: how many rows so far, or where each row lies."""
    if held.store.dialect == "sqlite":
        return [held.store.query("SELECT total_changes()")[0][0] - renewals]  # each writes one row of its own, beside the index
    tables = ("units", "bodies", "readings", "named", "spellings", "words", "vectors", "long")
    return [
        row
        for table in tables
        for row in held.store.query(f"SELECT '{table}', CAST(ctid AS text) FROM search_{table} ORDER BY 2")  # noqa: S608
    ]


def test_what_is_gone_is_no_longer_found_nor_held_by_the_index(held: Held) -> None:
    held.texts_of(_ONE, _OTHER)
    held.put([article("d-1", _OTHER)], {"d-1": _OTHER})
    assert held.ids("البحيرة") == []
    assert "البحيره" not in _terms(held)
    assert held.ids("الميناء") == ["d-1"]


def test_a_text_that_has_other_lines_is_found_by_these_alone(held: Held) -> None:
    text = f"{_ONE}\n{_OTHER}"
    held.put([article("d-0", text)], {"d-0": text})
    held.put([article("d-0", text, spans=((0, len(_ONE)),))], {"d-0": text})
    assert (held.ids("البحيرة"), held.ids("الميناء")) == (["d-0"], [])
    assert _terms(held) == dict.fromkeys(("فاضت", "البحيره", "علي", "القري"), 1)


def test_a_document_that_is_no_longer_known_is_taken_out_by_the_words_it_had(held: Held) -> None:
    held.texts_of(_ONE)
    held.texts.clear()
    with held.store.transaction():
        renew(held.store, [], {})
    assert _terms(held) == {}


def test_a_text_that_was_changed_behind_the_index_does_not_break_it(held: Held) -> None:
    held.put([article("d-0", _ONE, spans=((0, 10),))], {"d-0": _ONE})
    held.put([article("d-0", _OTHER, spans=((0, 22),))], {"d-0": _OTHER})
    assert (held.ids("البحيرة"), held.ids("الميناء")) == ([], ["d-0"])
    if held.store.dialect == "sqlite":
        held.store.query("INSERT INTO search_index (search_index) VALUES ('integrity-check')")


def test_what_is_as_it_was_is_not_written(held: Held) -> None:
    held.texts_of(_ONE, _OTHER)
    before = _written(held, 1)
    with held.store.transaction():
        renew(held.store, [article("d-0", _ONE), article("d-1", _OTHER)], held.texts)
    assert _written(held, 2) == before


def test_another_program_makes_the_index_anew(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    held.texts_of(_ONE)
    held.store.write("DELETE FROM search_readings", [()])
    monkeypatch.setattr("tawatur.store.search_index.__version__", "another")
    held.texts_of(_ONE)
    assert held.ids("قرية") == ["d-0"]
    assert _terms(held)["البحيره"] == 1


def test_a_number_under_which_something_may_be_left_is_never_used_again(held: Held) -> None:
    held.texts_of(_ONE, _OTHER)
    held.put([article("d-0", _ONE)], {})
    held.put([article("d-0", _ONE), article("d-9", _OTHER)], {"d-9": _OTHER})
    kept = 3 if held.store.dialect == "sqlite" else 2  # in PostgreSQL nothing is left
    assert [n for (n,) in held.store.query("SELECT n FROM search_units ORDER BY n")] == [1, kept]


def test_a_name_that_is_spelled_in_more_ways_keeps_its_mentions(held: Held) -> None:
    texts = {"d-0": "وصل هانوفير"}
    mention = article("d-0", texts["d-0"], entities=("e-1",))
    held.put([Unit(kind="name", id="e-1", head="هانوفر", spellings=("هانوفر",)), mention], texts)
    held.put([Unit(kind="name", id="e-1", head="هانوفر", spellings=("هانوفر", "Hannover")), mention], texts)
    assert held.ids("Hannover") == ["d-0", "e-1"]


_WIRE = (
    "قالت وزيرة الري نجوى الصيرمي إن منسوب بحيرة الدرعان ارتفع أربعين سنتيمترا منذ مطلع الأسبوع، "
    "وإن فرق الطوارئ أخلت سبع قرى على الضفة الشرقية قبل وصول المياه إليها بساعات."
)


@pytest.fixture
def read_once(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(f"ارتفاع منسوب بحيرة الدرعان\n\nنشر في: 12 أيار 2023\n\n{_WIRE}\n", encoding="utf-8")
    return folder


def test_what_is_read_is_found_as_article_statement_story_and_name(stores: Stores, read_once: Path) -> None:
    with Store(stores("s")) as store:
        read(store, [str(read_once)], Options())
        index = StoreSearch(store)
        assert {hit.kind for hit in find(parse("الدرعان"), index).hits} >= {"article", "story"}
        said = find(parse("متحدث:الصيرمي نوع:تصريح قرية"), index)
        assert said.total == 1
        assert said.hits[0].date == "2023-05-12"
        assert said.hits[0].context.text.count("قرى") == 1
        assert {hit.kind for hit in find(parse("نوع:اسم الصيرمي"), index).hits} == {"name"}


def test_a_later_article_is_found_beside_the_earlier_one(stores: Stores, read_once: Path) -> None:
    with Store(stores("s")) as store:
        read(store, [str(read_once)], Options())
        (read_once / "b.txt").write_text(
            "افتتاح المعرض\n\nافتتح رئيس البلدية حمدي الزرعوني معرض الكتاب الثامن.\n", encoding="utf-8"
        )
        read(store, [str(read_once)], Options())
        index = StoreSearch(store)
        assert find(parse("الكتب نوع:مقال"), index).total == 1
        assert find(parse("البحيرة نوع:مقال"), index).total == 1
