from tawatur.compare.tolls import tolls
from tawatur.records.figure import Figure, FigureKind
from tawatur.records.sentence import Sentence


def sentence(start: int, end: int, kind: str = "body") -> Sentence:
    return Sentence(id=f"s{start}", document="a", start=start, end=end, kind="title" if kind == "title" else "body")


def figure(start: int, value: float, kind: FigureKind = "killed") -> Figure:
    return Figure(document="a", start=start, end=start + 2, text="", least=value, most=value, kind=kind)


def test_a_toll_is_given_with_its_sentence_and_the_order_of_that_in_the_prose() -> None:
    cut = [sentence(0, 10, "title"), sentence(11, 30), sentence(31, 60)]
    found = tolls([figure(2, 5), figure(40, 5)], cut)
    assert [(one.sentence.start, one.order) for one in found] == [(0, -1), (31, 1)]


def test_figures_of_things_are_no_tolls() -> None:
    assert tolls([figure(2, 5, "unit"), figure(4, 6, "count")], [sentence(0, 10)]) == []


def test_so_many_people_are_no_toll_of_one_happening() -> None:
    assert tolls([figure(2, 250_000)], [sentence(0, 10)]) == []
