import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.names.recognizers.tiny import CLITICS, bytelevel, make, sentencepiece, wordpiece
from tokenizers import Tokenizer

from tawatur.annotate.names.recognizers.classifier import Classifier
from tawatur.arabic.fold import fold

_PERSON = {"شبرقوت": "B-PER", "العنقودي": "I-PER"}


def _words(classifier: Classifier, *texts: str) -> list[list[tuple[str, str]]]:
    return [
        [(text[one.start : one.end], one.type) for one in found]
        for text, found in zip(texts, classifier.recognize(texts), strict=True)
    ]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    return Classifier(str(make(tmp_path_factory.mktemp("m") / "tiny", {**_PERSON, "نيرجس": "B-LOC", "الطوربان": "B-PRODUCT"})))


def test_names_are_found_in_each_text(tiny: Classifier) -> None:
    assert _words(tiny, "وصل شبرقوت العنقودي إلى نيرجس.", "لا شيء هنا", "عمل الطوربان") == [
        [("شبرقوت العنقودي", "person"), ("نيرجس", "place")],
        [],
        [("الطوربان", "product")],
    ]


@pytest.mark.parametrize("tokenizer", [wordpiece, bytelevel, sentencepiece])
def test_every_kind_of_tokenizer_leads_back_to_the_words(tokenizer: Callable[[Sequence[str]], Tokenizer], tmp_path: Path) -> None:
    classifier = Classifier(str(make(tmp_path, {**_PERSON, "نيرجس": "B-LOC"}, tokenizer=tokenizer)))
    texts = ["وصل شبرقوت العنقودي إلى نيرجس، ثم عاد شبرقوت .", "نيرجس"]
    found = classifier.recognize(texts)
    told = [[(text[one.start : one.end], one.type) for one in row] for text, row in zip(texts, found, strict=True)]
    assert told == [
        [("شبرقوت العنقودي", "person"), ("نيرجس", "place"), ("شبرقوت", "person")],
        [("نيرجس", "place")],
    ]


def test_a_clitic_that_the_model_takes_in_is_left_to_the_rules(tmp_path: Path) -> None:
    clitic = Classifier(str(make(tmp_path, {"ل": "B-PER", "شبرقوت": "I-PER"})))
    assert _words(clitic, "قيل لشبرقوت") == [[("لشبرقوت", "person")]]


def test_no_text_no_names(tiny: Classifier) -> None:
    assert tiny.recognize([]) == []
    assert tiny.recognize(["", " ", "\u064b"]) == [[], [], []]


def test_a_text_longer_than_a_window_is_read_to_its_end(tmp_path: Path) -> None:
    small = Classifier(str(make(tmp_path, _PERSON, max_position_embeddings=16)))
    text = "، ثم ".join(["شبرقوت العنقودي"] * 200)
    assert _words(small, text) == [[("شبرقوت العنقودي", "person")] * 200]


def test_a_word_at_the_edge_of_a_window_has_its_label_from_the_window_that_shows_its_neighbours(tmp_path: Path) -> None:
    near = Classifier(str(make(tmp_path, {"شبرقوت": "B-PER"}, task="neighbours", max_position_embeddings=16)))
    assert _words(near, "شبرقوت") == [[]]
    assert _words(near, " ".join(["شبرقوت"] * 100)) == [[("شبرقوت", "person")] * 99]


def test_texts_beside_which_a_text_stands_do_not_change_its_names(tiny: Classifier) -> None:
    texts = [f"{'كلمة ' * k}شبرقوت العنقودي" for k in range(40)]
    assert tiny.recognize(texts) == [tiny.recognize([text])[0] for text in texts]


def test_a_model_without_mark_of_the_scheme_is_read(tmp_path: Path) -> None:
    plain = Classifier(str(make(tmp_path, {"شبرقوت": "PERSON", "العنقودي": "PERSON", "نيرجس": "GPE"})))
    assert _words(plain, "شبرقوت العنقودي في نيرجس") == [[("شبرقوت العنقودي", "person"), ("نيرجس", "place")]]


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert len(Classifier(str(make(tmp_path, _PERSON))).recognize(["شبرقوت"])[0]) == 1


_MARK = st.sampled_from(["", "\u064e", "\u0651", "\u0640", "\u200f"])
_NAME = st.sampled_from(["شبرقوت", "نيرجس", "الطوربان"])
_MARKED = st.builds(
    lambda clitic, name, mark, at: clitic + name[:at] + mark + name[at:],
    st.sampled_from(["", *CLITICS]), _NAME, _MARK, st.integers(1, 4),
)  # fmt: skip
_TEXT = st.lists(st.one_of(_MARKED, st.text(max_size=8), st.sampled_from(["،", ".", "«", "»", "قال"])), max_size=30).map(" ".join)


@given(st.lists(_TEXT, max_size=4))
def test_every_span_goes_back_to_a_word_of_its_text(tiny: Classifier, texts: list[str]) -> None:
    found = tiny.recognize(texts)
    assert len(found) == len(texts)
    for text, names in zip(texts, found, strict=True):
        for name in names:
            assert 0 <= name.start < name.end <= len(text)
            assert not text[name.start].isspace()
            assert not text[name.end - 1].isspace()
            assert any(known in fold(text[name.start : name.end]) for known in map(fold, ("شبرقوت", "نيرجس", "الطوربان")))


@given(st.lists(_NAME, min_size=1, max_size=60))
def test_every_name_said_is_found_where_it_stands(tiny: Classifier, names: list[str]) -> None:
    text = "، ".join(names)
    assert [word for word, _ in _words(tiny, text)[0]] == names
