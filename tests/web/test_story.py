from typing import Any

import msgspec

from tawatur.records.commitment import Commitment, Later
from tawatur.records.finding import Finding, Reason, Side
from tawatur.records.span import Span
from tawatur.records.story import Origin
from tawatur.records.view import StoryView
from tawatur.web.address import Address
from tawatur.web.pages import Page, story_page
from tawatur.web.parts import ARTICLES
from tawatur.web.setting import Place

_PLACE = Place(static="static/", switch=lambda address: "?lang=en")


def _page(library: Any, view: StoryView, page: int = 1) -> Page | None:
    return story_page(library, "ar", Address(kind="story", id=view.story.id, page=page), _PLACE, view)


def _html(library: Any, view: StoryView, page: int = 1) -> str:
    made = _page(library, view, page)
    assert made
    return made.html


def test_a_story_of_five_hundred_articles_goes_on_on_further_pages(library: Any, invented: Any) -> None:
    views = tuple(invented.view_of(f"المقال {number}", f"{number}.txt") for number in range(500))
    documents = tuple(view.document.id for view in views)
    main = library.story(library.story_of(library.ids["market"])).story
    story = msgspec.structs.replace(main, documents=documents, origins=(Origin(name="ضفاف", documents=documents),))
    view = StoryView(story=story, documents=views)
    pages = [_html(library, view, number) for number in range(1, 500 // ARTICLES + 1)]
    assert _page(library, view, len(pages) + 1) is None
    assert max(len(html.encode()) for html in pages) < 200_000
    assert sum(html.count('class="depth-') for html in pages) == 500
    assert f'href="../story/{story.id}.2.html"' in pages[0]
    assert "500 مقال" in pages[0]


def test_every_side_of_a_finding_leads_to_its_words(library: Any) -> None:
    view = library.story(library.story_of(library.ids["wire"]))
    html = _html(library, view)
    for finding in view.findings:
        for side in finding.sides:
            assert f'href="../article/{side.document}.html#s-{side.start}-{side.end}"' in html


def test_a_finding_with_many_sides_is_cut_and_says_so(library: Any) -> None:
    view = library.story(library.story_of(library.ids["wire"]))
    sides = tuple(Side(document=library.ids["wire"], start=at, end=at + 4, text="كلام") for at in range(75))
    long = Finding(
        id="n-1", kind="conflict", sides=sides, documents=75, origins=view.story.origins, reason=Reason(ar="تعارض", en="conflict")
    )
    html = _html(library, msgspec.structs.replace(view, findings=(long,), references=()))
    assert html.count("كلام</") == 60
    assert "و15 موضعًا آخر" in html


def test_one_origin_behind_several_articles_stands_out_and_one_article_does_not(library: Any) -> None:
    main = library.story(library.story_of(library.ids["wire"]))
    merged = Origin(name="ضفاف", documents=main.story.documents)
    alone = msgspec.structs.replace(main, story=msgspec.structs.replace(main.story, origins=(merged,)))
    single = library.story(library.story_of(library.ids["market"]))
    assert '<span class="balance alone">' in _html(library, alone)
    assert '<span class="balance several">' in _html(library, main)
    assert '<span class="balance single">' in _html(library, single)


def test_the_time_of_speaking_is_the_date_beside_the_cue(library: Any) -> None:
    html = _html(library, library.story(library.story_of(library.ids["wire"])))
    quote = library.document(library.ids["wire"]).settled.quotes[0]
    card = html[html.index(f"#s-{quote.start}-{quote.end}") :]
    facts = card[: card.index("</article>")]
    assert "قيل:" in facts
    assert ">يوم الأربعاء</a>" in facts
    assert '<time datetime="2021-09-29">29 أيلول/سبتمبر 2021</time>' in facts


def test_an_undertaking_is_listed_with_what_became_of_it_and_its_words(library: Any) -> None:
    view = library.story(library.story_of(library.ids["wire"]))
    wire = library.ids["wire"]
    made = Commitment(
        id="c-1",
        what="فتح <b>البوابات</b>",
        by=("الوزيرة",),
        to=(),
        made="2021-09-29",
        in_force=None,
        until=None,
        condition=None,
        status="broken",
        evidence=(Span(document=wire, start=0, end=10),),
        later=(Later(document=wire, start=11, end=20, status="broken", said_by="الأهالي"),),
    )
    html = _html(library, msgspec.structs.replace(view, commitments=(made,)))
    assert "خُرق، على لسان الأهالي" in html
    assert f'href="../article/{wire}.html#s-0-10"' in html
    assert "<b>البوابات" not in html
    assert "h-commitments" not in _html(library, msgspec.structs.replace(view, commitments=()))
