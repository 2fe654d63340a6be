"""Marks: by which it is seen whether all that an article's story goes by is as it was."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tawatur.records.correction import Correction


def marks(states: Mapping[str, str | None], corrections: Iterable[Correction]) -> dict[str, str]:
    """Give by document what its article was made from and how people corrected it; `corrections` are those that stand."""
    judged: dict[str, list[str]] = defaultdict(list)
    for told in corrections:
        judged[told.document].append(told.id)
    return {document: f"{state} {sorted(judged.get(document, ()))}" for document, state in states.items()}
