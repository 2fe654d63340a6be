"""Resolve the dependencies of pyproject.toml for every platform and write requirements/*.lock with hashes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "pip": ["requirements/pip.in"],
    "run": ["pyproject.toml", "requirements/build.in"],
    "dev": ["pyproject.toml", "--all-extras", "requirements/build.in", "requirements/dev.in"],
}


def main() -> int:
    """Write each lock file anew; the addresses of registries stay out of them."""
    for name, inputs in LOCKS.items():
        command = [sys.executable, "-m", "uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes"]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header", "--quiet", "--upgrade"]
        subprocess.run([*command, *inputs, "-o", f"requirements/{name}.lock"], cwd=ROOT, check=True)  # noqa: S603
    return 0


if __name__ == "__main__":
    sys.exit(main())
