import re
from importlib.resources import files

import pytest

from tawatur.report.messages import messages
from tawatur.resources import load

_SECTIONS = sorted(
    {f.name.split(".")[0] for f in files("tawatur.resources").joinpath("messages").iterdir() if f.name.endswith(".yaml")}
)
_PLACE = re.compile(r"\{(\w+)\}")


def _places(text: object) -> set[str]:
    return set(_PLACE.findall(str(text)))


@pytest.mark.parametrize("section", _SECTIONS)
def test_both_languages_have_the_same_messages_with_the_same_places(section: str) -> None:
    ar, en = (load(f"messages/{section}.{lang}") for lang in ("ar", "en"))
    assert set(ar) == set(en)
    assert {key for key in ar if _places(ar[key]) != _places(en[key])} == set()


def test_every_error_code_of_the_program_has_its_words() -> None:
    import tawatur

    codes = set()
    for path in sorted(__import__("pathlib").Path(tawatur.__path__[0]).rglob("*.py")):
        codes |= set(
            re.findall(r"(?:StoreError|FailedError|UsageError|TawaturError)\(\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
        )
    assert codes - {"wrong_use"} <= messages("errors", "en").keys()
    assert "store_missing" in codes
