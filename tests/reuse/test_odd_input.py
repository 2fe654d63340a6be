"""What newsrooms do not write and readers of files nevertheless meet."""

import time
from collections.abc import Callable

from bench.newsroom import Piece, newsroom

from tawatur.records.article import Article
from tawatur.reuse import Found, Origins
from tawatur.reuse.shares import between, shares

Share = Callable[..., Found]
Make = Callable[..., Article]


def _own(count: int) -> list[Piece]:
    """Articles that have nothing in common."""
    own = (piece for piece in newsroom(20 * count) if piece.mode == "own")
    return [piece for piece, _ in zip(own, range(count), strict=False)]


def test_ten_thousand_copies_of_one_article_cost_their_number(share: Share) -> None:
    text = _own(1)[0].text
    found = share({f"{number:05}": text for number in range(10_000)})
    assert len({(row.a.document, row.b.document) for row in found.pairs}) == 2 * 10_000 - 3
    assert [len(family.documents) for family in found.families] == [10_000]


def test_a_press_review_makes_no_family_of_the_fifty_articles_that_it_contains(share: Share) -> None:
    texts = {piece.key: piece.text for piece in _own(50)}
    found = share({**texts, "review": "\n".join(texts.values())})
    assert {row.a.document for row in found.pairs if row.b.document == "review"} == set(texts)
    assert {family.degree for family in found.families} == {"passage"}


def test_a_press_review_of_excerpts_makes_no_family_of_its_articles(share: Share) -> None:
    texts = {piece.key: piece.text for piece in _own(50)}
    found = share({**texts, "review": "\n".join(line for text in texts.values() for line in text.split("\n")[:3])})
    assert {family.degree for family in found.families} == {"passage"}


def test_a_press_review_makes_no_one_origin_of_its_articles(share: Share, article: Make) -> None:
    texts = {piece.key: piece.text for piece in _own(50)}
    texts["review"] = "\n".join(texts.values())
    found = share(texts)
    made = {name: article(name, text) for name, text in texts.items()}
    origins = Origins(made, found.families, shares(between(made, found.pairs)))
    assert len(origins.independent(name for name in texts if name != "review")) == 50


def test_two_copies_of_a_press_review_are_one_family(share: Share) -> None:
    texts = {piece.key: piece.text for piece in _own(10)}
    review = "\n".join(texts.values())
    found = share({**texts, "review": review, "review again": f"{review}\nنهاية الجولة."})
    assert [family.documents for family in found.families if family.degree == "near_copy"] == [("review", "review again")]


def test_cuts_of_one_wire_stay_one_family(share: Share) -> None:
    lines = next(piece for piece in newsroom(400) if piece.mode == "wire" and piece.text.count("\n") >= 7).text.split("\n")
    cuts = {f"cut{number}": "\n".join(lines[: number + 2]) for number in range(5)}
    found = share({"wire": "\n".join(lines), **cuts})
    assert (("cut0", "cut1", "cut2", "cut3", "cut4", "wire"), "near_copy") in [
        (one.documents, one.degree) for one in found.families
    ]


def test_an_article_of_one_sentence_is_compared_like_any_other(share: Share) -> None:
    (piece,) = _own(1)
    found = share({"long": piece.text, "short": piece.text.split("\n")[1], "word": "عاجل", "empty": ""})
    assert [(row.a.document, row.b.document, row.degree) for row in found.pairs] == [("long", "short", "same")]


def test_a_copy_that_is_dated_before_its_source_takes_nothing_from_the_agency_that_the_source_credits(share: Share) -> None:
    text = _own(1)[0].text
    days = {"copy": "2023-05-11", "source": "2023-05-13"}
    credited = share({"copy": text, "source": text}, days, agencies={"source": "reuters"})
    assert {row.direction for row in credited.pairs} == {None}  # credit and clock say two things
    assert [one.degree for one in credited.families] == ["near_copy"]


def test_a_copy_whose_clock_is_years_off_is_still_a_near_copy_and_no_template(share: Share) -> None:
    text = _own(1)[0].text
    found = share({"copy": text, "source": text}, {"copy": "1970-01-01", "source": "2023-05-13"})
    assert {row.template for row in found.pairs} == {False}
    assert [one.degree for one in found.families] == ["near_copy"]


def test_texts_of_one_word_are_no_reuse_and_cost_no_square(share: Share) -> None:
    started = time.process_time()
    words = {"a": "خبر " * 60, "b": "خبر " * 61, "long": "خبر " * 250_000}  # the last is of 1 MB
    found = share(words)
    assert {row.template for row in found.pairs} <= {False}
    assert time.process_time() - started < 60
