"""Fit the weights of events: src/tawatur/resources/events/weights.yaml.

    python genscripts/weigh_events.py [GOLD_EVENTS_FOLDER]

The folder (by default gold/events of ../shared) holds the sentences of PROTEST and ASSAULT of the Open Event Data Alliance (MIT
licence, Copyright (c) 2018 Open Event Data Alliance), of which only weights of named features come into the file. Yes is told from
the sentences that all annotators refused. bench/skills/events.py measures with weights fitted without the part that is judged.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.skills.events import TYPES, labelled  # noqa: E402 (it stands beside the package)
from bench.weighing import fit, threshold  # noqa: E402

GOLD = ROOT.parent / "shared" / "gold" / "events"
WEIGHTS = ROOT / "src" / "tawatur" / "resources" / "events" / "weights.yaml"
_SMALL = 0.005  # weights nearer to nothing are left out
_HEAD = """# How far a clause reports a deed rather than speaks of one: weights of named features, fitted by genscripts/weigh_events.py to the
# gold standard records of the Open Event Data Alliance (github.com/openeventdata/arabic_event_gsr, MIT). The probability is that
# of the sum with `bias`; `least` is that from which F1 was best in inner folds. `common` is one of the commonest words of the language.
of:
"""


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    gold: Path = parser.parse_args().gold
    parts = [_HEAD]
    for kind in TYPES:
        rows = [one for label, one in labelled(gold / f"{kind}_gsr.csv", kind) if label in ("yes", "easy no")]
        weights = {name: round(value, 3) for name, value in fit(rows).items() if name == "bias" or abs(value) >= _SMALL}
        parts.append(f"  {kind.upper()}:\n    least: {threshold(rows):.2f}\n")
        parts += [f'    "{name}": {value:.3f}\n' for name, value in sorted(weights.items())]
    WEIGHTS.write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
