import pytest
from tests.settle.invented import Call, entity, joined, why

from tawatur.records.name import NameType
from tawatur.settle.entities import Joined


def _articles(many: int, full: str, short: str, kind: NameType = "person", *, last: str = "") -> Joined:
    """Articles that tie a short name to a full one, and a last one, `z`, that has the short one alone."""
    texts = {f"d{n:02}": f"حضر {full} ثم قال {short} كلاما" for n in range(many)} | {"z": f"قال {last}{short} كلاما"}
    calls: list[Call] = [(d, name, kind) for d in texts if d != "z" for name in (full, short)]
    return joined(texts, *calls, ("z", short, kind))


def test_a_foreign_surname_is_the_one_that_three_articles_tie_it_to() -> None:
    found = _articles(3, "فلاديسلاف غورينكو", "غورينكو")
    assert entity(found, "z", 0) == entity(found, "d00", 0)
    assert why(entity(_articles(3, "فلاديسلاف غورينكو", "غورينكو"), "z", 0), "غورينكو")


def test_an_arabic_surname_needs_a_role_or_ten_articles() -> None:
    assert entity(_articles(3, "سامي الغامدي", "الغامدي"), "z", 0).name == "الغامدي"
    role = "وزير المالية الزمردي "
    found = _articles(3, f"{role}سامي الغامدي", "الغامدي", last=role)
    assert found.names["z"][0].text == "الغامدي"
    known = _articles(10, "سامي الغامدي", "الغامدي")
    assert entity(known, "z", 0) == entity(known, "d00", 0)


def test_a_surname_that_articles_give_to_two_people_stays_alone() -> None:
    texts = {f"d{n}": f"حضر {'سامي' if n % 2 else 'هاني'} غورينكو ثم قال غورينكو كلاما" for n in range(8)} | {"z": "قال غورينكو"}
    calls: list[Call] = []
    for n in range(8):
        calls += [(f"d{n}", f"{'سامي' if n % 2 else 'هاني'} غورينكو", "person"), (f"d{n}", "غورينكو", "person")]
    found = joined(texts, *calls, ("z", "غورينكو", "person"))
    assert entity(found, "z", 0).forms == ("غورينكو",)


@pytest.mark.parametrize("name", ["الغامدي", "أم سالم", "خالد"])
def test_a_lone_name_that_many_bear_is_another_in_every_article(name: str) -> None:
    found = joined({"a": f"قال {name}", "b": f"قال {name}"}, ("a", name, "person"), ("b", name, "person"))
    assert len(found.entities) == 2


def test_a_lone_name_that_few_bear_is_one_in_all_articles() -> None:
    found = joined({"a": "قال غورينكو", "b": "قال غورينكو"}, ("a", "غورينكو", "person"), ("b", "غورينكو", "person"))
    assert len(found.entities) == 1


def test_a_name_with_a_word_too_many_does_not_draw_the_others_to_itself() -> None:
    role = "وزير المالية الزمردي "
    texts = {f"d{n}": f"قال {role}سامي النورس كلاما" for n in range(6)}
    texts["z"] = f"قال {role}سامي النورس المرجان ثم سامي النورس"
    calls: list[Call] = [(f"d{n}", "سامي النورس", "person") for n in range(6)]
    found = joined(texts, *calls, ("z", "سامي النورس المرجان", "person"), ("z", "سامي النورس", "person"))
    assert len(found.entities) == 1
    assert found.entities[0].name == "سامي النورس"
    assert "longer_once" in why(found.entities[0], "سامي النورس المرجان")


def test_names_that_differ_by_the_article_alone_are_two_until_a_role_says_otherwise() -> None:
    apart = joined({"a": "سامي العمران", "b": "سامي عمران"}, ("a", "سامي العمران", "person"), ("b", "سامي عمران", "person"))
    assert len(apart.entities) == 2
    role = "وزير المالية الزمردي "
    texts = {"a": f"{role}سامي العمران", "b": f"{role}سامي عمران"}
    assert len(joined(texts, ("a", "سامي العمران", "person"), ("b", "سامي عمران", "person")).entities) == 1


def test_a_long_foreign_name_that_differs_in_three_places_needs_a_role() -> None:
    one, other = "ميخائيل غورباتشوف", "ميخائيل جورباتشيف"
    assert len(joined({"a": one, "b": other}, ("a", one, "person"), ("b", other, "person")).entities) == 2
    role = "رئيس الاتحاد الزمردي "
    assert len(joined({"a": role + one, "b": role + other}, ("a", one, "person"), ("b", other, "person")).entities) == 1


def test_a_town_written_in_two_ways_is_one() -> None:
    found = joined({"a": "بيتيغهايم", "b": "بيتيجهايم"}, ("a", "بيتيغهايم", "place"), ("b", "بيتيجهايم", "place"))
    assert len(found.entities) == 1


def test_bodies_whose_words_the_language_has_are_two() -> None:
    texts = {"a": "مجلس القبائل", "b": "مجالس القبائل"}
    assert len(joined(texts, ("a", "مجلس القبائل", "organization"), ("b", "مجالس القبائل", "organization")).entities) == 2
