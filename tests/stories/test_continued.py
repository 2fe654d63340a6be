"""Stories that go on with an earlier one: on invented articles whose names are given."""

from collections.abc import Callable, Mapping

import pytest
from msgspec.structs import replace

from tawatur.records.collection import Collection
from tawatur.records.name import Name, NameType
from tawatur.records.story import Story, story_id
from tawatur.stories import thread

Make = Callable[..., Collection]
FOUND = (
    "العثور على سفينة الفضة في خليج النوارس\nأعلن الغواص مروان الدلاهمة يوم الأحد العثور على سفينة الفضة الغارقة في خليج النوارس."
)
RAISED = "رفع سفينة الفضة من خليج النوارس\nرفع الغواص مروان الدلاهمة وفريقه حطام سفينة الفضة الغارقة إلى رصيف الميناء."
OTHER = "مروان الدلاهمة يفتتح مدرسة للسباحة\nافتتح الغواص مروان الدلاهمة يوم الأحد مدرسة لتعليم السباحة في تالمين."


def told(made: Collection, names: Mapping[str, tuple[str, NameType]]) -> tuple[Collection, list[Story]]:
    """The collection with these names in it, and a story of each article."""
    settled = {}
    for document, text in made.texts.items():
        found = [
            Name(document=document, start=text.index(form), end=text.index(form) + len(form), text=form, type=kind, entity=entity)
            for entity, (form, kind) in names.items()
            if form in text
        ]
        settled[document] = replace(made.settled[document], names=tuple(found))
    whole = Collection(texts=made.texts, articles=made.articles, sentences=made.sentences, settled=settled, reuse=made.reuse)
    days = {name: str(one.publication.published)[:10] for name, one in made.articles.items()}
    return whole, [Story(id=story_id(name), title=None, documents=(name,), date=days[name]) for name in made.texts]


def links(made: Collection, names: Mapping[str, tuple[str, NameType]]) -> list[tuple[str, str]]:
    whole, stories = told(made, names)
    home = {one.id: one.documents[0] for one in stories}
    return [(home[one.story], home[one.earlier]) for one, _ in thread(whole, stories, forms(names)).kept.reasons]


def forms(names: Mapping[str, tuple[str, NameType]]) -> Callable[[str], str]:
    return {entity: form for entity, (form, _) in names.items()}.__getitem__


DIVER: Mapping[str, tuple[str, NameType]] = {"e1": ("مروان الدلاهمة", "person")}


def test_the_same_actor_on_the_same_matter_goes_on_with_the_earlier_story(collection: Make) -> None:
    assert links(collection({"a": ("2018-03-04", FOUND), "b": ("2018-09-20", RAISED)}), DIVER) == [("b", "a")]


def test_the_same_actor_on_another_matter_goes_on_with_nothing(collection: Make) -> None:
    assert links(collection({"a": ("2018-03-04", FOUND), "b": ("2018-09-20", OTHER)}), DIVER) == []


def test_the_same_matter_without_an_actor_in_common_goes_on_with_nothing(collection: Make) -> None:
    assert links(collection({"a": ("2018-03-04", FOUND), "b": ("2018-09-20", RAISED)}), {}) == []


def test_what_is_told_within_two_days_is_no_continuation(collection: Make) -> None:
    assert links(collection({"a": ("2018-03-04", FOUND), "b": ("2018-03-06", RAISED)}), DIVER) == []


@pytest.mark.parametrize("kind", ["country", "place"])
def test_a_country_or_a_place_is_no_actor(collection: Make, kind: NameType) -> None:
    made = collection({"a": ("2018-03-04", FOUND), "b": ("2018-09-20", RAISED)})
    assert links(made, {"e1": ("مروان الدلاهمة", kind)}) == []


def test_a_newspaper_that_both_name_is_no_actor(collection: Make) -> None:
    told_to = {name: text.replace("مروان الدلاهمة", "لصحيفة عكاظ") for name, text in (("a", FOUND), ("b", RAISED))}
    made = collection({"a": ("2018-03-04", told_to["a"]), "b": ("2018-09-20", told_to["b"])})
    assert links(made, {"e1": ("عكاظ", "organization")}) == []


def test_of_two_earlier_stories_the_one_that_has_more_in_common_is_gone_on_with(collection: Make) -> None:
    lost = "أسطورة سفينة الفضة في خليج النوارس\nروى الغواص مروان الدلاهمة في كتاب حكاية من حكايات الجدات."
    made = collection({"a": ("2018-03-04", FOUND), "b": ("2018-01-02", lost), "c": ("2018-09-20", RAISED)})
    assert ("c", "a") in links(made, DIVER)


def test_stories_that_go_on_hang_in_one_thread_with_actors_and_words_as_the_reason(collection: Make) -> None:
    whole, stories = told(collection({"a": ("2018-03-04", FOUND), "b": ("2018-09-20", RAISED)}), DIVER)
    (one,) = thread(whole, stories, forms(DIVER)).threads
    assert len(one.stories) == 2
    assert all("مروان الدلاهمة" in member.reason and "سفينة" in member.reason for member in one.stories)
