"""What `tawatur names` needs of the store: finding entities by words, keeping judgements, and applying them."""

import argparse
import getpass
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tawatur.records.errors import UsageError
from tawatur.records.finding_judgement import FindingJudgement
from tawatur.records.judgement import Judgement
from tawatur.records.name import Entity
from tawatur.records.story_judgement import StoryJudgement

if TYPE_CHECKING:
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

Judged = TypeVar("Judged", Judgement, StoryJudgement, FindingJudgement)

_SHOWN = 8  # entities that an ambiguous name is told to mean


@contextmanager
def writing(path: Path | None) -> Iterator["Store"]:
    """The store at `path`, else the default one, as the one process that writes it. Raises StoreError where there is none."""
    from tawatur.cli.stored import use_registers
    from tawatur.store.connection import default_path, writer
    from tawatur.store.sqlite import Store

    with Store(path or default_path(), create=False) as store, writer(store.path):
        use_registers(store, ())
        yield store


def chosen(found: "StoreLibrary", asked: str) -> Entity:
    """Give the entity that `asked` means: an id, the beginning of one, its name, or a form of it.

    Raises UsageError where it means none or several.
    """
    matches = matching(found, asked)
    if not matches:
        raise UsageError("entity_unknown", entity=asked)
    if len(matches) > 1:
        shown = "\n".join(f"  {one.id}  {one.name} ({one.type})" for one in matches[:_SHOWN])
        raise UsageError("entity_ambiguous", entity=asked, count=len(matches), entities=shown)
    return matches[0]


def matching(found: "StoreLibrary", asked: str) -> list[Entity]:
    """The entities of this id; else those called so; else those with such a form; else those whose id begins so."""
    from tawatur.settle.spelling import words

    exact = found.entity(asked)
    if exact:
        return [exact]
    key = words(asked)
    every = list(found.entities())
    called = [one for one in every if key and words(one.name) == key]
    formed = [one for one in every if key and any(words(form) == key for form in one.forms)]
    return called or formed or [one for one in every if len(asked) > 2 and one.id.startswith(asked)]


def last_standing(judgements: Iterable[Judged], begins: str | None, unknown: str) -> Judged:
    """The last judgement that was not taken back, of those whose id begins so where that is asked.

    Raises UsageError where there is none (of code `unknown`), or several begin so.
    """
    standing = [one for one in judgements if not one.undone and one.id.startswith(begins or "")]
    if not standing:
        raise UsageError(unknown, judgement=begins or "-")
    if begins and len(standing) > 1:
        raise UsageError("judgement_ambiguous", judgement=begins, count=len(standing))
    return max(standing, key=lambda one: (one.when, one.id))


def who(asked: argparse.Namespace) -> str:
    """Who judges: --who, else the user of this machine."""
    if asked.who:
        return str(asked.who)
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container without a table of users
        return "-"


def keep(store: "Store", judgements: Sequence[Judgement], asked: argparse.Namespace) -> None:
    """Keep judgements and, unless --later, make anew what follows from them."""
    from tawatur.cli.progress import shown
    from tawatur.pipeline import derive

    with store.transaction():
        store.keep_judgements(judgements)
    if not asked.later:
        with shown(asked.lang, quiet=asked.json) as progress:
            derive(store, progress=progress)
