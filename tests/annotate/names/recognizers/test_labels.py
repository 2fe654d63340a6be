import pytest

from tawatur.annotate.names.recognizers.labels import Label, Word, joined, parse, unknown, usual_types


@pytest.mark.parametrize(
    ("spelled", "label"),
    [
        ("O", Label("", "")),
        ("B-PER", Label("B", "PER")),
        ("I_LOC", Label("I", "LOC")),
        ("S-org", Label("S", "ORG")),
        ("PERSON", Label("", "PERSON")),
        ("LOC", Label("", "LOC")),
        ("EVENT", Label("", "EVENT")),
    ],
)
def test_a_label_is_its_prefix_and_its_type(spelled: str, label: Label) -> None:
    assert parse(spelled) == label


def _names(labels: str) -> list[tuple[int, int, str]]:
    """The names of words of one letter with a space after each."""
    words = [Word(2 * k, 2 * k + 1, parse(label), 0.5) for k, label in enumerate(labels.split())]
    return [(name.start // 2, name.end // 2 + 1, name.type) for name in joined(words, usual_types())]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("B-PER I-PER O B-LOC", [(0, 2, "person"), (3, 4, "place")]),
        ("B-PER B-PER I-PER", [(0, 1, "person"), (1, 3, "person")]),
        ("O I-PER I-PER O", [(1, 3, "person")]),
        ("I-PER I-LOC", [(0, 1, "person"), (1, 2, "place")]),
        ("B-PER I-PER E-PER S-PER S-PER", [(0, 3, "person"), (3, 4, "person"), (4, 5, "person")]),
        ("B-ORG L-ORG U-ORG I-ORG", [(0, 2, "organization"), (2, 3, "organization"), (3, 4, "organization")]),
        ("PER PER O PER LOC", [(0, 2, "person"), (3, 4, "person"), (4, 5, "place")]),
        ("B-MISC I-MISC B-LAW", [(2, 3, "law")]),
        ("B-PER O I-PER", [(0, 1, "person"), (2, 3, "person")]),
        ("", []),
    ],
)
def test_labels_of_each_scheme_are_joined_to_names(labels: str, names: list[tuple[int, int, str]]) -> None:
    assert _names(labels) == names


def test_a_name_is_as_sure_as_its_least_sure_word() -> None:
    words = [Word(0, 1, parse("B-PER"), 0.9), Word(2, 3, parse("I-PER"), 0.4), Word(4, 5, parse("I-PER"), 0.7)]
    assert [name.score for name in joined(words, usual_types())] == [0.4]


def test_the_usual_labels_of_news_corpora_are_known_and_others_are_told() -> None:
    assert unknown([parse(one) for one in ("B-PERS", "I-LOC", "ORG", "B-MISC", "GPE", "O", "B-WEA")], usual_types()) == []
    assert unknown([parse("B-ANIMAL"), parse("I-ANIMAL"), parse("LABEL_1")], usual_types()) == ["ANIMAL", "LABEL_1"]
