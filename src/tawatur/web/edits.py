"""From what a form or a program sends to judgements: names, stories, findings and articles are corrected here, and it is taken back."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tawatur import correct
from tawatur.records.errors import UsageError
from tawatur.records.judged import AnyJudgement
from tawatur.store.sqlite import Store

Fields = Mapping[str, Sequence[str]]


class Edit(NamedTuple):
    """A kind of edit: the fields that it needs, those that may be left out, and what carries it out.

    A field that ends in "s" may stand several times. `follows`: other records are made anew from it, which takes a while.
    """

    needs: tuple[str, ...]
    make: Callable[[Store, Fields, str], AnyJudgement]
    may: tuple[str, ...] = ()
    follows: bool = True


def _one(fields: Fields, name: str) -> str:
    """The value of a field, on one line."""
    return " ".join(fields[name][0].split())


def _maybe(fields: Fields, name: str) -> str | None:
    return _one(fields, name) if fields.get(name, [""])[0].strip() else None


EDITS: dict[str, Edit] = {
    "join_stories": Edit(("story", "other"), lambda s, f, who: correct.join(s, _one(f, "story"), _one(f, "other"), who=who)),
    "part_story": Edit(("story", "articles"), lambda s, f, who: correct.part(s, _one(f, "story"), f["articles"], who=who)),
    "join_names": Edit(("names",), lambda s, f, who: correct.merge(s, f["names"], who=who)),
    "part_name": Edit(("name", "parts"), lambda s, f, who: correct.split(s, _one(f, "name"), f["parts"], who=who)),
    "rename": Edit(("name", "called"), lambda s, f, who: correct.rename(s, _one(f, "name"), _one(f, "called"), who=who)),
    "confirm": Edit(("finding",), lambda s, f, who: correct.confirm(s, _one(f, "finding"), who=who), follows=False),
    "dismiss": Edit(("finding",), lambda s, f, who: correct.dismiss(s, _one(f, "finding"), who=who), follows=False),
    "speaker": Edit(
        ("statement",), lambda s, f, who: correct.speaker(s, _one(f, "statement"), _maybe(f, "to"), who=who), may=("to",)
    ),
    "date": Edit(
        ("article",),
        lambda s, f, who: correct.date(s, _one(f, "article"), _maybe(f, "day"), words=_maybe(f, "words"), who=who),
        may=("day", "words"),
    ),
    "origin": Edit(
        ("article",),
        lambda s, f, who: correct.origin(s, _one(f, "article"), _maybe(f, "agency"), words=_maybe(f, "words"), who=who),
        may=("agency", "words"),
    ),
    "line": Edit(
        ("article", "words", "kind"),
        lambda s, f, who: correct.line(s, _one(f, "article"), f["words"][0], _one(f, "kind"), who=who),
    ),
    "undo": Edit((), lambda s, f, who: correct.undo(s, _maybe(f, "judgement"), who=who), may=("judgement",)),
}


def carry_out(store: Store, kind: str, fields: Fields, who: str) -> AnyJudgement:
    """Carry out an edit of a kind of EDITS, and keep who made it and when.

    Raises UsageError where there is no such kind, a field is missing, or what is pointed at is not there.
    """
    edit = EDITS.get(kind)
    if edit is None:
        raise UsageError("edit_unknown", edit=kind, known=", ".join(EDITS))
    missing = [name for name in edit.needs if not any(value.strip() for value in fields.get(name, ()))]
    if missing:
        raise UsageError("edit_field", edit=kind, field=", ".join(missing))
    return edit.make(store, fields, who)


def follows(kind: str) -> bool:
    """Whether other records are made anew from an edit of this kind."""
    return EDITS[kind].follows
