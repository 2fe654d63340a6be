"""What a search found, for the terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tawatur.records.hit import Context, Hit, Results
from tawatur.report import labels
from tawatur.report.clean_text import one_line
from tawatur.report.messages import Lang, Messages, messages

if TYPE_CHECKING:
    from rich.text import Text

_FORMS = 8  # forms of a word that are listed


def found_report(results: Results, lang: Lang) -> Iterator["Text"]:
    """Give the count, the forms that were looked for, and each hit in a few lines with its words marked."""
    from rich.text import Text

    m = messages("search", lang)
    counts = [f"{m(f'kinds_{one.value}')} {one.count:,}" for one in results.facets.kinds]
    yield Text("  ".join([m.count("results", results.total), *counts]), style="bold")
    for searched in results.words:
        yield Text(looked_for(searched.word, searched.forms, m), style="dim")
    for number, hit in enumerate(results.hits, results.offset + 1):
        yield _hit(number, hit, m, lang)


def looked_for(word: str, forms: tuple[str, ...], m: Messages) -> str:
    """Say which forms of a word were looked for, the commonest ones."""
    said = m("forms", word=one_line(word), forms=" ".join(forms[:_FORMS]))
    return f"{said} {m('forms_more', count=len(forms) - _FORMS)}" if len(forms) > _FORMS else said


def _hit(number: int, hit: Hit, m: Messages, lang: Lang) -> "Text":
    from rich.text import Text

    text = Text(f"\n{number}. ")
    text.append(m(f"kind_{hit.kind}"), style="dim")
    text.append("  ")
    text.append_text(_marked(hit.title) if hit.title.text else Text(one_line(hit.speaker or m("untitled"))))
    outlet = labels.outlet(hit.outlet, lang) if hit.outlet else ""
    text.append("\n   " + "  ".join(filter(None, (hit.date or "", outlet, hit.id))), style="dim")
    if hit.context.text:
        text.append("\n   ")
        text.append_text(_marked(hit.context))
    return text


def _marked(context: Context) -> "Text":
    """A context on one line, with its marks in bold."""
    from rich.text import Text

    text, at = Text("… " if context.cut_before else ""), 0
    for mark in context.marks:
        text.append(_plain(context.text[at : mark.start]))
        text.append(_plain(context.text[mark.start : mark.end]), style="bold yellow")
        at = mark.end
    text.append(_plain(context.text[at:]))
    return text.append(" …") if context.cut_after else text


def _plain(piece: str) -> str:
    """A piece on one line, with the spaces at its edges kept."""
    inner = one_line(piece)
    before = " " if piece[:1].isspace() else ""
    after = " " if piece[-1:].isspace() and len(piece) > 1 else ""
    return before + inner.strip() + after
