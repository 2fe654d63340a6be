import random
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.postgresql import Stores
from tests.search.held import Held, article

from tawatur.arabic.words import words
from tawatur.records.base import content_id
from tawatur.records.errors import UsageError
from tawatur.records.search import Unit

_FLOOD = "ارتفع منسوب البحيرة وأخلت الفرق القرى"
_BOOKS = "افتتح المعرض وبيعت الكتب كلها"


def test_all_words_must_stand_in_what_is_found(held: Held) -> None:
    held.texts_of(_FLOOD, _BOOKS, f"{_FLOOD}. {_BOOKS}")
    assert held.ids("البحيرة المعرض") == ["d-2"]


def test_words_that_say_nothing_are_left_out_beside_others(held: Held) -> None:
    held.texts_of(_FLOOD)
    assert held.ids("في البحيرة") == ["d-0"]


def test_a_phrase_is_found_in_its_order_alone(held: Held) -> None:
    held.texts_of("اجتمع مجلس المدينة", "مدينة فيها مجلس")
    assert held.ids("«مجلس المدينة»") == ["d-0"]
    assert held.ids("«المدينة مجلس»") == []


def test_a_phrase_does_not_reach_from_one_line_into_the_next(held: Held) -> None:
    text = "اجتمع مجلس\nالمدينة هادئة"
    held.put([article("d-0", text, spans=((0, 10), (11, 24)))], {"d-0": text})
    assert held.ids("«مجلس المدينة»") == []
    assert held.ids("مجلس المدينة") == ["d-0"]


def test_what_is_excluded_is_excluded_in_all_its_forms(held: Held) -> None:
    held.texts_of("سقط صاروخ على الميناء", "هدأ الميناء", "قصف الميناء بالصواريخ")
    assert held.ids("الميناء -صواريخ") == ["d-1"]


def test_marks_lead_to_the_words_in_the_source(held: Held) -> None:
    text = "قال الراوي إنّ الصَّواريـــخ سقطت ليلا"
    held.texts_of(text)
    hit = held.find("صاروخ").hits[0]
    assert hit.start is not None
    assert text[hit.start : hit.end] == "الصَّواريـــخ"
    assert [hit.context.text[mark.start : mark.end] for mark in hit.context.marks] == ["الصَّواريـــخ"]
    assert hit.context.offset is not None
    assert text[hit.context.offset :].startswith(hit.context.text)


def test_a_long_text_is_shown_about_the_words_that_were_asked_for(held: Held) -> None:
    text = " ".join(["حشو"] * 300 + ["سقط", "صاروخ", "هنا"] + ["حشو"] * 300)
    held.texts_of(text)
    context = held.find("صاروخ").hits[0].context
    assert "سقط صاروخ هنا" in context.text
    assert len(context.text) < 300
    assert (context.cut_before, context.cut_after) == (True, True)


def test_a_title_counts_more_than_the_text(held: Held) -> None:
    texts = {"d-0": "بيعت الزوارق", "d-1": "بيعت الشباك"}
    held.put([article("d-0", texts["d-0"], head="يوم السوق"), article("d-1", texts["d-1"], head="سوق الزوارق")], texts)
    assert [hit.id for hit in held.find("الزوارق").hits] == ["d-1", "d-0"]


def test_of_the_same_words_the_newest_comes_first(held: Held) -> None:
    texts = dict.fromkeys(("d-0", "d-1", "d-2"), _FLOOD)
    held.put([article(i, _FLOOD, date=f"2023-0{month}-01") for i, month in zip(texts, (3, 5, 4), strict=True)], texts)
    assert [hit.id for hit in held.find("البحيرة").hits] == ["d-1", "d-2", "d-0"]


def test_results_may_be_asked_for_by_date(held: Held) -> None:
    texts = {"d-0": "البحيرة البحيرة البحيرة", "d-1": "فاضت البحيرة وانتهى الأمر بعد ذلك"}
    held.put([article("d-0", texts["d-0"], date="2020-01-01"), article("d-1", texts["d-1"], date="2021-01-01")], texts)
    assert [hit.id for hit in held.find("البحيرة ترتيب:تاريخ").hits] == ["d-1", "d-0"]


def test_pages_follow_each_other_without_a_gap(held: Held) -> None:
    held.texts_of(*[f"البحيرة رقم {n}" for n in range(7)])
    pages = [held.find("البحيرة", limit=3, offset=at) for at in (0, 3, 6)]
    assert [page.total for page in pages] == [7, 7, 7]
    assert sorted(hit.id for page in pages for hit in page.hits) == [f"d-{n}" for n in range(7)]


def test_counts_by_kind_outlet_and_month_are_of_all_that_is_found(held: Held) -> None:
    texts = {f"d-{n}": _FLOOD for n in range(5)}
    outlets = ("sabq", "sabq", "okaz", None, "sabq")
    held.put([article(i, _FLOOD, outlet=o, date="2023-05-0" + i[-1]) for i, o in zip(texts, outlets, strict=True) if i != "d-0"]
             + [article("d-0", _FLOOD, outlet="sabq", date="2023-04-30")], texts)  # fmt: skip
    facets = held.find("البحيرة", limit=1).facets
    assert [(one.value, one.count) for one in facets.kinds] == [("article", 5)]
    assert [(one.value, one.count) for one in facets.outlets] == [("sabq", 3), ("okaz", 1)]
    assert [(one.value, one.count) for one in facets.months] == [("2023-05", 4), ("2023-04", 1)]


def test_an_outlet_is_meant_by_any_of_its_names(held: Held) -> None:
    held.put([article("d-0", _FLOOD, outlet="aawsat"), article("d-1", _FLOOD, outlet="sabq")], {"d-0": _FLOOD, "d-1": _FLOOD})
    assert held.ids("منفذ:«الشرق الأوسط»") == ["d-0"]
    assert held.ids("outlet:aawsat.com") == ["d-0"]
    with pytest.raises(UsageError) as error:
        held.find("منفذ:لامكان")
    assert error.value.code == "search_outlet"
    assert "aawsat" in str(error.value.values["known"])


def test_an_agency_is_meant_by_its_name(held: Held) -> None:
    held.put([article("d-0", _FLOOD, origin="reuters"), article("d-1", _FLOOD)], {"d-0": _FLOOD, "d-1": _FLOOD})
    assert held.ids("وكالة:رويترز") == ["d-0"]


def test_a_speaker_is_found_by_the_words_that_name_him_and_by_his_other_spellings(held: Held) -> None:
    held.put(
        [
            Unit(kind="name", id="e-1", head="ميخائيل غورباتشيف", spellings=("ميخائيل غورباتشيف", "جورباتشوف")),
            article("q-1", _FLOOD, kind="statement", speaker="جورباتشوف", speaker_entity="e-1"),
            article("q-2", _FLOOD, kind="statement", speaker="الوزيرة", document="q-1"),
            article("d-3", "جورباتشوف والبحيرة"),
        ],
        {"q-1": _FLOOD, "d-3": "جورباتشوف والبحيرة"},
    )
    assert held.ids("متحدث:غورباتشيف") == ["q-1"]
    assert held.ids("متحدث:جورباتشوف البحيرة") == ["q-1"]
    assert held.ids("متحدث:وزيرة") == ["q-2"]


def test_a_name_finds_what_mentions_it_under_another_spelling(held: Held) -> None:
    texts = {"d-0": "وصل هانوفير", "d-1": "غادر هانوفر", "d-2": "لا أحد"}
    held.put(
        [
            Unit(kind="name", id="e-1", head="هانوفر", spellings=("هانوفر", "هانوفير", "Hannover")),
            *(article(i, text, entities=("e-1",) if i != "d-2" else ()) for i, text in texts.items()),
        ],
        texts,
    )
    assert held.ids("هانوفر") == ["d-0", "d-1", "e-1"]
    assert held.ids("اسم:Hannover نوع:مقال") == ["d-0", "d-1"]


@pytest.mark.parametrize(
    "hostile",
    ['"; DROP TABLE search_units; --', "a' OR '1'='1", "head : x", "words : (a)", "* OR *", "NEAR(a b, 2)", "^a + b", "a AND NOT b", "{head} : x",
     "\u0000صاروخ", "ـــ", "٪٪٪", "𒀀𒀁", "<script>alert(1)</script>", "%_%", "\\", "()", "a*"],
)  # fmt: skip
def test_no_query_is_run_as_sql_or_in_the_language_of_the_index(held: Held, hostile: str) -> None:
    held.texts_of(_FLOOD, "head x words a b")
    for query in (hostile, f"«{hostile}»", f'متحدث:"{hostile}"', f'اسم:"{hostile}"', f"بحيرة -{hostile}"):
        with suppress(UsageError):
            held.find(query)
    assert held.store.query("SELECT count(*) FROM search_units") == [(2,)]
    assert held.ids("البحيرة") == ["d-0"]


def test_a_query_without_a_letter_is_told(held: Held) -> None:
    held.texts_of(_FLOOD)
    with pytest.raises(UsageError) as error:
        held.find("!!! ؟؟")
    assert error.value.code == "search_no_word"


_WORDS = st.text(
    st.one_of(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآءئؤةى"), st.sampled_from("ًٌَُِّْـ١٢34aBé_")), min_size=1, max_size=9
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_WORDS, min_size=1, max_size=8))
def test_every_word_of_a_text_finds_it(held: Held, parts: list[str]) -> None:
    text = " ".join(parts)
    identity = content_id("d", text)
    held.put([article(identity, text)], {identity: text})
    for word in words(text):
        query = text[word.start : word.end]
        assert held.find(f"«{query}»").total == 1
        assert held.find(query).total == 1


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_reading_does_not_matter(stores: Stores, seed: int) -> None:
    texts = {f"d-{n}": f"البحيرة رقم {n} والصواريخ {n % 3} سقطت قرب القرى" for n in range(12)}
    units = [article(i, text, date=f"2023-05-{int(i[2:]) % 4 + 1:02}", outlet="sabq") for i, text in texts.items()]
    one, other = Held(stores("one")), Held(stores("other"))
    one.put(units, texts)
    shuffled = units[:]
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    for upto in range(1, len(shuffled) + 1):
        other.put(shuffled[:upto], texts)
    for query in ("صاروخ", "البحيرة -رقم", "القرية ترتيب:تاريخ", "منفذ:sabq", "«رقم 3»"):
        assert one.find(query) == other.find(query) if "-" not in query else one.ids(query) == other.ids(query)
    one.store.close()
    other.store.close()


def test_a_store_into_which_nothing_was_read_finds_nothing(held: Held) -> None:
    assert held.find("البحيرة").total == 0
    assert held.find("نوع:مقال").total == 0
