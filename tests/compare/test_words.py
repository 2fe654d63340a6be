import pytest

from tawatur.compare.named import namer
from tawatur.compare.words import happening, statement, toll
from tawatur.records.article import Article, Publication
from tawatur.records.story import Origin

WIRE = Origin(name="reuters", documents=("a", "b"))
OWN = Origin(name=None, documents=("c",))
NAME = namer({"c": Article(document="c", lines=(), outlet="okaz", publication=Publication(reason="test"))})


def test_an_origin_is_called_by_the_agency_or_outlet_and_not_by_a_key() -> None:
    reason = happening(3, [WIRE, OWN], NAME)
    assert reason.ar == "3 مقالات تعود إلى أصلين مستقلين: رويترز (مقالتان)، عكاظ"
    assert reason.en == "3 articles that go back to 2 independent origins: Reuters (2 articles), Okaz"


def test_a_text_of_several_outlets_that_nobody_credits_has_no_name() -> None:
    assert NAME(Origin(name=None, documents=("x", "y"))).ar == "نص لا ينسب إلى وكالة"


def test_an_agency_that_the_register_does_not_know_keeps_its_key() -> None:
    assert NAME(Origin(name="nowhere", documents=("a",))).en == "nowhere"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (2, "مقالتان تحملان"),
        (3, "3 مقالات تحمل"),
        (10, "10 مقالات تحمل"),
        (11, "11 مقالة تحمل"),
        (100, "100 مقالة تحمل"),
        (105, "105 مقالات تحمل"),
    ],
)
def test_the_counted_noun_and_its_verb_follow_the_number(count: int, words: str) -> None:
    assert statement(count, [WIRE], NAME).ar.startswith(words)


@pytest.mark.parametrize(("count", "words"), [(2, "أصلين مستقلين"), (4, "4 أصول مستقلة"), (12, "12 أصلا مستقلا")])
def test_the_origins_are_counted_in_the_genitive(count: int, words: str) -> None:
    assert f"تعود إلى {words}:" in happening(20, [OWN] * count, NAME).ar


def test_one_origin_of_a_toll_is_counted_in_the_singular() -> None:
    assert "one origin" in toll("killed", 7, 2, [WIRE], NAME).en
