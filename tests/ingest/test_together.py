"""Several places read as one."""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import cast

import pytest

from tawatur.ingest import Options, WebOptions, all_raws, named_in
from tawatur.ingest.pace import Pace
from tawatur.records.dropped import Dropped

OPTIONS = Options(web=WebOptions(allow_private=True, delay=0))
Serve = Callable[[float], str]


@pytest.fixture
def slow(prose: str) -> Iterator[Serve]:
    """Servers that wait before they answer."""
    servers: list[ThreadingHTTPServer] = []

    def serve(wait: float) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                time.sleep(wait)
                body = f"<html><body><p>{prose}</p></body></html>".encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                return

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_slow_site_does_not_hold_up_another(slow: Serve) -> None:
    lazy, quick = slow(1.0), slow(0.0)
    found = all_raws([lazy, quick], OPTIONS)
    assert next(found).source == quick
    assert [one.source for one in found] == [lazy]


def test_sites_are_waited_for_side_by_side(slow: Serve) -> None:
    places = [slow(0.5) for _ in range(5)]
    began = time.monotonic()
    assert sorted(one.source for one in all_raws(places, OPTIONS)) == sorted(places)
    assert time.monotonic() - began < 2.0


def test_what_lies_on_this_machine_and_what_is_refused_comes_too(slow: Serve, tmp_path: Path, prose: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(prose, encoding="utf-8")
    found = list(all_raws([str(path), slow(0.0), "http://127.0.0.1:9/x", str(tmp_path / "none")], OPTIONS))
    assert sorted(one.reason for one in found if isinstance(one, Dropped)) == ["fetch_failed", "not_found"]
    assert len(found) == 4


def test_the_threads_end_when_what_they_find_is_wanted_no_more(slow: Serve) -> None:
    before = threading.active_count()
    found = cast("Generator[object, None, None]", all_raws([slow(0.0) for _ in range(3)], OPTIONS))
    next(found)
    found.close()
    end = time.monotonic() + 5
    while threading.active_count() > before + 3 and time.monotonic() < end:  # the servers' own three
        time.sleep(0.05)
    assert threading.active_count() <= before + 3


def test_a_fault_in_a_thread_is_told_where_its_articles_are_waited_for(slow: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    from tawatur.ingest import together

    def broken(*_: object) -> Iterator[None]:
        raise ZeroDivisionError
        yield

    monkeypatch.setattr(together, "raws", broken)
    with pytest.raises(ZeroDivisionError):
        list(all_raws([slow(0.0), slow(0.0)], OPTIONS))


def test_one_host_is_asked_by_one_at_a_time() -> None:
    pace, asked = Pace(), []

    def ask() -> None:
        with pace.turn("host", 0.0):
            asked.append("in")
            time.sleep(0.05)
            asked.append("out")

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == ["in", "out"] * 4


def test_a_list_of_feeds_names_its_feeds_and_everything_else_itself(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml><body><outline xmlUrl="http://a.example/f"/><outline><outline xmlUrl="http://b.example/f"/></outline></body></opml>'
    )
    other, broken = tmp_path / "feed.xml", tmp_path / "broken.opml"
    other.write_text("<rss/>")
    broken.write_text("<opml><body/></opml>")
    assert named_in(str(path)) == ["http://a.example/f", "http://b.example/f"]
    for place in (str(other), str(broken), str(tmp_path / "none.opml"), str(tmp_path), "http://a.example/f.opml", "a\0.opml"):
        assert named_in(place) == [place]
