from typing import Any

from tawatur.records.reuse import Direction, Reuse
from tawatur.records.span import Span
from tawatur.records.wire import Wires
from tawatur.reuse.wires import Printed, wires


def page(document: str, publisher: str | None, *credits: str, **more: Any) -> Printed:
    """An article of two sentences of a hundred letters."""
    given: dict[str, Any] = {
        "outlet": publisher,
        "day": "2023-05-12",
        "unnamed": False,
        "named": frozenset(),
        "parts": (),
        "sentences": ((0, 100), (100, 200)),
    }
    return Printed(document=document, publisher=publisher, credits=credits, **given | more)


def same(a: str, b: str, start: int = 0, direction: Direction | None = None, score: float = 1.0) -> Reuse:
    sides = [Span(document=one, start=start, end=start + 100) for one in (a, b)]
    return Reuse(a=sides[0], b=sides[1], score=score, degree="same", run=1, direction=direction)


def told(graph: Wires) -> set[tuple[str, str | None, int]]:
    return {(one.source, one.publisher, one.letters) for one in graph.wires}


def test_all_prose_of_a_credited_article_is_the_agencys() -> None:
    graph = wires([page("a", "harbor", "afp")], [])
    [wire] = graph.wires
    assert (wire.kind, wire.source, wire.publisher, wire.letters, wire.share) == ("agency", "afp", "harbor", 200, 1.0)
    assert (wire.credited, wire.named, wire.silent) == (1, 0, 0)


def test_text_that_stands_in_a_credited_article_is_the_agencys_where_nobody_says_so() -> None:
    graph = wires([page("a", "harbor", "afp"), page("b", "lamp")], [same("a", "b")])
    [silent] = [one for one in graph.wires if one.publisher == "lamp"]
    assert (silent.letters, silent.share, silent.silent) == (100, 0.5, 1)


def test_an_agency_named_for_a_fact_is_told_from_one_passed_over_in_silence() -> None:
    graph = wires([page("a", "harbor", "afp"), page("b", "lamp", named=frozenset({"afp"}))], [same("a", "b")])
    [named] = [one for one in graph.wires if one.publisher == "lamp"]
    assert (named.named, named.silent) == (1, 0)


def test_a_sentence_that_two_agencies_claim_is_given_to_nobody() -> None:
    pages = [page("a", "harbor", "afp"), page("b", "lamp", "dpa"), page("c", "mast")]
    assert not any(publisher == "mast" for _, publisher, _ in told(wires(pages, [same("a", "c"), same("b", "c")])))


def test_an_article_of_two_agencies_gives_each_paragraph_to_its_own() -> None:
    parted = page("a", "harbor", "afp", "dpa", parts=((0, 100, "afp"), (100, 200, "dpa")))
    assert told(wires([parted], [])) == {("afp", "harbor", 100), ("dpa", "harbor", 100)}


def test_text_of_no_agency_is_the_earlier_publishers_where_the_direction_is_known() -> None:
    pages = [page("a", "harbor"), page("b", "lamp")]
    [wire] = wires(pages, [same("a", "b", direction="b_from_a", score=0.5)]).wires
    assert (wire.kind, wire.source, wire.publisher, wire.letters, wire.credited) == ("publisher", "harbor", "lamp", 50, None)
    assert not wires(pages, [same("a", "b")]).wires


def test_outlets_of_one_owner_carry_nothing_of_each_other() -> None:
    pages = [page("a", "harbor", outlet="harbor"), page("b", "harbor", outlet="harbor-sport")]
    assert not wires(pages, [same("a", "b", direction="b_from_a")]).wires


def test_a_period_leaves_out_other_days_and_counts_what_has_none() -> None:
    pages = [page("a", "harbor", "afp"), page("b", "harbor", "afp", day="2023-05-13"), page("c", "harbor", "afp", day=None)]
    graph = wires(pages, [], since="2023-05-13", until="2023-05-13")
    assert (graph.articles, graph.undated, told(graph)) == (1, 1, {("afp", "harbor", 200)})
    assert wires(pages, []).articles == 3


def test_standing_paragraphs_carry_no_source() -> None:
    from msgspec.structs import replace

    pages = [page("a", "harbor", "afp"), page("b", "lamp")]
    assert told(wires(pages, [replace(same("a", "b"), template=True)])) == {("afp", "harbor", 200)}
