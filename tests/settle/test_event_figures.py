"""Figures of deeds: which counts of an article go with which of what it tells."""

from bench.plain import all_body

from tawatur.annotate import dates, events, figures, sentences
from tawatur.records.event import EventType
from tawatur.settle.event_figures import placed


def _counted(text: str, kind: EventType) -> list[list[tuple[str, float]]]:
    """Kinds and numbers of the figures of the deeds of a type, without deeds that have none."""
    article = all_body(text)
    cut, times = sentences.split(text, article), dates.find(text)
    told = events.annotate(text, article, cut, [], times, [])
    found = placed(told, figures.annotate(text, cut, [], times))
    return [[(one.kind, one.least) for one in of] for deed, of in zip(told, found, strict=True) if deed.type == kind and of]


def test_the_killed_go_with_the_killing_and_with_the_raid_that_killed_them() -> None:
    assert _counted("قتل خمسة جنود في غارة على المعسكر.", "ASSAULT") == [[("killed", 5)], [("killed", 5)]]


def test_the_arrested_go_with_the_arrest() -> None:
    assert _counted("اعتقلت الشرطة 12 شخصا في العاصمة.", "COERCE") == [[("held", 12)]]


def test_a_crowd_goes_with_its_protest() -> None:
    assert _counted("تظاهر نحو 700 عامل أمام المصنع.", "PROTEST") == [[("count", 700)]]


def test_the_toll_of_another_matter_in_the_sentence_stays_with_that() -> None:
    text = "قصفت المدفعية القرية، فيما قتل ثلاثة مدنيين في انفجار لغم."
    found = _counted(text, "ASSAULT")
    assert found == [[("killed", 3)], [("killed", 3)]]


def test_the_earlier_figure_of_a_toll_that_has_risen_is_left_out() -> None:
    found = _counted("ارتفعت حصيلة هجوم المسلحين على القرية من 17 إلى 23 قتيلا.", "ASSAULT")
    assert [number for of in found for _, number in of] == [23]


def test_a_count_of_other_things_goes_with_no_deed() -> None:
    assert _counted("قصف الجيش القرية وفيها 40 بيتا.", "ASSAULT") == []
