"""The brief of a story: what its sections say of the example corpus and of own prose."""

import pytest
from msgspec import structs
from tests.report.brief.conftest import Briefed

from tawatur.records.base import from_json, to_json
from tawatur.records.brief import Brief
from tawatur.records.finding import Finding, Reason, Side
from tawatur.records.story import Origin
from tawatur.report.brief import head_of_story, of_story
from tawatur.report.messages import LANGUAGES, Lang
from tawatur.store.library import StoreLibrary


def _section(briefed: Briefed, kind: str) -> list[str]:
    return [one.text for section in briefed.brief.sections if section.kind == kind for one in section.sentences]


def test_it_begins_with_how_many_independent_origins_carry_the_report(flood: Briefed) -> None:
    first = flood.brief.sections[0].sentences[0]
    assert first.text.startswith("الخبر في تسع مقالات من أربعة أصول مستقلة: ")
    assert (first.documents, first.origins) == (9, 4)


def test_a_toll_that_independent_origins_give_is_established(flood: Briefed) -> None:
    assert any(text.startswith("عدد القتلى 17 في أربع مقالات من ثلاثة أصول مستقلة") for text in _section(flood, "established"))


def test_a_risen_toll_is_told_as_a_change_in_the_order_of_time(flood: Briefed) -> None:
    steps = [text.partition(":")[0] for text in _section(flood, "changed")]
    assert steps == ["تغيّر عدد القتلى من 17 إلى 23", "تغيّر عدد القتلى من 23 إلى 34"]


def test_a_contradiction_is_said_as_such_with_the_words_of_both_sides(flood: Briefed) -> None:
    said = next(text for text in _section(flood, "contradicted") if text.startswith("يثبت مصدر ما ينفيه آخر"))
    assert "سنرد على الماء بالماء" in said
    assert "لن نرد على الماء بالماء" in said


def test_words_given_to_two_speakers_are_a_contradiction(briefs: list[Briefed]) -> None:
    signing = next(one for one in briefs if one.lang == "ar" and "برندال" in (one.view.story.title or ""))
    assert any(text.startswith("القول نفسه منسوب إلى أكثر من متحدث") for text in _section(signing, "contradicted"))


def test_a_promise_is_followed_by_its_fate(flood: Briefed) -> None:
    section = next(section for section in flood.brief.sections if section.kind == "promised")
    frames = [one.frame for one in section.sentences]
    assert frames[frames.index("fate_broken") - 1] == "promised"
    assert "fate_denied" in frames


def test_a_speaker_stands_with_office_and_the_verb_agrees_with_her(fire: Briefed) -> None:
    said = _section(fire, "said")
    assert "قال مدير الدفاع المدني العميد نبيل الشقراوي: «لم نتلق أي بلاغ قبل الفجر، والحريق بدأ في مخزن الأقمشة»." in said
    assert "قالت وزيرة الصحة سلوى النبعاوي: «لن نعلن أسماء الضحايا قبل إبلاغ عائلاتهم جميعا»." in said


def test_what_was_denied_keeps_its_denial(fire: Briefed) -> None:
    assert [text for text in _section(fire, "said") if "أهملت" in text] == [
        "بحسب rabwa/1.txt: «ونفى رئيس البلدية فارس المرجاوي أن تكون البلدية قد أهملت شكاوى التجار»."
    ]


def test_what_is_not_known_is_said(briefs: list[Briefed], fire: Briefed) -> None:
    explosion = next(one for one in briefs if one.lang == "ar" and "الأسمدة" in (one.view.story.title or ""))
    assert "لم يتبيّن من المقالات مكان الحدث." in _section(explosion, "unknown")
    assert _section(fire, "unknown") == ["لم يُروَ ما صار في تعهد واحد."]


def test_the_head_of_a_story_has_the_first_sentences_of_its_brief(briefs: list[Briefed]) -> None:
    most = {"happened": 2, "contradicted": 1, "changed": 1}
    for briefed in briefs:
        sections = {str(section.kind): section.sentences for section in briefed.brief.sections}
        first = [one for kind, count in most.items() for one in sections.get(kind, ())[:count]]
        assert list(head_of_story(briefed.view, briefed.lang)) == first


def test_what_a_person_dismissed_is_not_told(flood: Briefed) -> None:
    findings = tuple(structs.replace(one, judged="dismissed") for one in flood.view.findings)
    brief = of_story(structs.replace(flood.view, findings=findings))
    kinds = {section.kind for section in brief.sections}
    assert kinds.isdisjoint({"established", "contradicted", "changed", "single"})
    assert [entry for entry in brief.timeline if entry.kind == "update"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_brief_goes_to_json_and_back(flood: Briefed, lang: Lang) -> None:
    brief = of_story(flood.view, lang)
    assert from_json(to_json(brief), Brief) == brief


def test_the_same_story_gives_the_same_brief(flood: Briefed, library: StoreLibrary) -> None:
    assert of_story(flood.view, "ar", library.document) == flood.brief


def test_each_article_cited_is_in_the_list_of_sources_once(briefs: list[Briefed]) -> None:
    for briefed in briefs:
        cited = {span.document for one in briefed.sentences for span in one.cites}
        listed = [source.document for source in briefed.brief.sources]
        assert set(listed) == cited
        assert len(listed) == len(cited)


def test_a_story_of_one_article_has_a_brief_without_any_count_of_agreement(flood: Briefed) -> None:
    document = flood.view.documents[0]
    story = structs.replace(flood.view.story, documents=(document.document.id,), origins=(), outlets=())
    view = structs.replace(
        flood.view, story=story, documents=(document,), findings=(), reuse=(), events=(), commitments=(), families=()
    )
    brief = of_story(view)
    assert brief.sections[0].sentences[0].text.startswith("الخبر في مقالة واحدة من أصل واحد")


def test_a_sentence_that_the_gate_keeps_out_is_kept_with_its_reason(fire: Briefed) -> None:
    """A finding whose side is cut after the negation: letter for letter there, and the contrary of what is said."""
    view = next(one for one in fire.view.documents if "ولم تعلن" in one.document.text)
    start = view.document.text.index("تعلن الشرطة")
    side = Side(document=view.document.id, start=start, end=view.document.text.index("\n", start), text="")
    finding = Finding(
        id="n-cut",
        kind="single_origin",
        story=fire.view.story.id,
        sides=(side,),
        documents=1,
        origins=(Origin(name=None, documents=(view.document.id,)),),
        reason=Reason(ar="", en=""),
    )
    brief = of_story(structs.replace(fire.view, findings=(*fire.view.findings, finding)))
    told = [one.text for section in brief.sections for one in section.sentences if one.finding == "n-cut"]
    assert told == []
    assert [(one.section, one.reason) for one in brief.rejected] == [("single", "negation")]


def test_origins_of_one_outlet_are_counted_and_named_once(fire: Briefed) -> None:
    """Three origins, two of them named alike: the sentence names some of them and says so."""
    documents = fire.view.story.documents
    story = structs.replace(fire.view.story, origins=tuple(Origin(name=None, documents=(one,)) for one in documents))
    views = tuple(
        structs.replace(one, article=structs.replace(one.article, outlet="qamar" if n else "shams"))
        for n, one in enumerate(fire.view.documents)
    )
    brief = of_story(structs.replace(fire.view, story=story, documents=views, findings=(), reuse=()))
    first = brief.sections[0].sentences[0]
    assert first.frame == "carried_among"
    assert first.text.startswith("الخبر في ثلاث مقالات من ثلاثة أصول مستقلة، منها ")
    assert first.text.count("qamar") == 1
