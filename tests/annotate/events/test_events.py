"""What a deed's fields say, and that odd input breaks nothing."""

import pytest
from bench.plain import all_body
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.events.reading import deeds
from tests.annotate.steps import calls

from tawatur.annotate import events, sentences
from tawatur.annotate.events.codes import code, sector, stands_for_state
from tawatur.annotate.events.lexicon import ROOTS, triggers
from tawatur.annotate.events.weigh import weight
from tawatur.arabic.fold import fold
from tawatur.records.name import Name

_PIECES = [
    "قصف", "قتل", "الجيش", "السوري", "ثلاثة", "جنود", "في", "غارة", "،", ".", "أن", "التي", "شنتها", "روسيا", "على", "«", "»", "لم", "وقد",
    "تظاهر", "مئات", "الطلاب", "أمس", "بقذائف", "هدد", "بفرض", "عقوبات", "\n", "قُتِلَ", "3", "(", "بين", "ونظيره", "التقى", "من",
]  # fmt: skip


def test_a_day_and_a_place_of_the_clause_go_with_the_deed() -> None:
    text = "اعتقلت الشرطة ناشطا في طنجة يوم الثلاثاء."
    (deed,) = deeds(text)
    assert deed.time is not None
    assert text[deed.time.start : deed.time.end] == "يوم الثلاثاء"
    assert deed.place is not None
    assert text[deed.place.start : deed.place.end] == "طنجة"


def test_the_day_of_saying_is_not_the_day_of_the_deed() -> None:
    found = [deed for deed in deeds("قالت الوزارة الخميس إن مسلحين خطفوا مهندسا.") if deed.type == "ASSAULT"]
    assert [deed.time for deed in found] == [None]


def test_a_deed_in_a_statement_says_whose_it_is() -> None:
    inside = deeds("قال وزير الدفاع إن مسلحين هاجموا القاعدة.")
    assert [deed.said_by is not None for deed in inside] == [True]
    assert [deed.said_by for deed in deeds("هاجم مسلحون القاعدة.")] == [None]


def test_the_first_person_of_one_who_speaks_for_a_state_is_the_state() -> None:
    said = 'وقال متحدث باسم وزارة الخارجية الألمانية أمس "نحث أنقرة على ضبط النفس، ونأمل بحل قريب".'
    (deed,) = [deed for deed in deeds(said) if deed.type == "REQUEST"]
    assert [(party.country, party.of_state) for party in deed.actors] == [("DE", True)]


def test_parties_that_and_joins_are_told_apart() -> None:
    (deed,) = deeds("اتفقت فرنسا وألمانيا على تمديد المهلة.")
    assert [party.text for party in (*deed.actors, *deed.recipients)] == ["فرنسا", "ألمانيا"]


def test_vowel_marks_tell_the_passive() -> None:
    assert [deed.recipients[0].text for deed in deeds("قُتِلَ الحارس.")] == ["الحارس"]
    assert [deed.actors[0].text for deed in deeds("قَتَلَ الحارس لصا.")] == ["الحارس"]


def test_a_verb_that_a_persons_name_was_made_to_swallow_is_read() -> None:
    text = "سيارة متوقفة أمام مدرسة صلاح الدين انفجرت صباحا."
    article = all_body(text)
    start = text.index("صلاح")
    end = text.index(" صباحا")
    name = Name(document=article.document, start=start, end=end, text=text[start:end], type="person")
    found = events.annotate(text, article, sentences.split(text, article), [name], [], [])
    assert [(deed.type, deed.text) for deed in found] == [("ASSAULT", "انفجرت")]


def test_words_of_a_sentence_that_are_common_and_no_names_are_features() -> None:
    text = "قصف الجيش مدرسة في دمشق."
    article = all_body(text)
    start = text.index("دمشق")
    name = Name(document=article.document, start=start, end=start + 4, text="دمشق", type="place")
    shown = events.readings(text, article, sentences.split(text, article), [name], [], [])[0][1]
    assert "common مدرسه" in shown
    assert not any("دمشق" in feature for feature in shown)


def test_marked_words_are_read_as_unmarked_ones() -> None:
    marked, plain = deeds("قَصَفَتِ الطائراتُ المدينةَ أمسِ."), deeds("قصفت الطائرات المدينة أمس.")
    assert [(deed.type, deed.status) for deed in marked] == [(deed.type, deed.status) for deed in plain]


@pytest.mark.parametrize(
    "text", ["", "قتل", "هجوم", "قصف قصف قصف", "،،،", "«", "(قتل", "وقتلوا", "التي قتلت", "hello world", "3 4 5"]
)
def test_a_word_or_less_breaks_nothing(text: str) -> None:
    assert all(deed.type in ROOTS for deed in deeds(text))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_every_span_goes_back_to_its_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for deed in deeds(text):
        assert text[deed.start : deed.end] == deed.text
        assert deed.sentence.start <= deed.start < deed.end <= deed.sentence.end
        for party in (*deed.actors, *deed.recipients):
            assert text[party.start : party.end] == party.text
            assert deed.sentence.start <= party.start < party.end <= deed.sentence.end


def test_the_work_grows_with_the_text_and_no_faster() -> None:
    text = "شن مسلحون هجوما على نقطة تفتيش وقتلوا جنديا في غارة، وقالت الشرطة إن الجيش قصف البلدة "
    deeds(text)  # tables are read once
    short, long = calls(lambda: deeds(text * 20)), calls(lambda: deeds(text * 80))
    assert long < 5.5 * short


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("القوات التركية", "TURMIL"),
        ("وزير الخارجية الروسي", "RUSGOV"),
        ("مسلحون مجهولون", "UAF"),
        ("متمردون", "REB"),
        ("الأمم المتحدة", "IGO"),
        ("صحفيين أردنيين", "JORMED"),
        ("نقابة المعلمين التونسية", "TUNLAB"),
        ("قوات الأمن المصرية", "EGYCOP"),
        ("البحر الهادئ", None),
    ],
)
def test_words_of_a_part_and_of_a_nation_give_the_code(words: str, asked: str | None) -> None:
    assert code(fold(words).split(), None)[0] == asked


def test_only_forces_without_a_name_stand_for_their_state() -> None:
    assert stands_for_state(fold("القوات التركية").split())
    assert not stands_for_state(fold("وزارة الدفاع الروسية").split())
    assert sector(fold("كتيب صغير").split()) is None


def test_every_trigger_has_a_type_with_a_root_of_cameo() -> None:
    kinds = {sense.trigger.type for senses in triggers().values() for sense in senses}
    assert kinds == set(ROOTS)


def test_background_weighs_less_than_a_report() -> None:
    def heaviest(text: str) -> float:
        return max(deed.weight or 0.0 for deed in deeds(text) if deed.type == "ASSAULT")

    told = heaviest("قتل خمسة جنود وأصيب عشرة آخرون بجروح في انفجار سيارة مفخخة أمس.")
    assert told > heaviest("تنظر المحكمة في قضية اغتيال الرئيس منذ أعوام.")


def test_types_without_fitted_weights_have_none() -> None:
    assert weight("AID", ["use active"]) is None


def test_the_day_of_a_saying_is_that_of_the_words_that_go_with_it() -> None:
    text = "قالت الوزيرة أمس إن السد سليم، نافية أن تكون قد خرقت المعاهدة."
    (deed,) = [deed for deed in deeds(text) if deed.type == "REJECT"]
    assert deed.time is not None
    assert text[deed.time.start : deed.time.end] == "أمس"


def test_what_headline_and_lead_tell_as_an_accident_goes_on_for_the_rest() -> None:
    text = "اندلع حريق كبير في مستودع للأخشاب.\nوقتل ثلاثة عمال وأصيب آخرون."
    assert [deed for deed in deeds(text) if deed.type == "ASSAULT"] == []


def test_after_an_accident_a_sentence_that_names_a_weapon_tells_an_assault() -> None:
    text = "اندلع حريق كبير في مستودع للأخشاب.\nوفي بلدة أخرى قتل ثلاثة عمال بقذيفة."
    assert [deed.type for deed in deeds(text)] == ["ASSAULT"]
