"""What makes each kind of record: the same as long as its parts are, whatever the version is called."""

from collections.abc import Callable
from typing import get_args

from tawatur import __version__, made_by


def test_every_step_is_made_by_a_version_and_a_digest() -> None:
    for step in get_args(made_by.Step):
        version, _, digest = made_by.made_by(step).partition("+")
        assert version == __version__
        assert len(digest) == 12
        assert not made_by.is_older(made_by.made_by(step), step)


def test_two_steps_of_other_parts_have_other_digests() -> None:
    digests = [made_by.digest_of(made_by.made_by(step)) for step in get_args(made_by.Step)]
    assert len(set(digests)) == len(digests)


def test_the_same_parts_under_another_version_are_the_same() -> None:
    assert made_by.same("0.1.0+abc", "0.2.0+abc")
    assert not made_by.same("0.1.0+abc", "0.1.0+abd")


def test_what_is_of_no_known_digest_is_older() -> None:
    assert made_by.is_older(made_by.UNKNOWN, "annotate")
    assert not made_by.same(made_by.UNKNOWN, made_by.UNKNOWN)


def test_another_part_makes_another_program(become: Callable[[str], None]) -> None:
    before = made_by.made_by("derive")
    become("9.9")
    assert made_by.made_by("derive").startswith("9.9+")
    assert made_by.is_older(before, "derive")


def test_word_lists_and_the_tagger_have_a_say_and_texts_for_people_have_none() -> None:
    names = made_by.parts("annotate")
    assert {"resources/time/months.yaml", "annotate/names/model.crfsuite", "clean/article.py"} <= set(names)
    assert [name for name in names if "messages" in name or "__pycache__" in name or "examples" in name] == []
