"""`tawatur restore`: a backup put in the store's place."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.out import print_json
from tawatur.records.errors import UsageError
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.store.address import Place


def run(asked: argparse.Namespace) -> int:
    """Check the backup, put it in the store's place, and say what was carried over."""
    from tawatur import correct
    from tawatur.cli.progress import shown
    from tawatur.store.address import default_place

    target = asked.store or default_place()
    if not asked.yes and _there(target):
        raise UsageError("restore_unsure", path=target, file=asked.file)
    with shown(asked.lang, quiet=asked.json) as progress:
        done = correct.restore(asked.file, target, progress=progress)
    if asked.json:
        aside = str(done.aside) if done.aside else None
        print_json({"documents": done.documents, "judgements": done.judgements, "buried": done.buried, "aside": aside})
        return 0
    words = messages("cli", asked.lang)
    print(words("restore.done", path=target, documents=done.documents, judgements=done.judgements, buried=done.buried))
    if done.aside:
        print(words("restore.aside", path=done.aside))
    return 0


def _there(target: "Place") -> bool:
    from tawatur.store.copying import holds

    return target.exists() if isinstance(target, Path) else holds(target)
