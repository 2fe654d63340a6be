"""`tawatur correct`: what people know better of articles, and the judgements of all kinds: listed, taken back, in a file."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from tawatur.cli.judging import export_judgements, follow, import_judgements, judged_in, list_judgements, tell, who

if TYPE_CHECKING:
    from tawatur.records.judged import AnyJudgement
    from tawatur.store.sqlite import Store

# what stands for nobody, no agency, and no known date
_NONE = ("nobody", "none", "-", "لا أحد", "لا")


def run(asked: argparse.Namespace) -> int:
    """Carry out one action."""
    return _ACTIONS[asked.action](asked) or 0


def _judged(asked: argparse.Namespace, judge: Callable[["Store", argparse.Namespace], "AnyJudgement"]) -> None:
    from tawatur.records.finding_judgement import FindingJudgement

    with judged_in(asked.store) as store:
        told = judge(store, asked)
        applied = isinstance(told, FindingJudgement) or follow(store, asked)  # a finding's is laid over what was found
        tell(store, told, asked, applied=applied)


def _speaker(store: "Store", asked: argparse.Namespace) -> "AnyJudgement":
    from tawatur import correct

    return correct.speaker(store, asked.statement, _value(asked.to), who=who(asked))


def _date(store: "Store", asked: argparse.Namespace) -> "AnyJudgement":
    from tawatur import correct

    return correct.date(store, asked.article, _value(asked.day), words=asked.words, who=who(asked))


def _origin(store: "Store", asked: argparse.Namespace) -> "AnyJudgement":
    from tawatur import correct

    return correct.origin(store, asked.article, _value(asked.agency), words=asked.words, who=who(asked))


def _line(store: "Store", asked: argparse.Namespace) -> "AnyJudgement":
    from tawatur import correct

    return correct.line(store, asked.article, asked.words, asked.kind, who=who(asked))


def _undo(store: "Store", asked: argparse.Namespace) -> "AnyJudgement":
    from tawatur import correct

    return correct.undo(store, asked.judgement, who=who(asked))


def _value(given: str) -> str | None:
    return None if given.strip() in _NONE else given


_ACTIONS: dict[str, Callable[[argparse.Namespace], int | None]] = {
    "speaker": lambda asked: _judged(asked, _speaker),
    "date": lambda asked: _judged(asked, _date),
    "origin": lambda asked: _judged(asked, _origin),
    "line": lambda asked: _judged(asked, _line),
    "undo": lambda asked: _judged(asked, _undo),
    "list": lambda asked: list_judgements(asked, asked.of),
    "export": export_judgements,
    "import": import_judgements,
}
