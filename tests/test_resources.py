from pathlib import Path

import pytest

from tawatur.records.errors import UsageError
from tawatur.resources import ENVIRONMENT, load, own_entries

_OWN = """
outlets:
  - {key: nahar_valley, ar: [نهار الوادي], en: [Nahar Valley], domains: [nahar-valley.example], country: XX, owner: Valley}
"""


@pytest.fixture(autouse=True)
def _fresh() -> None:
    load.cache_clear()


def test_entries_of_the_users_own_come_before_the_packaged_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(_OWN, encoding="utf-8")
    packaged = load("outlets")["outlets"]
    load.cache_clear()
    monkeypatch.setenv(ENVIRONMENT, str(path))
    assert [entry["key"] for entry in load("outlets")["outlets"]] == ["nahar_valley", *(entry["key"] for entry in packaged)]
    load.cache_clear()


@pytest.mark.parametrize("content", ["- a list", "cities: []", "outlets: [{key: x}]", "outlets: {", "\x00"])
def test_a_register_of_another_form_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        own_entries(path)
    assert error.value.code == "register_malformed"
    assert error.value.values["path"] == path


def test_a_register_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        own_entries(tmp_path / "none.yaml")
    assert error.value.code == "register_malformed"


def test_no_packaged_key_stands_twice() -> None:
    for name in ("outlets", "agencies"):
        keys = [entry["key"] for entry in load(name)[name]]
        assert len(keys) == len(set(keys))
