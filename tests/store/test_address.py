from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.errors import StoreError, TawaturError, UsageError
from tawatur.store.address import Server, place

_WORD = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=4, max_size=20)


def test_a_path_is_a_file_and_an_address_a_database() -> None:
    assert place("news.sqlite") == Path("news.sqlite")
    assert place(Path("news.sqlite")) == Path("news.sqlite")
    found = place("postgresql://nadia@db.example.org:5433/news?sslmode=require")
    assert found == Server("db.example.org", 5433, "news", "nadia", None, (("sslmode", "require"),))
    assert place(found) == found


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://u@h/d",
        "postgresql://u@h:5433/d",
        "postgresql:///d",
        "postgresql://h/d?sslmode=require",
        "postgresql://u@[::1]/d",
    ],
)
def test_an_address_without_a_password_is_told_as_it_is_written(address: str) -> None:
    assert str(place(address)) == address
    assert place(str(place(address))) == place(address)


def test_other_ways_to_begin_an_address_mean_the_same() -> None:
    assert place("postgres://u@h/d") == place("postgresql+psycopg://u@h/d") == place("postgresql://u@h:5432/d")


@pytest.mark.parametrize(
    "address",
    ["postgresql://u:s3cret@h", "postgresql://u:s3cret@h/", "postgresql://u:s3cret@h:port/d", "postgresql://u:s3cret@h/a/b", "postgresql://u:s3cret@[h/d"],
)  # fmt: skip
def test_an_address_that_cannot_be_read_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(UsageError) as error:
        place(address)
    assert error.value.code == "store_address"
    assert "s3cret" not in str(error.value)


@given(_WORD.filter(lambda word: word.strip() == word))
def test_a_password_is_never_told(password: str) -> None:
    from urllib.parse import quote

    hidden = f"«{password}»"
    for address in (f"postgresql://u:{quote(hidden, safe='')}@h/d", f"postgresql://u@h/d?password={quote(hidden, safe='')}"):
        found = place(address)
        assert isinstance(found, Server)
        assert found.password == hidden
        error: TawaturError = StoreError(
            "store_lost", path=found, error=found.hidden(f"no password {hidden} or {quote(hidden, safe='')}")
        )
        for told in (str(found), repr(found), f"{found}", str(error), repr(error)):
            assert hidden not in told
            assert quote(hidden, safe="") not in told


def test_the_environment_may_name_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    from tawatur.store.address import default_place

    monkeypatch.setenv("TAWATUR_STORE", "postgresql://u@h/d")
    assert default_place() == Server("h", 5432, "d", "u")
