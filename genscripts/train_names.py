"""Train the tagger of names: src/tawatur/annotate/names/model.crfsuite.

    python genscripts/train_names.py [GOLD_NAMES_FOLDER] [--out FILE] [--held-out 0.15]

The folder (by default gold/names of ../shared) holds CLEANANERCorp's training part and AQMAR's, one token and its tag a line. The last part of
CLEANANERCorp (`--held-out`, a contiguous block) is never trained on: bench/skills/names.py measures on it.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.tagged import blocks, read  # noqa: E402 (it stands beside the package)
from bench.trained import rows, train  # noqa: E402

GOLD = ROOT.parent / "shared" / "gold" / "names"
MODEL = ROOT / "src" / "tawatur" / "annotate" / "names" / "model.crfsuite"


def main() -> None:
    """Read, train, say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--held-out", type=float, default=0.15)
    args = parser.parse_args()
    trained, held = blocks(read(args.gold / "cleananercorp_TRAIN.txt"), args.held_out)
    extra = read(args.gold / "aqmar_train.txt")
    train([*rows(trained), *rows(extra)], args.out)
    print(f"{len(trained)} + {len(extra)} sentences, {len(held)} held out; {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
