"""A watch that is killed between "sending" and "sent", and receivers that die: each alert at most once, over restarts."""

import os
import signal
import socketserver
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from tests.faults.helpers import COMMAND
from tests.watch.conftest import WORDS, Desk, Way

from tawatur.records.alert import Alert
from tawatur.store.alerts import Told
from tawatur.store.sqlite import Store
from tawatur.watch.deliver.mail import MailWay
from tawatur.watch.deliver.webhook import WebhookWay
from tawatur.watch.options import Mail, Webhook

_SECRET, _BASE = "between us", "http://localhost/"
How = Literal["take", "kill", "die early", "die late"]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is Unix's")


class Receiver(socketserver.ThreadingTCPServer):
    """Takes alerts and counts what came whole. `how`: it answers; kills who sends before it answers; dies before or after it has all."""

    allow_reuse_address = daemon_threads = True
    how: How = "take"
    sender: "subprocess.Popen[bytes] | None" = None

    def __init__(self, handler: type[socketserver.StreamRequestHandler], port: int) -> None:
        super().__init__(("127.0.0.1", port), handler)
        self.got: Counter[str] = Counter()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def took(self, words: str) -> bool:
        """Count what came, and say whether it shall be answered."""
        self.got[words] += 1
        if self.how == "kill" and self.sender:
            os.kill(self.sender.pid, signal.SIGKILL)
            self.sender.wait()
        return self.how == "take"


class Hook(socketserver.StreamRequestHandler):
    """A receiver of webhooks."""

    server: Receiver

    def handle(self) -> None:
        """Take one request."""
        length = 0
        while (line := self.rfile.readline().strip()) != b"":
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if self.server.how == "die early":
            return
        if self.server.took(self.rfile.read(length).decode()):
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


class Letters(socketserver.StreamRequestHandler):
    """A server of e-mail, as far as one letter needs it (RFC 5321)."""

    server: Receiver

    def handle(self) -> None:
        """Take one letter."""
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            word = line[:4].strip().upper()
            if word == b"DATA":
                if self.server.how == "die early":
                    return
                self.wfile.write(b"354 go on\r\n")
                letter = b""
                while (part := self.rfile.readline()) not in (b".\r\n", b""):
                    letter += part
                if not self.server.took(letter.partition(b"\r\n\r\n")[2].decode()):
                    return
            self.wfile.write({b"DATA": b"250 taken\r\n", b"QUIT": b"221 bye\r\n"}.get(word, b"250 well\r\n"))


@contextmanager
def _receiving(handler: Any, port: int = 0) -> Iterator[Receiver]:
    with Receiver(handler, port) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@dataclass
class Telling:
    """A desk and the way by which it is told: `handler` says which."""

    desk: Desk
    handler: Any

    def way(self, port: int) -> Any:
        """The way to a server of this machine."""
        if self.handler is Hook:
            return WebhookWay(Webhook(address=f"http://127.0.0.1:{port}/", secret=_SECRET, allow_private=True), _BASE)
        return MailWay(Mail(host="127.0.0.1", port=port, sender="w@example.org", to=("d@example.org",), tls=False), "en", _BASE)

    def round(self, port: int) -> None:
        """Begin a watch anew, and let it go one round."""
        self.desk.time += 1000.0
        with Store(self.desk.store) as store:
            watch = self.desk.watch(store, self.way(port))
            watch.start()
            watch.round()

    def begun(self, port: int) -> "subprocess.Popen[bytes]":
        """The same in a process of its own, as the command does it."""
        hook = ["--webhook", f"http://127.0.0.1:{port}/", "--allow-private"]
        letter = ["--mail-to", "d@example.org", "--mail-from", "w@example.org", "--smtp", f"127.0.0.1:{port}"]
        command = [*COMMAND, "watch", "--once", str(self.desk.folder), "--store", str(self.desk.store), "--workers", "1"]
        environment = {**os.environ, "TAWATUR_WEBHOOK_SECRET": _SECRET}
        return subprocess.Popen(
            [*command, *(hook if self.handler is Hook else letter)], stderr=subprocess.DEVNULL, env=environment
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose watch has begun, and for which there is something to tell."""
    (tmp_path / "in").mkdir()
    made = Desk(folder=tmp_path / "in", store=tmp_path / "desk.sqlite")
    made.write("first", WORDS["first"])
    with Store(made.store) as store:
        watch = made.watch(store, Way())
        watch.start()
        watch.round()
    made.write("second", WORDS["second"])
    return made


@pytest.fixture(params=[Hook, Letters], ids=["webhook", "mail"])
def telling(desk: Desk, request: pytest.FixtureRequest) -> Telling:
    """The same, told by each way."""
    return Telling(desk, request.param)


def test_an_alert_that_arrived_before_the_watch_was_killed_is_not_sent_again(telling: Telling) -> None:
    with _receiving(telling.handler) as server:
        server.how = "kill"
        server.sender = telling.begun(server.port)
        assert server.sender.wait(60) == -signal.SIGKILL
        assert sum(server.got.values()) == 1
        server.how = "take"
        for _ in range(2):
            telling.round(server.port)
        assert sum(server.got.values()) == 1
        with Store(telling.desk.store) as store:  # nobody knows, and the log of the next start says of how many
            assert Told(store).unsure(telling.way(server.port).name) > 0


@pytest.mark.parametrize("how", ["die late", "die early"])
def test_an_alert_whose_receiver_died_is_sent_again_by_no_later_watch_where_it_may_have_arrived(
    telling: Telling, how: How
) -> None:
    with _receiving(telling.handler) as server:
        server.how = how
        telling.round(server.port)
        server.how = "take"
        for _ in range(2):
            telling.round(server.port)
        assert sum(server.got.values()) == (1 if how == "die late" else 0)


def test_an_alert_whose_receiver_was_not_there_arrives_once_after_a_restart(telling: Telling) -> None:
    with _receiving(telling.handler) as server:
        port = server.port
    telling.round(port)
    with _receiving(telling.handler, port) as server:
        for _ in range(2):
            telling.round(port)
        assert sum(server.got.values()) == 1


@pytest.mark.parametrize("repeatable", [True, False])
def test_after_a_kill_only_a_way_that_may_repeat_itself_is_given_the_alert_again(desk: Desk, repeatable: bool) -> None:
    """A feed is a file that is written whole: the alert is in it once however often it is written."""

    class Cut(Way):
        def send(self, alerts: Sequence[Alert]) -> None:
            raise KeyboardInterrupt  # as abrupt as a kill, as far as the store can tell

    out = Way(repeatable=repeatable)
    for way in (Cut(repeatable=repeatable), out):
        desk.time += 1000.0
        with Store(desk.store) as store:
            watch = desk.watch(store, way)
            watch.start()
            with suppress(KeyboardInterrupt):
                watch.round()
    assert bool(out.got) == repeatable
