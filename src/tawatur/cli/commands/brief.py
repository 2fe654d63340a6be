"""`tawatur brief`: what is known of a story or a day, in sentences."""

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tawatur.cli.commands.show import chosen
from tawatur.cli.out import print_json
from tawatur.cli.parser import BRIEF_FORMATS
from tawatur.cli.stored import library
from tawatur.records.errors import FailedError, UsageError
from tawatur.report.messages import messages

if TYPE_CHECKING:
    from tawatur.records.brief import Brief
    from tawatur.report.brief.render.formats import Format

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def run(asked: argparse.Namespace) -> int:
    """Write the brief to a file or to standard output. It is in Arabic unless --lang asks for an English frame."""
    from tawatur.report.brief.render.formats import written

    brief = _made(asked)
    if asked.json:
        print_json(brief)
        return 0
    data = written(brief, _format(asked))
    if asked.out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return 0
    try:
        asked.out.write_bytes(data)
    except OSError as error:
        raise FailedError("brief_unwritable", path=asked.out, error=error.strerror or error) from error
    print(messages("cli", asked.lang)("brief.written", path=asked.out))
    return 0


def _made(asked: argparse.Namespace) -> "Brief":
    from tawatur.report.brief import of_day, of_story

    with library(asked.store) as found:
        if not _DAY.fullmatch(asked.what):
            return of_story(chosen(found, asked.what), asked.page_lang, found.document)
        try:
            brief = of_day(asked.what, found.stories(), found.story, asked.page_lang)
        except ValueError as error:  # a day that no month has
            raise UsageError("brief_no_stories", day=asked.what) from error
    if not brief.total:
        raise UsageError("brief_no_stories", day=asked.what)
    return brief


def _format(asked: argparse.Namespace) -> "Format":
    """The format asked for, else that of the file's ending, else Markdown."""
    ending = asked.out.suffix.lstrip(".").lower() if isinstance(asked.out, Path) else ""
    return cast("Format", asked.format or (ending if ending in BRIEF_FORMATS else "md"))
