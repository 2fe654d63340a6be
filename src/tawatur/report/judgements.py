"""Judgements of whatever kind, and what became of them: in words, as a table, and for programs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.base import to_dict
from tawatur.records.correction import Correction
from tawatur.records.judged import AnyJudgement, Entry
from tawatur.records.judgement import Judgement
from tawatur.records.story_judgement import StoryJudgement
from tawatur.report.clean_text import isolated, named, one_line
from tawatur.report.messages import Lang, messages
from tawatur.report.wording import when

if TYPE_CHECKING:
    from rich.table import Table

_LETTERS = 60  # of the words that a person pointed at, as far as they are shown


def judgements_data(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """Give judgements as plain data: their fields, the kind of thing they are of, what became of them and what they speak of now."""
    return [
        {
            **to_dict(one.judgement),
            "room": one.room,
            "status": one.became,
            "outcome": {"missing": one.missing, "entities": list(one.entities), "stories": list(one.stories)},
        }
        for one in entries
    ]


def judgements_table(entries: Sequence[Entry], lang: Lang) -> "Table":
    """Give a table of judgements, in the order given."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    m = messages("judgements", lang)
    table = Table(box=SIMPLE_HEAD, title=m("judgements"), title_justify="left", pad_edge=False)
    for column in ("col_what", "col_who", "col_when", "col_status"):
        table.add_column(m(column), overflow="fold")
    table.add_column(m("col_id"), style="dim", no_wrap=True)
    for one in entries:
        told = one.judgement
        row = (what(told, lang), named(told.who), _minute(told.when), became(one, lang), told.id)
        table.add_row(*(Text(one_line(cell)) for cell in row))
    return table


def judgement_line(one: Entry, lang: Lang) -> str:
    """Give a judgement on one line: id, when (UTC), who, what, and what became of it."""
    told = one.judgement
    return one_line(f"{told.id}  {_minute(told.when)}  {named(told.who)}  {what(told, lang)}  ({became(one, lang)})")


def what(told: AnyJudgement, lang: Lang) -> str:
    """Say in words what was judged."""
    m = messages("judgements", lang)
    if isinstance(told, Judgement):
        subjects = [isolated(subject.name) for subject in told.subjects]
        parts = m("comma").join(map(isolated, (*told.forms, *told.documents)))
        name = isolated(told.name) if told.name else ""
        return m(f"did_{told.kind}", subject=m("joint").join(subjects), parts=parts, name=name)
    if isinstance(told, StoryJudgement):
        return m(f"did_{told.kind}", documents=" ".join(told.documents), others=" ".join(told.others))
    if isinstance(told, Correction):
        return _of_article(told, lang)
    return m(f"did_{told.kind}", finding=told.finding, about=told.about)


def _of_article(told: Correction, lang: Lang) -> str:
    m = messages("judgements", lang)
    said = told.subject.name if told.subject else told.value
    if told.kind == "line":
        value = messages("web", lang)(f"line_{told.value}")
    elif told.kind == "date":
        value = when(said, lang) if said else m("unknown")
    else:
        value = isolated(said) if said else m("nobody")
    words = told.text if len(told.text) <= _LETTERS else f"{told.text[:_LETTERS]}…"
    return m(f"did_{told.kind}", article=told.document, value=value, words=isolated(words) if words else "")


def became(one: Entry, lang: Lang) -> str:
    """Say in words what became of a judgement in the last run; of one that was taken back, who did it and when."""
    m, told = messages("judgements", lang), one.judgement
    if told.undone:
        return m("status_undone", who=named(told.undone_by or "-"), when=_minute(told.undone))
    return m(f"status_{one.became}", missing=isolated(one.missing) if one.missing else "")


def _minute(when: str) -> str:
    return when[:16].replace("T", " ")
