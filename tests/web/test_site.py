import re
from pathlib import Path
from typing import Any

from tawatur.web.parts import LINES
from tawatur.web.site import write_site

_LINK = re.compile(r'(?:href|src)="([^"]*)"')


def _broken(out: Path) -> set[str]:
    """Links of the pages that lead to no file, or to no place in one."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(out.rglob("*.html"))}
    broken = set()
    for path, html in texts.items():
        for link in _LINK.findall(html):
            file, _, place = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            html_there = texts.get(target)
            if not target.is_file() or (place and (html_there is None or f'id="{place}"' not in html_there)):
                broken.add(f"{path.relative_to(out)} -> {link}")
    return broken


def test_every_link_of_the_written_pages_leads_to_its_place(library: Any, tmp_path: Path) -> None:
    first = write_site(library, tmp_path)
    assert first == tmp_path / "index.html"
    # lists, thread, stories, articles, names, pairs, briefs of days and of stories
    assert len(list(tmp_path.rglob("*.html"))) == 2 * (7 + 1 + 3 + 9 + 4 + 4 + 3 + 3)
    assert _broken(tmp_path) == set()


def test_the_other_language_has_a_folder_of_its_own(library: Any, tmp_path: Path) -> None:
    write_site(library, tmp_path, "en")
    assert '<html lang="en"' in (tmp_path / "index.html").read_text(encoding="utf-8")
    assert '<html lang="ar"' in (tmp_path / "ar" / "index.html").read_text(encoding="utf-8")
    assert _broken(tmp_path) == set()


def test_writing_twice_gives_the_same_bytes(library: Any, tmp_path: Path) -> None:
    for name in ("one", "two", "one"):
        write_site(library, tmp_path / name)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "two")
    )
    assert one == two


def test_pages_that_are_no_more_are_removed_and_other_files_are_kept(invented: Any, tmp_path: Path) -> None:
    view = invented.view_of("نص يزول")
    write_site(invented.Invented([view]), tmp_path)
    (tmp_path / "notes.txt").write_text("لي", encoding="utf-8")
    gone = tmp_path / "article" / f"{view.document.id}.html"
    assert gone.is_file()
    write_site(invented.Invented(), tmp_path)
    assert not gone.exists()
    assert (tmp_path / "notes.txt").is_file()


def test_an_altered_list_of_pages_removes_nothing_outside(library: Any, tmp_path: Path) -> None:
    mine = tmp_path / "mine.html"
    mine.write_text("لي", encoding="utf-8")
    out = tmp_path / "out"
    write_site(library, out)
    (out / ".tawatur-site.json").write_text('["../mine.html", "en/../../mine.html", 7]', encoding="utf-8")
    write_site(library, out)
    assert mine.is_file()


def test_a_document_of_five_thousand_lines_makes_pages_of_bounded_size(invented: Any, tmp_path: Path) -> None:
    view = invented.view_of("\n".join(f"السطر {number} من وثيقة طويلة" for number in range(5000)))
    write_site(invented.Invented([view]), tmp_path)
    pages = sorted((tmp_path / "article").glob(f"{view.document.id}*.html"))
    assert len(pages) == -(-5000 // LINES)
    assert max(path.stat().st_size for path in pages) < 200_000
    assert "السطر 4999 " in "".join(path.read_text(encoding="utf-8") for path in pages)
    assert _broken(tmp_path) == set()
