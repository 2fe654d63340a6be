import random
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.records.name import Entity, Name, NameType
from tawatur.records.quote import Cue, Quote
from tawatur.settle.entities import Joined, join, speakers

Joining = Callable[..., Joined]


def named(texts: Mapping[str, str], *names: tuple[str, str, NameType]) -> dict[str, list[Name]]:
    """Names by document: each where its words stand first after the one before."""
    found: dict[str, list[Name]] = {d: [] for d in texts}
    for document, words, kind in names:
        start = texts[document].index(words, found[document][-1].end if found[document] else 0)
        found[document].append(Name(document=document, start=start, end=start + len(words), text=words, type=kind))
    return found


def entity(joined: Joined, document: str, at: int) -> Entity:
    """The entity of a document's mention."""
    by_id = {e.id: e for e in joined.entities}
    return by_id[joined.names[document][at].entity or ""]


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


def said(text: str, speaker: str, **more: object) -> Quote:
    """A statement by a speaker whose words stand in the text."""
    start = text.index(speaker)
    cue = Cue(start=0, end=3, text=text[:3])
    given = {
        "speaker_name": speaker,
        "speaker_text": speaker,
        "speaker_start": start,
        "speaker_end": start + len(speaker),
        **more,
    }
    return Quote(id="q", document="a", start=0, end=3, text=text[:3], kind="indirect", cue=cue, **given)  # type: ignore[arg-type]


def test_a_named_speaker_is_the_mention_at_its_place() -> None:
    texts = {"a": "قال سامي النورس إنه راض."}
    joined = join(texts, named(texts, ("a", "سامي النورس", "person")))
    (quote,) = speakers({"a": [said(texts["a"], "سامي النورس")]}, joined)["a"]
    assert quote.speaker == entity(joined, "a", 0).id


def test_an_office_is_a_person_only_where_the_article_ties_them() -> None:
    tied = {"a": "قال الرئيس الزمردي كلاما. وكان الرئيس الزمردي سامي النورس قد وصل."}
    joined = join(tied, named(tied, ("a", "سامي النورس", "person")))
    assert "الزمردي" in entity(joined, "a", 0).roles[0].text
    (quote,) = speakers({"a": [said(tied["a"], "الرئيس الزمردي", speaker_kind="office")]}, joined)["a"]
    assert quote.speaker == entity(joined, "a", 0).id
    loose = {"a": "قال الرئيس الزمردي كلاما. وكان سامي النورس قد وصل."}
    joined = join(loose, named(loose, ("a", "سامي النورس", "person")))
    (quote,) = speakers({"a": [said(loose["a"], "الرئيس الزمردي", speaker_kind="office")]}, joined)["a"]
    assert quote.speaker is None


def test_an_unnamed_speaker_has_no_entity() -> None:
    texts = {"a": "قال مسؤول في اليمن كلاما."}
    joined = join(texts, named(texts, ("a", "اليمن", "country")))
    (quote,) = speakers({"a": [said(texts["a"], "مسؤول في اليمن", speaker_kind="unnamed")]}, joined)["a"]
    assert quote.speaker is None
