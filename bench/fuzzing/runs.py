"""Inputs one after the other in a process of their own, so that one that ends the interpreter is found too."""

import multiprocessing
import random
import sys
import tempfile
import time
import traceback
import zlib
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from bench.fuzzing import targets
from bench.fuzzing.limits import TooSlowError, bound_memory, peak, within
from bench.fuzzing.mutate import mutated, mutated_text
from bench.fuzzing.seeds import seeds, texts
from tawatur.records.document import Document

SECONDS = 1.0  # of the processor, for an input of 10 kB
MEGABYTES = 3000  # address space of the process; what is resident is a fifth of it
_TEXTS = 3  # of so many inputs one is a text for the annotators, the others are files for the readers
_ANNOTATED = 50  # of so many files that are read one is cleaned and annotated too
_GIVEN_UP = 10.0  # seconds of the processor after which an input is not gone on with


class Fault(NamedTuple):
    """An input that the program did not take as it should: its number, what it was given to, what happened, and the input."""

    number: int
    target: str
    what: str
    data: bytes


class Done(NamedTuple):
    """What one input took, in seconds of the processor, the most memory that was resident until then, and the documents it gave."""

    number: int
    target: str
    seconds: float
    megabytes: float
    documents: int


def run(first: int, count: int, seed: int) -> Iterator[Fault | Done]:
    """Give what came of `count` inputs from number `first` on. The same numbers and seed make the same inputs."""
    at, end = first, first + count
    context = multiprocessing.get_context("spawn")
    while at < end:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(at, end, seed, theirs), daemon=True)
        process.start()
        theirs.close()
        while True:
            try:
                one: Fault | Done = ours.recv()
            except EOFError:
                break
            if isinstance(one, Done):
                at = one.number + 1
            yield one
        process.join()
        if at < end:
            target, _, data = made(at, seed)
            yield Fault(at, target, f"the interpreter ended with status {process.exitcode}", data)
            at += 1


def made(number: int, seed: int) -> tuple[str, str, bytes]:
    """Give an input again: what it is for, the name of its file, and its bytes."""
    draw = random.Random(f"{seed} {number}")  # noqa: S311
    if number % _TEXTS == 0:
        some = texts()
        return "annotate", "a.txt", mutated_text(draw, draw.choice(some), draw.choice(some)).encode("utf-8", "surrogatepass")
    every = seeds()
    one = draw.choice(every)
    return "read", one.name, mutated(draw, one, every)


def _run(first: int, end: int, seed: int, out: Connection) -> None:
    bound_memory(MEGABYTES)
    with tempfile.TemporaryDirectory() as folder:
        targets.annotate(texts()[0])  # what is loaded once is no input's time
        for number in range(first, end):
            target, name, data = made(number, seed)
            started = time.process_time()
            fault, documents = _given(target, Path(folder, name), data)
            seconds = time.process_time() - started
            if fault is None and seconds > SECONDS:
                fault = f"{seconds:.1f} s"
            if fault:
                out.send(Fault(number, target, fault, data))
            out.send(Done(number, target, seconds, peak(), documents))
    out.close()


def _given(target: str, path: Path, data: bytes) -> tuple[str | None, int]:
    """Give one input to the program; what is wrong with what came of it, None where nothing is, and how many documents there were."""
    documents = 0
    try:
        with within(_GIVEN_UP):
            if target == "annotate":
                targets.annotate(data.decode("utf-8", "surrogatepass"))
            else:
                path.write_bytes(data)
                for found in targets.read(path):
                    documents += isinstance(found, Document)
                    if isinstance(found, Document) and zlib.crc32(data) % _ANNOTATED == 0:
                        targets.annotated(found)
    except TooSlowError:
        return f"more than {_GIVEN_UP:.0f} s: {_where()}", documents
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}: {_where()}", documents
    finally:
        path.unlink(missing_ok=True)
    return None, documents


def _where() -> str:
    """The innermost place in the program."""
    frames = traceback.extract_tb(sys.exc_info()[2])
    ours = [frame for frame in frames if "tawatur" in frame.filename] or frames
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
