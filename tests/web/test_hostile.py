"""An article that tries to do harm, read like any other, and every page that shows anything of it."""

import json
from pathlib import Path

import pytest
from lxml import html

from tawatur.ingest import Options, parse_mapping
from tawatur.pipeline import read
from tawatur.store.library import StoreLibrary
from tawatur.store.sqlite import Store
from tawatur.web.site import write_site

_SCRIPT = "<script>alert(1)</script>"
_QUOTES = "\"'><img src=x onerror=alert(2)>"
_BODY = (
    f"قال وزير الري سامي {_SCRIPT} الهادي يوم الثلاثاء إن سد وادي الرمان آمن {_QUOTES}. "
    f'وأضاف سامي الهادي "سنفتح البوابات {_SCRIPT} حتى نهاية الأسبوع". '
    "وقتل {n} أشخاص في فيضان الوادي. وتعهدت الحكومة بدفع تعويضات للأهالي خلال شهر."
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages of a store of two such articles."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {
            "title": f"فيضان وادي الرمان {_SCRIPT} {number}",
            "text": _BODY.replace("{n}", str(number)),
            "outlet": f"صحيفة {_QUOTES} {number}",
            "url": f"javascript:alert({number})//{_QUOTES}",
            "author": _SCRIPT,
            "date": "2021-09-28",
        }
        for number in (8, 21)
    ]
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    mapping = parse_mapping("text=text,title=title,outlet=outlet,address=url,author=author,published=date")
    with Store(folder / "s.sqlite") as store:
        report = read(store, [str(path)], Options(mapping=mapping))
        assert report.new == 2
        write_site(StoreLibrary(store), folder / "page")
    return folder / "page"


def test_it_stands_on_pages_of_every_room(written: Path) -> None:
    rooms = {path.parent.name for path in written.rglob("*.html") if "alert(" in path.read_text(encoding="utf-8")}
    assert rooms >= {"story", "article", "brief"}


def test_no_page_holds_a_script_a_handler_or_a_link_of_its_making(written: Path) -> None:
    pages = sorted(written.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        tree = html.fromstring(page.read_bytes())
        assert [one.get("src") for one in tree.iter("script") if not (one.get("src") or "").endswith("static/page.js")] == [], (
            page
        )
        for element in tree.iter():
            if isinstance(element.tag, str):
                assert not [name for name in element.keys() if str(name).lower().startswith("on")], page  # noqa: SIM118
                for name in ("href", "src", "action"):
                    assert not (element.get(name) or "").strip().lower().startswith(("javascript:", "data:", "vbscript:")), page
        assert [one.get("src") for one in tree.iter("img") if not (one.get("src") or "").endswith(".svg")] == [], page
