from tests.settle.invented import entity, named

from tawatur.records.quote import Cue, Quote
from tawatur.settle.entities import join
from tawatur.settle.speakers import speakers


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


def test_an_office_with_fewer_words_is_the_one_person_whose_office_has_them() -> None:
    text = "وصل وزير الخارجية الزمردي سامي النورس. وقال وزير الخارجية كلاما."
    joined = join({"a": text}, named({"a": text}, ("a", "سامي النورس", "person")))
    (quote,) = speakers({"a": [said(text, "وزير الخارجية", speaker_kind="office", speaker_start=None)]}, joined)["a"]
    assert quote.speaker == entity(joined, "a", 0).id
    text = "وصل وزير الخارجية الزمردي سامي النورس ووزير الخارجية المرجاني هاني الورد. وقال وزير الخارجية كلاما."
    joined = join({"a": text}, named({"a": text}, ("a", "سامي النورس", "person"), ("a", "هاني الورد", "person")))
    (quote,) = speakers({"a": [said(text, "وزير الخارجية", speaker_kind="office", speaker_start=None)]}, joined)["a"]
    assert quote.speaker is None
