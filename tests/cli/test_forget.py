"""`tawatur forget` from the command line."""

import json

import pytest
from tests.cli.helpers import Done, Place
from tests.correct.conftest import CUP


@pytest.fixture
def forget(place: Place) -> "Forget":
    """A store of two articles."""
    place.put("cup.txt", CUP.encode())
    place.read()
    return Forget(place)


class Forget:
    """The command on a place's store."""

    def __init__(self, place: Place) -> None:
        self.place = place

    def ask(self, *arguments: str, lang: str = "en") -> Done:
        return self.place.ask("--lang", lang, "forget", *arguments, "--store", str(self.place.store))

    def sources(self) -> set[str]:
        return {row["source"] for row in self.place.exported("documents")}


def test_without_yes_it_is_told_what_would_go_and_nothing_goes(forget: Forget) -> None:
    done = forget.ask("cup.txt")
    assert done.code == 2
    assert "cup.txt" in done.err
    assert "--yes" in done.err
    assert forget.sources() == {"cup.txt", "good.txt"}


def test_with_yes_it_goes_is_listed_and_is_dropped_when_it_is_read_again(forget: Forget) -> None:
    done = forget.ask("cup.txt", "--yes", "--who", "نادية", "--note", "أمر المحكمة 17", "--json")
    [tombstone] = json.loads(done.out)
    assert (tombstone["who"], tombstone["note"]) == ("نادية", "أمر المحكمة 17")
    assert forget.sources() == {"good.txt"}
    listed = forget.ask("--list").words
    assert [part in listed for part in (tombstone["document"], "نادية", "أمر المحكمة 17")] == [True, True, True]
    forget.place.put("cup.txt", CUP.encode() + b"\n")
    again = forget.place.read()
    assert again.code == 3
    assert "tawatur forget" in again.words
    assert forget.sources() == {"good.txt"}
    assert forget.ask(tombstone["document"], "--lift").code == 0
    forget.place.read()
    assert "cup.txt" in forget.sources()


def test_what_cannot_be_forgotten_is_said(forget: Forget) -> None:
    assert "There is no article none.txt" in forget.ask("none.txt", "--yes").err
    assert "--list" in forget.ask().err
    assert "no tombstone of d-1" in forget.ask("d-1", "--lift").err
    assert "لم تُزل أي مقالة" in forget.ask("--list", lang="ar").out
