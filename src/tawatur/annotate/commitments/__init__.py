"""Undertakings in one article: who undertakes what to whom, when and on what condition, and reports of what became of it."""

from tawatur.annotate.commitments.find import Found, annotate

__all__ = ["Found", "annotate"]
