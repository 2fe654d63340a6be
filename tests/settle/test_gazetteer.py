import pytest
from tests.settle.invented import Call, entity, joined

from tawatur.settle.gazetteer import country_id, town


@pytest.mark.parametrize(("name", "identity"), [("الرياض", 108410), ("موسكو", 524901), ("واشنطن", 4140963), ("تل ابيب", 293397)])
def test_a_capital_or_large_town_is_known_by_its_name(name: str, identity: int) -> None:
    found = town(name)
    assert found is not None
    assert found.id == identity


def test_of_two_towns_of_one_name_the_article_says_which() -> None:
    libya, lebanon = town("طرابلس", {"LY"}), town("طرابلس", {"LB"})
    assert libya is not None
    assert lebanon is not None
    assert (libya.country, lebanon.country) == ("LY", "LB")


def test_a_small_town_is_known_only_where_its_country_is_named() -> None:
    assert town("المذنب") is None
    assert town("المذنب", {"SA"}) is not None
    assert town("المذنب", {"FR"}) is None


def test_a_name_that_no_town_has_is_none() -> None:
    assert town("المرجانة الزمردية") is None


def test_every_country_of_iso_3166_has_its_id() -> None:
    assert (country_id("SA"), country_id("SY"), country_id("GB-ENG")) == (102358, 163843, None)


def test_countries_and_capitals_have_identifiers_and_english_names() -> None:
    found = joined({"a": "السعودية ثم الرياض"}, ("a", "السعودية", "country"), ("a", "الرياض", "place"))
    country, capital = entity(found, "a", 0), entity(found, "a", 1)
    assert (country.name_en, country.same_as) == ("Saudi Arabia", ("iso:SA", "geonames:102358"))
    assert (capital.name_en, capital.same_as) == ("Riyadh", ("geonames:108410",))


def test_a_person_or_body_of_a_towns_name_gets_no_identifier() -> None:
    found = joined({"a": "صحيفة الرياض ثم الرياض"}, ("a", "الرياض", "organization"), ("a", "الرياض", "person"))
    assert [one.same_as for one in found.entities] == [(), ()]


def test_towns_of_one_name_in_two_countries_are_two() -> None:
    texts = {"a": "طرابلس في لبنان", "b": "طرابلس في ليبيا"}
    found = joined(
        texts, ("a", "طرابلس", "place"), ("a", "لبنان", "country"), ("b", "طرابلس", "place"), ("b", "ليبيا", "country")
    )
    assert entity(found, "a", 0) != entity(found, "b", 0)


def test_names_of_one_town_in_the_table_are_one() -> None:
    found = joined({"a": "إسطنبول", "b": "استانبول"}, ("a", "إسطنبول", "place"), ("b", "استانبول", "place"))
    assert len(found.entities) == 1
    assert {f.name for d in found.entities[0].joined for f in d.features} == {"table"}


def test_a_state_of_the_usa_is_not_the_town_of_its_name() -> None:
    text = "ولاية واشنطن ثم واشنطن في الولايات المتحدة"
    calls: list[Call] = [("a", "ولاية واشنطن", "place"), ("a", "واشنطن", "place"), ("a", "الولايات المتحدة", "country")]
    found = joined({"a": text}, *calls)
    assert entity(found, "a", 0).same_as == ()
    assert entity(found, "a", 1).same_as == ("geonames:4140963",)
    assert town("فلوريدا", {"US", "UY"}) is None
