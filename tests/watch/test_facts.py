"""Under which keys a fact is known, so that it is told once."""

from tawatur.records.finding import Finding, Reason, Side
from tawatur.records.story import Origin, Story
from tawatur.watch.facts import _finding, _origins

_WORDS = Reason(ar="", en="")


def _story(identity: str, *documents: str, origins: tuple[Origin, ...] = ()) -> Story:
    return Story(id=identity, title=None, documents=documents, origins=origins)


def _conflict(*sides: tuple[str, str]) -> Finding:
    found = tuple(Side(document=document, start=0, end=1, text=value, value=value) for document, value in sides)
    return Finding(id="f", kind="conflict", aspect="number", about="killed", sides=found, documents=2, origins=(), reason=_WORDS)


def test_a_conflict_of_the_same_articles_in_another_story_is_the_same() -> None:
    before = _finding(_conflict(("d-1", "8"), ("d-2", "21")), _story("y-1", "d-1", "d-2"))
    after = _finding(_conflict(("d-1", "8"), ("d-3", "21")), _story("y-2", "d-1", "d-3"))
    assert set(before.keys) & set(after.keys)


def test_another_conflict_of_the_same_articles_is_another() -> None:
    before = _finding(_conflict(("d-1", "8"), ("d-2", "21")), _story("y-1", "d-1", "d-2"))
    after = _finding(_conflict(("d-1", "8"), ("d-2", "22")), _story("y-1", "d-1", "d-2"))
    assert not set(before.keys) & set(after.keys)


def test_an_origin_of_the_same_article_in_another_story_is_the_same() -> None:
    wire, own = Origin(name="wire", documents=("d-1",)), Origin(name=None, documents=("d-2", "d-3"))
    (before,) = _origins(_story("y-1", "d-1", "d-2", "d-3", origins=(wire, own)))
    (after,) = _origins(_story("y-2", "d-1", "d-3", origins=(wire, Origin(name=None, documents=("d-3",)))))
    assert set(before.keys) & set(after.keys)
