"""Stores of former versions, opened by this one: nothing that was read or judged is lost, and refreshed they are as if made anew."""

import lzma
import shutil
import sqlite3
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tawatur import correct
from tawatur.export import FILES, write
from tawatur.ingest import Options
from tawatur.pipeline import read, refresh
from tawatur.store.forgetting import forgotten
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store

_FILES = Path(__file__).parent / "files"
_STORES = ("first-release", "names-judged", "desk-judged")
_SCRIPTS = sorted(
    (one for one in files("tawatur.store").joinpath("migrations").iterdir() if one.name.endswith(".sql")),
    key=lambda one: one.name,
)
# what people did, and what was read: tables of which no migration may lose a row or change what stood in it
_KEPT = (
    "documents", "inputs", "line_keys", "name_judgements", "story_judgements", "finding_judgements", "corrections", "alerts",
    "deliveries", "forgotten",
)  # fmt: skip


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The articles that the stores were made from, read with their register."""
    folder = tmp_path_factory.mktemp("articles")
    with tarfile.open(_FILES / "articles.tar.xz") as packed:
        packed.extractall(folder, filter="data")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TAWATUR_REGISTER", str(folder / "register.yaml"))
        _forget_tables()
        yield folder / "articles"
    _forget_tables()


def _forget_tables() -> None:
    """Forget all tables that were read, for a program reads them with the registers that it is started with."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == "tawatur":
            for one in vars(module).values():
                getattr(one, "cache_clear", int)()


@pytest.fixture(scope="module")
def anew(articles: Path) -> Path:
    """A store that this version made of them; to be copied."""
    path = articles.parent / "anew.sqlite"
    with Store(path) as store:
        read(store, [str(articles)], Options())
    return path


def _unpacked(name: str, folder: Path) -> Path:
    path = folder / f"{name}.sqlite"
    path.write_bytes(lzma.decompress((_FILES / f"{name}.sqlite.xz").read_bytes()))
    return path


def _rows(path: Path, columns: dict[str, list[str]] | None = None) -> dict[str, list[dict[str, Any]]]:
    """The rows of the tables that are kept, as far as the file has them; of others' columns where these are named."""
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        found = {name: [dict(row) for row in db.execute(f"SELECT * FROM {name}")] for name in _KEPT if name in there}  # noqa: S608
    if columns is None:
        return found
    return {name: [{one: row[one] for one in columns[name]} for row in rows] for name, rows in found.items() if name in columns}


def _columns(rows: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    return {name: list(found[0]) for name, found in rows.items() if found}


def _exported(store: Store, out: Path) -> dict[str, bytes]:
    write(StoreLibrary(store), out)
    return {name: (out / f"{name}.jsonl").read_bytes() for name in FILES}


@pytest.mark.parametrize("name", _STORES)
def test_a_store_of_a_former_version_is_opened_and_nothing_read_or_judged_is_lost(name: str, tmp_path: Path) -> None:
    path = _unpacked(name, tmp_path)
    before = _rows(path)
    with Store(path, create=False) as store:
        assert store.query("PRAGMA user_version") == [(len(_SCRIPTS),)]
        assert len(list(StoreLibrary(store).documents())) == len(before["documents"])
    assert _rows(path, _columns(before)) == {table: rows for table, rows in before.items() if rows}


def _refreshed(store: Store, articles: Path) -> None:
    refresh(store)


def _read_and_refreshed(store: Store, articles: Path) -> None:
    read(store, [str(articles)], Options())
    refresh(store)


def _refreshed_and_read(store: Store, articles: Path) -> None:
    refresh(store)
    read(store, [str(articles)], Options())


@pytest.mark.parametrize("bring_up", [_refreshed, _read_and_refreshed, _refreshed_and_read])
@pytest.mark.parametrize("name", _STORES)
def test_once_refreshed_the_export_is_that_of_a_store_made_anew_with_the_same_judgements(
    name: str, bring_up: Callable[[Store, Path], None], articles: Path, anew: Path, tmp_path: Path
) -> None:
    shutil.copy(anew, tmp_path / "fresh.sqlite")
    with Store(_unpacked(name, tmp_path), create=False) as old, Store(tmp_path / "fresh.sqlite") as fresh:
        judged = correct.history(StoreLibrary(old))
        correct.export(old, tmp_path / "judged.jsonl")
        bring_up(old, articles)
        assert refresh(old).derived is False
        kept = {(one.judgement.id, one.became == "lost") for one in correct.history(StoreLibrary(old))}
        assert {one for one, _ in kept} == {one.judgement.id for one in judged}
        for buried in forgotten(old):
            correct.forget(fresh, buried.document, who=buried.who)
        correct.take(fresh, tmp_path / "judged.jsonl")
        correct.apply(fresh)
        one, other = _exported(old, tmp_path / "old"), _exported(fresh, tmp_path / "new")
        refused = {row.reason for row in StoreLibrary(old).dropped()}
        assert refused <= {"forgotten"}  # what was taken down, where another version reads it again
        if refused:
            del one["dropped"], other["dropped"]
        assert [table for table in one if one[table] != other[table]] == []
        assert kept == {(one.judgement.id, one.became == "lost") for one in correct.history(StoreLibrary(fresh))}


def test_a_reading_leaves_what_the_last_version_made_and_makes_anew_what_it_cannot_tell_to_be_of_the_same(
    articles: Path, tmp_path: Path
) -> None:
    older = []
    for name in _STORES:
        with Store(_unpacked(name, tmp_path), create=False) as store:
            older.append(read(store, [str(articles)], Options()).older)
    assert older == [0, 23, 22]


def test_the_first_release_knew_no_judgements_and_the_last_one_knew_all_kinds(tmp_path: Path) -> None:
    kinds = []
    for name in _STORES:
        with Store(_unpacked(name, tmp_path), create=False) as store:
            kinds.append({one.judgement.kind for one in correct.history(StoreLibrary(store))})
    assert kinds[0] == set()
    assert kinds[1] == {"split", "rename"}
    assert kinds[2] == {"merge", "split", "rename", "part", "confirm", "dismiss", "speaker", "date", "origin", "line"}


_BODIES = {
    "name_judgements": '{"id":"j-1","kind":"rename","subjects":[{"type":"person","name":"سامي"}],"name":"سامي النورس","who":"نادية","when":"2024"}',
    "story_judgements": '{"id":"k-1","kind":"join","documents":["d-1"],"others":["d-2"],"who":"نادية","when":"2024"}',
    "finding_judgements": '{"id":"g-1","kind":"confirm","finding":"n-1","of":"conflict","about":"","sides":[],"who":"نادية","when":"2024"}',
    "corrections": '{"id":"w-1","kind":"date","document":"d-1","value":"2023-05-13","who":"نادية","when":"2024"}',
}
_DOCUMENT = '{{"id":"{0}","source":"{0}.txt","text":"{1}","sha256":"","format":"text"}}'
_TEXT = "افتتح رئيس البلدية حمدي الزرعوني معرض الكتاب الثامن يوم الأحد 14 أيار 2023."


def _of_level(level: int, path: Path) -> dict[str, list[dict[str, Any]]]:
    """A store of a former level, with a few rows in the tables that it has; gives these."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for script in _SCRIPTS[:level]:
            for statement in script.read_text(encoding="utf-8").split(";\n"):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {level}")
        for number in (1, 2):
            body = _DOCUMENT.format(f"d-{number}", f"{_TEXT} {number}")
            sql = "INSERT INTO documents (id, page, outlet, body) VALUES (?, ?, 'o', ?)"
            db.execute(sql, (f"d-{number}", f"d-{number}.txt", body))
        db.execute("INSERT INTO inputs VALUES ('x')")
        db.execute("INSERT INTO line_keys VALUES ('o', 'k', 'd-1')")
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table, body in _BODIES.items():
            if table in there:
                identity = body.split('"')[3]
                db.execute(f"INSERT INTO {table} (id, body) VALUES (?, ?)", (identity, body))  # noqa: S608
        if "alerts" in there:
            db.execute("INSERT INTO alerts (id) VALUES ('a-1')")
            db.execute("INSERT INTO deliveries VALUES ('a-1', 'feed', 'sent', '2024', NULL)")
        if "forgotten" in there:
            db.execute(
                "INSERT INTO forgotten VALUES ('d-9', ?)",
                ('{"document":"d-9","words":"x","who":"نادية","when":"2024","note":""}',),
            )
    return _rows(path)


@pytest.mark.parametrize("level", range(1, len(_SCRIPTS)))
def test_a_store_of_every_former_level_loses_nothing_that_was_read_or_judged(level: int, tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    before = _of_level(level, path)
    with Store(path, create=False) as store:
        assert store.query("PRAGMA user_version") == [(len(_SCRIPTS),)]
    kept = {table: rows for table, rows in before.items() if rows}
    assert _rows(path, _columns(before)) == kept
    assert len(kept) == 3 + (level >= 2) + (level >= 4) + (level >= 5) + (level >= 11) + 2 * (level >= 13) + (level >= 14)
    with Store(path, create=False) as store:
        done = refresh(store)
        assert (done.articles, done.older, done.dropped) == (2, 0, ())
        assert len(correct.history(StoreLibrary(store))) == sum(name in kept for name in _BODIES)
        assert len(list(StoreLibrary(store).documents())) == 2
    del kept["line_keys"]  # which this version makes of the documents
    made = ("outlet", "read_by", "keyed_by")  # by this version, and so is what tells that
    columns = {table: [one for one in names if one not in made] for table, names in _columns(before).items()}
    after = _rows(path, columns)
    assert {table: after[table] for table in kept} == {
        table: [{one: row[one] for one in columns[table]} for row in rows] for table, rows in kept.items()
    }
