import json
from pathlib import Path

import pytest

from tawatur.access.book import Book, book_path
from tawatur.cli.main import main


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_user_is_added_with_a_token_shown_once_listed_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ("--store", str(tmp_path / "s.sqlite"), "--lang", "en")
    code, out, _ = _run(capsys, "access", "add", "nadia", "--role", "edit", "--json", *store)
    token = json.loads(out)["token"]
    assert code == 0
    book = Book(book_path(tmp_path / "s.sqlite"))
    assert book.bearer(token) == ("nadia", "edit", "token")
    book.close()
    _, out, _ = _run(capsys, "access", "list", *store)
    assert out == "nadia  edit  token\n"
    assert token not in out
    assert _run(capsys, "access", "remove", "nadia", *store)[0] == 0
    assert "There are no users" in _run(capsys, "access", "list", *store)[1]
    assert _run(capsys, "access", "remove", "nadia", *store)[0] == 2


def test_a_server_for_other_machines_is_not_begun_without_users(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tawatur.store.sqlite import Store

    Store(tmp_path / "s.sqlite").close()
    code, _, err = _run(capsys, "serve", "--host", "192.0.2.1", "--store", str(tmp_path / "s.sqlite"), "--lang", "en")
    assert code == 2
    assert "tawatur access add" in err
