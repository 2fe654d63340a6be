from collections.abc import Callable

from tawatur.records.quote import Quote

Find = Callable[..., list[Quote]]


def test_a_heading_with_a_colon_is_the_words_of_a_known_person(find: Find) -> None:
    text = "الحلاق: لا عودة إلى الحصص القديمة\nقال الوزير سامر الحلاق إن السد ممتلئ."
    quotes = find(text, kinds=["title", "body"], named={"سامر الحلاق": "person"})
    assert (quotes[0].text, quotes[0].cue.text, quotes[0].speaker_name) == ("لا عودة إلى الحصص القديمة", ":", "سامر الحلاق")


def test_a_heading_of_a_topic_is_no_statement(find: Find) -> None:
    assert find("عاجل: لا عودة إلى الحصص القديمة", kinds=["title"]) == []


def test_a_body_line_with_place_and_colon_is_no_statement(find: Find) -> None:
    assert find("المنارة - الوادي: أغلقت السلطات الطريق الساحلي.") == []


def test_a_heading_in_marks_is_no_statement(find: Find) -> None:
    assert find("«سنزرع الوادي كله قمحا»", kinds=["heading"]) == []


def test_lines_that_are_no_prose_are_not_read(find: Find) -> None:
    assert find("قال سامر الحلاق إن السد ممتلئ.", kinds=["furniture"]) == []
