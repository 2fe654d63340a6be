"""The loop of reading: every source to its reader, what is inside it around again; no input stops the rest."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tawatur.ingest.letters import storable
from tawatur.ingest.options import Options
from tawatur.ingest.pace import Pace
from tawatur.ingest.raw import Raw
from tawatur.ingest.readers import all_readers, choose
from tawatur.ingest.reasons import Exhausted, Reason, Refused, dropped
from tawatur.ingest.source import HEAD, Budget, Context, Source, buffered
from tawatur.ingest.walk import sources
from tawatur.ingest.web import Visits, Web, is_address
from tawatur.records.dropped import Dropped


class File(NamedTuple):
    """A file that was found: where it lies (bytes of the system), as what it is known, and whether the user named it."""

    path: bytes
    shown: str
    asked: bool


def raws(
    where: str | Path, options: Options | None = None, visits: Visits | None = None, pace: Pace | None = None
) -> Iterator[Raw | Dropped]:
    """Find and open what `where` names: a folder, a file, a glob, `-` (standard input), or an http address.

    Cheap and streaming; `document` does the costly part. `visits` remembers what feeds said at the last reading, so
    that what has not changed is not fetched again: keep it only once all that was given here is stored. `pace` is shared by what
    reads at the same time.
    """
    options = options or Options()
    web = Web(options, visits, pace)
    named = _fetched(str(where), web) if is_address(str(where)) else sources(str(where), options)
    for source in named:
        if isinstance(source, Dropped):
            yield source
        else:
            yield from _read(source, Context(options, web, all_readers(), Budget(options.bounds)))


def inputs(where: str | Path, options: Options, visits: Visits | None = None) -> Iterator[File | Raw | Dropped]:
    """Find what `where` names as `raws` does, and leave its files closed: what is in each, `raws_of` gives wherever it can be opened.

    What cannot be opened again (an address, standard input) is read at once.
    """
    if is_address(str(where)):
        yield from raws(where, options, visits)
        return
    for source in sources(str(where), options):
        if isinstance(source, Dropped):
            yield source
        elif source.file is None:
            yield from _read(source, Context(options, Web(options, visits), all_readers(), Budget(options.bounds)))
        else:
            yield File(os.fsencode(source.file.absolute()), source.path, source.asked)


def raws_of(file: File, options: Options) -> Iterator[Raw | Dropped]:
    """Give what is in a file that `inputs` found, as `raws` would."""
    path = Path(os.fsdecode(file.path))
    source = Source(file.shown, path.name, lambda: path.open("rb"), asked=file.asked, file=path)
    yield from _read(source, Context(options, Web(options, None), all_readers(), Budget(options.bounds)))


def _fetched(address: str, web: Web) -> Iterator[Source | Dropped]:
    try:
        source = web.get(address, named=True, again=True)
    except Refused as refused:
        yield dropped(address, refused.reason, refused.detail)
    else:
        yield from () if source is None else (source,)


def _read(source: Source, context: Context) -> Iterator[Raw | Dropped]:
    """Read one source and all that is inside it; what was not read whole is given whole by its server the next time."""
    missed, whole = context.web.missed, False
    try:
        yield from _inside(source, context)
        whole = context.web.missed == missed
    except Exhausted as refused:
        refused.member = refused.member or source.path
        if source.depth:
            raise  # to the file that all of it is in
        yield dropped(source.path, refused.reason, f"{refused.member}: {refused.detail}")
    except Refused as refused:
        yield dropped(source.path, refused.reason, refused.detail)
    except PermissionError:
        yield dropped(source.path, Reason.NO_PERMISSION, "no right to read the file; change its rights (chmod u+r)")
    except OSError as problem:
        yield dropped(source.path, Reason.UNREADABLE, f"{problem.strerror or problem}")
    except RecursionError:
        yield dropped(source.path, Reason.MALFORMED, "its parts stand too deep in each other")
    except Exception as problem:  # one broken input must not end the reading of the rest
        yield dropped(source.path, Reason.FAILED, f"{type(problem).__name__}: {problem}; please report it with the file")
    finally:
        if not whole and source.address:
            context.web.unread(source.path)


def _inside(source: Source, context: Context) -> Iterator[Raw | Dropped]:
    """What the reader of a source finds in it. Raises Refused."""
    if source.depth > context.options.bounds.depth:
        raise Refused(
            Reason.ARCHIVE_TOO_DEEP,
            f"archives are read {context.options.bounds.depth} deep; unpack it and read the folder",
        )
    with buffered(source.open()) as stream:
        reader = choose(source, stream.peek(HEAD)[:HEAD], context.readers)
        if source.address:
            context.web.is_kind(source.path, reader.name)
        for found in reader.read(source, stream, context):
            if isinstance(found, Source):
                yield from _read(found, context)
            else:
                yield storable(found)
