"""Takedowns: what goes, what stays, and that it does not come back."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from tests.correct.conftest import CUP, FOURTEEN, Desk, made

from tawatur import correct
from tawatur.ingest import Options
from tawatur.pipeline import read
from tawatur.records.alert import Alert
from tawatur.records.errors import StoreError, UsageError
from tawatur.records.finding import Reason
from tawatur.records.span import Span
from tawatur.store import forgetting
from tawatur.store.alerts import Told
from tawatur.store.copying import FOLLOWING, TABLES

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
# a name, a place and a number that stand in this article alone
GONE = "فضيحة في بلدة زغرتوس\n\nنشر في: 12 أيار 2023\n\nقال المدير هلال الزنبقي إن بلدة زغرتوس خسرت 48613 دينارا في انهيار جسر الصفصاف في تالمين.\n"
WORDS = ("زغرتوس", "الزنبقي", "48613", "فضيحه")


@pytest.fixture
def secret(desk: Desk) -> Desk:
    """A desk with one more article, of which nothing shall be left."""
    desk.put("secret.txt", GONE)
    desk.read()
    return desk


@pytest.fixture
def secret_file(file_desk: Desk) -> Desk:
    """The same in a file."""
    file_desk.put("secret.txt", GONE)
    file_desk.read()
    return file_desk


def _bytes(desk: Desk) -> bytes:
    """All that the store's files hold; all that its rows hold, where a server keeps them."""
    if isinstance(desk.store.path, Path):
        return b"".join(path.read_bytes() for path in sorted(desk.file.parent.glob(f"{desk.file.name}*")))
    rows = [row for table in (*TABLES, *FOLLOWING) for row in desk.store.query(f"SELECT * FROM {table}")]  # noqa: S608
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row)


def _left(desk: Desk) -> list[str]:
    """Which of the article's words stand somewhere in the store's files."""
    found = _bytes(desk)
    return [word for word in WORDS if word.encode() in found or word.encode("utf-16-le") in found]


def test_nothing_of_the_article_is_left_in_the_file(secret_file: Desk) -> None:
    assert {"زغرتوس", "الزنبقي", "48613"} <= set(_left(secret_file))
    correct.forget(secret_file.store, "secret.txt", who="نادية")
    assert _left(secret_file) == []


def test_what_is_left_is_what_would_be_there_had_the_article_never_been_read(secret: Desk, tmp_path: Path) -> None:
    correct.forget(secret.store, "secret.txt", who="نادية")
    (secret.folder / "secret.txt").unlink()
    other = made(secret.folder, tmp_path / "other.sqlite")
    other.read()
    assert secret.exported("stories") == other.exported("stories")
    assert {one.documents for one in secret.found.stories()} == {one.documents for one in other.found.stories()}


@pytest.mark.parametrize("text", [GONE, GONE.replace("إن", "ان").replace("، ", " ،  ") + "\n\n"])
def test_reading_it_again_from_wherever_does_not_bring_it_back_and_says_why(secret_file: Desk, tmp_path: Path, text: str) -> None:
    correct.forget(secret_file.store, "secret.txt", who="نادية")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "copy.txt").write_text(text, encoding="utf-8")
    secret_file.read()
    report = read(secret_file.store, [str(elsewhere)], Options())
    assert [(one.source, one.reason) for one in report.dropped] == [("copy.txt", "forgotten")]
    assert _left(secret_file) == []
    assert {view.document.source for view in secret_file.found.documents()} == {"cup.txt", "fourteen.txt", "nine.txt"}


def test_another_text_from_the_same_address_does_not_come_in(desk: Desk, tmp_path: Path) -> None:
    row = '{"key": "%s", "url": "https://news.example/a", "text": "%s", "title": "خبر"}\n'
    rows = tmp_path / "rows"
    rows.mkdir()
    (rows / "a.jsonl").write_text(row % (1, "قال المدير هلال الزنبقي إن بلدة زغرتوس خسرت كل شيء."), encoding="utf-8")
    read(desk.store, [str(rows)], Options())
    correct.forget(desk.store, "https://news.example/a", who="نادية")
    (rows / "a.jsonl").write_text(row % (1, "تصحيح: لم تخسر بلدة زغرتوس شيئا كما قال المدير."), encoding="utf-8")
    report = read(desk.store, [str(rows)], Options())
    assert [one.reason for one in report.dropped] == ["forgotten"]
    assert _left(desk) == []


def test_all_versions_of_a_page_go_together(desk: Desk) -> None:
    desk.put("fourteen.txt", FOURTEEN.replace("مطر غزير", "مطر شديد"))
    desk.read()
    assert len(correct.forget(desk.store, desk.view("fourteen.txt").document.id, who="نادية")) == 2
    assert {view.document.source for view in desk.found.documents()} == {"cup.txt", "nine.txt"}


def test_judgements_lose_the_words_of_the_article_and_go_where_nothing_else_is_left(secret: Desk) -> None:
    store, identity = secret.store, secret.view("secret.txt").document.id
    merged = correct.merge(store, ["سامي النورس", "فهد المرجان"], who="نادية", when=NOON)
    correct.rename(store, "هلال الزنبقي", "هلال بن علي الزنبقي", who="نادية", when=NOON)
    correct.line(store, identity, "قال المدير", "caption", who="نادية", when=NOON)
    correct.speaker(store, "إصلاحه يطول", "هلال الزنبقي", who="نادية", when=NOON)
    joined = correct.join(store, secret.story("cup.txt").id, secret.story("nine.txt").id, who="نادية", when=NOON)
    correct.apply(store)
    correct.forget(store, identity, who="نادية")
    kept = {one.judgement.id for one in correct.history(secret.found)}
    assert {merged.id, joined.id} <= kept
    assert [word for word in _left(secret) if word != "الزنبقي"] == []
    [speaker] = store.corrections()
    assert speaker.subject is not None
    assert speaker.subject.mentions == ()


def test_judgements_from_a_file_do_not_bring_its_words_back(secret: Desk, tmp_path: Path) -> None:
    correct.line(secret.store, "secret.txt", "قال المدير", "caption", who="نادية", when=NOON)
    correct.export(secret.store, tmp_path / "j.jsonl")
    correct.forget(secret.store, "secret.txt", who="نادية")
    taken = correct.take(secret.store, tmp_path / "j.jsonl")
    assert (taken.new, secret.store.corrections(), _left(secret)) == ((), [], [])


def test_the_tombstone_says_who_when_and_why_and_holds_nothing_of_the_article(secret: Desk) -> None:
    correct.forget(secret.store, "secret.txt", who="نادية", note=" أمر المحكمة\n17 ", when=NOON)
    [tombstone] = forgetting.forgotten(secret.store)
    assert (tombstone.who, tombstone.when[:16], tombstone.note) == ("نادية", "2024-05-01T12:00", "أمر المحكمة 17")
    assert (tombstone.page, len(tombstone.words)) == (None, 64)


def test_a_lifted_tombstone_lets_the_article_come_in_again(secret: Desk) -> None:
    before = secret.exported("stories")
    [tombstone] = correct.forget(secret.store, "secret.txt", who="نادية")
    correct.lift(secret.store, tombstone.document)
    secret.read()
    assert secret.exported("stories") == before
    with pytest.raises(UsageError):
        correct.lift(secret.store, tombstone.document)


def test_while_another_reads_nothing_is_taken_out(secret: Desk) -> None:
    before = secret.exported()
    with secret.read_by_another(), pytest.raises(StoreError) as error:
        correct.forget(secret.store, "secret.txt", who="نادية")
    assert error.value.code == "store_locked"
    assert secret.exported() == before


def test_a_takedown_that_fails_half_way_takes_nothing_out(secret: Desk) -> None:
    before = secret.exported()

    def fail(step: str, done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        correct.forget(secret.store, "secret.txt", who="نادية", progress=fail)
    assert secret.exported() == before
    assert forgetting.forgotten(secret.store) == []


def test_what_a_takedown_left_in_free_pages_goes_with_the_next_run(secret_file: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("tawatur.store.forgetting.sweep", lambda store: None)
        correct.forget(secret_file.store, "secret.txt", who="نادية")
    assert _left(secret_file) != []
    secret_file.read()
    assert _left(secret_file) == []
    assert secret_file.store.state("unswept") is None


def test_no_table_of_the_store_keeps_a_row_of_the_document(secret_file: Desk) -> None:
    identity = secret_file.view("secret.txt").document.id
    correct.forget(secret_file.store, "secret.txt", who="نادية", when=NOON + timedelta(days=1))
    with sqlite3.connect(secret_file.file) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        held = [
            table
            for table in tables
            for row in db.execute(f"SELECT * FROM {table}")  # noqa: S608
            if any(identity in str(value) for value in row)
        ]
    assert set(held) == {"forgotten"}


def test_what_is_searched_finds_the_others_and_no_longer_the_article(secret: Desk) -> None:
    def found(words: str) -> list[str]:
        return [name for (name,) in secret.store.query("SELECT term FROM search_terms WHERE term = ?", (words,))]

    assert found("زغرتوس") == ["زغرتوس"]
    correct.forget(secret.store, "secret.txt", who="نادية")
    assert found("زغرتوس") == []
    assert found("الصفصاف") == ["الصفصاف"]
    assert secret.store.query("INSERT INTO search_index (search_index) VALUES ('integrity-check')") == []


def test_alerts_that_show_the_article_are_known_as_told_without_their_words(secret: Desk) -> None:
    identity = secret.view("secret.txt").document.id
    span = Span(document=identity, start=0, end=5)
    says = Reason(ar="زغرتوس", en="زغرتوس")
    shown = Alert(id="x-1", kind="conflict", key="a", says=says, evidence=(span,), made="2024-05-01T00:00:00+00:00")
    of_story = msgspec.structs.replace(shown, id="x-2", story=secret.story("secret.txt").id, evidence=())
    other = msgspec.structs.replace(shown, id="x-3", evidence=(), says=Reason(ar="ا", en="a"))
    told = Told(secret.store)
    told.keep([shown, of_story, other])
    correct.forget(secret.store, "secret.txt", who="نادية")
    assert told.newest(9) == [other]
    assert told.fresh(["x-1", "x-2", "x-3", "x-4"]) == {"x-4"}


def test_an_article_that_shares_its_text_stays_and_shares_it_with_nobody_any_more(desk: Desk) -> None:
    desk.put("copy.txt", CUP.replace("كأس الجزر للنوارس", "النوارس بطل الجزر"))
    desk.read()
    copy = desk.view("copy.txt").document.id
    assert [one for one in desk.found.families() if copy in one.documents]
    correct.forget(desk.store, "cup.txt", who="نادية")
    assert [one for one in desk.found.families() if copy in one.documents] == []
    assert [one for one in desk.found.reuse() if copy in (one.a.document, one.b.document)] == []
    assert desk.view("copy.txt").document.id == copy
