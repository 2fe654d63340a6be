"""A brief as a Word document (.docx): paragraphs and runs are marked as right to left where they are Arabic."""

import io
from typing import TYPE_CHECKING, Any

from tawatur.records.brief import Brief
from tawatur.report.brief.render.html import source_words
from tawatur.report.brief.render.parts import ShownPart, ShownSentence, heading, remark, sections, timeline
from tawatur.report.clean_text import isolated, shown
from tawatur.report.messages import Lang, messages

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_WIDTHS = (3.2, 2.2, 9.8)  # centimetres of the columns of the timeline: day, kind, words
_SMALL = 9  # points, of the sources behind a sentence
_FONT = "Sakkal Majalla"  # comes with Word; where it is missing, the reader's program takes its own


def word(brief: Brief) -> bytes:
    """Give the brief as the bytes of a .docx file; nothing in it tells when or where it was written."""
    import docx

    m, document = messages("brief", brief.lang), docx.Document()
    _properties(document, brief)
    _line(document, heading(brief), brief.lang, style="Title")
    if remark(brief):
        _line(document, remark(brief), brief.lang)
    _line(document, m("gate_note"), brief.lang)
    for section in sections(brief):
        _line(document, section.heading, brief.lang, style="Heading 1")
        for sentence in section.sentences:
            _sentence(_paragraph(document, brief.lang, "List Bullet"), sentence, brief.lang)
    if brief.timeline:
        _line(document, m("heading_timeline"), brief.lang, style="Heading 1")
        _timeline(document, brief)
    if brief.sources:
        _line(document, m("heading_sources"), brief.lang, style="Heading 1")
        for number, source in enumerate(brief.sources, 1):
            _source(_paragraph(document, brief.lang), number, source_words(source, brief), brief.lang)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _properties(document: "Document", brief: Brief) -> None:
    from datetime import datetime

    core = document.core_properties
    core.title, core.author, core.language, core.comments = shown(heading(brief))[:250], "Tawatur", brief.lang, ""
    core.created = core.modified = datetime(2000, 1, 1)  # the same brief is the same file
    document.styles["Normal"].font.name = _FONT
    _close_letters(document.styles["Title"])


def _close_letters(style: Any) -> None:
    """Take the spacing between letters from a style: it tears Arabic words apart."""
    from docx.oxml.ns import qn

    for spacing in style.element.findall(f".//{qn('w:rPr')}/{qn('w:spacing')}"):
        spacing.getparent().remove(spacing)


def _paragraph(document: Any, lang: Lang, style: str | None = None) -> "Paragraph":
    """A new paragraph, from right to left in Arabic (w:bidi)."""
    paragraph: Paragraph = document.add_paragraph(style=style)
    _bidi(paragraph, lang)
    return paragraph


def _bidi(paragraph: "Paragraph", lang: Lang) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    if lang == "ar":
        properties: Any = paragraph._p.get_or_add_pPr()
        element: Any = OxmlElement("w:bidi")
        properties.insert_element_before(
            element, "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr"
        )
        element.set(qn("w:val"), "1")


def _run(paragraph: "Paragraph", text: str, *, arabic: bool, bold: bool = False, small: bool = False) -> None:
    """Words in one direction: a run of Arabic is marked so (w:rtl), with the font and weight of complex scripts."""
    from docx.shared import Pt

    run = paragraph.add_run(shown(text))
    run.font.rtl = arabic or None
    run.font.bold = bold or None
    run.font.cs_bold = bold or None
    if small:
        run.font.size = Pt(_SMALL)
        _complex_size(run)
    _font(run)
    if arabic:
        _language(run)


def _complex_size(run: Any) -> None:
    """The size of complex scripts, which Arabic is drawn in; in half points."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    size: Any = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(2 * _SMALL))
    run._r.rPr.find(qn("w:sz")).addnext(size)


def _font(run: Any) -> None:
    from docx.oxml.ns import qn

    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), _FONT)


def _language(run: Any) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    element = OxmlElement("w:lang")
    element.set(qn("w:bidi"), "ar-SA")
    run._r.get_or_add_rPr().append(element)


def _line(document: Any, text: str, lang: Lang, style: str | None = None) -> None:
    _run(_paragraph(document, lang, style), text, arabic=lang == "ar" or _arabic(text))


def _arabic(text: str) -> bool:
    """Whether the first letter that has a direction is Arabic."""
    import unicodedata

    found = next(
        (unicodedata.bidirectional(letter) for letter in text if unicodedata.bidirectional(letter) in ("L", "R", "AL")), "L"
    )
    return found != "L"


def _sentence(paragraph: "Paragraph", sentence: ShownSentence, lang: Lang) -> None:
    for part in sentence.parts:
        arabic = _arabic(part.text) if part.foreign else lang == "ar"
        text = _marked(part) if lang == "ar" or not part.foreign else isolated(_marked(part))
        _run(paragraph, text, arabic=arabic, bold=part.kind in ("name", "label"))
    if sentence.sources:
        comma = messages("report", lang)("comma")
        told = comma.join(f"{source.outlet} [{source.number}]" for source in sentence.sources)
        _run(paragraph, f" ({sentence.count}: {told})", arabic=lang == "ar", small=True)


def _marked(part: ShownPart) -> str:
    return f"{part.before}{part.text}{part.after}"


def _timeline(document: "Document", brief: Brief) -> None:
    from docx.oxml.parser import OxmlElement
    from docx.shared import Cm

    m, rows = messages("brief", brief.lang), timeline(brief)
    table = document.add_table(rows=1, cols=3)
    table.autofit = False
    if brief.lang == "ar":
        table._tbl.tblPr.insert_element_before(
            OxmlElement("w:bidiVisual"), "w:tblStyleRowBandSize", "w:tblW", "w:jc", "w:tblLook"
        )
    for cell, key in zip(table.rows[0].cells, ("col_day", "col_kind", "col_what"), strict=True):
        _bidi(cell.paragraphs[0], brief.lang)
        _run(cell.paragraphs[0], m(key), arabic=brief.lang == "ar", bold=True)
    for row in rows:
        cells = table.add_row().cells
        for cell in cells:
            _bidi(cell.paragraphs[0], brief.lang)
        _run(cells[0].paragraphs[0], row.day, arabic=brief.lang == "ar")
        _run(cells[1].paragraphs[0], row.kind, arabic=brief.lang == "ar")
        _sentence(cells[2].paragraphs[0], row.sentence, brief.lang)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _source(paragraph: "Paragraph", number: int, told: dict[str, str | None], lang: Lang) -> None:
    _run(paragraph, f"{number}. ", arabic=lang == "ar")
    for n, key in enumerate(("outlet", "title", "day")):
        if n:
            _run(paragraph, " – ", arabic=lang == "ar")
        text = told[key] or ""
        _run(paragraph, text, arabic=_arabic(text), bold=key == "outlet")
