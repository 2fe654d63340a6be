"""The gate keeps out every planted error, and no true sentence."""

from collections import Counter

from tests.report.brief.conftest import Briefed
from tests.report.brief.planted import KINDS, Planted, plant

from tawatur.report.brief.gate import refusal

_LEAST = 200


def _planted(briefs: list[Briefed]) -> list[Planted]:
    return [one for briefed in briefs for one in plant(briefed)]


def test_every_planted_error_is_refused(briefs: list[Briefed]) -> None:
    planted = _planted(briefs)
    passed = [(one.kind, one.sentence.text) for one in planted if refusal(one.sentence, one.of.evidence, one.of.lang) is None]
    assert passed == []
    assert len(planted) >= _LEAST


def test_errors_of_every_kind_were_planted(briefs: list[Briefed]) -> None:
    counts = Counter(one.kind for one in _planted(briefs))
    assert {kind for kind in KINDS if not counts[kind]} == set()


def test_no_true_sentence_is_refused(briefs: list[Briefed]) -> None:
    refused = [
        (refusal(one, briefed.evidence, briefed.lang), one.text)
        for briefed in briefs
        for one in briefed.sentences
        if refusal(one, briefed.evidence, briefed.lang)
    ]
    assert refused == []
    assert sum(len(briefed.sentences) for briefed in briefs) > _LEAST


def test_the_true_sentences_of_the_examples_all_reach_their_briefs(briefs: list[Briefed]) -> None:
    assert [(one.reason, one.sentence.text) for briefed in briefs for one in briefed.brief.rejected] == []
