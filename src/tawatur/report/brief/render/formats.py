"""The formats in which a brief is written, by their names."""

from typing import Literal

from tawatur.records.base import to_json
from tawatur.records.brief import Brief

Format = Literal["html", "md", "docx", "pdf", "json"]


def written(brief: Brief, kind: Format) -> bytes:
    """Give the brief as the bytes of a file of this format (texts in UTF-8).

    Raises FailedError where a PDF cannot be drawn here.
    """
    match kind:
        case "html":
            from tawatur.report.brief.render.html import html

            return html(brief).encode("utf-8", "replace")
        case "md":
            from tawatur.report.brief.render.markdown import markdown

            return markdown(brief).encode("utf-8", "replace")
        case "docx":
            from tawatur.report.brief.render.word import word

            return word(brief)
        case "pdf":
            from tawatur.report.brief.render.pdf import pdf

            return pdf(brief)
        case "json":
            return to_json(brief) + b"\n"
