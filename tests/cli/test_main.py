import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tawatur.cli.main import main
from tawatur.cli.parser import COMMANDS

_ARTICLE = "ارتفاع منسوب البحيرة\n\nنشر في: 12 أيار 2023\n\nقالت وزيرة الري نجوى الصيرمي إن منسوب البحيرة ارتفع أربعين سنتيمترا يوم الخميس.\n"


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TAWATUR_STORE", "TAWATUR_LANG", "TAWATUR_REGISTER", "TAWATUR_RECOGNIZER", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one article."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(_ARTICLE, encoding="utf-8")
    return tmp_path / "in"


@pytest.fixture
def store(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A store that holds the article."""
    path = str(folder.parent / "s.sqlite")
    assert main(["read", str(folder), "--store", path, "--json"]) == 0
    capsys.readouterr()
    return path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("lang", "word"), [("ar", "مثال"), ("en", "Example")])
def test_every_command_has_help_with_an_example_in_both_languages(
    command: str, lang: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", lang, command, "--help"]) == 0
    assert word in capsys.readouterr().out


@pytest.mark.parametrize(("variable", "lang"), [("ar_LB.UTF-8", "ar"), ("en_GB.UTF-8", "en"), ("C", "en")])
def test_the_terminals_language_is_spoken(
    variable: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", variable)
    assert main(["export", "out", "--store", "no such file"]) == 1
    assert ("لا يوجد مخزن" in capsys.readouterr().err) == (lang == "ar")


def test_wrong_use_is_exit_code_2_with_a_word_on_the_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "ar", "read"]) == 2
    said = capsys.readouterr().err
    assert "تنقص هذه المعطيات: WHERE" in said
    assert "tawatur read --help" in said


def test_an_unknown_mapping_is_wrong_use(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--store", str(folder.parent / "s.sqlite"), "--map", "body"]) == 2
    assert "saudinewsnet" in capsys.readouterr().err


def test_reading_with_something_dropped_is_exit_code_3(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_bytes(b"")
    assert main(["read", str(folder), "--store", str(folder.parent / "s.sqlite")]) == 3
    said = capsys.readouterr().out
    assert "empty.txt" in said
    assert "1 new articles" in said


def test_stories_are_listed_for_people_and_for_programs(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", "--store", store]) == 0
    assert "ارتفاع منسوب البحيرة" in capsys.readouterr().out
    assert main(["stories", "--store", store, "--json"]) == 0
    [story] = json.loads(capsys.readouterr().out)
    assert story["title"] == "ارتفاع منسوب البحيرة"
    assert (story["articles"], story["independent_origins"]) == (1, 1)


def test_a_story_is_shown_by_its_id_its_beginning_and_its_number(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["stories", "--store", store, "--json"])
    identity = json.loads(capsys.readouterr().out)[0]["id"]
    shown = []
    for asked in (identity, identity[:6], "1"):
        assert main(["show", asked, "--store", store]) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1] == shown[2]
    assert "نجوى الصيرمي" in shown[0]


def test_an_unknown_story_is_wrong_use(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "y-none", "--store", store]) == 2
    assert "y-none" in capsys.readouterr().err


def test_the_export_says_what_it_wrote(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "out"), "--store", store]) == 0
    assert "1 documents" in capsys.readouterr().out
    assert (tmp_path / "out" / "meta.json").exists()


def test_a_register_is_remembered_by_the_store(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = folder.parent / "mine.yaml"
    register.write_text(
        "outlets: [{key: sada, ar: [صدى الوادي], en: [Sada], domains: [], country: XX, owner: Sada}]", encoding="utf-8"
    )
    row = {"text": _ARTICLE, "outlet": "صدى الوادي"}
    (folder / "b.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    path = str(folder.parent / "s.sqlite")
    command = [sys.executable, "-m", "tawatur.cli.main"]
    done = subprocess.run(
        [*command, "read", str(folder), "--store", path, "--register", str(register)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    shown = subprocess.run([*command, "--lang", "en", "stories", "--store", path], capture_output=True, check=True)
    assert "Sada" in shown.stdout.decode()


def test_a_changed_register_cleans_the_articles_anew(folder: Path) -> None:
    register = folder.parent / "mine.yaml"
    row = {"text": _ARTICLE, "outlet": "صدى الوادي"}
    (folder / "b.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    path = str(folder.parent / "s.sqlite")
    command = [sys.executable, "-m", "tawatur.cli.main"]
    for key in ("first", "second"):
        entry = f"{{key: {key}, ar: [صدى الوادي], en: [Sada], domains: [], country: XX, owner: Sada}}"
        register.write_text(f"outlets: [{entry}]", encoding="utf-8")
        subprocess.run(
            [*command, "read", str(folder), "--store", path, "--register", str(register)], capture_output=True, check=True
        )
        listed = subprocess.run([*command, "stories", "--store", path, "--json"], capture_output=True, check=True)
        assert [story["outlets"] for story in json.loads(listed.stdout)] == [[key]]


def test_a_killed_run_leaves_a_sound_store_and_the_next_one_finishes(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number:03}.txt").write_text(_ARTICLE.replace("أربعين", f"{number}") * 3, encoding="utf-8")
    path = tmp_path / "s.sqlite"
    command = [sys.executable, "-m", "tawatur.cli.main", "read", str(folder), "--store", str(path), "--workers", "1", "--json"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        for _ in range(1000):
            if path.exists() and path.with_name("s.sqlite-wal").exists() and _inputs(path):
                break
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
    kept = _inputs(path)
    assert kept > 0
    done = subprocess.run(command, capture_output=True, check=True)
    report = json.loads(done.stdout)
    assert report["known"] >= kept
    assert report["new"] + report["known"] == 400


def _inputs(path: Path) -> int:
    import sqlite3

    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
            number: int = store.execute("SELECT count(*) FROM inputs").fetchone()[0]
    except sqlite3.OperationalError:  # the tables are not made yet
        return 0
    finally:
        if "store" in locals():
            store.close()
    return number


def test_two_processes_do_not_read_into_one_store(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tawatur.store.connection import writer

    path = folder.parent / "s.sqlite"
    with writer(path):
        assert main(["read", str(folder), "--store", str(path)]) == 1
    assert "Another tawatur" in capsys.readouterr().err


def test_the_command_does_not_load_what_help_does_not_need() -> None:
    code = "import sys; from tawatur.cli.main import main; main(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    heavy = {"lxml", "trafilatura", "rich", "starlette", "uvicorn", "jinja2", "pycrfsuite", "sqlite3", "rapidfuzz"}
    assert heavy & set(eval(done.stderr)) == set()  # noqa: S307


@pytest.mark.skipif(os.name == "nt", reason="pipes of this kind are Unix's")
def test_a_reader_that_goes_away_is_no_error(store: str) -> None:
    command = f"{sys.executable} -m tawatur.cli.main stories --store {store} --json | head -c 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
