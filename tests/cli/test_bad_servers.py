"""Servers that do harm: answers without end, and addresses that lead into this machine."""

import pytest
from tests.cli.helpers import Done, Place
from tests.ingest.helpers import PROSE, Site

_PAGE = f"<html><body><p>{PROSE}</p></body></html>"


def _read(place: Place, *where: str) -> Done:
    return place.ask("--lang", "en", "read", str(place.folder), *where, "--store", str(place.store))


def test_a_feed_that_never_ends_is_left_and_the_rest_is_read(place: Place, site: Site) -> None:
    address = site.page("/feed", b"<rss><channel>" + b"<item/>" * 150_000, "application/rss+xml", X_Endless="1")
    assert _read(place, address, "--allow-private").code == 3
    [(source, reason, detail)] = place.refused()
    assert (source, reason) == (address, "too_large")
    assert "never ends" in detail


def test_an_address_of_this_machine_is_refused_unless_it_is_allowed(place: Place, site: Site) -> None:
    address = site.page("/a", _PAGE)
    done = _read(place, address)
    assert done.code == 3
    [(source, reason, detail)] = place.refused()
    assert (source, reason) == (address, "private_address")
    assert "--allow-private" in detail
    assert site.asked == []
    assert _read(place, address, "--allow-private").code == 0
    assert address in {row["source"] for row in place.exported("documents")}


def test_a_redirect_to_a_private_address_is_refused_and_the_rest_is_read(
    place: Place, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tawatur.ingest.network as network

    secret = site.page("/secret", _PAGE).replace("127.0.0.1", "127.0.0.2")
    start = site.page("/a", "", status=302, Location=secret)
    monkeypatch.setattr(network, "is_public", lambda ip: ip == "127.0.0.1")
    assert _read(place, start).code == 3
    [(source, reason, detail)] = place.refused()
    assert (source, reason) == (start, "private_address")
    assert "127.0.0.2" in detail
    assert [path for path, _ in site.asked] == ["/a"]


def test_a_feeds_page_that_leads_to_a_file_is_not_fetched(place: Place, site: Site) -> None:
    item = "<item><title>x</title><link>file:///etc/passwd</link><description>short</description></item>"
    address = site.page("/feed", f"<rss><channel>{item}</channel></rss>", "application/rss+xml")
    assert _read(place, address, "--fetch", "--allow-private").code == 3
    assert "root:" not in "".join(row["text"] for row in place.exported("documents"))
    [(_, reason, _)] = place.refused()
    assert reason in ("not_fetched", "fetch_failed")
