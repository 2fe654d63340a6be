from collections.abc import Callable, Sequence

import msgspec
import pytest

from tawatur.records.collection import Collection
from tawatur.records.name import Name, NameType
from tawatur.records.span import Span
from tawatur.stories.scene import place

Make = Callable[..., Collection]
LEAD = "حريق في السوق\nالتهم حريق متجر سالم تالمين في {} فجر الأربعاء، وتتابعه كورينا."


def named(
    made: Collection, names: dict[str, Sequence[tuple[str, NameType]]], dateline: dict[str, str] | None = None
) -> Collection:
    """The collection with these names found in its texts, each its own entity, and with datelines."""
    settled, articles = dict(made.settled), dict(made.articles)
    for document, rows in names.items():
        text = made.texts[document]
        found = tuple(
            Name(document=document, start=text.index(word), end=text.index(word) + len(word), text=word, type=kind, entity=word)
            for word, kind in rows
        )
        settled[document] = msgspec.structs.replace(settled[document], names=found)
    for document, word in (dateline or {}).items():
        at = made.texts[document].index(word)
        span = Span(document=document, start=at, end=at + len(word))
        articles[document] = msgspec.structs.replace(articles[document], dateline_place=span)
    return Collection(texts=made.texts, articles=articles, sentences=made.sentences, settled=settled)


@pytest.mark.parametrize("where", ["مدينة برهون", "شمال محافظة برهون", "برهون"])
def test_a_story_happened_where_its_lead_says_in(collection: Make, where: str) -> None:
    made = named(
        collection({"a": ("2018-03-07", LEAD.format(where))}),
        {"a": [("تالمين", "place"), ("برهون", "place"), ("كورينا", "country")]},
    )
    assert place(made, ["a"]) == "برهون"


def test_a_place_after_a_clitic_counts_and_one_after_another_clitic_does_not(collection: Make) -> None:
    for word, found in (("ببرهون", "برهون"), ("لبرهون", None)):
        made = collection({"a": ("2018-03-07", f"حريق\nشب حريق كبير {word} فجر الأربعاء.")})
        assert place(named(made, {"a": [("برهون", "place")]}), ["a"]) == found


def test_a_person_is_no_place_and_a_place_only_mentioned_is_not_where_it_happened(collection: Make) -> None:
    made = collection({"a": ("2018-03-07", LEAD.format("المساء"))})
    assert place(named(made, {"a": [("سالم تالمين", "person"), ("كورينا", "country")]}), ["a"]) is None


def test_the_dateline_comes_before_the_lead(collection: Make) -> None:
    made = collection({"a": ("2018-03-07", LEAD.format("برهون") + "\nمرسى")})
    assert place(named(made, {"a": [("برهون", "place"), ("مرسى", "place")]}, {"a": "مرسى"}), ["a"]) == "مرسى"


def test_a_place_that_fewer_than_half_name_is_none(collection: Make) -> None:
    words = {"a": "برهون", "b": "مرسى", "c": "القناطر"}
    made = collection({name: ("2018-03-07", LEAD.format(word)) for name, word in words.items()})
    found = named(made, {name: [(word, "place")] for name, word in words.items()})
    assert place(found, ["a", "b", "c"]) is None
    assert place(found, ["a", "b"]) == "برهون"
