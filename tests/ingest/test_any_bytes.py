"""Whatever the bytes are, every reader gives documents that can be kept, or a refusal with a reason."""

import tempfile
from pathlib import Path

import pytest
from bench.fuzzing.mutate import mutated
from bench.fuzzing.seeds import Seed, seeds
from bench.fuzzing.targets import read
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = sorted({one.name for one in seeds()})


def _read(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        read(path)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=20, deadline=None)
@given(data=st.binary(max_size=400))
def test_any_bytes_give_documents_or_a_refusal_with_its_reason(name: str, data: bytes) -> None:
    _read(name, data)


@pytest.mark.parametrize("one", seeds(), ids=lambda one: one.name)
def test_every_seed_holds_articles_or_names_pages(one: Seed, tmp_path: Path) -> None:
    (tmp_path / one.name).write_bytes(one.data)
    found = read(tmp_path / one.name)
    assert any(hasattr(each, "text") or each.reason in ("not_fetched", "private_address") for each in found)


@settings(max_examples=150, deadline=None)
@given(one=st.sampled_from(seeds()), draw=st.randoms(use_true_random=False))
def test_what_was_an_input_and_was_altered_gives_documents_or_a_refusal_with_its_reason(one: Seed, draw: object) -> None:
    _read(one.name, mutated(draw, one, seeds()))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=10, deadline=None)
@given(text=st.text(max_size=200), encoding=st.sampled_from(["utf-8", "utf-16", "utf-32", "cp1256", "iso8859_6"]))
def test_any_text_in_any_encoding_gives_documents_or_a_refusal_with_its_reason(name: str, text: str, encoding: str) -> None:
    _read(name, text.encode(encoding, "replace"))
