"""`tawatur watch`: poll sources day and night, and tell what a desk waits for."""

import argparse
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Event
from typing import TYPE_CHECKING

from tawatur.cli.commands.read import check_places, processors, reading_options
from tawatur.cli.stored import use_registers
from tawatur.pipeline.recognizer import use_recognizer
from tawatur.records.errors import FailedError, UsageError

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store
    from tawatur.watch import Watch
    from tawatur.watch.deliver.ways import Way
    from tawatur.watch.options import Mail, WatchOptions, Webhook

_SECRET, _PASSWORD, _USER = "TAWATUR_WEBHOOK_SECRET", "TAWATUR_SMTP_PASSWORD", "TAWATUR_SMTP_USER"


def run(asked: argparse.Namespace) -> int:
    """Watch until the user, or the system, ends it. One round alone (--once) fails where the store could not be used."""
    from tawatur.store.address import default_place
    from tawatur.store.sqlite import Store
    from tawatur.watch import Watch
    from tawatur.watch.doing import apart
    from tawatur.watch.logs import log_to

    path = asked.store or default_place()
    options, reading = _options(asked), reading_options(asked, path)
    check_places(asked.where)
    log_to(sys.stderr)
    with Store(path) as store, _ended() as stop:
        use_registers(store, asked.register)
        use_recognizer(store, asked.recognizer)
        ways, workers = _ways(options, store), asked.workers or processors()
        watch = Watch(store, asked.where, reading, options, ways, workers=workers, doing=apart(path))
        with _health(asked, watch, options):
            if not asked.once:
                watch.run(stop)
                return 0
            watch.start()
            watch.round()
    return int(watch.health.store_errors > 0)


def _options(asked: argparse.Namespace) -> "WatchOptions":
    from tawatur.records.alert_kinds import KINDS
    from tawatur.watch.options import WatchOptions

    return WatchOptions(
        every=asked.every,
        kinds=tuple(asked.alert) if asked.alert else KINDS,
        names=tuple(asked.name),
        lang=asked.lang,
        base=asked.base,
        feed=asked.feed,
        mail=_mail(asked),
        webhook=_webhook(asked),
    )


def _mail(asked: argparse.Namespace) -> "Mail | None":
    from tawatur.watch.options import Mail

    if not asked.mail_to:
        return None
    if not asked.smtp or not asked.mail_from:
        raise UsageError("watch_mail")
    host, port = _host_port(asked.smtp, 587)
    user = os.environ.get(_USER)
    return Mail(
        host=host,
        port=port,
        sender=asked.mail_from,
        to=tuple(asked.mail_to),
        user=user,
        password=os.environ.get(_PASSWORD),
        tls=bool(user) or host not in ("localhost", "127.0.0.1", "::1"),
    )


def _webhook(asked: argparse.Namespace) -> "Webhook | None":
    from tawatur.watch.options import Webhook

    if not asked.webhook:
        return None
    secret = os.environ.get(_SECRET)
    if not secret:
        raise UsageError("watch_secret", name=_SECRET)
    return Webhook(address=asked.webhook, secret=secret, allow_private=asked.allow_private)


def _host_port(text: str, port: int) -> tuple[str, int]:
    host, _, number = text.rpartition(":") if ":" in text else (text, "", str(port))
    if not number.isdigit() or not 0 < int(number) < 65536 or not host:
        raise UsageError("watch_address", address=text)
    return host.strip("[]"), int(number)


def _ways(options: "WatchOptions", store: "Store") -> "list[Way]":
    from tawatur.store.alerts import Told
    from tawatur.watch.deliver.feed import FeedWay
    from tawatur.watch.deliver.mail import MailWay
    from tawatur.watch.deliver.webhook import WebhookWay

    ways: list[Way] = []
    if options.feed:
        ways.append(FeedWay(options.feed, options.lang, options.base, Told(store).newest))
    if options.mail:
        ways.append(MailWay(options.mail, options.lang, options.base))
    if options.webhook:
        ways.append(WebhookWay(options.webhook, options.base))
    return ways


@contextmanager
def _health(asked: argparse.Namespace, watch: "Watch", options: "WatchOptions") -> Iterator[None]:
    """Tell how the watch is, where that is asked for."""
    from tawatur.watch.health import serving

    if not asked.health:
        yield
        return
    host, port = _host_port(asked.health, 9464)
    with ExitStack() as stack:
        try:
            stack.enter_context(serving(watch.health, options.every, host, port, time.monotonic))
        except OSError as error:
            raise FailedError("port_taken", host=host, port=port, error=error) from error
        yield


@contextmanager
def _ended() -> Iterator[Event]:
    """An event that is set when the process is asked to end: the round that goes on is brought to its end."""
    stop = Event()
    before = {number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
