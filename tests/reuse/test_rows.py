"""From shared passages to records."""

from tawatur.records.passage import Match, Region
from tawatur.records.sentence import Sentence, sentence_id
from tawatur.reuse.days import Days
from tawatur.reuse.pages import Pages
from tawatur.reuse.rows import Rows

ONE = "افتتح رئيس بلدية المدينة صباح اليوم جسرا جديدا فوق النهر بحضور سكان الحي"
OTHER = "فتح الجسر الجديد فوق النهر صباح اليوم رئيس البلدية وسط حضور من سكان الحي وزواره"
TEXTS = {"a": ONE, "b": OTHER, "c": ONE, "d": OTHER}


def sentence(document: str) -> Sentence:
    end = len(TEXTS[document])
    return Sentence(id=sentence_id(document, 0, end), document=document, start=0, end=end, kind="body")


def test_the_degree_of_a_pair_follows_from_its_own_alignment_though_another_pair_has_the_same_letters() -> None:
    pages = Pages(TEXTS, {document: [sentence(document)] for document in TEXTS})
    rows = Rows(pages, TEXTS, {}, Days({}))
    much, little = Match(0, 0, 10, 0.8, Region(9, 9, 2, 5)), Match(0, 0, 6, 0.5, Region(5, 5, 1, 3))
    for first, second in ((much, little), (little, much)):
        found = rows.of({("a", "b"): ((first,),), ("c", "d"): ((second,),)}, {})
        assert [row.degree for row in found] == ["edited" if one is much else "rewritten" for one in (first, second)]
