import time

import pytest
from tests.settle.invented import entity, joined, why


def test_a_decision_lists_its_features_and_their_sum_and_its_first_mention() -> None:
    text = "قال وزير المال سامي النورس. ثم قال النورس وكرر النورس."
    found = joined({"a": text}, ("a", "سامي النورس", "person"), ("a", "النورس", "person"), ("a", "النورس", "person"))
    (decision,) = entity(found, "a", 1).joined
    assert (decision.form, decision.to) == ("النورس", "سامي النورس")
    assert [feature.name for feature in decision.features] == ["last_word", "only_one", "full_first"]
    assert decision.score == round(sum(feature.weight for feature in decision.features), 2) == 1.2
    assert text[decision.evidence.start : decision.evidence.end] == "النورس"
    assert decision.evidence.start == text.index("النورس", 25)


def test_a_reason_is_told_in_both_languages() -> None:
    found = joined({"a": "سامي النورس والنورس"}, ("a", "سامي النورس", "person"), ("a", "النورس", "person"))
    reasons = [feature.reason for feature in entity(found, "a", 1).joined[0].features]
    assert all(reason.ar and reason.en and reason.ar != reason.en for reason in reasons)


def test_of_two_that_fit_the_one_with_the_same_role_is_meant() -> None:
    text = "قال وزير المال سامي النورس وكتب الشاعر هاني النورس. ثم قال وزير المال النورس."
    found = joined({"a": text}, ("a", "سامي النورس", "person"), ("a", "هاني النورس", "person"), ("a", "النورس", "person"))
    assert entity(found, "a", 2) == entity(found, "a", 0)
    assert {"others_fit", "role_shared"} <= set(why(entity(found, "a", 2), "النورس"))


def test_a_fathers_name_alone_is_not_the_son() -> None:
    text = "حضر ماجد بن راكان. وجاء راكان."
    found = joined({"a": text}, ("a", "ماجد بن راكان", "person"), ("a", "راكان", "person"))
    assert entity(found, "a", 0) != entity(found, "a", 1)


def test_a_name_of_son_and_father_is_no_grandson() -> None:
    found = joined(
        {"a": "راكان بن ماجد ثم راكان بن فارس بن ماجد"},
        ("a", "راكان بن ماجد", "person"),
        ("a", "راكان بن فارس بن ماجد", "person"),
    )
    assert entity(found, "a", 0) != entity(found, "a", 1)


def test_the_sons_in_a_list_are_not_their_namesake() -> None:
    text = "توفي راكان بن ماجد النورس والد راكان وفارس."
    found = joined({"a": text}, ("a", "راكان بن ماجد النورس", "person"), ("a", "راكان", "person"), ("a", "فارس", "person"))
    assert entity(found, "a", 0) != entity(found, "a", 1)


def test_a_surname_of_son_of_is_the_surname() -> None:
    text = "ظهر سامي بن نورس أمس. وقال بن نورس كلاما."
    found = joined({"a": text}, ("a", "سامي بن نورس", "person"), ("a", "بن نورس", "person"))
    assert entity(found, "a", 0) == entity(found, "a", 1)


def test_a_body_is_the_longer_one_that_its_article_begins_with_it() -> None:
    text = "أعلنت الجمعية العلمية لطلبة الدرعان موعدها. وقالت الجمعية العلمية إن الباب مفتوح."
    found = joined({"a": text}, ("a", "الجمعية العلمية لطلبة الدرعان", "organization"), ("a", "الجمعية العلمية", "organization"))
    assert entity(found, "a", 0) == entity(found, "a", 1)
    assert entity(found, "a", 0).name == "الجمعية العلمية لطلبة الدرعان"


def test_a_name_in_brackets_behind_a_body_is_that_body() -> None:
    text = "أعلنت هيئة سكك الدرعان (سدر) موعدها. وقالت سدر إن القطار جاهز."
    found = joined(
        {"a": text}, ("a", "هيئة سكك الدرعان", "organization"), ("a", "سدر", "organization"), ("a", "سدر", "organization")
    )
    assert len(found.entities) == 1
    assert why(found.entities[0], "سدر") == ["brackets"]


@pytest.mark.parametrize("nickname", ["المرجاني", "أبو سدر"])
def test_a_nickname_in_brackets_behind_a_person_is_that_person(nickname: str) -> None:
    text = f"قال سالم النورس ({nickname}) إنه باق. وأضاف {nickname} أنه يقاتل."
    found = joined({"a": text}, ("a", "سالم النورس", "person"), ("a", nickname, "person"), ("a", nickname, "person"))
    assert len(found.entities) == 1


def test_a_full_name_in_brackets_behind_a_person_is_another() -> None:
    text = "خسر سالم النورس (سامي المرجان)."
    found = joined({"a": text}, ("a", "سالم النورس", "person"), ("a", "سامي المرجان", "person"))
    assert len(found.entities) == 2


def test_a_club_in_brackets_behind_a_player_is_not_the_player() -> None:
    found = joined({"a": "سجل سامي النورس (المرجان)"}, ("a", "سامي النورس", "person"), ("a", "المرجان", "organization"))
    assert len(found.entities) == 2


def test_a_head_noun_comes_and_goes_in_one_article() -> None:
    found = joined({"a": "حركة مرجان ومرجان"}, ("a", "حركة مرجان", "organization"), ("a", "مرجان", "organization"))
    assert len(found.entities) == 1


def test_five_thousand_names_of_one_article_take_seconds() -> None:
    letters = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
    full = [f"{a}ام{b}ن {c}ار{d}د" for a in letters[:9] for b in letters[:9] for c in letters[:6] for d in letters[:6]][:2500]
    names = [one for name in full for one in (name, name.split()[1])]
    begun = time.process_time()
    found = joined({"a": " قال ".join(names)}, *(("a", name, "person") for name in names))
    assert time.process_time() - begun < 20  # 3 s on a quiet core
    assert len(found.names["a"]) == 5000
