import pytest

from tawatur.report.messages import LANGUAGES, Lang, messages, plural


def test_a_missing_key_and_a_missing_place_are_loud() -> None:
    m = messages("report", "ar")
    with pytest.raises(KeyError):
        m("no such key")
    with pytest.raises(KeyError):
        m("weekday_day", weekday="الأحد")
    with pytest.raises(KeyError):
        m("articles")


def test_a_section_that_is_not_there_is_loud() -> None:
    with pytest.raises(FileNotFoundError):
        messages("nothing", "ar")


def test_a_value_is_never_read_as_a_pattern() -> None:
    assert messages("report", "en")("weekday_day", weekday="{day}", day="{0.__class__}") == "{day}, {0.__class__}"


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "لا مقالات"), (1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (10, "10 مقالات"), (11, "11 مقالًا"), (99, "99 مقالًا"),
     (100, "100 مقال"), (103, "103 مقالات"), (112, "112 مقالًا"), (201, "201 مقال")],
)  # fmt: skip
def test_arabic_counts_take_the_form_that_grammar_asks_for(number: int, words: str) -> None:
    assert messages("report", "ar").count("articles", number) == words


def test_english_counts_have_one_and_many() -> None:
    m = messages("report", "en")
    assert [m.count("origins", number) for number in (0, 1, 2, 11)] == [
        "no known origins",
        "one origin",
        "2 independent origins",
        "11 independent origins",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_has_a_form(lang: Lang) -> None:
    assert {plural(lang, number) for number in range(250)} <= {"zero", "one", "two", "few", "many", "other"}
