from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.annotate.sentences import split
from tawatur.reuse import Found, find

WIRE = (
    "أعلنت بلدية مرسى الزيتون أن عمال الميناء سيعودون إلى أرصفتهم صباح غد بعد اتفاق أنهى إضرابا دام تسعة أيام.\n"
    "ووقعت النقابة والشركة المشغلة على محضر يرفع أجر الساعة ويمنع تشغيل أي عامل أكثر من عشر ساعات متصلة في اليوم.\n"
    "وكان الإضراب قد بدأ حين سقطت رافعة قديمة على مستودع للحبوب وأصيب خمسة من العاملين بجروح في الرأس والكتف."
)
OWN = "تفتح مدرسة الموسيقى في حي القناطر أبوابها لأطفال المنطقة كل مساء، ويعلّم فيها متطوعون العزف على العود والقانون بلا مقابل."
Share = Callable[..., Found]


def test_two_copies_of_one_text_are_paired_sentence_by_sentence_as_the_same(share: Share) -> None:
    found = share({"a": WIRE, "b": WIRE})
    assert [(row.degree, row.score, row.run) for row in found.pairs] == [("same", 1.0, 1)] * 3
    assert [(family.documents, family.degree) for family in found.families] == [(("a", "b"), "near_copy")]


def test_texts_that_share_nothing_have_no_pair(share: Share) -> None:
    assert share({"a": WIRE, "b": OWN}) == ([], [])


def test_spelling_and_punctuation_do_not_make_another_sentence(share: Share) -> None:
    other = WIRE.replace("أعلنت", "اعلنت").replace("إضرابا", "إضراباً").replace("،", "").replace("أكثر", "اكثر")
    assert {row.degree for row in share({"a": WIRE, "b": other}).pairs} == {"same"}


def test_words_exchanged_here_and_there_make_an_edited_sentence(share: Share) -> None:
    other = WIRE.split("\n")[1].replace("على محضر", "مساء أمس على محضر جديد")
    (row,) = share({"a": WIRE, "b": f"{OWN}\n{other}"}).pairs
    assert row.degree == "edited"
    assert row.score > 0.9


def test_one_copied_sentence_among_others_is_a_passage(share: Share) -> None:
    texts = {"a": WIRE + "\n" + OWN.replace("الموسيقى", "الخط") * 2, "b": f"{OWN}\n{WIRE.splitlines()[2]}"}
    texts["a"] = WIRE
    texts["b"] = "\n".join([OWN, "وتقول مديرة المدرسة إن الطلب يزيد كل عام وإن القاعة لم تعد تتسع.", WIRE.splitlines()[2]])
    assert [family.degree for family in share(texts).families] == ["passage"]


def test_a_short_headline_in_common_is_no_reuse(share: Share) -> None:
    head = "عمال الميناء يعودون إلى أرصفتهم غدا"
    assert (
        share({"a": f"{head}\n{OWN}", "b": f"{head}\nيلتقي الفريقان مساء السبت في ملعب الواحة ضمن الجولة الثانية."}).pairs == []
    )


def test_titles_and_blessings_are_no_reuse(share: Share) -> None:
    titles = "صاحب السمو الملكي الأمير زاهر بن راشد بن زاهر ولي العهد نائب رئيس مجلس الوزراء وزير الدفاع حفظه الله"
    a = f"استقبل {titles} في مكتبه سفير جزر المرجان الجديد الذي سلمه أوراق اعتماده."
    b = f"دشن {titles} أمس جسر الواحة الذي يربط ضفتي الوادي بعد عامين من العمل."
    assert share({"a": a, "b": b}).pairs == []


def test_sentences_told_again_in_other_words_are_rewritten(share: Share) -> None:
    a = (
        "وكانت جزر المرجان العضو في رابطة الموانئ قد اشترت سفن الإنقاذ الكورينية طراز نورس في 2011 "
        "الأمر الذي أدى إلى فرض رسوم على صادراتها من الأسماك وتحذيرات من الرابطة بإجراءات أخرى إذا اشترت المزيد."
    )
    b = (
        "فقد اشترت جزر المرجان سفن نورس الكورينية للإنقاذ عام 2011، ففرضت رابطة الموانئ رسوما على الأسماك التي تصدرها "
        "وحذرت من إجراءات أخرى إذا اشترت جزر المرجان المزيد من السفن الكورينية."
    )
    (row,) = share({"a": a, "b": b}).pairs
    assert row.degree == "rewritten"


def test_two_sessions_of_one_market_in_one_form_are_two_things_and_one_session_in_two_papers_is_one(share: Share) -> None:
    monday = "أغلق مؤشر سوق الأسهم في مرسى الزيتون اليوم مرتفعا 16.72 نقطة بنسبة 0.18% عند مستوى 9269.78 نقطة بتداولات تجاوزت 3.5 مليارات درهم."
    paper = (
        "وعند مستوى 9269.78 نقطة أغلق اليوم مؤشر سوق الأسهم في مرسى الزيتون، وبتداولات تجاوزت 3.5 مليارات درهم كسب 16.72 نقطة."
    )
    other = (
        "وعند مستوى 9081.73 نقطة أغلق اليوم مؤشر سوق الأسهم في مرسى الزيتون، وبتداولات تجاوزت 3.6 مليارات درهم كسب 49.63 نقطة."
    )
    assert [row.degree for row in share({"a": monday, "b": paper}).pairs] == ["rewritten"]
    assert share({"a": monday, "b": other}).pairs == []


def test_two_telegrams_to_two_heads_of_state_are_two_things(share: Share) -> None:
    king = (
        "وأعرب الملك باسمه واسم شعب وحكومة الواحة عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته، "
        "ولحكومة وشعب جمهورية {} الشقيق اطراد التقدم والازدهار."
    )
    prince = (
        "وعن أطيب التمنيات بالصحة والسعادة لجلالته وأصدق التهاني أعرب باسم شعب وحكومة الواحة، "
        "ولشعب وحكومة {} الصديق المزيد من التقدم والازدهار."
    )
    assert share({"a": king.format("المرجان"), "b": prince.format("النخيل")}).pairs == []


def test_consecutive_sentences_of_one_passage_have_one_run(share: Share) -> None:
    found = share({"a": WIRE, "b": f"{WIRE.splitlines()[0]}\n{WIRE.splitlines()[1]}\n{OWN}"})
    assert [row.run for row in found.pairs] == [1, 1]


def test_many_copies_of_one_text_do_not_cost_their_square(share: Share) -> None:
    found = share({f"{n:03}": WIRE for n in range(60)})
    assert len(found.pairs) == 3 * (59 + 58)
    assert [len(family.documents) for family in found.families] == [60]


def test_the_later_has_it_from_the_earlier(share: Share) -> None:
    found = share({"a": WIRE, "b": WIRE}, published={"a": "2018-03-02", "b": "2018-03-01"})
    assert {row.direction for row in found.pairs} == {"a_from_b"}


def test_two_that_credit_one_agency_have_it_in_common(share: Share) -> None:
    found = share({"a": WIRE, "b": WIRE}, agencies={"a": "reuters", "b": "reuters"})
    assert {row.direction for row in found.pairs} == {"common"}


def test_nothing_is_said_of_direction_where_nothing_tells(share: Share) -> None:
    assert {row.direction for row in share({"a": WIRE, "b": WIRE}).pairs} == {None}


def test_by_the_clock_the_later_of_one_day_has_it_from_the_earlier(share: Share) -> None:
    found = share({"a": WIRE, "b": WIRE}, published={"a": "2018-03-02T09:00+03:00", "b": "2018-03-02T08:00+02:00"})
    assert {row.direction for row in found.pairs} == {None}
    found = share({"a": WIRE, "b": WIRE}, published={"a": "2018-03-02T09:00+03:00", "b": "2018-03-02T08:00+03:00"})
    assert {row.direction for row in found.pairs} == {"a_from_b"}


def test_who_credits_nobody_has_it_from_the_one_that_credits_an_agency_unless_he_was_earlier(share: Share) -> None:
    texts = {"a": WIRE, "b": WIRE}
    assert {row.direction for row in share(texts, agencies={"b": "reuters"}).pairs} == {"a_from_b"}
    days = {"a": "2018-03-01", "b": "2018-03-02"}
    assert {row.direction for row in share(texts, published=days, agencies={"b": "reuters"}).pairs} == {None}
    assert {row.direction for row in share(texts, agencies={"a": "afp", "b": "reuters"}).pairs} == {None}


def test_a_chain_of_shared_paragraphs_is_no_single_family(share: Share) -> None:
    letters = "بتجحخدرز"
    parts = [" ".join(f"كل{x}{y}{part} في" for x in letters[:6] for y in letters[:6]) + "." for part in letters[:6]]
    texts = {name: f"{parts[n]}\n{parts[n + 1]}" for n, name in enumerate("abcde")}
    assert max(len(family.documents) for family in share(texts).families if family.degree == "partial") <= 3


@pytest.mark.parametrize(("day", "template"), [("2018-03-03", False), ("2018-05-20", True)])
def test_a_paragraph_used_again_after_more_than_two_days_is_a_template(share: Share, day: str, template: bool) -> None:
    texts = {
        "a": WIRE,
        "b": "\n".join([OWN, "وتقول مديرة المدرسة إن الطلب يزيد كل عام وإن القاعة لم تعد تتسع.", WIRE.splitlines()[2]]),
    }
    found = share(texts, published={"a": "2018-03-01", "b": day})
    assert {row.template for row in found.pairs} == {template}
    assert bool(found.families) is not template


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.text(max_size=200), max_size=4))
def test_any_texts_give_spans_inside_them(article: Callable[..., object], texts: dict[str, str]) -> None:
    cut = {name: split(text, article(name, text)) for name, text in texts.items()}  # type: ignore[arg-type]
    for row in find(texts, cut, {}).pairs:
        for span in (row.a, row.b):
            assert 0 <= span.start < span.end <= len(texts[span.document])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_reading_does_not_matter(share: Share, order: list[str]) -> None:
    texts = {"a": WIRE, "b": f"{OWN}\n{WIRE}", "c": "\n".join(WIRE.splitlines()[:2]), "d": OWN}
    assert share({name: texts[name] for name in order}) == share(texts)
