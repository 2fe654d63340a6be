from bench.weighing import Sentence, fit, score, threshold


def _rows() -> list[Sentence]:
    told = [Sentence(frozenset({"verb", "day"}), True)] * 6
    return told + [Sentence(frozenset({"noun"}), False)] * 20 + [Sentence(frozenset({"noun", "day"}), False)] * 4


def test_what_tells_yes_weighs_more_than_what_tells_no() -> None:
    weights = fit(_rows())
    assert weights["verb"] > 0 > weights["noun"]
    assert score(weights, {"verb", "day"}) > 0.5 > score(weights, {"noun"})


def test_a_feature_of_two_sentences_has_no_weight() -> None:
    rows = [*_rows(), Sentence(frozenset({"rare"}), True), Sentence(frozenset({"rare"}), True)]
    assert "rare" not in fit(rows)


def test_the_threshold_parts_what_the_features_part() -> None:
    rows = _rows()
    least, weights = threshold(rows), fit(rows)
    assert [score(weights, one.features) >= least for one in rows] == [one.yes for one in rows]
