from pathlib import Path

import pytest
from bench.fuzzing import runs, targets
from bench.fuzzing.runs import Done, made


def test_the_same_number_and_seed_make_the_same_input() -> None:
    assert [made(number, 1) for number in range(30)] == [made(number, 1) for number in range(30)]
    assert {made(number, 1)[0] for number in range(30)} == {"read", "annotate"}
    assert made(7, 1) != made(7, 2)


def test_what_a_target_raises_and_what_takes_too_long_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> list[object]:
        raise ZeroDivisionError("of nothing")

    def endless(path: Path) -> list[object]:
        while True:
            pass

    monkeypatch.setattr(runs, "_GIVEN_UP", 0.05)
    for target, told in ((broken, "ZeroDivisionError: of nothing"), (endless, "more than 0 s")):
        monkeypatch.setattr(targets, "read", target)
        fault, documents = runs._given("read", tmp_path / "a.txt", b"x")
        assert fault is not None
        assert fault.startswith(told)
        assert documents == 0


def test_inputs_are_given_in_a_process_of_their_own() -> None:
    found = list(runs.run(0, 4, 1))
    assert [one.number for one in found if isinstance(one, Done)] == [0, 1, 2, 3]
    assert len(found) == 4


def test_a_document_without_text_is_a_breach(tmp_path: Path) -> None:
    from tawatur.records.document import Document

    with pytest.raises(AssertionError):
        targets.check_document(Document(id="d", source="a", text=" ", sha256="", format="text"))
