"""The tagger of names in five contiguous folds of CLEANANERCorp's training part, trained by the recipe that ships.

Usage: python -m bench.names_folds

Four folds and AQMAR's training part are trained on, one is measured: exact spans and types of PERS, LOC and ORG together.
MISC (events, laws and the rest; adjectives of nation apart) is printed beside and not counted. Takes some ten minutes.
"""

import statistics
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]

from bench.tagged import read, spans
from bench.trained import Row, rows, train

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "names"
_FOLDS = 5
_COUNTED = ("PER", "LOC", "ORG")
_MISC = ("EVT", "LAW", "MIS")


def main() -> int:
    """Print each fold, then mean and range; the model of all folds' first on AQMAR's development part too."""
    if not GOLD.is_dir():
        print("skipped, there is no ../shared with labelled data")
        return 0
    corpus, extra = rows(read(GOLD / "cleananercorp_TRAIN.txt")), rows(read(GOLD / "aqmar_train.txt"))
    cuts = [round(len(corpus) * k / _FOLDS) for k in range(_FOLDS + 1)]
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for k in range(_FOLDS):
            model = Path(folder, f"{k}.crfsuite")
            train([*corpus[: cuts[k]], *corpus[cuts[k + 1] :], *extra], model)
            found = counted(model, corpus[cuts[k] : cuts[k + 1]])
            figures.append(found.f1(_COUNTED))
            types = ", ".join(f"{kind} {found.f1((kind,)):.3f}" for kind in _COUNTED)
            print(
                f"fold {k + 1}: F1 {figures[-1]:.3f} ({types}); MISC {found.f1(_MISC):.3f}, NAT {found.f1(('NAT',)):.3f}",
                flush=True,
            )
    print(f"mean {statistics.mean(figures):.3f}, range {min(figures):.3f} to {max(figures):.3f}")
    return 0


class Counts(dict[str, Counter[str]]):
    """How many names of each type were right, given and wanted."""

    def f1(self, kinds: tuple[str, ...]) -> float:
        """F1 of these types together; 0 where there is none."""
        right, given, wanted = (sum(self[part][kind] for kind in kinds) for part in ("right", "given", "wanted"))
        return 2 * right / (given + wanted) if given + wanted else 0.0


def counted(model: Path, sentences: list[Row]) -> Counts:
    """Tag the sentences with a model and count."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    found = Counts(right=Counter(), given=Counter(), wanted=Counter())
    for row in sentences:
        have, want = spans(tagger.tag(row.features)), spans(row.tags)
        for part, names in (("right", have & want), ("given", have), ("wanted", want)):
            found[part].update(kind for _, _, kind in names)
    return found


if __name__ == "__main__":
    sys.exit(main())
