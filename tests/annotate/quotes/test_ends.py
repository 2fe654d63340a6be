from collections.abc import Callable

import pytest

from tawatur.records.quote import Quote

Find = Callable[..., list[Quote]]


@pytest.mark.parametrize(
    "rest",
    [
        "، مؤكدا أن العمل مستمر.",
        "، مشددا على ضرورة الصبر.",
        "، وأضاف أن العمل مستمر.",
        " وأضاف أن العمل مستمر.",
        "، وأكد على ضرورة الصبر.",
        "، دون أن يكشف مزيدا من التفاصيل.",
        "، وذلك خلال مؤتمر صحفي أمس.",
        "، على حد قوله.",
        "، بحسب وكالة الوادي.",
        "، كما ذكرت صحيفة المنارة.",
        "، في حين قالت هناء البستاني إن الخطر باق.",
        "، من جهته قال مازن العطار إن الخطر باق.",
        "، وكان السد قد بني قبل أعوام.",
        ". ولم تصدر تعليقات أخرى.",
        "! ولم تصدر تعليقات أخرى.",
        "",
    ],
)
def test_a_clause_ends_where_another_takes_the_word(find: Find, rest: str) -> None:
    assert find(f"قال سامر الحلاق إن الماء يكفي المدينة كلها{rest}")[0].text == "الماء يكفي المدينة كلها"


def test_clauses_that_the_same_particle_joins_belong_to_it(find: Find) -> None:
    text = "قال سامر الحلاق إن الماء يكفي المدينة، وإن السد ممتلئ، وأن الشبكة سليمة."
    assert find(text)[0].text == text[len("قال سامر الحلاق إن ") : -1]


def test_a_stop_inside_a_number_or_an_abbreviation_ends_nothing(find: Find) -> None:
    text = "قال سامر الحلاق إن الكلفة 8.1 مليون دينار وإن د. هناء البستاني تشرف على العمل."
    assert find(text)[0].text.endswith("على العمل")


def test_words_in_marks_are_direct(find: Find) -> None:
    (quote,) = find("وقال سامر الحلاق في مؤتمر صحفي: «لن نغلق المدرسة. هذا وعد».")
    assert (quote.text, quote.kind, quote.venue) == ("لن نغلق المدرسة. هذا وعد", "direct", "في مؤتمر صحفي")


@pytest.mark.parametrize(("left", "right"), ["«»", "“”", '""', "””", "‹›", "„“", "»«"])
def test_marks_of_every_kind_and_direction_are_read(find: Find, left: str, right: str) -> None:
    (quote,) = find(f"وقال سامر الحلاق {left}لن نغلق هذه المدرسة أبدا{right}، وغادر القاعة.")
    assert (quote.text, quote.kind) == ("لن نغلق هذه المدرسة أبدا", "direct")


def test_marks_inside_marks_are_part_of_the_words(find: Find) -> None:
    (quote,) = find('وقال سامر الحلاق "نحن نعرف خطة "الوادي" وسنقف ضدها جميعا".')
    assert quote.text == 'نحن نعرف خطة "الوادي" وسنقف ضدها جميعا'


def test_a_mark_never_closed_closes_at_the_stop(find: Find) -> None:
    (quote,) = find('وأضاف سامر الحلاق أن "الطريق طويل وشاق لكنه آمن. وغادر القاعة.')
    assert (quote.text, quote.kind) == ("الطريق طويل وشاق لكنه آمن", "direct")


def test_a_whole_complement_in_marks_is_direct_after_anna_too(find: Find) -> None:
    (quote,) = find('وأكد سامر الحلاق أن "الماء يكفي المدينة كلها".')
    assert (quote.text, quote.kind) == ("الماء يكفي المدينة كلها", "direct")


def test_quoted_words_inside_a_clause_make_it_mixed(find: Find) -> None:
    (quote,) = find("قال سامر الحلاق إن العمل سيستمر «مهما كانت الظروف صعبة» في المدينة.")
    assert quote.kind == "mixed"


def test_a_name_in_marks_does_not_make_a_clause_mixed(find: Find) -> None:
    assert find("قال سامر الحلاق إن فريق «الوادي» سيلعب غدا.")[0].kind == "indirect"


def test_a_quotation_goes_on_in_the_next_paragraph(find: Find) -> None:
    first, second = find("وقال سامر الحلاق: “لن نغلق المدرسة أبدا.\n“وسنفتح مدرسة أخرى قريبا.”")
    assert (first.text, second.text) == ("لن نغلق المدرسة أبدا", "وسنفتح مدرسة أخرى قريبا")
    assert second.speaker_name == "سامر الحلاق"


def test_the_first_person_inside_direct_words_opens_nothing(find: Find) -> None:
    assert len(find('وقال سامر الحلاق "نحن نعتبر أن العمل صعب، ونقول إن الصبر واجب".')) == 1


def test_words_before_their_cue_are_found(find: Find) -> None:
    (quote,) = find("«لن نغلق هذه المدرسة أبدا»، قال سامر الحلاق.")
    assert (quote.text, quote.speaker_name, quote.kind) == ("لن نغلق هذه المدرسة أبدا", "سامر الحلاق", "direct")


@pytest.mark.parametrize(
    "rest",
    [
        " مرحبا بجميع الزوار.",
        " داعيا السكان إلى الصبر.",
        "، معددا أنواع السدود في المنطقة.",
        "، مهيبا بالسكان عدم الإسراف.",
        "، كما تحدثت وزيرة الري هناء البستاني عن السدود.",
        "، ليرد عليه مازن العطار بكلمة غاضبة.",
        "، لكن مسؤولا في الوزارة قال إن الماء قليل.",
        "، غير أن وزارة الري قالت إن الماء قليل.",
        "، لكنه عاد وأكد أن الخطر باق.",
        "، وهو ما نفته الوزارة.",
        "، في خطوة تهدف إلى طمأنة الناس.",
        " بل إن بعضهم ذكر أن الماء يزيد.",
    ],
)
def test_a_clause_ends_where_the_journalist_goes_on(find: Find, rest: str) -> None:
    assert find(f"قال سامر الحلاق إن الماء يكفي المدينة كلها{rest}")[0].text == "الماء يكفي المدينة كلها"


@pytest.mark.parametrize(
    "rest",
    [
        "، في حين يفيد الخزان الجديد القرى البعيدة",
        "، فيما يفيد المطر المزارعين",
        "، وبلغ عدد السدود عشرين سدا",
        " وكان العمل فيه داعيا إلى الفخر",
        " وظل الناس مرحبين بالمشروع",
    ],
)
def test_a_clause_goes_on_where_nobody_else_speaks(find: Find, rest: str) -> None:
    assert find(f"قال سامر الحلاق إن الماء يكفي المدينة كلها{rest}.")[0].text == f"الماء يكفي المدينة كلها{rest}"


def test_marks_that_are_never_closed_end_at_another_verb_of_saying(find: Find) -> None:
    text = 'وأضاف سامر الحلاق: "تعمل الشبكة في 33 مدينة وأكد الحلاق أن الشركة معروفة في العالم كله.'
    named = {"سامر الحلاق": "person", "الحلاق": "person"}
    assert [quote.text for quote in find(text, named=named)] == ["تعمل الشبكة في 33 مدينة", "الشركة معروفة في العالم كله"]


def test_two_points_in_words_after_a_colon_are_a_comma(find: Find) -> None:
    text = "قال سامر الحلاق: رأيته.. ركض قبل أن يصل إلى النهر. ولم يعد بعدها."
    assert find(text)[0].text == "رأيته.. ركض قبل أن يصل إلى النهر"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("قالت الشرطة إن الشاب سقط من السطح، وهي رواية تخالف ما رآه جاره.", "الشاب سقط من السطح"),
        ("وعلى الرغم من تأكيد الوزير سامر الحلاق على أن السد ممتلئ إلا أنه أقر بوجود نقص.", "السد ممتلئ"),
        ("وبينما يؤكد سامر الحلاق أنه حصل على الوثيقة، رفضت الصحيفة نشرها.", "حصل على الوثيقة"),
        ("وأكد الوزير سامر الحلاق أن السد ممتلئ، وقللا من شأن الأعطال.", "السد ممتلئ"),
        ("ويؤكد الوزير سامر الحلاق أن السد ممتلئ، ويشدد على ضرورة الحذر.", "السد ممتلئ"),
        ("واعترف سامر الحلاق بأنه أخطأ الطريق، طالبا من جيرانه العفو.", "أخطأ الطريق"),
        ("وقال سامر الحلاق إن السوق صار سمة من سمات الوادي القديم.", "السوق صار سمة من سمات الوادي القديم"),
    ],
)
def test_a_statement_ends_where_the_clause_around_it_goes_on(find: Find, text: str, statement: str) -> None:
    quotes = find(text, named={"سامر الحلاق": "person"})
    assert [quote.text for quote in quotes] == [statement]
