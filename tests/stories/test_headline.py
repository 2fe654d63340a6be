import pytest

from tawatur.stories.headline import cleaned, clearest


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("عاجل: حريق في السوق", "حريق في السوق"),
        ("بالفيديو.. حريق في السوق", "حريق في السوق"),
        ("بالصور حريق في السوق", "حريق في السوق"),
        ("عاجل | بالفيديو: حريق في السوق", "حريق في السوق"),
        ("حريق في السوق | النورس", "حريق في السوق"),
        ("حريق في السوق - تالمين", "حريق في السوق - تالمين"),
        ("&quot;النوارس&quot; تفوز", '"النوارس" تفوز'),
        ("صور نادرة من السوق", "صور نادرة من السوق"),
        ("عاجل", "عاجل"),
    ],
)
def test_labels_and_the_outlets_name_are_no_part_of_a_title(title: str, plain: str) -> None:
    assert cleaned(title, "النورس") == plain


def test_a_title_that_is_cut_comes_after_one_that_is_whole() -> None:
    assert clearest([("حريق يلتهم سوق القصب في تالمين ...", None), ("حريق يلتهم سوق القصب", None)]) == "حريق يلتهم سوق القصب"


def test_the_title_that_says_what_the_others_say_is_the_clearest() -> None:
    titles = ["ليلة لن تنسى", "حريق يلتهم سوق القصب", "حريق سوق القصب يلتهم المتاجر"]
    assert clearest([(title, None) for title in titles]) == titles[1]


def test_without_a_title_there_is_none() -> None:
    assert clearest([]) is None
