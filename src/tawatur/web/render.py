"""From what a page shows to HTML. Every value is escaped; control characters are replaced before."""

from typing import Any

from tawatur.report.markup import templates
from tawatur.report.messages import messages
from tawatur.web.setting import Setting


def render(template: str, setting: Setting, page: Any) -> str:
    """Give the HTML of `templates/TEMPLATE.html` for a page."""
    return (
        templates("tawatur.web")
        .get_template(f"{template}.html")
        .render(page=page, setting=setting, links=setting.links, m=setting.m, s=messages("search", setting.lang))
    )
