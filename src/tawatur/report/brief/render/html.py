"""A brief as one HTML file that needs nothing beside it: no network, no script, fit for printing."""

from markupsafe import Markup

from tawatur.records.brief import Brief, Source
from tawatur.report.brief.frame import label_text
from tawatur.report.brief.render.parts import heading, remark, sections, timeline
from tawatur.report.brief.render.svg import timeline_figure, timeline_svg
from tawatur.report.clean_text import one_line
from tawatur.report.markup import templates
from tawatur.report.messages import messages
from tawatur.report.wording import machine_time, when


def html(brief: Brief, *, paged: bool = False) -> str:
    """Give the brief as an HTML document; `paged`: for a printer of pages that does not shape Arabic inside of SVG."""
    return (
        templates("tawatur.report.brief")
        .get_template("brief.html")
        .render(
            brief=brief,
            m=messages("brief", brief.lang),
            direction="rtl" if brief.lang == "ar" else "ltr",
            title=heading(brief),
            remark=remark(brief),
            sections=sections(brief),
            timeline=timeline(brief),
            drawing=Markup((timeline_figure if paged else timeline_svg)(brief)),  # noqa: S704 (both escape what they are given)
            sources=[source_words(one, brief) for one in brief.sources],
            machine_time=machine_time,
        )
    )


def source_words(source: Source, brief: Brief) -> dict[str, str | None]:
    """Give an article of the list of sources in words; `address` only where it is one of the web."""
    lang, m = brief.lang, messages("brief", brief.lang)
    address = source.address or ""
    return {
        "outlet": label_text(source.outlet or "", lang).strip("\u2068\u2069"),
        "title": one_line(source.title or m("untitled")),
        "day": when(source.published, lang, weekday=False) or messages("report", lang)("undated"),
        "address": address if address.startswith(("http://", "https://")) else None,
    }
