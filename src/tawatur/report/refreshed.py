"""What a refreshing changed, as a table with examples, and as plain data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tawatur.records.change import Change, ChangeKind, Tally
from tawatur.report.clean_text import isolated, named, one_line
from tawatur.report.messages import Lang, messages

if TYPE_CHECKING:
    from rich.table import Table

_LETTERS = 60  # of words of an article, and of a value, as far as they are shown
_FIELDS = 3  # of one record that are shown


def refreshed_table(kinds: Mapping[ChangeKind, Tally], lang: Lang, *, dry: bool = False) -> "Table":
    """Give a table of how many records of each kind are as before, new, gone and changed. `dry`: nothing was changed."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    r = messages("refresh", lang)
    table = Table(box=SIMPLE_HEAD, title=r("title_dry" if dry else "title"), title_justify="left", pad_edge=False)
    table.add_column(r("col_kind"))
    for column in ("same", "new", "gone", "changed"):
        table.add_column(r(f"col_{column}"), justify="right")
    for kind, tally in kinds.items():
        numbers = (tally.same, tally.new, tally.gone, tally.changed)
        table.add_row(r(f"kind_{kind}"), *(f"{number:,}" for number in numbers))
    return table


def example_lines(examples: Mapping[ChangeKind, Sequence[Change]], lang: Lang) -> Iterator[str]:
    """Give the examples of what changed, from what to what, each on one line."""
    r = messages("refresh", lang)
    for kind, found in examples.items():
        for change in found:
            words = isolated(_short(change.text)) if change.text else ""
            place = change.document or change.id
            told = r("example", kind=r(f"kind_{kind}"), text=words, place=f"({place})")
            yield one_line(f"{told} {r('comma').join(_told(change, lang))}")


def _told(change: Change, lang: Lang) -> Iterator[str]:
    r = messages("refresh", lang)
    before, after = change.before or {}, change.after or {}
    for field in list(after)[:_FIELDS]:
        told = _lists(before.get(field), after[field], lang) or (_value(before.get(field), lang), _value(after[field], lang))
        yield r("change", field=r(f"field_{field}"), before=told[0], after=told[1])


def _lists(before: Any, after: Any, lang: Lang) -> tuple[str, str] | None:
    """Of two lists, what stands in one of them alone."""
    if not isinstance(before, list) or not isinstance(after, list):
        return None
    left, added = ([one for one in side if one not in other] for side, other in ((before, after), (after, before)))
    return (_value(left, lang), _value(added, lang)) if left or added else None


def _value(value: Any, lang: Lang) -> str:
    r = messages("refresh", lang)
    if value is None or value in ([], ""):
        return r("nothing_said")
    if isinstance(value, bool):
        return r("is_so" if value else "is_not_so")
    if isinstance(value, list):
        shown = [isolated(_short(str(one))) for one in value[:_FIELDS]]
        return r("comma").join([*shown, f"(+{len(value) - _FIELDS})"] if len(value) > _FIELDS else shown)
    return isolated(_short(str(value)))


def _short(text: str) -> str:
    return named(text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…")
