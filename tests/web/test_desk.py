from typing import Any

import msgspec
import pytest
from tests.web.invented import CIVIL, MINISTER, VALLEY

from tawatur.records.finding import Finding, Reason, Side
from tawatur.records.story import Origin
from tawatur.web.address import Address, Kind, pair_id
from tawatur.web.compare import in_order
from tawatur.web.drawing import Flow, Happening, flows, lines, ticks_of, years
from tawatur.web.pages import page, story_page
from tawatur.web.setting import Place

_PLACE = Place(static="static/", switch=lambda address: "?lang=en", live=True)


def _html(library: Any, page_of: Kind, identity: str = "", lang: Any = "ar", **asked: str) -> str:
    made = page(library, lang, Address(kind=page_of, id=identity, asked=tuple(asked.items())), _PLACE)
    assert made
    return made.html


def test_a_name_shows_its_statements_once_with_every_outlet_that_carries_them(library: Any) -> None:
    html = _html(library, "name", MINISTER)
    assert html.count("سد وادي الرمان ممتلئ ولا خطر منه على القرى المجاورة</a>") == 1
    for outlet in ("نافذة الوادي", "صحيفة الرمان", "موقع القرى", "إذاعة السهل"):
        assert f"<bdi>{outlet}</bdi></a>" in html


def test_a_name_that_is_not_there_has_no_page(library: Any) -> None:
    assert page(library, "ar", Address(kind="name", id="e-none"), _PLACE) is None


def test_a_place_has_its_english_name_on_the_english_page(library: Any) -> None:
    assert '<h1 dir="auto">Wadi al-Rumman</h1>' in _html(library, "name", VALLEY, "en")


def test_names_are_found_by_a_spelling_and_chosen_by_type(library: Any) -> None:
    asked = _html(library, "names", name="الكواري")
    assert f'href="name/{MINISTER}.html"' in asked
    assert f'href="name/{CIVIL}.html"' not in asked
    assert f'href="name/{MINISTER}.html"' not in _html(library, "names", type="organization")
    assert "لا اسم بهذا الرسم" in _html(library, "names", name="لا أحد")


def test_a_name_in_an_article_leads_to_its_page(library: Any) -> None:
    html = _html(library, "article", library.ids["wire"])
    assert f'href="../name/{MINISTER}.html"' in html


def test_two_articles_stand_side_by_side_with_the_changed_number_marked_as_such(library: Any) -> None:
    html = _html(library, "compare", pair_id(library.ids["wire"], library.ids["site"]))
    assert '<mark class="d-number" title="تغيّر رقم">120</mark>' in html
    assert '<mark class="d-number" title="تغيّر رقم">210</mark>' in html
    assert "الثاني نقل عن الأول" in html


def test_changing_sides_turns_who_took_it_from_whom(library: Any) -> None:
    html = _html(library, "compare", pair_id(library.ids["site"], library.ids["wire"]))
    assert "الأول نقل عن الثاني" in html
    assert html.index("210</mark>") < html.index("120</mark>")


def test_text_of_one_article_alone_is_there_but_closed(library: Any) -> None:
    html = _html(library, "compare", pair_id(library.ids["wire"], library.ids["own"]))
    closed = html[html.index('<details class="proof-gap">') :]
    assert "روى المزارع حاتم الدلال" in closed


@pytest.mark.parametrize("identity", ["d-1--d-2", "d-1"])
def test_articles_that_are_not_there_are_not_compared(library: Any, identity: str) -> None:
    assert page(library, "ar", Address(kind="compare", id=identity), _PLACE) is None


def test_an_article_is_not_compared_with_itself(library: Any) -> None:
    assert page(library, "ar", Address(kind="compare", id=pair_id(*[library.ids["wire"]] * 2)), _PLACE) is None


def test_the_ledger_is_chosen_by_status_and_party(library: Any) -> None:
    assert "فتح البوابات على مراحل &lt;i&gt;" in _html(library, "commitments", status="broken", party="الكوارى")
    assert "لا تعهدات" in _html(library, "commitments", status="kept")
    assert "لا تعهدات" in _html(library, "commitments", party="غيرها")


def test_findings_of_one_origin_are_shown_when_asked_for_only(library: Any) -> None:
    assert "أربعة مقالات تنقل نص وكالة واحدة" not in _html(library, "findings")
    assert "أربعة مقالات تنقل نص وكالة واحدة" in _html(library, "findings", kind="single_origin")
    assert "لا نتائج" in _html(library, "findings", **{"from": "2021-10-01"})
    assert "قالته الوزيرة وحكاه" in _html(library, "findings", **{"from": "2021-09-29", "to": "2021-09-29"})


def test_wires_are_drawn_by_how_they_are_credited_and_told_in_a_table(library: Any) -> None:
    html = _html(library, "wires")
    assert 'class="strand credited"' in html
    assert 'class="strand silent"' in html
    assert f'<a class="example" href="article/{library.ids["paper"]}.html"' in html
    assert "لم يُعثر على نقل" in _html(library, "wires", **{"from": "2022-01-01"})


def test_a_thread_is_a_line_with_its_stories_and_commitments(library: Any) -> None:
    html = _html(library, "thread", library.thread)
    assert html.count('class="point story"') == 2
    assert 'class="point commitment"' in html
    assert 'href="#c-0000000000000001"' in html
    assert 'id="c-0000000000000001"' in html


def test_threads_are_listed_with_their_first_and_last_day(library: Any) -> None:
    html = _html(library, "threads")
    assert f'href="thread/{library.thread}.html"' in html
    assert html.index('datetime="2021-04-04"') < html.index('datetime="2021-09-29"')


def test_a_storys_origins_are_drawn_with_a_table_and_its_speakers_lead_to_their_pages(library: Any) -> None:
    html = _html(library, "story", library.story_of(library.ids["wire"]))
    assert html.count('class="strand ') == 6
    assert '<title id="origins-t">' in html
    assert f'<a class="name-link" href="../name/{MINISTER}.html">' in html
    pair = pair_id(*in_order(*(library.document(library.ids[key]) for key in ("wire", "site"))))
    assert f'href="../compare/{pair}.html"' in html


def test_a_conflict_stands_side_by_side_with_its_words_marked_in_their_sentence(library: Any) -> None:
    view = library.story(library.story_of(library.ids["wire"]))
    sides = []
    for key, number in (("wire", "120"), ("site", "210")):
        at = library.span(key, number)
        sides.append(Side(document=at.document, start=at.start, end=at.end, text=number, value=number))
    origins = tuple(Origin(name=None, documents=(side.document,)) for side in sides)
    found = Finding(id="n-9", kind="conflict", aspect="number", sides=tuple(sides), documents=2, origins=origins,
                    reason=Reason(ar="عددان", en="two numbers"))  # fmt: skip
    made = story_page(
        library, "ar", Address(kind="story", id=view.story.id), _PLACE, msgspec.structs.replace(view, findings=(found,))
    )
    assert made
    against = made.html[made.html.index('class="against"') :]
    assert "وغادرت <a" in against
    assert "<mark>120</mark></a> عائلة بيوتها" in against
    assert "<mark>210</mark></a> عائلة بيوتها" in against


def test_strands_of_one_pair_lie_beside_each_other() -> None:
    found = [Flow(source="أ", target="ب", share=0.5, manner=manner, title="", href="") for manner in ("credited", "silent")]
    one, two = flows(found, {}, rtl=True).strands
    assert one.path != two.path
    assert one.width == two.width == 8.0


def test_a_long_name_beside_a_drawing_is_set_in_two_lines_and_cut() -> None:
    assert lines("قصير") == ("قصير",)
    first, second = lines("اسم طويل جدا لجهة نشر لا يسعه سطر واحد ولا سطران")
    assert first == "اسم طويل جدا لجهة"
    assert second.endswith("…")
    assert len(second) <= 19


def test_time_runs_from_right_to_left_in_arabic() -> None:
    found = [Happening(day=day, weight=1, kind="story", title="", href="") for day in ("2019-05-01", "2021-05-01")]
    first, last = years(found, [], rtl=True).points
    assert first.x > last.x
    first, last = years(found, [], rtl=False).points
    assert first.x < last.x


def test_a_line_of_years_is_ticked_by_years_and_one_of_weeks_by_months() -> None:
    assert ticks_of(["2018-02-01", "2020-03-01"]) == ["2019-01-01", "2020-01-01"]
    assert ticks_of(["2020-11-20", "2021-01-03"]) == ["2020-12-01", "2021-01-01"]
