import fnmatch
import tomllib
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_PACKAGE = _ROOT / "src" / "tawatur"


def test_every_file_of_the_package_goes_into_the_wheel() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = [pattern.removeprefix("**/") for pattern in project["tool"]["setuptools"]["package-data"]["tawatur"]]
    data = [path for path in _PACKAGE.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")]
    assert data
    assert [str(path) for path in data if not any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns)] == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in _PACKAGE.rglob("*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_text_names_the_machine_it_was_written_on() -> None:
    named = []
    for path in _ROOT.rglob("*"):
        parts = path.relative_to(_ROOT).parts
        if (
            path.suffix in (".py", ".md", ".yaml", ".toml", ".html", ".js", ".css", ".lock")
            and not parts[0].startswith(".")
            and "demo" not in parts
        ):
            text = path.read_text(encoding="utf-8", errors="replace")  # a page of the tests is in cp1256
            if path != Path(__file__) and ("/work/" in text or "/root/" in text):
                named.append(str(path))
    assert named == []
