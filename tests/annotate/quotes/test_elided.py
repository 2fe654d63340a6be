"""Who speaks where the subject of the cue is left out."""

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]
FIRST = "قال الوزير سامر الحلاق إن السد ممتلئ. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأكد دعم مسار الزراعة وتلبية دعوة الحكومة المحلية إلى زيارة الوادي، مشددا على أن الطريق آمن.", "سامر الحلاق"),
        ("وتنظم الهيئة بالتعاون مع الغرفة معرضا للزراعة في الوادي، مبينا أن الطريق آمن.", "سامر الحلاق"),
        ("وشكر فرق الإنقاذ على عملها بتوجيه من الأمير مازن العطار، مشيرا إلى أن الطريق آمن.", "سامر الحلاق"),
        ("وأعلنت الوزارة في بيان خطة للزراعة، مبينة أن الطريق آمن.", "الوزارة"),
    ],
)
def test_a_participle_goes_to_who_agrees_with_it_and_is_governed_by_nothing(said: Said, text: str, speaker: str) -> None:
    assert said(FIRST + text)[-1] == ("الطريق آمن", speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأبلغ وكالة المنارة أن الطريق آمن.", "سامر الحلاق"),
        ("ووصف العطار بأنه صديق قديم للوادي.", "سامر الحلاق"),
        ("ويقول رحمه الله إن الطريق آمن.", "سامر الحلاق"),
        ("ثم تجول سموه في السوق، مؤكدا أن الطريق آمن.", "سامر الحلاق"),
        ("ويرى الخبير الاقتصادي أن الطريق آمن.", "سامر الحلاق"),
    ],
)
def test_he_who_spoke_speaks_on_where_the_words_beside_the_verb_name_no_other(said: Said, text: str, speaker: str) -> None:
    assert said(FIRST + text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("إلا أن هناء البستاني، بحسب الرسالة التي نشرتها الصحف، تقول إن الطريق آمن.", "هناء البستاني"),
        ("ثم ألقى مدير المعرض مازن العطار كلمة الشركة في الحفل، أوضح فيها أن الطريق آمن.", "مازن العطار"),
        ("حذرت دراسة جديدة أجراها الباحث مازن العطار من أن الطريق خطر.", "مازن العطار"),
        ("ونقل التقرير عن أوليه العطار وهو باحث في المنظمة قوله إن الطريق آمن.", "أوليه العطار"),
        ("قال المرصد المائي الذي يتابع الجفاف في الوادي إن الطريق آمن.", "المرصد المائي"),
        ("وقال سكان محليون رأوا مازن العطار إنه كان على الطريق.", "سكان محليون"),
    ],
)
def test_the_subject_of_the_clause_around_speaks(said: Said, text: str, speaker: str) -> None:
    assert said("افتتح سامر الحلاق المعرض. " + text)[-1][1] == speaker


@pytest.mark.parametrize("text", ["أي أن الطريق أطول من النهر", "ويؤكد لي باستمرار أن الوفاء نادر"])
def test_words_of_ones_own_are_nobodys(said: Said, text: str) -> None:
    assert all(speaker is None for _, speaker in said(f"يبلغ عمر هذا السد ستة أعوام، {text}."))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأكد نائب مدير مؤسسة مازن العطار الخيرية أن الطريق آمن.", "نائب مدير مؤسسة مازن العطار الخيرية"),
        ("وأوضحت المطوفة سعاد نعمان أن الطريق آمن.", "سعاد نعمان"),
        ("وأكد مصدر مسؤول في وزارة المياه طرح السدود الجديدة، مبينا أن الطريق آمن.", "مصدر مسؤول في وزارة المياه"),
        ("وقال مدير المياه في سورية الدكتور بدر بن سعد المحمود من جهته، إن الطريق آمن.", "بدر بن سعد المحمود"),
        ("وأشاد عدد من سيدات الحي بعمل الشركة الأهلية، مؤكدات أن الطريق آمن.", "عدد من سيدات الحي"),
    ],
)
def test_a_name_is_not_that_of_a_body_nor_of_a_source(said: Said, text: str, speaker: str) -> None:
    assert said(text)[-1][1] == speaker


def test_a_duty_is_no_statement(said: Said) -> None:
    assert said("وأقر المجلس الخطة، ويتعين على المدينة أن تنفذها هذا العام.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("إلا أن سلطات الوادي أبلغت رئيس المجلس مازن العطار أن الطريق آمن.", "سلطات الوادي"),
        (
            "وأعلن محافظ الوادي، كبرى مدن الجنوب، تسجيل إقبال شديد على السوق، كما أكد أن الطريق آمن.",
            "محافظ الوادي، كبرى مدن الجنوب",
        ),
        ("وتعهد «ببذل كل جهد» لمساعدة الأمير مازن العطار، منوها بأن الطريق آمن.", "سامر الحلاق"),
        ("انتقدت جماعة بيئية مملكة الوادي لفشلها، وقالت الجماعة إن الطريق آمن.", "جماعة بيئية"),
    ],
)
def test_the_object_of_the_verb_is_not_heard(said: Said, text: str, speaker: str) -> None:
    assert said(FIRST + text)[-1] == ("الطريق آمن", speaker)


def test_a_thing_that_had_shown_something_does_not_speak(said: Said) -> None:
    assert said(FIRST + "وكانت تقديرات سابقة قد أوضحت أن الماء قليل.") == [("السد ممتلئ", "سامر الحلاق")]


def test_a_statement_that_came_from_a_body_is_its_word(said: Said) -> None:
    assert said("وأضاف البيان الصادر من وزارة المياه عن الاجتماع أن الطريق آمن.") == [("الطريق آمن", "وزارة المياه")]
