"""An alert in words, for people."""

from tawatur.records.alert import Alert
from tawatur.report.clean_text import one_line
from tawatur.report.messages import Lang, messages


def title(alert: Alert, lang: Lang) -> str:
    """Give one line: of what kind it is, and what it is about."""
    kind = messages("watch", lang)(f"kind_{alert.kind}")
    return one_line(f"{kind}: {alert.about}" if alert.about else kind)


def says(alert: Alert, lang: Lang) -> str:
    """Give what it says, in one line."""
    return one_line(alert.says.ar if lang == "ar" else alert.says.en)


def link(alert: Alert, base: str) -> str:
    """Give the address of the page that shows it: the first words of its evidence, else its story."""
    root = base if base.endswith("/") else f"{base}/"
    if alert.story and alert.kind != "name":
        return f"{root}story/{alert.story}.html"
    if alert.evidence:
        span = alert.evidence[0]
        return f"{root}article/{span.document}.html#s-{span.start}-{span.end}"
    return root
