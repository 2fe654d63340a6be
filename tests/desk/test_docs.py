import doctest
from pathlib import Path

from tests.correct.conftest import FOURTEEN, NINE

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "python.md"


def test_the_examples_of_the_page_on_python_give_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, text in {"nine.txt": NINE, "fourteen.txt": FOURTEEN}.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    failed, tried = doctest.testfile(str(_PAGE), module_relative=False, globs={"folder": tmp_path}, encoding="utf-8")
    assert (failed, tried > 8) == (0, True)
