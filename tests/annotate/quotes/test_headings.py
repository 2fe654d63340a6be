def test_a_heading_with_a_colon_is_the_words_of_a_known_person(find):
    text = "الحلاق: لا عودة إلى الحصص القديمة\nقال الوزير سامر الحلاق إن السد ممتلئ."
    quotes = find(text, kinds=["title", "body"], named={"سامر الحلاق": "person"})
    assert (quotes[0].text, quotes[0].cue.text, quotes[0].speaker_name) == ("لا عودة إلى الحصص القديمة", ":", "سامر الحلاق")


def test_a_heading_of_a_topic_is_no_statement(find):
    assert find("عاجل: لا عودة إلى الحصص القديمة", kinds=["title"]) == []


def test_a_body_line_with_place_and_colon_is_no_statement(find):
    assert find("المنارة - الوادي: أغلقت السلطات الطريق الساحلي.") == []


def test_a_heading_in_marks_is_no_statement(find):
    assert find("«سنزرع الوادي كله قمحا»", kinds=["heading"]) == []


def test_lines_that_are_no_prose_are_not_read(find):
    assert find("قال سامر الحلاق إن السد ممتلئ.", kinds=["furniture"]) == []
