from typing import Any

import msgspec

from tawatur.records.reuse import Reuse
from tawatur.records.span import Span
from tawatur.report.carriers import branches


def _drawn(library: Any, view: Any) -> list[list[tuple[str, int]]]:
    names = {identity: key for key, identity in library.ids.items()}
    return [[(names[c.view.document.id], c.depth) for c in branch.carriers] for branch in branches(view)]


def test_copies_stand_under_the_article_that_they_copied(library: Any, view: Any) -> None:
    first, second = _drawn(library, view)
    assert first[0] == ("wire", 0)
    assert sorted(first[1:4]) == [("paper", 1), ("radio", 1), ("site", 1)]
    assert first[4:] == [("blog", 0)]
    assert second == [("own", 0)]


def test_a_copy_says_how_many_of_its_sentences_come_from_where(library: Any, view: Any) -> None:
    carriers = {c.view.document.id: c for branch in branches(view) for c in branch.carriers}
    tie = carriers[library.ids["site"]].tie
    assert tie
    assert (tie.kind, tie.document, tie.shared, tie.of) == ("copied", library.ids["wire"], 3, 3)


def test_words_taken_from_another_origin_are_told_and_not_drawn(library: Any, view: Any) -> None:
    own = branches(view)[1].carriers[0]
    assert own.tie is None
    assert [(tie.document, tie.shared) for tie in own.others] == [(library.ids["wire"], 1)]


def test_articles_that_seem_to_copy_each_other_are_each_drawn_once(library: Any, view: Any) -> None:
    spans = [Span(document=library.ids[key], start=40, end=50) for key in ("paper", "site", "radio")]
    circle = [
        Reuse(a=one, b=two, score=1.0, degree="same", run=1, direction="a_from_b")
        for one, two in zip(spans, [*spans[1:], spans[0]], strict=True)
    ]
    drawn = _drawn(library, msgspec.structs.replace(view, reuse=tuple(circle)))
    assert sorted(name for branch in drawn for name, _ in branch) == ["blog", "own", "paper", "radio", "site", "wire"]


def test_an_article_that_no_origin_holds_stands_for_itself(library: Any, view: Any) -> None:
    story = msgspec.structs.replace(view.story, origins=view.story.origins[:1])
    assert _drawn(library, msgspec.structs.replace(view, story=story)) == _drawn(library, view)
