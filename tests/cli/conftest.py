"""What tests of the command share: an environment that says nothing, and a place to read."""

from pathlib import Path

import pytest
from tests.cli.helpers import ARTICLE, Ask, Done, Place
from tests.ingest.conftest import site as site

from tawatur.cli.main import main


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable names a store, a register or a language, and none that a command sets stays."""
    for name in ("TAWATUR_STORE", "TAWATUR_LANG", "TAWATUR_REGISTER", "TAWATUR_RECOGNIZER", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "")  # so that it is put back to what it was before
        monkeypatch.delenv(name)


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Give a command line to the program, in this process."""

    def command(*arguments: str) -> Done:
        capsys.readouterr()
        code = main(list(arguments))
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command


@pytest.fixture
def place(tmp_path: Path, ask: Ask) -> Place:
    """A folder with one good article."""
    made = Place(tmp_path / "in", tmp_path / "s.sqlite", ask)
    made.folder.mkdir()
    made.put("good.txt", ARTICLE.encode())
    return made
