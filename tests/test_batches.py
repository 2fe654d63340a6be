from pathlib import Path

import pytest

from tawatur.ingest import File, Options, inputs, raws, raws_of
from tawatur.pipeline.batches import Fault, annotated, cleaned, findings
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article
from tawatur.records.document import Document, document_id
from tawatur.records.dropped import Dropped

_TEXT = (
    "ارتفاع منسوب البحيرة\n\nنشر في: 12 أيار 2023\n\n"
    "قالت وزيرة الري نجوى الصيرمي يوم الخميس إن منسوب البحيرة ارتفع أربعين سنتيمترا، وإن فرق الطوارئ أخلت سبع قرى.\n\n"
    "وتعهدت الحكومة بأن تدفع تعويضات لأهالي القرى قبل نهاية العام. وقتل ثلاثة عمال في انهيار جسر قرب السد يوم الجمعة.\n"
)


def _document(source: str) -> Document:
    return Document(id=document_id(None, source, _TEXT), source=source, text=_TEXT, sha256="", format="text")


def _found(source: str) -> tuple[Article, Annotated]:
    [row] = annotated([(_document(source), frozenset(), ())])
    assert not isinstance(row, Dropped)
    return row


def test_what_was_found_in_one_document_is_found_in_its_copy_under_ids_of_the_copys_own() -> None:
    pytest.importorskip("pyarrow")
    from tawatur.pipeline.spark.annotating import rebound

    (_, one), (article, other) = _found("one.txt"), _found("other.txt")
    assert one.quotes
    assert one.events
    assert one.undertakings
    assert one != other
    assert rebound(one, article.document) == other


def test_annotation_is_shown_the_lines_and_the_language_of_an_article_alone() -> None:
    document = _document("one.txt")
    article = cleaned((document, frozenset(), ()))
    assert isinstance(article, Article)
    bare = Article(document=document.id, lines=article.lines, language=article.language, publication=article.publication)
    assert article != bare
    assert findings(document.text, article) == findings(document.text, bare)


def test_a_fault_is_told_of_every_document_that_has_it() -> None:
    assert Fault("program_fault", "ValueError: no").of("a.txt").detail == "a.txt: ValueError: no"


def test_files_that_are_found_and_read_elsewhere_give_what_reading_them_at_once_gives(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(_TEXT, encoding="utf-8")
    (tmp_path / "in" / "deep" / "b.jsonl").write_text('{"text": "خبر أول قصير"}\n{"text": "خبر ثان قصير"}\n', encoding="utf-8")
    (tmp_path / "in" / ".hidden").write_text("", encoding="utf-8")
    for where in (tmp_path / "in", tmp_path / "in" / "a.txt", str(tmp_path / "in" / "*"), tmp_path / "none"):
        found = list(inputs(where, Options()))
        opened = [raw for one in found for raw in (raws_of(one, Options()) if isinstance(one, File) else [one])]
        assert opened == list(raws(where, Options()))
