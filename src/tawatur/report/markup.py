"""The templates of a package, made into HTML: every value is escaped, and characters that HTML cannot hold are replaced before."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tawatur.report.clean_text import shown


@cache
def templates(package: str) -> Environment:
    """Give the environment of the templates below `package`; a name that a template is not handed is an error."""
    return Environment(
        loader=PackageLoader(package, "templates"),
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
