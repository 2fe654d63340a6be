from collections.abc import Callable, Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.records.collection import Collection
from tawatur.records.story import Origin, Story, story_id
from tawatur.stories import group

Make = Callable[..., Collection]
FIRE = (
    "حريق يأتي على سوق القصب في تالمين\n"
    "التهم حريق ليل الثلاثاء سوق القصب القديم في مدينة تالمين، وقال الدفاع المدني إن 14 متجرا احترقت ولم يصب أحد بأذى.\n"
    "واندلعت النار في مستودع للزيوت ثم انتقلت إلى المتاجر المجاورة."
)
FIRE_TOLD = (
    "النار تلتهم متاجر سوق القصب بتالمين\n"
    "احترق 14 متجرا في سوق القصب بمدينة تالمين فجر الأربعاء، بعد أن شبت النار في مستودع للزيوت، ولم تقع إصابات بحسب الدفاع المدني.\n"
    "ويطالب التجار بتعويضات من البلدية."
)
MATCH = (
    "نورس الخليج يفوز بكأس الجزر\n"
    "فاز فريق نورس الخليج مساء الثلاثاء بكأس الجزر بعد تغلبه على منافسه أمواج برهون بثلاثة أهداف لهدف واحد.\n"
    "وسجل القائد هدفين في الشوط الثاني."
)


def alone(documents: Iterable[str]) -> tuple[Origin, ...]:
    return tuple(Origin(name=None, documents=(one,)) for one in sorted(documents))


def grouped(made: Collection) -> list[Story]:
    return group(made, alone).stories


def members(stories: list[Story]) -> set[tuple[str, ...]]:
    return {tuple(sorted(story.documents)) for story in stories}


def test_two_reports_of_one_happening_are_one_story(collection: Make) -> None:
    made = collection({"a": ("2018-03-07", FIRE), "b": ("2018-03-07", FIRE_TOLD), "c": ("2018-03-07", MATCH)})
    assert members(grouped(made)) == {("a", "b"), ("c",)}


def test_copies_of_one_text_are_one_story(collection: Make) -> None:
    assert members(grouped(collection({"a": ("2018-03-07", FIRE), "b": ("2018-03-08", FIRE)}))) == {("a", "b")}


def test_what_is_told_of_days_far_apart_is_two_stories(collection: Make) -> None:
    made = collection({"a": ("2018-03-07", FIRE), "b": ("2018-03-17", FIRE_TOLD)})
    assert members(grouped(made)) == {("a",), ("b",)}


def test_the_day_of_reading_stands_in_for_that_of_publication(collection: Make) -> None:
    made = collection({"a": (None, FIRE), "b": ("2018-03-07", FIRE)}, latest="2018-03-09")
    assert members(grouped(made)) == {("a", "b")}


def test_the_same_paragraph_further_down_does_not_make_one_story(collection: Make) -> None:
    background = "\nوكانت السلطات قد أغلقت الطريق الساحلي قبل عامين بعد انهيار جزء من الجبل على القرى المجاورة."
    further = "\nوأغلقت المدارس أبوابها في الحي يوما واحدا.\nوعادت المياه والكهرباء إلى البيوت قبل الظهر."
    fans = "\nواحتفل الأنصار في الساحات حتى الفجر.\nويلعب الفريق مباراته التالية بعد أسبوعين خارج أرضه."
    made = collection({"a": ("2018-03-07", FIRE + further + background), "b": ("2018-03-07", MATCH + fans + background)})
    assert members(grouped(made)) == {("a",), ("b",)}


def test_each_body_that_reacts_has_its_own_story(collection: Make) -> None:
    a = (
        "جزر المرجان تدين الهجوم على سوق القصب\n"
        "أدانت حكومة جزر المرجان الهجوم على سوق القصب في تالمين، ودعت سفيرها هناك إلى نقل تعازيها إلى أسر الضحايا."
    )
    b = (
        "كورينا تدين الهجوم على سوق القصب\n"
        "وصفت وزارة الخارجية في كورينا الهجوم على سوق القصب في تالمين بأنه عمل جبان، وعرضت إرسال فريق من المحققين."
    )
    assert members(grouped(collection({"a": ("2018-03-07", a), "b": ("2018-03-07", b)}))) == {("a",), ("b",)}


def test_a_market_of_another_day_is_another_story(collection: Make) -> None:
    text = (
        "بورصة تالمين تغلق على ارتفاع\nأغلق مؤشر بورصة تالمين مرتفعا {a} نقطة عند مستوى {b} نقطة بتداولات بلغت {c} مليون دينار."
    )
    made = collection(
        {"a": ("2018-03-07", text.format(a=71, b=9301, c=512)), "b": ("2018-03-08", text.format(a=34, b=9335, c=478))}
    )
    assert members(grouped(made)) == {("a",), ("b",)}


def test_a_story_is_named_after_its_earliest_member(collection: Make) -> None:
    (story,) = grouped(collection({"a": ("2018-03-08", FIRE), "b": ("2018-03-07", FIRE)}))
    assert (story.id, story.documents) == (story_id("b"), ("b", "a"))
    assert story.title == FIRE.split("\n")[0]
    assert story.outlets == ("outlet a", "outlet b")


def test_the_date_of_a_story_is_that_which_its_lead_gives(collection: Make) -> None:
    (story,) = grouped(collection({"a": ("2018-03-08", MATCH)}))
    assert story.date == "2018-03-06"


def test_a_story_without_any_date_has_none(collection: Make) -> None:
    (story,) = grouped(collection({"a": (None, "عنوان\nيفتح المتحف أبوابه لزوار الجزيرة.")}))
    assert story.date is None


def test_every_article_is_in_one_story(collection: Make) -> None:
    made = collection({"a": ("2018-03-07", FIRE), "b": (None, MATCH), "c": ("2018-03-07", FIRE_TOLD), "d": (None, "")})
    assert sorted(name for story in grouped(made) for name in story.documents) == ["a", "b", "c", "d"]


FILM = "مخرج يعلن فيلما عن الجسر\nأعلن المخرج نبيل الساري أن فيلمه عن الجسر سيعرض في 12 مايو 2021 في كل دور السينما."
OPENING = "افتتاح الجسر الجديد\nتفتتح البلدية الجسر الجديد في تالمين يوم 12 مارس 2018 بحضور الأهالي والتجار."


@pytest.mark.parametrize(
    ("published", "latest", "text", "day"),
    [
        ("2018-03-08", None, FILM, "2018-03-08"),
        (None, "2018-03-09", FILM, None),
        ("2018-03-08", None, OPENING, "2018-03-12"),
        (None, "2018-03-14", OPENING, "2018-03-12"),
    ],
)
def test_a_story_is_not_dated_by_a_far_day_that_its_lead_mentions(
    collection: Make, published: str | None, latest: str | None, text: str, day: str | None
) -> None:
    (story,) = grouped(collection({"a": (published, text)}, latest=latest))
    assert story.date == day


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_reading_does_not_matter(collection: Make, order: list[str]) -> None:
    every = {"a": ("2018-03-07", FIRE), "b": (None, MATCH), "c": ("2018-03-07", FIRE_TOLD), "d": ("2018-03-08", FIRE)}
    assert grouped(collection({name: every[name] for name in order})) == grouped(collection(every))


def test_articles_of_another_month_change_no_story_of_this_one(collection: Make) -> None:
    march = {"a": ("2018-03-07", FIRE), "b": ("2018-03-07", FIRE_TOLD), "c": ("2018-03-08", MATCH)}
    april = {f"x{n}": ("2018-04-20", text) for n, text in enumerate([FIRE, FIRE_TOLD, MATCH] * 4)}
    before = grouped(collection(march))
    assert [story for story in grouped(collection(march | april)) if story.documents[0] in march] == before


def test_a_happening_and_its_anniversary_are_two_stories(collection: Make) -> None:
    year = FIRE.replace("حريق يأتي على", "عام على حريق").replace("التهم", "أحيا التجار ذكرى مرور عام على")
    assert members(grouped(collection({"a": ("2018-03-07", FIRE), "b": ("2019-03-07", year)}))) == {("a",), ("b",)}


BOMB = (
    "{dead} قتيلا في تفجير {place}\n"
    "قتل {dead} شخصا وأصيب {hurt} في تفجير استهدف {what} في {place} يوم {day}، وقالت الشرطة إن {how}، ولم تتبن أي جهة الهجوم.\n"
    "ونقلت سيارات الإسعاف الجرحى إلى المستشفيات."
)


def crowd(day: str, count: int = 40) -> dict[str, tuple[str, str]]:
    """Articles of that day that have nothing to do with anything."""
    words = [
        "ميناء",
        "قارب",
        "سفينة",
        "بحار",
        "شراع",
        "مرساة",
        "جسر",
        "نهر",
        "جبل",
        "غابة",
        "مدرسة",
        "معلم",
        "كتاب",
        "مكتبة",
        "حديقة",
        "طائر",
        "فلاح",
        "قمح",
        "مطحنة",
        "خباز",
    ]
    return {
        f"z{n:02}": (
            day,
            f"{words[n % 20]} {words[(7 * n + 3) % 20]} الجديد رقم {n}\nافتتح {words[(3 * n) % 20]} قرب {words[(n * 11 + 5) % 20]}.",
        )
        for n in range(count)
    }


def test_two_bombings_in_one_week_in_one_country_are_two_stories(collection: Make) -> None:
    one = BOMB.format(dead=14, hurt=35, place="تالمين", what="حافلة للجنود", day="الاثنين", how="انتحاريا فجر حزاما ناسفا")
    two = BOMB.format(dead=23, hurt=61, place="برهون", what="سوقا للخضار", day="الأربعاء", how="سيارة مفخخة انفجرت عند المدخل")
    made = collection({"a": ("2018-03-05", one), "b": ("2018-03-07", two)} | crowd("2018-03-06"))
    assert {("a",), ("b",)} <= members(grouped(made))


def test_two_meetings_of_the_same_men_are_two_stories(collection: Make) -> None:
    one = (
        "وزيرا خارجية برهون وتالمين يبحثان مصائد الأسماك\n"
        "بحث وزير خارجية برهون سامي النورس مع نظيره التالميني فهد المرجان يوم الاثنين تقسيم مصائد الأسماك في خليج النوارس."
    )
    two = (
        "النورس والمرجان يوقعان اتفاق الكهرباء\n"
        "وقع وزير خارجية برهون سامي النورس ونظيره التالميني فهد المرجان يوم الأربعاء اتفاقا لربط شبكتي الكهرباء عبر الجسر الجديد."
    )
    made = collection({"a": ("2018-03-05", one), "b": ("2018-03-07", two)} | crowd("2018-03-06"))
    assert {("a",), ("b",)} <= members(grouped(made))


def test_an_article_that_looks_back_does_not_join_the_old_story(collection: Make) -> None:
    back = (
        "تالمين تعيد بناء سوق القصب\n"
        "بدأت البلدية في تالمين بناء سوق القصب من جديد بعد أن التهم حريق السوق القديم قبل شهر وأحرق 14 متجرا."
    )
    made = collection({"a": ("2018-03-07", FIRE), "b": ("2018-03-07", FIRE_TOLD), "c": ("2018-04-07", back)})
    assert members(grouped(made)) == {("a", "b"), ("c",)}


def test_a_thousand_copies_are_one_story(collection: Make) -> None:
    made = collection({f"{n:04}": ("2018-03-07", FIRE) for n in range(1000)} | {"z": ("2018-03-07", MATCH)})
    assert sorted(len(story.documents) for story in grouped(made)) == [1, 1000]


def test_a_press_review_does_not_bring_what_it_holds_together(collection: Make) -> None:
    parts = {
        "fire": FIRE,
        "match": MATCH,
        "bomb": BOMB.format(
            dead=23, hurt=61, place="برهون", what="سوقا للخضار", day="الأربعاء", how="سيارة مفخخة انفجرت عند المدخل"
        ),
    }
    review = "جولة في الصحف\n" + "\n".join(line for part in parts.values() for line in part.split("\n")[1:])
    every = {name: ("2018-03-07", text) for name, text in parts.items()} | {"review": ("2018-03-07", review)}
    for story in grouped(collection(every | crowd("2018-03-07"))):
        assert len(set(story.documents) & set(parts)) <= 1


@pytest.mark.parametrize("count", [0, 1])
def test_few_articles_are_no_trouble(collection: Make, count: int) -> None:
    assert len(grouped(collection({"a": ("2018-03-07", FIRE)} if count else {}))) == count
