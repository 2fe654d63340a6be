from collections.abc import Callable, Iterable

from tawatur.records.collection import Collection
from tawatur.records.story import Origin
from tawatur.stories import Threaded, group, longest, thread

Make = Callable[..., Collection]
TREATY = (
    "برهون وتالمين توقعان اتفاق مصائد الأسماك في ميناء السنديان\n"
    "وقعت برهون وتالمين يوم الاثنين في ميناء السنديان اتفاقا يقسم مصائد الأسماك في خليج النوارس بين البلدين.\n"
    "ويمنع الاتفاق سفن الصيد من عبور خط الوسط ليلا."
)
BREACH = (
    "تالمين تتهم برهون بخرق اتفاق مصائد الأسماك\n"
    "اتهمت تالمين سفن برهون بدخول مصائد الأسماك في خليج النوارس فجر أمس رغم الاتفاق.\n"
    "{pointing}"
)
POINTING = "وكان البلدان قد وقعا في ميناء السنديان {when} اتفاقا يقسم مصائد الأسماك بينهما ويمنع السفن من عبور خط الوسط."


def alone(documents: Iterable[str]) -> tuple[Origin, ...]:
    return tuple(Origin(name=None, documents=(one,)) for one in sorted(documents))


def threaded(collection: Make, pointing: str) -> Threaded:
    made = collection({"a": ("2017-10-10", TREATY), "b": ("2018-03-07", BREACH.format(pointing=pointing))})
    return thread(made, group(made, alone).stories, longest({}))


def test_a_sentence_that_names_the_time_of_an_earlier_story_points_at_it(collection: Make) -> None:
    found = threaded(collection, POINTING.format(when="قبل خمسة أشهر"))
    (reference,) = found.references
    assert reference.document == "b"
    assert reference.story == next(story.id for story in found.stories if story.documents == ("a",))
    assert "قبل خمسة أشهر" in reference.reason


def test_stories_that_point_at_each_other_hang_in_one_thread_in_the_order_of_time(collection: Make) -> None:
    found = threaded(collection, POINTING.format(when="العام الماضي"))
    (one,) = found.threads
    assert [member.story for member in one.stories] == [story.id for story in sorted(found.stories, key=lambda s: s.date or "")]
    assert {story.thread for story in found.stories} == {one.id}
    assert one.title == TREATY.split("\n")[0]


def test_another_time_points_at_nothing(collection: Make) -> None:
    assert threaded(collection, POINTING.format(when="قبل ثلاثة أعوام")).references == []


def test_the_time_alone_points_at_nothing(collection: Make) -> None:
    found = threaded(collection, "وشهدت أسواق الخضار العام الماضي ارتفاعا كبيرا في الأسعار بسبب الجفاف.")
    assert (found.references, found.threads) == ([], [])
    assert {story.thread for story in found.stories} == {None}


def test_the_month_in_which_one_writes_is_no_pointing_back(collection: Make) -> None:
    later = BREACH.format(pointing=POINTING.format(when="في تشرين الأول الجاري"))
    made = collection({"a": ("2017-10-10", TREATY), "b": ("2017-10-14", later)})
    assert thread(made, group(made, alone).stories, longest({})).references == []
