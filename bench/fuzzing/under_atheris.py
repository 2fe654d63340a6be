"""One target under atheris, in a process that `guided` starts: libFuzzer ends it when it has had its inputs, or at the first fault.

atheris (Apache-2.0) is on PyPI for Linux; nothing else here needs it. What is imported before it is not seen by it, so nothing of the program is.
The first byte of an input chooses the kind of file that it is read as.
"""

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

_SEEN = ["tawatur.ingest", "tawatur.clean", "tawatur.annotate", "tawatur.arabic"]


def main() -> None:
    """Run one target until it has had its inputs."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=_SEEN):
        targets = importlib.import_module("bench.fuzzing.targets")
    known = importlib.import_module("bench.fuzzing.guided").names()
    folder = tempfile.mkdtemp(dir=sys.argv[2])

    def annotate(data: bytes) -> None:
        targets.annotate(data.decode("utf-8", "replace"))

    def read(data: bytes) -> None:
        path = Path(folder, known[data[0] % len(known)] if data else "a.txt")
        path.write_bytes(data[1:])
        try:
            targets.read(path)
        finally:
            path.unlink()

    atheris.Setup([sys.argv[0], *sys.argv[3:]], {"annotate": annotate, "read": read}[sys.argv[1]])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
