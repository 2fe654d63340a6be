"""The trained tagger (a conditional random field): loaded once a process, when the first sentence comes."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import Any

from tawatur.annotate.names.features import Context, features
from tawatur.annotate.names.lexicon import Lexicon

# Words tagged at once. Their features take 6 KB a word, so a line of 200,000 words without a stop took 1.2 GB at once;
# no sentence of prose is as long as this, so none is cut.
_AT_ONCE = 2000


@cache
def _model() -> Any:
    import pycrfsuite  # type: ignore[import-untyped]  # heavy: only when there is something to tag

    tagger = pycrfsuite.Tagger()
    with as_file(files("tawatur.annotate.names").joinpath("model.crfsuite")) as path:
        tagger.open(str(path))
    return tagger


def tag(words: Sequence[str], lexicon: Lexicon, context: Context) -> list[str]:
    """Give each word its tag: `B-` or `I-` with PER, ORG, LOC, NAT, EVT, LAW or MIS, or `O`. `context` is its article's."""
    model = _model()
    parts = (words[at : at + _AT_ONCE] for at in range(0, len(words), _AT_ONCE))
    return [tag for part in parts for tag in model.tag(features(part, lexicon, context))]
