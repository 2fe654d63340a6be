"""The same targets under atheris: inputs guided by coverage. Each target runs in a process of its own (`under_atheris`)."""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.fuzzing.mutate import LARGEST
from bench.fuzzing.runs import MEGABYTES
from bench.fuzzing.seeds import seeds, texts

_TARGETS = {"read": 0.8, "annotate": 0.2}  # shares of the inputs


def guided(runs: int, seed: int, failures: Path) -> int:
    """Run, and give how many targets failed: libFuzzer ends a target at its first fault."""
    faults = 0
    failures.mkdir(parents=True, exist_ok=True)
    for target, share in _TARGETS.items():
        with tempfile.TemporaryDirectory() as corpus, tempfile.TemporaryDirectory() as scratch:
            _write(target, Path(corpus))
            command = [sys.executable, "-m", "bench.fuzzing.under_atheris", target, scratch, corpus]
            command += [f"-runs={int(runs * share)}", f"-seed={seed}"]
            limits = [f"-max_len={LARGEST}", "-timeout=10", f"-rss_limit_mb={MEGABYTES}", f"-artifact_prefix={failures}/"]
            done = subprocess.run([*command, *limits], capture_output=True, text=True, check=False)
        last = [line for line in done.stderr.splitlines() if "DONE" in line or line.startswith(("Done", "=="))]
        print(f"guided, {target}: status {done.returncode}; {'; '.join(last)}")
        if done.returncode:
            (failures / f"guided-{target}.log").write_text(done.stderr, encoding="utf-8")
            faults += 1
    return faults


def names() -> list[str]:
    """The kinds of file that an input may be read as."""
    return sorted({one.name for one in seeds()})


def _write(target: str, corpus: Path) -> None:
    """Write the seeds as the target takes them."""
    if target == "annotate":
        for number, text in enumerate(texts()):
            (corpus / str(number)).write_text(text[:600], encoding="utf-8")
        return
    known = names()
    for number, one in enumerate(seeds()):
        (corpus / str(number)).write_bytes(bytes([known.index(one.name)]) + one.data)
