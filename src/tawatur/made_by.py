"""What makes each kind of record: the version of the program, and a digest of the parts of it that have a say.

    0.2.0+3f9a2b7c11d0      the version for people to read; the digest, by which it is told whether another would make the same

Two programs with the same digest make the same records, whatever their versions are called; a changed word list without a new version
is another. What other packages have a say (the tagger's runtime, the parser of pages) is not in it.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from tawatur import __version__

# `ingest`: a document from an input; `keys`: its outlet and the keys of its lines; `annotate`: an article; `share`: what articles share;
# `tell`: what headline and lead tell; `derive`: all that is made of several articles; `index`: the words by which it is found
Step = Literal["ingest", "keys", "annotate", "share", "tell", "derive", "index"]

_LANGUAGE = ("records", "arabic", "resources")
_ROOMS: dict[Step, tuple[str, ...]] = {
    "ingest": (*_LANGUAGE, "ingest"),
    "keys": (*_LANGUAGE, "clean"),
    "annotate": (*_LANGUAGE, "clean", "annotate"),
    "share": (*_LANGUAGE, "reuse", "groups.py"),
    "tell": (*_LANGUAGE, "stories"),
    "derive": (*_LANGUAGE, "annotate/dates", "reuse", "settle", "stories", "compare", "groups.py", "pipeline/deriving.py"),
    "index": (*_LANGUAGE, "search", "pipeline/indexing.py", "store/search_index.py"),
}
_WITHOUT_A_SAY = ("resources/messages", "resources/examples", "resources/export.schema.json")
_DIGITS = 12
# what a record was made by that was kept before that was written down: the first version, in whatever state it was
UNKNOWN = "0.1.0"


@cache
def made_by(step: Step) -> str:
    """Give what this program's records of a step are made by. It takes some 40 ms the first time: 450 files are read."""
    digest = hashlib.sha256()
    for room in _ROOMS[step]:
        digest.update(_digest(room))
    return f"{__version__}+{digest.hexdigest()[:_DIGITS]}"


def parts(step: Step) -> list[str]:
    """Give the names of the files that have a say in a step, each once for every room that it is in."""
    return [name for room in _ROOMS[step] for name, _ in _files(files("tawatur").joinpath(room), room)]


def digest_of(by: str) -> str:
    """The digest of a program; empty where none is known."""
    return by.partition("+")[2]


def same(one: str, other: str) -> bool:
    """Whether two programs make the same: by their digests. What is of no known digest is the same as nothing else."""
    return bool(digest_of(one)) and digest_of(one) == digest_of(other)


def is_older(by: str, step: Step) -> bool:
    """Whether what was made by `by` may be another than what this program makes."""
    return not same(by, made_by(step))


@cache
def _digest(room: str) -> bytes:
    digest = hashlib.sha256()
    for name, file in _files(files("tawatur").joinpath(room), room):
        digest.update(f"{name}\n".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.digest()


def _files(place: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """The files of a room in the order of their names, but for what Python writes beside them."""
    if name in _WITHOUT_A_SAY:
        return
    if place.is_file():
        yield name, place
        return
    for one in sorted(place.iterdir(), key=lambda one: one.name):
        if one.name != "__pycache__" and not one.name.startswith("."):
            yield from _files(one, f"{name}/{one.name}")
