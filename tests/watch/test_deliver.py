import http.server
import json
import smtplib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tawatur.records.alert import Alert, alert_id
from tawatur.records.finding import Reason
from tawatur.records.span import Span
from tawatur.watch.deliver.feed import FeedWay, atom
from tawatur.watch.deliver.mail import MailWay, compose
from tawatur.watch.deliver.ways import NotSentError
from tawatur.watch.deliver.webhook import WebhookWay, signature
from tawatur.watch.options import Mail, Webhook


def _alert(about: str = "جسر الرافد", key: str = "k") -> Alert:
    return Alert(
        id=alert_id(key),
        kind="conflict",
        key=key,
        story="y-0000000000000001",
        about=about,
        says=Reason(ar="القتلى: 8 و21", en="Killed: 8 and 21"),
        evidence=(Span(document="d-0000000000000001", start=3, end=9),),
        made="2020-09-15T10:00:00+00:00",
    )


MAIL = Mail(host="127.0.0.1", port=25, sender="desk@example.org", to=("one@example.org",), tls=False)
_ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_is_read_by_our_own_reader_of_feeds(tmp_path: Path) -> None:
    from tawatur import ingest

    path = tmp_path / "alerts.xml"
    long = structs.replace(_alert(), says=Reason(ar="القتلى: 8 و21. " + "قال المتحدث إن البحث مستمر عن الناجين. " * 30, en=""))
    FeedWay(path, "ar", "http://localhost/", lambda count: [long][:count]).send([long])
    raws = list(ingest.raws(str(path), ingest.Options(), {}))
    assert len(raws) == 1
    assert "القتلى: 8 و21" in repr(raws[0])


@given(st.text())
def test_the_feed_is_well_formed_whatever_a_title_holds(about: str) -> None:
    root = fromstring(atom([_alert(about)], "ar", "http://localhost/"))
    assert root.findtext(f"{_ATOM}entry/{_ATOM}id") == f"urn:tawatur:{_alert().id}"


def test_a_feed_that_cannot_be_written_leaves_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "alerts.xml"
    target.mkdir()
    with pytest.raises(NotSentError, match=r"alerts\.xml"):
        FeedWay(target, "ar", "http://localhost/", lambda count: []).send([_alert()])
    assert list(tmp_path.iterdir()) == [target]


def test_a_title_cannot_add_a_line_to_the_head_of_a_letter() -> None:
    letter = compose([_alert("جسر\r\nBcc: all@example.org")], MAIL, "ar", "http://localhost/")
    assert letter["Bcc"] is None
    assert letter["To"] == "one@example.org"
    assert "http://localhost/story/y-0000000000000001.html" in letter.get_content()


def test_a_server_that_cannot_be_reached_has_certainly_got_nothing() -> None:
    with pytest.raises(NotSentError):
        MailWay(Mail(host="127.0.0.1", port=9, sender="a@b.org", to=("c@d.org",), tls=False), "ar", "x").send([_alert()])


def test_one_letter_holds_all_alerts_of_a_round() -> None:
    sent: list[Any] = []

    class Server:
        def __enter__(self) -> "Server":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def send_message(self, letter: Any) -> None:
            sent.append(letter)

    MailWay(MAIL, "ar", "http://localhost/", lambda _: Server()).send([_alert(), _alert("آخر", "k2")])  # type: ignore[arg-type, return-value]
    assert len(sent) == 1
    assert "جسر الرافد" in sent[0].get_content()
    assert "آخر" in sent[0].get_content()


def test_a_letter_that_the_server_refuses_was_certainly_not_sent() -> None:
    class Server:
        def __enter__(self) -> "Server":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def send_message(self, letter: Any) -> None:
            raise smtplib.SMTPRecipientsRefused({})

    with pytest.raises(NotSentError):
        MailWay(MAIL, "ar", "x", lambda _: Server()).send([_alert()])  # type: ignore[arg-type, return-value]


@pytest.fixture
def receiver() -> Iterator[Any]:
    class Handler(http.server.BaseHTTPRequestHandler):
        got: list[tuple[dict[str, str], bytes]] = []  # noqa: RUF012
        status = 200

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.got.append((dict(self.headers), body))
            self.send_response(Handler.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    Handler.got = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1], Handler
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_webhook_is_signed_over_its_time_and_body(receiver: Any) -> None:
    port, handler = receiver
    options = Webhook(address=f"http://127.0.0.1:{port}/hook", secret="secret", allow_private=True)  # noqa: S106
    WebhookWay(options, "http://localhost/", lambda: 1000.0).send([_alert()])
    heads, body = handler.got[0]
    assert heads["Tawatur-Signature"] == f"t=1000,v1={signature('secret', 1000, body)}"
    assert json.loads(body)["alerts"][0]["says"]["en"] == "Killed: 8 and 21"
    assert json.loads(body)["alerts"][0]["link"] == "http://localhost/story/y-0000000000000001.html"
    assert signature("secret", 1000, body) != signature("secret", 1001, body)


def test_a_webhook_that_answers_with_an_error_did_not_take_it(receiver: Any) -> None:
    port, handler = receiver
    handler.status = 503
    options = Webhook(address=f"http://127.0.0.1:{port}/", secret="s", allow_private=True)  # noqa: S106
    with pytest.raises(NotSentError):
        WebhookWay(options, "x").send([_alert()])


def test_a_webhook_does_not_reach_into_the_local_network_unless_it_may() -> None:
    with pytest.raises(NotSentError, match="local network"):
        WebhookWay(Webhook(address="http://127.0.0.1:9/", secret="s"), "x").send([_alert()])  # noqa: S106
