"""From what a page shows to HTML. Every value is escaped; control characters are replaced before."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tawatur.report.clean_text import shown
from tawatur.report.messages import messages
from tawatur.web.setting import Setting


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("tawatur.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_fit,
    )


def _fit(value: Any) -> Any:
    """Make a value fit for HTML: what is already HTML keeps being it."""
    if isinstance(value, Markup):
        return Markup(shown(value))  # noqa: S704 (only characters that HTML cannot hold are replaced)
    return shown(value) if isinstance(value, str) else value


def render(template: str, setting: Setting, page: Any) -> str:
    """Give the HTML of `templates/TEMPLATE.html` for a page."""
    return (
        _environment()
        .get_template(f"{template}.html")
        .render(page=page, setting=setting, links=setting.links, m=setting.m, s=messages("search", setting.lang))
    )
