from collections.abc import Callable

import pytest

from tawatur.records.quote import Quote

One = Callable[..., Quote]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال تميم المقيطي طالب دكتوراه في جامعة الوادي إن التجربة نجحت.", "تميم المقيطي"),
        ("وقالت ريان القصبي، مديرة وكالة الوادي، إن التجربة نجحت.", "ريان القصبي"),
        ("وقال بسام من سكان القرية إن الطريق مغلق.", "بسام"),
        ("وقال فواز سعد القصبي (أحد سكان القرية) إن الطريق مغلق.", "فواز سعد القصبي"),
        ("وقال علي قصباوي إن الطريق مغلق.", "علي قصباوي"),
        ("وقال تركي بن سعد بن فهد لوسائل الإعلام إن الطريق مغلق.", "تركي بن سعد بن فهد"),
    ],
)
def test_a_name_that_nobody_found_ends_where_its_phrase_goes_on(one: One, text: str, name: str) -> None:
    assert one(text).speaker_name == name


def test_a_name_found_in_part_is_made_whole(one: One) -> None:
    text = "وقال وزير الخارجية ميلان القصبي إن الطريق مغلق."
    assert one(text, named={"القصبي": "person"}).speaker_name == "ميلان القصبي"


@pytest.mark.parametrize("title", ["محافظ الوادي", "محافظ مدينة الوادي"])
def test_a_title_may_leave_out_the_noun_of_a_place(find: Callable[..., list[Quote]], title: str) -> None:
    text = f"قال محافظ الوادي سامر الحلاق إن السد ممتلئ. وقال {title} إن الماء يكفي."
    assert find(text, named={"سامر الحلاق": "person"})[1].speaker_name == "سامر الحلاق"
