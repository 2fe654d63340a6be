import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.settle.invented import entity, named

from tawatur.records.name import NameType
from tawatur.settle.entities import join


def test_a_surname_is_the_one_full_name_of_its_article() -> None:
    texts = {"a": "قال الوزير سامي النورس اليوم. وأضاف النورس أنه متفائل."}
    joined = join(texts, named(texts, ("a", "سامي النورس", "person"), ("a", "النورس", "person")))
    assert entity(joined, "a", 0) == entity(joined, "a", 1)
    assert entity(joined, "a", 1).name == "سامي النورس"


def test_a_surname_of_two_people_stays_alone() -> None:
    texts = {"a": "سامي النورس وهاني النورس والنورس"}
    joined = join(texts, named(texts, ("a", "سامي النورس", "person"), ("a", "هاني النورس", "person"), ("a", "النورس", "person")))
    assert len({n.entity for n in joined.names["a"]}) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الله السالمي", "عبدالله السالمي"),
        ("أحمد الأمين", "احمد الامين"),
        ("إبراهيم غرندايزر", "ابراهيم جراندايزر"),
        ("محمد بن علي الطيار", "محمد علي الطيار"),
        ("فلاديسلاف غورينكو", "فلاديسلاف جورينكو"),
    ],
)
def test_spellings_of_one_full_name_are_one_person(one: str, other: str) -> None:
    texts = {"a": one, "b": other}
    joined = join(texts, named(texts, ("a", one, "person"), ("b", other, "person")))
    assert len(joined.entities) == 1
    assert joined.entities[0].forms == tuple(sorted({one, other}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سالم القرني", "سليم القرني"),
        ("حسن البارودي", "حسين البارودي"),
        ("محمد القرني", "محمد القرون"),
        ("خالد بن فهد", "خالد بن سعود"),
        ("ماجد الكعبي", "مجيد الكعبي"),
    ],
)
def test_two_different_names_are_never_one_person(one: str, other: str) -> None:
    texts = {"a": one, "b": other}
    assert len(join(texts, named(texts, ("a", one, "person"), ("b", other, "person"))).entities) == 2


def test_a_lone_surname_joins_across_articles_only_with_a_shared_role() -> None:
    texts = {
        "a": "قال وزير المالية الزمردي سامي النورس إن النورس راض.",
        "b": "قال وزير المالية الزمردي النورس كلاما.",
        "c": "قال المطرب النورس كلاما.",
    }
    names = named(
        texts, ("a", "سامي النورس", "person"), ("a", "النورس", "person"), ("b", "النورس", "person"), ("c", "النورس", "person")
    )
    joined = join(texts, names)
    assert entity(joined, "b", 0) == entity(joined, "a", 0)
    assert entity(joined, "c", 0) != entity(joined, "a", 0)


def test_roles_point_at_their_words() -> None:
    texts = {"a": "قال وزير المالية الزمردي سامي النورس."}
    joined = join(texts, named(texts, ("a", "سامي النورس", "person")))
    (role,) = entity(joined, "a", 0).roles
    assert role.text == "وزير المالية الزمردي"
    assert texts["a"][role.span.start : role.span.end] == role.text


def test_a_role_before_the_next_name_is_not_the_last_ones() -> None:
    texts = {"a": "حضر سامي النورس، وزير المالية هاني الورد."}
    joined = join(texts, named(texts, ("a", "سامي النورس", "person"), ("a", "هاني الورد", "person")))
    assert entity(joined, "a", 0).roles == ()
    assert [r.text for r in entity(joined, "a", 1).roles] == ["وزير المالية"]


def test_countries_and_bodies_go_by_the_tables() -> None:
    texts = {"a": "سوريا وسورية والناتو وحلف شمال الأطلسي وأميركا والولايات المتحدة"}
    joined = join(
        texts,
        named(
            texts,
            ("a", "سوريا", "country"),
            ("a", "سورية", "country"),
            ("a", "الناتو", "organization"),
            ("a", "حلف شمال الأطلسي", "organization"),
            ("a", "أميركا", "country"),
            ("a", "الولايات المتحدة", "country"),
        ),
    )
    assert {e.name_en for e in joined.entities} == {"Syria", "NATO", "United States"}


def test_spellings_of_an_adjective_of_nation_do_not_part_a_body() -> None:
    texts = {"a": "وزارة الخارجية الأميركية", "b": "وزارة الخارجية الأمريكية"}
    assert len(join(texts, named(texts, *((d, t, "organization") for d, t in texts.items()))).entities) == 1


def test_a_place_is_one_with_its_head_noun_and_without() -> None:
    texts = {"a": "محافظة المرجانة ثم المرجانة"}
    assert len(join(texts, named(texts, ("a", "محافظة المرجانة", "place"), ("a", "المرجانة", "place"))).entities) == 1


NAMES = ["سامي النورس", "النورس", "سامي", "هاني النورس", "عبد الله الورد", "عبدالله الورد", "الورد", "سامي بن فهد النورس"]


@given(
    st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), min_size=1, max_size=5), st.randoms(use_true_random=False)
)
def test_the_order_of_documents_does_not_matter(articles: list[list[str]], shuffled: random.Random) -> None:
    texts = {f"d{i}": " قال ".join(names) for i, names in enumerate(articles)}
    names = named(texts, *((f"d{i}", name, "person") for i, row in enumerate(articles) for name in row))
    keys = list(texts)
    shuffled.shuffle(keys)
    first, second = join(texts, names), join({k: texts[k] for k in keys}, {k: names[k] for k in keys})
    assert first.entities == second.entities
    assert first.names == {k: second.names[k] for k in texts}


def test_every_mention_has_an_entity_that_lists_its_form() -> None:
    texts = {"a": "سامي النورس في اليمن"}
    joined = join(texts, named(texts, ("a", "سامي النورس", "person"), ("a", "اليمن", "country")))
    for at, name in enumerate(joined.names["a"]):
        assert name.text in entity(joined, "a", at).forms


MIXED: list[tuple[str, NameType]] = [
    ("سامي النورس", "person"),
    ("النورس", "person"),
    ("فلاديسلاف غورينكو", "person"),
    ("جورينكو", "person"),
    ("حركة مرجان", "organization"),
    ("مرجان", "organization"),
    ("وزارة الري الأمريكية", "organization"),
    ("وزارة الري", "organization"),
    ("طرابلس", "place"),
    ("محافظة المذنب", "place"),
    ("لبنان", "country"),
    ("المرجان", "place"),
]


@given(
    st.lists(st.lists(st.sampled_from(MIXED), min_size=1, max_size=6), min_size=1, max_size=6), st.randoms(use_true_random=False)
)
def test_every_mention_has_one_entity_of_its_type_in_any_order_of_documents(
    articles: list[list[tuple[str, NameType]]], shuffled: random.Random
) -> None:
    texts = {f"d{i}": " قال ".join(name for name, _ in row) for i, row in enumerate(articles)}
    names = named(texts, *((f"d{i}", name, kind) for i, row in enumerate(articles) for name, kind in row))
    first = join(texts, names)
    by_id = {one.id: one for one in first.entities}
    assert len(by_id) == len(first.entities)
    assert {name.entity for row in first.names.values() for name in row} == set(by_id)
    assert all(by_id[name.entity or ""].type == name.type for row in first.names.values() for name in row)
    assert all(d.score >= 1 and d.form in one.forms for one in first.entities for d in one.joined)
    keys = list(texts)
    shuffled.shuffle(keys)
    assert join({k: texts[k] for k in keys}, {k: names[k] for k in keys}).entities == first.entities
