"""The example corpus: what we wrote ourselves. A regression test; its figures are never quoted as quality."""

import json
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from bench.skills.figure import Figure, gold_hash
from bench.skills.whole import parsed, scored

NEEDS_SHARED = False


def measure(shared: Path) -> list[Figure]:
    """The scorer's figures on the demo's export."""
    del shared
    with tempfile.TemporaryDirectory() as folder, as_file(files("tawatur.resources").joinpath("examples")) as examples:
        export, gold = demo(Path(folder), examples / "gold" / "gold.yaml")
        return parsed(scored(export, gold), gold_hash(gold))


def demo(folder: Path, gold: Path) -> tuple[Path, Path]:
    """Run the demo into `folder`; give its export, and the gold beside the texts that it speaks of, as the scorer wants them."""
    # a process of its own, since the demo brings its own register of outlets and agencies
    subprocess.run([sys.executable, "-m", "tawatur.cli.main", "demo", str(folder), "--json"], check=True, capture_output=True)
    beside = folder / "gold"
    beside.mkdir(exist_ok=True)
    for line in (folder / "export" / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name = Path(row["source"]).with_suffix(".txt").name
        (beside / name).write_text(row["text"], encoding="utf-8", newline="")
    return folder / "export", Path(shutil.copy(gold, beside))
