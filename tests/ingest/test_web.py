import gzip
import socket
from typing import Any

import pytest
from tests.ingest.helpers import Read, Site

from tawatur.ingest import Bounds, Options, Visits, WebOptions
from tawatur.ingest.network import is_public
from tawatur.ingest.pace import Pace
from tawatur.ingest.robots import parse_robots
from tawatur.ingest.web import Visit, Web


def _page(prose: str) -> Any:
    return f"<html><body><p>{prose}</p></body></html>"


def test_a_page_is_read_from_its_address(read: Read, site: Site, web: Options, prose: str) -> None:
    address = site.page("/a", _page(prose))
    found = read(address, web).documents[0]
    assert (found.text, found.source, found.address) == (prose, address, address)
    assert found.fetched


def test_the_server_s_charset_is_believed(read: Read, site: Site, web: Options, prose: str) -> None:
    address = site.page("/a", _page(prose).encode("cp1256"), "text/html; charset=windows-1256")
    assert read(address, web).texts == [prose]


def test_a_packed_answer_is_unpacked(read: Read, site: Site, web: Options, prose: str) -> None:
    address = site.page("/a", gzip.compress(_page(prose).encode()), Content_Encoding="gzip")
    assert read(address, web).texts == [prose]


def test_an_address_in_arabic_letters_is_asked_for_in_ascii(read: Read, site: Site, web: Options, prose: str) -> None:
    site.page("/%D8%AE%D8%A8%D8%B1", _page(prose))
    assert read(f"{site.address}/خبر", web).texts == [prose]


def test_addresses_of_this_machine_are_refused_unless_allowed(read: Read, site: Site, prose: str) -> None:
    address = site.page("/a", _page(prose))
    found = read(address)
    assert found.reasons == ["private_address"]
    assert "--allow-private" in found.dropped[0].detail
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(read: Read, site: Site, prose: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import tawatur.ingest.network as network

    target = site.page("/secret", _page(prose))
    start = site.page("/a", "", status=302, Location=target.replace("127.0.0.1", "127.0.0.2"))
    monkeypatch.setattr(network, "is_public", lambda ip: ip == "127.0.0.1")
    found = read(start)
    assert found.reasons == ["private_address"]
    assert [path for path, _ in site.asked] == ["/a"]


def test_a_name_that_answers_differently_the_second_time_is_resolved_once(
    read: Read, site: Site, prose: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tawatur.ingest.network as network

    site.page("/a", _page(prose))
    port = int(site.address.rpartition(":")[2])
    answers = [[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers.pop())
    monkeypatch.setattr(network, "is_public", lambda ip: True)
    assert read(f"http://rebinding.example:{port}/a").texts == [prose]
    assert answers == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.1", "::1", "::ffff:10.0.0.1", "fe80::1%eth0", "fc00::1",
     "64:ff9b::a00:1", "2002:a00:1::", "224.0.0.1", "100.64.0.1"],
)  # fmt: skip
def test_private_addresses_are_known_in_all_their_forms(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_public_addresses_are_known(address: str) -> None:
    assert is_public(address)


def test_redirects_are_followed_and_the_last_address_is_the_page_s(read: Read, site: Site, web: Options, prose: str) -> None:
    end = site.page("/b", _page(prose))
    start = site.page("/a", "", status=301, Location="/b")
    found = read(start, web).documents[0]
    assert (found.text, found.address, found.source) == (prose, end, start)


def test_redirects_without_end_are_given_up(read: Read, site: Site, web: Options) -> None:
    start = site.page("/a", "", status=302, Location="/a")
    assert read(start, web).reasons == ["too_many_redirects"]


@pytest.mark.parametrize(("status", "reason"), [(404, "http_status"), (500, "http_status")])
def test_an_error_of_the_server_is_told(read: Read, site: Site, web: Options, status: int, reason: str) -> None:
    found = read(site.page("/a", "", status=status), web)
    assert found.reasons == [reason]
    assert str(status) in found.dropped[0].detail


def test_a_feed_that_never_ends_is_bounded(read: Read, site: Site, web: Options) -> None:
    address = site.page("/a", b"<rss><channel>" + b"<item/>" * 9000, "application/rss+xml", X_Endless="1")
    found = read(address, Options(web=web.web, bounds=Bounds(document=10**6)))
    assert found.reasons == ["too_large"]


def test_a_server_that_drips_is_given_up_after_its_time(read: Read, site: Site, prose: str) -> None:
    address = site.page("/a", b"<", X_Endless="1")
    options = Options(web=WebOptions(allow_private=True, total=0.3), bounds=Bounds(document=10**8))
    assert read(address, options).reasons == ["fetch_failed"]


def test_a_packed_answer_is_bounded_by_what_comes_out_of_it(read: Read, site: Site, web: Options) -> None:
    address = site.page("/a", gzip.compress(bytes(10**7)), Content_Encoding="gzip")
    assert read(address, Options(web=web.web, bounds=Bounds(document=10**6))).reasons == ["too_large"]


def test_a_server_that_is_not_there_is_told(read: Read, web: Options) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert read(f"http://127.0.0.1:{port}/", web).reasons == ["fetch_failed"]


def test_what_has_not_changed_is_not_read_again(read: Read, site: Site, web: Options, prose: str) -> None:
    visits: Visits = {}
    address = site.page("/a", _page(prose), ETag='"7"', Last_Modified="Fri, 05 Mar 2021 08:00:00 GMT")
    assert len(read(address, web, visits).documents) == 1
    again = read(address, web, visits)
    assert (again.documents, again.dropped) == ([], [])
    assert site.asked[-1][1]["If-None-Match"] == '"7"'
    assert site.asked[-1][1]["If-Modified-Since"] == "Fri, 05 Mar 2021 08:00:00 GMT"


def _sitemap(site: Site, *paths: str) -> Any:
    places = "".join(f"<url><loc>{site.address}{path}</loc></url>" for path in paths)
    return site.page("/map.xml", f"<urlset>{places}</urlset>", "application/xml")


def test_robots_txt_is_kept_to(read: Read, site: Site, web: Options, prose: str) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain")
    site.page("/private/a", _page(prose))
    site.page("/open", _page(prose))
    found = read(_sitemap(site, "/private/a", "/open"), web)
    assert len(found.documents) == 1
    assert found.reasons == ["robots"]
    assert [path for path, _ in site.asked] == ["/map.xml", "/robots.txt", "/open"]


def test_a_site_in_trouble_allows_nothing(read: Read, site: Site, web: Options, prose: str) -> None:
    site.page("/robots.txt", "", status=503)
    site.page("/open", _page(prose))
    assert read(_sitemap(site, "/open"), web).reasons == ["robots"]


def test_a_pause_is_kept_between_requests_to_one_host(site: Site, prose: str) -> None:
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 7", "text/plain")
    pauses: list[float] = []
    web = Web(Options(web=WebOptions(allow_private=True, delay=2)), pace=Pace(pauses.append))
    for path in ("/a", "/b", "/c"):
        web.get(site.page(path, _page(prose)))
    assert len(pauses) == 3
    assert pauses[0] == pytest.approx(7, abs=1)  # after robots.txt itself
    assert pauses[2] == pytest.approx(7, abs=1)


def test_an_address_is_read_once_in_one_run(read: Read, site: Site, web: Options, prose: str) -> None:
    site.page("/a", _page(prose))
    assert len(read(_sitemap(site, "/a", "/a#part"), web).documents) == 1


ROBOTS = """
User-agent: other
Disallow: /

User-agent: *
User-agent: another
Disallow: /a
Allow: /a/open
Disallow: /*.pdf$
Disallow: /x*y
Crawl-delay: 3
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/a", False),
        ("/ab", False),
        ("/a/open/1", True),
        ("/d.pdf", False),
        ("/d.pdf?x", True),
        ("/x1y2", False),
        ("/x1", True),
    ],
)
def test_the_longest_rule_of_robots_txt_decides(path: str, allowed: bool) -> None:
    robots = parse_robots(ROBOTS, "tawatur")
    assert robots.allows(path) is allowed
    assert robots.delay == 3


def test_a_group_of_our_own_goes_before_that_of_all() -> None:
    assert parse_robots("User-agent: *\nDisallow: /\n\nUser-agent: Tawatur\nDisallow:", "tawatur").allows("/a")


def test_an_answer_that_breaks_off_is_not_taken_for_the_whole(read: Read, site: Site, web: Options, prose: str) -> None:
    body = _page(prose).encode()
    address = site.page("/a", body, Content_Length=str(len(body) + 100))
    assert read(address, web).reasons == ["fetch_failed"]


def test_a_packed_answer_that_breaks_off_is_not_taken_for_the_whole(read: Read, site: Site, web: Options, prose: str) -> None:
    address = site.page("/a", gzip.compress(_page(prose).encode())[:-20], Content_Encoding="gzip")
    assert read(address, web).reasons == ["fetch_failed"]


def test_what_was_not_read_whole_is_asked_for_whole_again(read: Read, site: Site, web: Options) -> None:
    visits: Visits = {}
    address = site.page("/feed", "<rss><channel><item>", "application/rss+xml", ETag='"7"')
    assert read(address, web, visits).reasons == ["malformed"]
    assert visits[address].etag is None


def test_a_feed_with_a_page_that_could_not_be_had_is_asked_for_whole_again(
    read: Read, site: Site, web: Options, prose: str
) -> None:
    visits: Visits = {}
    item = f"<item><title>خبر</title><link>{site.page('/a', '', status=503)}</link></item>"
    address = site.page("/feed", f"<rss><channel>{item}</channel></rss>", "application/rss+xml", ETag='"7"')
    assert read(address, web, visits).reasons == ["http_status"]
    site.page("/a", _page(prose))
    assert read(address, web, visits).texts == [prose]
    assert visits[address].etag == '"7"'


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_be_left_alone_is_not_asked_until_then(
    read: Read, site: Site, web: Options, prose: str, status: int
) -> None:
    visits: Visits = {}
    address = site.page("/a", "", status=status, Retry_After="3600")
    assert read(address, web, visits).reasons == ["http_status"]
    site.page("/a", _page(prose))
    found = read(address, web, visits)
    assert found.reasons == ["http_status"]
    assert "left alone until" in found.dropped[0].detail
    assert len(site.asked) == 1
    visits[address] = Visit(rest=visits[address].rest - 3700)
    assert read(address, web, visits).texts == [prose]


@pytest.mark.parametrize("asked", ["soon", "-5", "Fri, 05 Mar 2021 08:00:00 GMT", "9" * 40])
def test_a_time_that_no_one_can_keep_to_is_passed_over(read: Read, site: Site, web: Options, asked: str) -> None:
    visits: Visits = {}
    address = site.page("/a", "", status=503, Retry_After=asked)
    read(address, web, visits)
    read(address, web, visits)
    assert len(site.asked) == 2


def test_a_feed_that_does_not_answer_in_time_is_given_more_the_next_time(read: Read, site: Site, web: Options) -> None:
    visits: Visits = {}
    address = site.page("/a", b"<", X_Endless="1")
    options = Options(web=WebOptions(allow_private=True, total=8.0, patience=0.1), bounds=Bounds(document=10**9))
    read(address, options, visits)
    assert "takes too long" in read(address, options, visits).dropped[0].detail
    assert visits[address].silent == 2
    site.page("/a", b"<rss/>", "application/rss+xml")
    read(address, options, visits)
    assert visits[address].silent == 0


def test_a_page_in_place_of_a_feed_is_no_article(read: Read, site: Site, web: Options, prose: str) -> None:
    visits: Visits = {}
    item = f"<item><title>خبر</title><encoded>{prose} {prose}</encoded></item>"
    feed = f"<rss><channel>{item}</channel></rss>"
    address = site.page("/feed", feed, "application/rss+xml")
    assert len(read(address, web, visits).documents) == 1
    site.page("/feed", _page(prose))
    for _ in range(2):
        assert read(address, web, visits).reasons == ["malformed"]
    site.page("/feed", feed, "application/rss+xml")
    assert len(read(address, web, visits).documents) == 1


def test_an_address_that_was_always_a_page_stays_one(read: Read, site: Site, web: Options, prose: str) -> None:
    visits: Visits = {}
    address = site.page("/a", _page(prose))
    for _ in range(2):
        assert len(read(address, web, visits).documents) == 1
