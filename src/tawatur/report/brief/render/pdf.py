"""A brief as PDF, drawn by WeasyPrint from the HTML page: Pango shapes the Arabic. Comes with the extra `tawatur[pdf]`."""

import warnings
from typing import Any

from tawatur.records.brief import Brief
from tawatur.records.errors import FailedError
from tawatur.report.brief.render.html import html

_PROBE = "ضشع"  # letters of Arabic alone, without a decomposition: a font that draws them draws the rest


def pdf(brief: Brief) -> bytes:
    """Give the brief as the bytes of a PDF file. Nothing is fetched from anywhere.

    Raises FailedError where the extra (`extra_missing`) or the libraries below it (`pdf_unusable`) are missing, or where no font of
    this machine has Arabic letters (`pdf_no_font`).
    """
    drawing = _weasyprint()
    _check_font(drawing)
    made: bytes = _page(drawing, html(brief, paged=True)).write_pdf()
    return made


def _weasyprint() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        try:
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
        except ModuleNotFoundError as error:
            raise FailedError("extra_missing", what="PDF", extra="pdf") from error
        except OSError as error:  # Pango is not there
            raise FailedError("pdf_unusable", error=str(error).splitlines()[0]) from error
        except UserWarning as error:  # no font at all, at which Pango would not stop but fall
            raise FailedError("pdf_no_font") from error
    FontConfiguration()
    return weasyprint


def _page(drawing: Any, text: str) -> Any:
    return drawing.HTML(string=text, url_fetcher=_Nothing()).render()


class _Nothing:
    """Fetches nothing: the page needs nothing, and a hostile one shall get nothing."""

    def __call__(self, url: str, *_: object, **__: object) -> Any:
        raise ValueError(f"not fetched: {url}")

    fetch = __call__


def _check_font(drawing: Any) -> None:
    """Raise FailedError where the probe is drawn by a font that lacks its letters."""
    page = _page(drawing, f'<p lang="ar">{_PROBE}</p>')
    page.write_pdf()  # only now are the letters looked for
    if not page.fonts or any(font.missing for font in page.fonts.values()):
        raise FailedError("pdf_no_font")
