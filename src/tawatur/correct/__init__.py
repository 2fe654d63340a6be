"""What people correct: the one place where judgements are made, taken back, listed and applied, for the command, the page and the API.

Each function that judges takes a store that may be written, who judges, and when (a datetime with zone; now where it is left out).
It checks, and keeps the judgement, in one short transaction of its own: a `tawatur read` that goes on meanwhile is waited for
where it is just writing (up to two minutes, then StoreError `store_busy`) and does not matter else. It raises UsageError where what is
pointed at is not there or cannot be judged so. `apply` then makes anew what follows; where a read is under way it leaves that to the
next run. A thread of a server opens a `Store` of its own.

    with Store(path, create=False) as store:
        told = correct.join(store, "y-4c1f…", "y-88ab…", who="نادية")
        correct.apply(store)          # False: it waits for the next run
    entries = correct.history(StoreLibrary(store))
"""

from tawatur.correct.applying import apply
from tawatur.correct.articles import LINE_KINDS, date, line, origin, speaker
from tawatur.correct.chosen import article, entities, entity, finding, statement, story
from tawatur.correct.file import Fault, Taken, export, take
from tawatur.correct.findings import confirm, dismiss
from tawatur.correct.forgetting import forget, lift
from tawatur.correct.history import entry, history
from tawatur.correct.names import merge, rename, split
from tawatur.correct.restoring import restore
from tawatur.correct.stories import join, part
from tawatur.correct.undoing import undo

__all__ = [
    "LINE_KINDS",
    "Fault",
    "Taken",
    "apply",
    "article",
    "confirm",
    "date",
    "dismiss",
    "entities",
    "entity",
    "entry",
    "export",
    "finding",
    "forget",
    "history",
    "join",
    "lift",
    "line",
    "merge",
    "origin",
    "part",
    "rename",
    "restore",
    "speaker",
    "split",
    "statement",
    "story",
    "take",
    "undo",
]
