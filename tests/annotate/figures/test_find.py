import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.annotate.figures import annotate
from tawatur.records.figure import Figure
from tawatur.records.quote import Cue, Quote
from tawatur.records.sentence import Sentence
from tawatur.records.time import TimeExpression


def read(text: str) -> list[Figure]:
    return annotate(text, [Sentence(id="s", document="a", start=0, end=len(text), kind="body")])


def one(text: str) -> Figure:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 17 شخصا حين انهار الجسر", [("killed", 17)]),
        ("مقتل سبعة عمال وإصابة تسعة في المنجم", [("killed", 7), ("hurt", 9)]),
        ("سقط 25 قتيلا و30 جريحا في السوق", [("killed", 25), ("hurt", 30)]),
        ("قال إن جنديين قتلوا وأصيب 31 في الهجوم", [("killed", 2), ("hurt", 31)]),
        ("لقي ٣ صيادين مصرعهم", [("killed", 3)]),
        ("بلغ عدد القتلى 844", [("killed", 844)]),
        ("مقتل ما لا يقل عن 33 بحارا", [("killed", 33)]),
        ("قُتل 17 شخصا وفُقد 40 آخرون", [("killed", 17), ("missing", 40)]),
        ("أعلنت الشرطة القبض على 12 مهربا", [("held", 12)]),
        ("ارتفع عدد ضحايا السيل إلى 23 قتيلا، فيما يتواصل البحث عن 11 مفقودا", [("killed", 23), ("missing", 11)]),
    ],
)
def test_a_toll_is_of_the_nearest_word_of_death_injury_or_loss(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(figure.kind, figure.least) for figure in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("بقيمة 1.5 مليون دينار", 1_500_000),
        ("حملت السفينة 2,300 طن", 2300),
        ("بيع 1.200 رأس من الغنم", 1200),
        ("وصل نحو ستة آلاف زائر", 6000),
        ("زرعت مئة وخمس وعشرون نخلة", 125),
        ("وصلت ١٢ سفينة", 12),
        ("اشترى البلد مليوني برميل", 2_000_000),
        ("حضر 25طالبا", 25),
        ("وتبرع بـ40 سلة", 40),
    ],
)
def test_numbers_are_read_in_digits_and_in_words_with_their_scales(text: str, value: float) -> None:
    assert one(text).least == value
    assert one(text).told


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("مقتل عشرات الجنود", 20, 99), ("نزوح مئات الآلاف من القرويين", 100_000, 999_000), ("بعد بضعة أيام", 3, 9)],
)
def test_a_number_that_is_not_told_is_a_range(text: str, least: float, most: float) -> None:
    assert (one(text).least, one(text).most, one(text).bound) == (least, most, "some")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("قتل 17 شخصا على الأقل", "least"),
        ("مقتل ما لا يقل عن 33 بحارا", "least"),
        ("بتصريف لا يقل عن 450 مترا مكعبا", "least"),
        ("لن يقل الصبيب في النهر عن 450 مترا مكعبا", "least"),
        ("وصل نحو 60 متطوعا", "about"),
        ("حضر أكثر من 60 متطوعا", "more"),
        ("حضر أقل من 60 متطوعا", "less"),
        ("حضر 60 متطوعا تقريبا", "about"),
        ("حضر 60 متطوعا", None),
    ],
)
def test_a_bound_belongs_to_the_number_beside_it(text: str, bound: str | None) -> None:
    assert one(text).bound == bound


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("مقتل 33 جنديا في الكمين", "soldiers"),
        ("مقتل عشرات الجنود في الكمين", "soldiers"),
        ("مقتل 33 شخصا في الكمين", None),
        ("مقتل 33 في الكمين", None),
        ("مقتل 4 أطفال في الحريق", "children"),
        ("إصابة 4 بحارة في الحريق", "بحار"),
    ],
)
def test_the_group_that_a_toll_is_of_is_told_apart_from_all(text: str, whom: str | None) -> None:
    assert one(text).whom == whom


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("مقتل 9 في حصيلة أولية", "first"),
        ("ارتفعت الحصيلة إلى 12 قتيلا", "new"),
        ("الحصيلة النهائية للضحايا 14 قتيلا", "final"),
        ("صححت الوزارة عدد القتلى إلى 12", "corrected"),
    ],
)
def test_a_toll_says_as_of_when_it_is(text: str, stage: str) -> None:
    assert one(text).stage == stage


def test_the_figure_that_another_has_replaced_is_marked() -> None:
    assert [figure.stage for figure in read("ارتفع العدد من 17 إلى 23 قتيلا")] == ["earlier", "new"]


def test_a_part_of_a_toll_is_marked() -> None:
    assert [figure.part for figure in read("مقتل 12 شخصا بينهم 4 أطفال")] == [False, True]


def test_a_toll_since_the_beginning_of_a_time_is_no_toll_of_one_happening() -> None:
    assert one("قتل 120 شخصا منذ بدء موسم الأمطار").part


@pytest.mark.parametrize(
    "text",
    [
        "صواريخ إس-400 الروسية",
        "فاز الفريق 3-1",
        "في الساعة 9:30 صباحا",
        "يوم 29/9/2019",
        "المادة 5 من القانون",
        "بنسبة 5.\u200f2 في اليوم",
        "في 3 مارس",
        "عام 2015",
    ],
)
def test_days_hours_scores_models_and_articles_of_law_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_a_number_inside_a_date_is_no_figure_and_inside_a_duration_is_one() -> None:
    text = "قبل 12 يوما"
    sentence = Sentence(id="s", document="a", start=0, end=len(text), kind="body")
    kinds = [
        len(annotate(text, [sentence], (), [TimeExpression(document="a", start=0, end=11, text=text, type=kind, meaning={})]))
        for kind in ("date", "duration")
    ]
    assert kinds == [0, 1]


def test_a_figure_without_a_unit_counts_nothing_named() -> None:
    assert (one("وبلغ المؤشر 57 في المساء").kind, one("وبلغ المؤشر 57 في المساء").thing) == ("count", None)


def test_a_figure_names_the_statement_that_it_stands_in() -> None:
    text = "قال الوالي إن 14 شخصا قتلوا"
    start = text.index("14")
    quote = Quote(
        id="q", document="a", start=start, end=len(text), text=text[start:], kind="indirect", cue=Cue(start=0, end=3, text="قال")
    )
    (found,) = annotate(text, [Sentence(id="s", document="a", start=0, end=len(text), kind="body")], [quote])
    assert found.said_by == "q"


def test_the_place_of_a_figure_is_that_of_its_number() -> None:
    text = "قتل و17 جريحا"
    assert text[one(text).start : one(text).end] == "17"


@given(st.text(alphabet="0123456789٣٫,.-/% وعشراتقتيل مئةألفمليونجندين", max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    for figure in read(text):
        assert figure.least <= figure.most
        assert text[figure.start : figure.end] == figure.text
