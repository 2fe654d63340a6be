"""The whole way, on labelled articles: read them, export, and count with the scorer of the contract."""

import contextlib
import io
import re
import sys
import tempfile
from pathlib import Path
from unittest import mock

from bench.scorer import score
from bench.skills.figure import Figure, gold_hash

# lines of the scorer: «name  P 0.950  R 0.900  F1 0.924 …» and «name  5 of 5 right»
_F1 = re.compile(r"^(\S.*?)\s+P [\d.]+\s+R [\d.]+\s+F1 ([\d.]+)\s+\((.*)\)$", re.MULTILINE)
_COUNT = re.compile(r"^(\S.*?)\s+(\d+) of (\d+) right", re.MULTILINE)


def measure(shared: Path) -> list[Figure]:
    """The figures on the five seeds."""
    gold = shared / "seeds" / "gold.yaml"
    return figures(shared / "seeds", gold)


def figures(articles: Path, gold: Path) -> list[Figure]:
    """Read `articles`, export them, and give the scorer's figures against `gold`."""
    from tawatur.export.folder import write
    from tawatur.ingest import Options
    from tawatur.pipeline import read
    from tawatur.store.library import StoreLibrary
    from tawatur.store.sqlite import Store

    with tempfile.TemporaryDirectory() as folder, Store(Path(folder, "s.sqlite")) as store:
        read(store, [str(articles)], Options())
        write(StoreLibrary(store), Path(folder, "out"))
        return parsed(scored(Path(folder, "out"), gold), gold_hash(gold))


def scored(export: Path, gold: Path, *more: str) -> str:
    """Give what the scorer prints."""
    printed = io.StringIO()
    with mock.patch.object(sys, "argv", ["score.py", str(export), str(gold), *more]), contextlib.redirect_stdout(printed):
        score.main()
    return printed.getvalue()


def parsed(printed: str, gold: str) -> list[Figure]:
    """Give the figures in what the scorer printed."""
    found = [Figure(f"{name}, F1", float(value), gold, note) for name, value, note in _F1.findall(printed)]
    found += [Figure(name, int(right), gold, f"of {of}") for name, right, of in _COUNT.findall(printed)]
    return found
